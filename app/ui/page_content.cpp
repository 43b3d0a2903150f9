#include "ui/page_content.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/widgets.h"

namespace buurtpeil {
namespace {

// Seconds in which the speed of moving content falls to a third (1/e), and over which the finger's speed is
// averaged.
constexpr float coasting_s = 0.3F;
constexpr float averaging_s = 0.05F;

constexpr float seen_of_card = 0.35F;  // at least, of one that is cut

constexpr Lettering label_on_top_lettering{TextSize::small, Weight::bold};

}  // namespace

void PageContent::add_text(StyledView words, const Lettering& lettering, Colour colour, float width,
                           float gap) {
  if (words.empty()) return;
  add({.gap = gap,
       .height = frame_.height_of(words, lettering, width),
       .draw = [&frame = frame_, text = StyledText(words), lettering, colour, width](const Box& box) {
         frame.write(text, lettering, {box.x, box.y, width, box.height}, colour);
         return std::optional<Event>();
       }});
}

void PageContent::add_label(const StyledText& words, const Lettering& lettering, float width, float gap) {
  if (words.empty()) return;
  add_text(words, lettering, frame_.colours().ink, width, gap);
  blocks_.back().label = words;
}

void PageContent::mark(std::size_t first, Reveal reveal) {
  for (std::size_t index = first; index < blocks_.size(); ++index) blocks_[index].reveal = reveal;
}

float PageContent::height() const {
  float sum = 0;
  for (const Block& block : blocks_) sum += (sum > 0 ? block.gap : 0) + block.height;
  return sum;
}

float PageContent::height_to_field() const {
  float sum = 0;
  for (const Block& block : blocks_) {
    sum += (sum > 0 ? block.gap : 0) + block.height;
    if (block.reveal == Reveal::writing) break;
  }
  return sum;
}

std::vector<BlockPart> PageContent::cards() const {
  std::vector<BlockPart> all;
  float y = 0;
  for (const Block& block : blocks_) {
    if (y > 0) y += block.gap;
    for (const BlockPart& card : block.cards) all.push_back({y + card.top, card.height});
    y += block.height;
  }
  return all;
}

float PageContent::height_to_last_card() const {
  float end = 0;
  for (const BlockPart& card : cards()) end = std::max(end, card.top + card.height);
  return end > 0 ? end : height();
}

float PageContent::height_to_begin() const {
  const std::vector<BlockPart> all = cards();
  if (all.empty()) return height();
  const float first = all.front().top + all.front().height;
  const auto next = std::ranges::find_if(all, [&](const BlockPart& card) { return card.top >= first; });
  return next == all.end() ? first : next->top + seen_of_card * next->height;
}

float PageContent::cut_visibly(float height) {
  whole_page_ = height;
  const auto is_opened = [](const Block& block) { return block.reveal == Reveal::opened; };
  const float from = scrolling_.offset;
  const bool ends_anywhere = more_above() && (!scrolling_.paged || has_label());
  if (height_to_last_card() <= from + height || ends_anywhere || std::ranges::any_of(blocks_, is_opened))
    return height;
  const float first = more_above() ? end_of_first(from) : 0;
  if (first > from + height) return height;
  return std::max(first, visible_end(from + height, height)) - from;
}

// Of the block that a page begins with; 0 where it begins within one.
float PageContent::end_of_first(float from) const {
  float y = 0;
  for (const Block& block : blocks_) {
    if (y > 0) y += block.gap;
    y += block.height;
    if (std::abs(y - block.height - from) <= 1) return y;
  }
  return 0;
}

// Where a page of that height that reaches to `end` ends: in the midst of a card or in words.
float PageContent::visible_end(float end, float page) const {
  constexpr float least = seen_of_card, most = 0.8F, best = 0.6F;  // of a card that is cut
  float y = 0, ends = end, lowest = 0;  // the lowest end of a card that is in sight
  for (const Block& block : blocks_) {
    if (y > 0) y += block.gap;
    if (y >= end) break;
    if (block.cards.empty() && end - y >= least * block.height) ends = end;
    for (const BlockPart& card : block.cards) {
      const float top = y + card.top, seen = (end - top) / card.height;
      if (seen >= least && seen <= most) return end;
      if (seen <= most || top + card.height <= lowest) continue;
      const bool is_page = card.height > page / 2;  // as a picture or an upright line is: no seam below it
      lowest = top + card.height;
      ends = is_page ? end : top + best * card.height;
    }
    y += block.height;
  }
  return ends;
}

Block PageContent::as_block() && {
  const float whole = height();
  std::vector<BlockPart> parts = cards();
  return {.height = whole,
          .draw =
              [blocks = std::move(blocks_)](const Box& box) {
                std::optional<Event> result;
                float y = 0;
                for (const Block& block : blocks) {
                  if (y > 0) y += block.gap;
                  if (auto event = block.draw({box.x, box.y + y, box.width, block.height}))
                    result = std::move(event);
                  y += block.height;
                }
                return result;
              },
          .cards = std::move(parts)};
}

Block side_by_side(PageContent first, PageContent second, float width, float gap) {
  Block start = std::move(first).as_block(), end = std::move(second).as_block();
  std::vector<BlockPart> cards = std::move(start.cards);
  cards.insert(cards.end(), end.cards.begin(), end.cards.end());
  return {.height = std::max(start.height, end.height),
          .draw =
              [start = std::move(start.draw), end = std::move(end.draw), width, gap](const Box& box) {
                Box rest = box;
                auto result = start(take_left(rest, width, gap));
                if (auto event = end(rest)) result = event;
                return result;
              },
          .cards = std::move(cards)};
}

void PageContent::reveal(Reveal what) {
  float y = 0, first = -1, last = -1, with_next = -1, under = 0;
  for (const Block& block : blocks_) {
    if (y > 0) y += block.gap;
    const bool begins = block.reveal == what && first < 0;
    if (!begins && first >= 0 && with_next < 0) with_next = y + block.height;
    if (begins) first = y, under = block.under;
    if (begins || (block.reveal == what && what == Reveal::opened)) last = y + block.height;
    y += block.height;
  }
  if (first < 0) return;
  float& scroll = scrolling_.offset;
  const float air = frame_.theme().space(2), room = area_.height - std::max(under, line_on_top()) - air;
  if (what == Reveal::complaint && with_next - first <= room) last = std::max(last, with_next);
  if (last - scroll > area_.height - air) scroll = last - area_.height + air;
  const float on_top = label_on_top() != nullptr ? std::max(under, line_on_top()) : under;
  if (first - scroll < on_top) scroll = std::max(0.0F, first - on_top);
}

float PageContent::line_on_top() const {
  return frame_.line_height(label_on_top_lettering.size) + frame_.theme().space(1);
}

// Not where the next question's label would be covered by it: that one is read then. Nor where hardly
// anything would be left below it.
const Block* PageContent::label_on_top() const {
  const Theme& theme = frame_.theme();
  if (area_.height - line_on_top() < theme.target() + theme.space(2)) return nullptr;
  const Block* above = nullptr;
  float y = 0;
  for (const Block& block : blocks_) {
    if (y > 0) y += block.gap;
    if (block.label) {
      const float top = y - scrolling_.offset;
      if (top < -1)
        above = &block;
      else if (top < line_on_top())
        return nullptr;
    }
    y += block.height;
  }
  return above != nullptr && !above->label->empty() ? above : nullptr;
}

void PageContent::draw_label_on_top(const StyledText& label) {
  const std::string line = first_line_of(frame_, label.words, label_on_top_lettering, area_.width);
  frame_.write(line, label_on_top_lettering, area_, frame_.colours().ink);
}

// A finger that comes down stops the content.
void PageContent::catch_moving() {
  if (!ImGui::IsMouseClicked(ImGuiMouseButton_Left)) return;
  scrolling_.start = scrolling_.offset;
  scrolling_.caught = scrolling_.speed != 0;
  scrolling_.speed = 0;
}

// The content under the finger, and how fast it moves. A finger that rests before it is lifted leaves no
// speed, since the time that it rested is in the last frame's DeltaTime.
void PageContent::follow_finger() {
  FingerState& finger = frame_.finger_state();
  const float moved = ImGui::GetIO().MousePos.y - finger.start_y;
  const bool can_move = !fits(area_.height) && contains(area_, middle_x(area_), finger.start_y);
  const float across = ImGui::GetIO().MousePos.x - finger.start_x;
  const bool is_dragged = !finger.dragged.empty() || (finger.may_drag && std::abs(across) > std::abs(moved));
  const bool scrolls = scrolling_.caught || std::abs(moved) > frame_.theme().size(Size::drag);
  if (can_move && !is_dragged && scrolls) finger.scrolling = true;
  if (!finger.scrolling) return;
  scrolling_.paged = false;
  const float before = scrolling_.offset;
  scrolling_.offset = std::clamp(scrolling_.start - moved, 0.0F, std::max(0.0F, height() - area_.height));
  const float seconds = std::max(ImGui::GetIO().DeltaTime, 0.001F);
  scrolling_.speed = std::lerp(scrolling_.speed, (scrolling_.offset - before) / seconds,
                               std::min(1.0F, seconds / averaging_s));
  if (ImGui::IsMouseReleased(ImGuiMouseButton_Left)) coast();
}

// After the finger was lifted: slower and slower, to a complete end.
void PageContent::coast() {
  const Theme& theme = frame_.theme();
  const float fastest = theme.size(Size::fastest_scroll);
  scrolling_.speed = std::clamp(scrolling_.speed, -fastest, fastest);
  const float left = std::exp(-ImGui::GetIO().DeltaTime / coasting_s);
  if (!frame_.finger_state().down) scrolling_.offset += scrolling_.speed * coasting_s * (1 - left);
  if (!frame_.finger_state().down) scrolling_.speed *= left;
  const bool at_an_end = scrolling_.offset <= 0 || scrolling_.offset >= height() - area_.height;
  const bool ends =
      frame_.still() || at_an_end || std::abs(scrolling_.speed) < theme.size(Size::slowest_scroll);
  if (ends) scrolling_.speed = 0;
  if (!ends) frame_.draw_again();
}

void PageContent::settle(const Box& area) {
  area_ = area;
  catch_moving();
  if (frame_.finger_state().down) {
    follow_finger();
  } else if (ImGui::GetIO().MouseWheel != 0) {
    scrolling_.speed = 0;
    scrolling_.paged = false;
    scrolling_.offset -= ImGui::GetIO().MouseWheel * frame_.line_height(TextSize::reading);
  } else if (scrolling_.speed != 0) {
    coast();
  }
  if (scrolling_.reveal) {
    scrolling_.paged = false;
    reveal(Reveal::complaint);
    reveal(Reveal::opened);
    reveal(Reveal::writing);
  }
  scrolling_.reveal = false;
  scrolling_.offset = std::clamp(scrolling_.offset, 0.0F, std::max(0.0F, height() - area.height));
}

bool PageContent::more_above() const { return scrolling_.offset > 0.5F; }
bool PageContent::more_below() const { return height() - scrolling_.offset > area_.height + 0.5F; }
bool PageContent::hides_cards() const {
  return height_to_last_card() - scrolling_.offset > area_.height + 0.5F;
}

bool PageContent::has_label() const {
  return std::ranges::any_of(blocks_, [](const Block& block) { return block.label.has_value(); });
}

// What may stay at the top of the next page covers so much of it.
float PageContent::on_top() const {
  float covered = has_label() ? line_on_top() : 0;
  for (const Block& block : blocks_) covered = std::max(covered, block.under);
  return covered;
}

float PageContent::page_height() const {
  const float seen = area_.height - on_top(), line = frame_.line_height(TextSize::reading);
  return std::max({seen - 2 * line, seen / 2, line});  // a page always moves on, however little is in sight
}

// Where the next page may begin with the first that is not whole on this one, if it is whole there.
std::optional<float> PageContent::begin_of_next() const {
  // A picture that fills the page does not keep what follows a question from coming into sight.
  const float least = has_label() ? page_height() / 2 : 1;
  const float from = scrolling_.offset, end = from + area_.height;
  float y = 0;
  for (const Block& block : blocks_) {
    if (y > 0) y += block.gap;
    const float covered = block.label ? block.under : on_top();  // a label leaves no room for the one before
    const float begin = std::floor(y - covered);
    if (y + block.height > end + 0.5F) {
      const bool is_whole = block.height <= whole_page_ - covered;
      return is_whole && begin - from >= least ? std::optional(begin) : std::nullopt;
    }
    y += block.height;
  }
  return std::nullopt;
}

void PageContent::page_down() {
  const float to = begin_of_next().value_or(scrolling_.offset + std::floor(page_height()));
  scrolling_.paged = true;
  scrolling_.offset = std::min(to, std::max(0.0F, height() - area_.height));
  frame_.draw_again();
}

void PageContent::page_up() {
  const float page = page_height();
  scrolling_.offset = std::max(0.0F, scrolling_.offset - std::floor(page));
  scrolling_.paged = true;
  frame_.draw_again();
}

void PageContent::follow_drag(float finger_y) {
  constexpr float longest_s = 0.05F;  // between two frames, however long nothing was drawn
  const Theme& theme = frame_.theme();
  const float zone = theme.target(), fastest = 8 * theme.card_height();  // a second
  const float below = finger_y - (bottom(area_) - zone), above = area_.y + zone - finger_y;
  const float deep = std::clamp(below > 0 ? below / zone : -std::max(above, 0.0F) / zone, -1.0F, 1.0F);
  float& scroll = scrolling_.offset;
  const float before = scroll;
  scroll += deep * fastest * std::min(ImGui::GetIO().DeltaTime, longest_s);
  scroll = std::clamp(scroll, 0.0F, std::max(0.0F, height() - area_.height));
  if (scroll == before) return;
  scrolling_.paged = false;
  frame_.draw_again();
}

std::optional<Event> PageContent::draw() {
  std::optional<Event> result;
  in_sight_ = area_;
  if (const Block* asked = label_on_top()) {
    draw_label_on_top(*asked->label);
    take_top(in_sight_, line_on_top());
  }
  stays_to_ = in_sight_.y;
  const float overhang = frame_.theme().space(3);  // shadows, edges and grounds may stand out at the sides
  frame_.clip(inset(in_sight_, -overhang, 0));
  float y = 0;
  for (const Block& block : blocks_) {
    if (y > 0) y += block.gap;
    const Box box{area_.x, area_.y + y - std::round(scrolling_.offset), area_.width, block.height};
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
