#include "ui/content.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace buurtpeil {

void PageContent::add_text(std::string_view words, const Lettering& lettering, Colour colour, float width,
                           float gap) {
  if (words.empty()) return;
  add({.gap = gap,
       .height = frame_.height_of(words, lettering, width),
       .draw = [this, text = std::string(words), lettering, colour, width](const Box& box) {
         frame_.write(text, lettering, {box.x, box.y, width, box.height}, colour);
         return std::optional<Event>();
       }});
}

float PageContent::height() const {
  float sum = 0;
  for (const Block& block : blocks_) sum += (sum > 0 ? block.gap : 0) + block.height;
  return sum;
}

void PageContent::reveal(Reveal what) {
  float y = 0, first = -1, last = -1;
  for (const Block& block : blocks_) {
    if (y > 0) y += block.gap;
    if (block.reveal == what && first < 0) first = y;
    if (block.reveal == what && first == y) last = y + block.height;
    y += block.height;
  }
  if (first < 0) return;
  float& scroll = frame_.memory().scroll;
  const float air = frame_.theme().space(2);
  if (last - scroll > area_.height - air) scroll = last - area_.height + air;
  if (first - scroll < 0) scroll = first;
}

void PageContent::settle(const Box& area) {
  area_ = area;
  Memory& memory = frame_.memory();
  if (memory.finger_down) {
    const float moved = ImGui::GetIO().MousePos.y - memory.finger_start_y;
    const bool can_move = !fits(area.height) && contains(area, middle_x(area), memory.finger_start_y);
    const float across = ImGui::GetIO().MousePos.x - memory.finger_start_x;
    const bool is_held = !memory.held.empty() || (memory.may_hold && std::abs(across) > std::abs(moved));
    if (can_move && !is_held && std::abs(moved) > frame_.theme().size(Size::drag)) memory.scrolling = true;
    if (memory.scrolling) memory.scroll = memory.scroll_start - moved;
  } else if (ImGui::GetIO().MouseWheel != 0) {
    memory.scroll -= ImGui::GetIO().MouseWheel * frame_.line_height(TextSize::reading);
  }
  if (memory.reveal) {
    reveal(Reveal::complaint);
    reveal(Reveal::writing);
  }
  memory.reveal = false;
  memory.scroll = std::round(std::clamp(memory.scroll, 0.0F, std::max(0.0F, height() - area.height)));
}

bool PageContent::more_above() const { return frame_.memory().scroll > 0.5F; }
bool PageContent::more_below() const { return height() - frame_.memory().scroll > area_.height + 0.5F; }

void PageContent::page_down() {
  const float page = std::max(area_.height - 2 * frame_.line_height(TextSize::reading), area_.height / 2);
  frame_.memory().scroll =
      std::min(frame_.memory().scroll + std::floor(page), std::max(0.0F, height() - area_.height));
  frame_.draw_again();
}

void PageContent::page_up() {
  const float page = std::max(area_.height - 2 * frame_.line_height(TextSize::reading), area_.height / 2);
  frame_.memory().scroll = std::max(0.0F, frame_.memory().scroll - std::floor(page));
  frame_.draw_again();
}

std::optional<Event> PageContent::draw() {
  std::optional<Event> result;
  const float overhang = frame_.theme().space(2);  // shadows and heavy edges may stand out at the sides
  frame_.clip({area_.x - overhang, area_.y, area_.width + 2 * overhang, area_.height});
  float y = 0;
  for (const Block& block : blocks_) {
    if (y > 0) y += block.gap;
    const Box box{area_.x, area_.y + y - frame_.memory().scroll, area_.width, block.height};
    if (auto event = block.draw(box)) result = std::move(event);
    y += block.height;
  }
  const Colour paper = frame_.colours().paper;
  const float fade = frame_.theme().space(4);
  const Box across = inset(area_, -overhang, 0);
  if (more_below())
    frame_.fade({across.x, bottom(area_) - fade, across.width, fade}, with_alpha(paper, 0), paper);
  if (more_above()) frame_.fade({across.x, area_.y, across.width, fade}, paper, with_alpha(paper, 0));
  frame_.unclip();
  return result;
}

}  // namespace buurtpeil
