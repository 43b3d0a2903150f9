// The PIN of the staff: large keys, dots instead of digits.
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/screens/footer.h"
#include "ui/screens/screens.h"

namespace buurtpeil {
namespace {

constexpr ButtonDesign digit_design{.look = ButtonLook::card, .size = TextSize::lead, .taps = Taps::each};

void draw_dots(Frame& frame, const PinView& view, const Box& box, Align align) {
  const Theme& theme = frame.theme();
  constexpr int least = 6;
  const int places = std::max(least, view.digits);
  const float dot = theme.size(Size::pin_dot), gap = theme.space(4);
  const float width = static_cast<float>(places) * (dot + gap) - gap;
  Box row = centred(box, align == Align::center ? width : box.width, dot);
  for (int place = 0; place < places; ++place) {
    const Box at = take_left(row, dot, gap);
    if (place < view.digits)
      frame.fill(at, frame.colours().accent, dot / 2);
    else
      frame.edge(at, frame.colours().edge, dot / 2, theme.size(Size::rim));
  }
}

std::optional<Event> draw_keys(Frame& frame, const PinView& view, Box area, float key_height) {
  const Theme& theme = frame.theme();
  static constexpr std::array<std::array<const char*, 3>, 4> rows = {
      {{"1", "2", "3"}, {"4", "5", "6"}, {"7", "8", "9"}, {"", "0", "erase"}}};
  std::optional<Event> result;
  const float gap = theme.space(3);
  frame.stop_mirroring();  // digits lie the same way for everybody
  area.x =
      frame.page().direction == Direction::right_to_left ? mirrored(area, frame.whole().width).x : area.x;
  for (const auto& row : rows) {
    Box line = take_top(area, key_height, gap);
    for (const char* what : row) {
      const Box key = take_left(line, theme.size(Size::pin_key), gap);
      if (std::string_view{what}.empty() || view.locked) continue;
      const std::string name = std::string{"key:"} + what;
      if (std::string_view{what} == "erase") {
        if (view.digits > 0 && draw_sign_button(frame, name, Sign::erase, key, Taps::each))
          result = event::Command{what};
      } else if (auto event = draw_button(frame, name, {what, event::Command{what}}, key, digit_design)) {
        result = std::move(event);
      }
    }
  }
  frame.mirror_again();
  return result;
}

}  // namespace

std::optional<Event> draw_screen(Frame& frame, const PinView& view) {
  const Theme& theme = frame.theme();
  const bool roomy = theme.room() == Room::roomy;
  draw_paper(frame);
  PageBoxes boxes = cut_page(frame);
  auto result = draw_header(frame, boxes);
  FooterButtons buttons{
      .first_name = "enter", .second_name = "back", .first = view.enter, .second = view.back};
  buttons.first_design.after = Sign::forward;
  buttons.second_design.before = Sign::back;
  const FooterCut footer = cut_footer(frame, buttons, boxes, theme.column());
  const float gap = theme.space(3);
  const float key = theme.button_height();
  const float keys_width = 3 * theme.size(Size::pin_key) + 2 * gap;
  const float keys_height = 4 * key + 3 * gap;
  // Beside each other on a low display, one below the other on others.
  const bool beside = !theme.portrait() && !roomy;
  Box body = centred_column(boxes.body, theme.size(Size::asking_column));
  Box words = body, keys = body;
  if (beside) keys = take_right(words, keys_width, theme.space(5));
  const float title = frame.height_of(view.title, {TextSize::title, Weight::bold}, words.width);
  const float dots = theme.size(Size::pin_dot) + 2 * theme.space(roomy ? 4 : 3);
  const float notice = frame.height_of(view.notice, {TextSize::reading}, words.width);
  const float least_notice = 2 * frame.line_height(TextSize::reading);
  const float used = title + dots + std::max(notice, least_notice);
  const float all = beside ? std::max(used, keys_height) : used + keys_height;
  const float slack = std::floor(std::max(0.0F, body.height - all) * (theme.portrait() ? 0.6F : 0.35F));
  take_top(words, slack);
  const Align align = beside ? Align::start : Align::center;
  frame.write(view.title, {TextSize::title, Weight::bold, align}, take_top(words, title),
              frame.colours().ink);
  draw_dots(frame, view, take_top(words, dots), align);
  frame.write(view.notice, {TextSize::reading, Weight::regular, align},
              take_top(words, std::max(notice, least_notice)), frame.colours().ink);
  if (!beside) keys = words;
  if (beside) take_top(keys, std::floor(std::max(0.0F, keys.height - keys_height) / 2));
  keys = centred_column(keys, keys_width);
  if (auto event = draw_keys(frame, view, keys, key)) result = std::move(event);
  if (auto event = draw_footer(frame, buttons, footer)) result = std::move(event);
  return result;
}

}  // namespace buurtpeil
