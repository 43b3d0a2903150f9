#include "ui/screens/page.h"

#include <algorithm>
#include <cmath>

#include "ui/street.h"

namespace buurtpeil {
namespace {

constexpr ButtonDesign header_button{
    .look = ButtonLook::card, .before = Sign::globe, .weight = Weight::regular, .size = TextSize::small};
constexpr ButtonDesign more_design{
    .look = ButtonLook::card, .after = Sign::down, .weight = Weight::regular, .size = TextSize::small};

}  // namespace

PageBoxes cut_page(const Frame& frame) {
  const Theme& theme = frame.theme();
  Box rest = inset(frame.whole(), theme.margin(), 0);
  PageBoxes boxes;
  boxes.header = take_top(rest, header_height(theme));
  boxes.footer = take_bottom(rest, footer_height(theme));
  boxes.body = rest;
  return boxes;
}

void take_banner(Frame& frame, Box& body) {
  const Theme& theme = frame.theme();
  if (!theme.portrait() || theme.room() != Room::roomy) return;
  Box banner = take_top(body, theme.size(Size::banner), theme.space(6));
  banner.x = 0;
  banner.width = frame.whole().width;
  draw_street(frame, banner);
}

std::optional<Event> draw_header(Frame& frame, const Box& header, const Button& language) {
  const Theme& theme = frame.theme();
  Box rest = inset(header, 0, (header.height - theme.target()) / 2);
  std::optional<Event> result;
  if (!language.label.empty()) {
    const Box box = take_right(rest, button_width(frame, language, header_button), theme.space(4));
    result = draw_button(frame, "language", language, box, header_button);
  }
  if (owner_width(frame) <= rest.width) draw_owner(frame, rest);
  return result;
}

namespace {

bool beside_each_other(Frame& frame, const FooterButtons& buttons, float width) {
  if (buttons.second.label.empty()) return true;
  const float needed = button_width(frame, buttons.first, buttons.first_design) +
                       button_width(frame, buttons.second, buttons.second_design) + frame.theme().space(4);
  return needed <= width;
}

float footer_margin(const Theme& theme) { return theme.space(theme.room() == Room::roomy ? 5 : 3); }

}  // namespace

float footer_height_for(Frame& frame, const FooterButtons& buttons, float width) {
  const Theme& theme = frame.theme();
  const float least = theme.button_height();
  if (beside_each_other(frame, buttons, width)) {
    return button_height(frame, buttons.first, buttons.first_design, width, least) + 2 * footer_margin(theme);
  }
  return button_height(frame, buttons.first, buttons.first_design, width, least) + theme.space(3) +
         button_height(frame, buttons.second, buttons.second_design, width, least) + 2 * footer_margin(theme);
}

std::optional<Event> draw_footer(Frame& frame, const FooterButtons& buttons, const Box& footer) {
  const Theme& theme = frame.theme();
  Box rest = inset(footer, 0, footer_margin(theme));
  Box first, second;
  if (beside_each_other(frame, buttons, rest.width)) {
    const float least = theme.size(Size::footer_button);
    first = take_right(rest, std::max(least, button_width(frame, buttons.first, buttons.first_design)),
                       theme.space(4));
    second = take_left(rest, std::max(std::min(least, rest.width),
                                      button_width(frame, buttons.second, buttons.second_design)));
  } else {
    first = take_top(
        rest, button_height(frame, buttons.first, buttons.first_design, rest.width, theme.button_height()),
        theme.space(3));
    second = rest;
  }
  auto result = draw_button(frame, buttons.first_name, buttons.first, first, buttons.first_design);
  if (auto event = draw_button(frame, buttons.second_name, buttons.second, second, buttons.second_design))
    result = event;
  return result;
}

std::optional<Event> draw_with_more(Frame& frame, PageContent& content, Box area, const Box& middle,
                                    const std::string& more) {
  const Theme& theme = frame.theme();
  const Button more_button{more, event::Touch{}};
  const float square = theme.size(Size::square_button);
  float width = more.empty() ? square : button_width(frame, more_button, more_design);
  Box strip = middle;
  const bool needed = !content.fits(area.height);
  if (needed && width + square + theme.space(3) > middle.width) {
    strip = take_bottom(area, theme.target(), theme.space(3));
  }
  content.settle(area);
  auto result = content.draw();
  if (!needed) return result;
  const bool in_words = !more.empty() && width + square + theme.space(3) <= strip.width;
  if (!in_words) width = square;
  Box pair = centred(strip, width + square + theme.space(3), std::min(strip.height, square));
  const Box up = take_left(pair, square, theme.space(3));
  if (content.more_below()) {
    const bool tapped = in_words ? draw_button(frame, "more", more_button, pair, more_design).has_value()
                                 : draw_sign_button(frame, "more", Sign::down, pair);
    if (tapped) content.page_down();
    if (tapped) result = event::Touch{};
  }
  if (content.more_above() && draw_sign_button(frame, "up", Sign::up, up)) {
    content.page_up();
    result = event::Touch{};
  }
  return result;
}

}  // namespace buurtpeil
