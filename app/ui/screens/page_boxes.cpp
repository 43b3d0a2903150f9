#include "ui/screens/page_boxes.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/pictures/street.h"
#include "ui/screens/visitor_tools.h"

namespace buurtpeil {
namespace {

ButtonDesign more_design(ButtonLook look) {
  return {.look = look, .after = Sign::down, .weight = Weight::regular, .size = TextSize::small};
}

struct EndSeen {
  bool seen = false;
};

struct MoreWanted {
  bool wanted = false;
};

}  // namespace

PageBoxes cut_page(const Frame& frame) {
  const Theme& theme = frame.theme();
  // On a small display there is less air towards its edges than towards what is touched.
  Box rest = inset(frame.whole(), theme.margin(), theme.room() == Room::compact ? -theme.space(1) : 0);
  PageBoxes boxes;
  boxes.header = take_top(rest, header_height(theme));
  if (theme.tools_below())
    boxes.tools = inset(take_bottom(rest, theme.tool_height() + theme.space(5)), 0, theme.space(5) / 2);
  boxes.tools.y -= theme.tools_below() ? theme.space(5) / 2 : 0;
  boxes.footer = take_bottom(rest, footer_height(theme));
  boxes.body = rest;
  return boxes;
}

float banner_height(const Theme& theme) {
  const bool high = theme.area().height >= theme.size(Size::banner_page);
  const bool has_street = theme.area().y > 0;  // above a page that was moved down
  if (has_street) return 0;
  if (!theme.portrait() || theme.room() != Room::roomy || !high) return 0;
  return theme.size(Size::banner) + theme.space(6);
}

void take_banner(Frame& frame, Box& body) {
  const Theme& theme = frame.theme();
  if (banner_height(theme) == 0) return;
  Box banner = take_top(body, theme.size(Size::banner), theme.space(6));
  banner.x = 0;
  banner.width = frame.whole().width;
  draw_street(frame, banner);
}

Box header_row(const Theme& theme, const Box& header) {
  return inset(header, 0, (header.height - theme.tool_height()) / 2);
}

std::optional<Event> draw_tools_below(Frame& frame, const PageBoxes& boxes) {
  if (!frame.theme().tools_below()) return std::nullopt;
  std::vector<Tool> tools = tools_of(frame);
  spread_tools(frame, tools, centred_column(boxes.tools, frame.theme().column()));
  return draw_tools(frame, tools);
}

std::optional<Event> draw_header(Frame& frame, const PageBoxes& boxes) {
  Box rest = header_row(frame.theme(), boxes.header);
  std::vector<Tool> tools;
  if (!frame.theme().tools_below()) tools = tools_of(frame);
  cut_tools(frame, tools, rest, owner_width(frame));
  if (owner_width(frame) <= rest.width) draw_owner(frame, rest);
  auto result = draw_tools(frame, tools);
  if (auto event = draw_tools_below(frame, boxes)) result = std::move(event);
  return result;
}

void show_more(Frame& frame) {
  frame.memory().of<MoreWanted>().wanted = true;
  frame.draw_again();
}

bool end_was_seen(Frame& frame) { return frame.memory().of<EndSeen>().seen; }

namespace {

Button button_of_more(const Frame& frame) { return {frame.page().more, event::Touch{}}; }

// Of both, where "more" is set in letters of that size.
float width_of_more_in(Frame& frame, TextScale text) {
  frame.set_content(Density::usual, text);
  const Theme& theme = frame.theme();
  const float width = theme.size(Size::square_button) + theme.space(3) +
                      button_width(frame, button_of_more(frame), more_design(ButtonLook::card));
  frame.set_as_page();
  return width;
}

TextScale least_letters_of_more(const Frame& frame) {
  return std::min(frame.page_letters(), TextScale::normal);
}

enum class Turn { no, down, up };

// "Up" at the start, and "more" in words on every screen, in smaller letters where it needs to be, then on
// several lines. Gives what was tapped: the page is turned in the letters of the content, not in these.
Turn draw_more_buttons(Frame& frame, const PageContent& content, const Box& strip, ButtonLook look) {
  const Theme& theme = frame.theme();
  const bool fits = width_of_more(frame) <= strip.width;
  const bool folded = least_width_of_more(frame) > strip.width;
  const float wide = std::min(fits ? width_of_more(frame) : least_width_of_more(frame), strip.width);
  const float high = folded ? strip.height : std::max(theme.size(Size::square_button), theme.tool_height());
  Box pair = centred(strip, wide, std::min(strip.height, high));
  const Box both = pair;
  const Box up = take_left(pair, theme.size(Size::square_button), theme.space(3));
  // On the first page there is no "up" yet: rather on one line than beside an empty place.
  if (folded && !content.more_above()) pair = both;
  Turn turn = Turn::no;
  if (content.more_below()) {
    if (!fits) frame.set_content(Density::usual, least_letters_of_more(frame));
    if (draw_button(frame, "more", button_of_more(frame), pair, more_design(look))) turn = Turn::down;
    frame.set_as_page();
  }
  if (content.more_above() && draw_sign_button(frame, "up", Sign::up, up)) turn = Turn::up;
  return turn;
}

}  // namespace

float width_of_more(Frame& frame) { return width_of_more_in(frame, frame.page_letters()); }
float least_width_of_more(Frame& frame) { return width_of_more_in(frame, least_letters_of_more(frame)); }

// Of both, where "more" stands on several lines of those letters.
float folded_width_of_more(Frame& frame) {
  frame.set_content(Density::usual, least_letters_of_more(frame));
  const Theme& theme = frame.theme();
  const ButtonDesign design = more_design(ButtonLook::card);
  const float word = std::ceil(widest_word_of(frame, frame.page().more, {design.size, design.weight}));
  const float width =
      theme.size(Size::square_button) + theme.space(3) + button_width(frame, {"", {}}, design) + word + 1;
  frame.set_as_page();
  return width;
}

float strip_of_more(Frame& frame, const Box& middle) {
  const Theme& theme = frame.theme();
  return folded_width_of_more(frame) <= middle.width ? 0 : theme.tool_height() + theme.space(3);
}

std::optional<Event> draw_with_more(Frame& frame, PageContent& content, Box area, const Box& middle,
                                    Unseen unseen) {
  const Theme& theme = frame.theme();
  const Density density = theme.density();
  const TextScale text = theme.look().text;
  const bool needed = !content.fits(area.height);
  frame.set_as_page();
  Box strip = middle;
  if (const float high = strip_of_more(frame, middle); needed && high > 0)
    strip = take_bottom(area, high - theme.space(3), theme.space(3));
  frame.set_content(density, text);
  if (needed) area.height = content.cut_visibly(area.height);
  content.settle(area);
  if (!content.hides_cards() || !content.more_below()) frame.memory().of<EndSeen>().seen = true;
  if (std::exchange(frame.memory().of<MoreWanted>().wanted, false)) {
    content.page_down();
    frame.draw_again();
  }
  const bool is_first = unseen == Unseen::first_thing_to_do && !end_was_seen(frame);
  auto result = content.draw();
  if (!needed) return result;
  frame.set_as_page();
  const Turn turn = draw_more_buttons(frame, content, strip, is_first ? ButtonLook::main : ButtonLook::card);
  frame.set_content(density, text);
  if (turn == Turn::no) return result;
  if (turn == Turn::down) content.page_down();
  if (turn == Turn::up) content.page_up();
  return event::Touch{};
}

}  // namespace buurtpeil
