#include "ui/screens/page_content.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace buurtpeil {
namespace {

// Seconds in which the speed of moving content falls to a third (1/e), and over which the finger's speed is
// averaged.
constexpr float coasting_s = 0.3F;
constexpr float averaging_s = 0.05F;

}  // namespace

void PageContent::add_text(std::string_view words, const Lettering& lettering, Colour colour, float width,
                           float gap) {
  if (words.empty()) return;
  add({.gap = gap,
       .height = frame_.height_of(words, lettering, width),
       .draw = [&frame = frame_, text = std::string(words), lettering, colour, width](const Box& box) {
         frame.write(text, lettering, {box.x, box.y, width, box.height}, colour);
         return std::optional<Event>();
       }});
}

void PageContent::mark(std::size_t first, Reveal reveal) {
  for (std::size_t index = first; index < blocks_.size(); ++index) blocks_[index].reveal = reveal;
}

float PageContent::height() const {
  float sum = 0;
  for (const Block& block : blocks_) sum += (sum > 0 ? block.gap : 0) + block.height;
  return sum;
}

Block PageContent::as_block() && {
  const float whole = height();
  return {.height = whole, .draw = [blocks = std::move(blocks_)](const Box& box) {
            std::optional<Event> result;
            float y = 0;
            for (const Block& block : blocks) {
              if (y > 0) y += block.gap;
              if (auto event = block.draw({box.x, box.y + y, box.width, block.height}))
                result = std::move(event);
              y += block.height;
            }
            return result;
          }};
}

void PageContent::reveal(Reveal what) {
  float y = 0, first = -1, last = -1;
  for (const Block& block : blocks_) {
    if (y > 0) y += block.gap;
    const bool begins = block.reveal == what && first < 0;
    if (begins) first = y - block.under;
    if (begins || (block.reveal == what && what == Reveal::opened)) last = y + block.height;
    y += block.height;
  }
  if (first < 0) return;
  float& scroll = frame_.memory().scroll;
  const float air = frame_.theme().space(2);
  if (last - scroll > area_.height - air) scroll = last - area_.height + air;
  if (first - scroll < 0) scroll = first;
}

// The content under the finger, and how fast it moves. A finger that rests before it is lifted leaves no
// speed, since the time that it rested is in the last picture's DeltaTime.
void PageContent::follow_finger() {
  Memory& memory = frame_.memory();
  const float moved = ImGui::GetIO().MousePos.y - memory.finger_start_y;
  const bool can_move = !fits(area_.height) && contains(area_, middle_x(area_), memory.finger_start_y);
  const float across = ImGui::GetIO().MousePos.x - memory.finger_start_x;
  const bool is_held = !memory.held.empty() || (memory.may_hold && std::abs(across) > std::abs(moved));
  const bool scrolls = memory.caught || std::abs(moved) > frame_.theme().size(Size::drag);
  if (can_move && !is_held && scrolls) memory.scrolling = true;
  if (!memory.scrolling) return;
  const float before = memory.scroll;
  memory.scroll = std::clamp(memory.scroll_start - moved, 0.0F, std::max(0.0F, height() - area_.height));
  const float seconds = std::max(ImGui::GetIO().DeltaTime, 0.001F);
  memory.speed =
      std::lerp(memory.speed, (memory.scroll - before) / seconds, std::min(1.0F, seconds / averaging_s));
  if (ImGui::IsMouseReleased(ImGuiMouseButton_Left)) coast();
}

// After the finger was lifted: slower and slower, to a complete end.
void PageContent::coast() {
  Memory& memory = frame_.memory();
  const Theme& theme = frame_.theme();
  const float fastest = theme.size(Size::fastest_scroll);
  memory.speed = std::clamp(memory.speed, -fastest, fastest);
  const float left = std::exp(-ImGui::GetIO().DeltaTime / coasting_s);
  if (!memory.finger_down) memory.scroll += memory.speed * coasting_s * (1 - left);
  if (!memory.finger_down) memory.speed *= left;
  const bool at_an_end = memory.scroll <= 0 || memory.scroll >= height() - area_.height;
  const bool ends = frame_.still() || at_an_end || std::abs(memory.speed) < theme.size(Size::slowest_scroll);
  if (ends) memory.speed = 0;
  if (!ends) frame_.draw_again();
}

void PageContent::settle(const Box& area) {
  area_ = area;
  Memory& memory = frame_.memory();
  if (memory.finger_down) {
    follow_finger();
  } else if (ImGui::GetIO().MouseWheel != 0) {
    memory.speed = 0;
    memory.scroll -= ImGui::GetIO().MouseWheel * frame_.line_height(TextSize::reading);
  } else if (memory.speed != 0) {
    coast();
  }
  if (memory.reveal) {
    reveal(Reveal::complaint);
    reveal(Reveal::opened);
    reveal(Reveal::writing);
  }
  memory.reveal = false;
  memory.scroll = std::clamp(memory.scroll, 0.0F, std::max(0.0F, height() - area.height));
}

bool PageContent::more_above() const { return frame_.memory().scroll > 0.5F; }
bool PageContent::more_below() const { return height() - frame_.memory().scroll > area_.height + 0.5F; }

float PageContent::page_height() const {
  float seen = area_.height;  // what stays at the top of the next page covers some of it
  for (const Block& block : blocks_) seen = std::min(seen, area_.height - block.under);
  return std::max(seen - 2 * frame_.line_height(TextSize::reading), seen / 2);
}

void PageContent::page_down() {
  const float page = page_height();
  frame_.memory().scroll =
      std::min(frame_.memory().scroll + std::floor(page), std::max(0.0F, height() - area_.height));
  frame_.draw_again();
}

void PageContent::page_up() {
  const float page = page_height();
  frame_.memory().scroll = std::max(0.0F, frame_.memory().scroll - std::floor(page));
  frame_.draw_again();
}

void PageContent::follow_drag(float finger_y) {
  constexpr float longest_s = 0.05F;  // between two pictures, however long nothing was drawn
  const Theme& theme = frame_.theme();
  const float zone = theme.target(), fastest = 8 * theme.card_height();  // a second
  const float below = finger_y - (bottom(area_) - zone), above = area_.y + zone - finger_y;
  const float deep = std::clamp(below > 0 ? below / zone : -std::max(above, 0.0F) / zone, -1.0F, 1.0F);
  float& scroll = frame_.memory().scroll;
  const float before = scroll;
  scroll += deep * fastest * std::min(ImGui::GetIO().DeltaTime, longest_s);
  scroll = std::clamp(scroll, 0.0F, std::max(0.0F, height() - area_.height));
  if (scroll != before) frame_.draw_again();
}

std::optional<Event> PageContent::draw() {
  std::optional<Event> result;
  stays_to_ = area_.y;
  const float overhang = frame_.theme().space(2);  // shadows and heavy edges may stand out at the sides
  frame_.clip({area_.x - overhang, area_.y, area_.width + 2 * overhang, area_.height});
  float y = 0;
  for (const Block& block : blocks_) {
    if (y > 0) y += block.gap;
    const Box box{area_.x, area_.y + y - std::round(frame_.memory().scroll), area_.width, block.height};
    if (auto event = block.draw(box)) result = std::move(event);
    y += block.height;
  }
  const Colour paper = frame_.colours().paper;
  const float fade = frame_.theme().space(4);
  const Box across = inset(area_, -overhang, 0);
  if (more_below())
    frame_.fade({across.x, bottom(area_) - fade, across.width, fade}, with_alpha(paper, 0), paper);
  if (more_above()) frame_.fade({across.x, stays_to_, across.width, fade}, paper, with_alpha(paper, 0));
  frame_.unclip();
  return result;
}

}  // namespace buurtpeil
