// How the visitor wants to see the screens: each choice is shown as it would look.
#include <algorithm>
#include <cmath>

#include "ui/screens/page_boxes.h"
#include "ui/screens/screens.h"

namespace buurtpeil {
namespace {

using Group = LookView::Group;
using Option = LookView::Option;

constexpr Lettering option_label{TextSize::reading, Weight::regular, Align::center};

/// A capital A in the size that the letters would have, or a piece of a page in the colours.
float sample_height(Frame& frame, const Group& group) {
  if (group.kind == Group::Kind::contrast) return frame.theme().size(Size::swatch);
  float tallest = 0;
  for (const Option& option : group.options)
    tallest = std::max(tallest, Theme(frame.theme().display(), option.look).capital(TextSize::reading));
  return tallest;
}

void draw_letter(Frame& frame, const Option& option, const Box& box) {
  const float capital = Theme(frame.theme().display(), option.look).capital(TextSize::reading);
  const float sign = capital * 24 / 18;  // of which the letter takes three quarters
  frame.sign(Sign::letter, {middle_x(box) - sign / 2, bottom(box) - capital - sign / 8, sign, sign},
             frame.colours().ink);
}

void draw_swatch(Frame& frame, const Option& option, const Box& box) {
  const Theme& theme = frame.theme();
  const Palette& colours = theme.colours(option.look.contrast);
  const Box page = centred(box, std::min(box.width, box.height * 2.4F), box.height);
  frame.fill(page, colours.paper, theme.corner() / 2);
  frame.edge(page, colours.edge, theme.corner() / 2, theme.stroke());
  Box inner = inset(page, page.height * 0.24F, page.height * 0.22F);
  const float thick = page.height * 0.16F;
  frame.fill(take_top(inner, thick, thick), colours.ink, thick / 2);
  Box line = take_top(inner, thick);
  frame.fill(take_left(line, line.width * 0.6F, thick), colours.ink_quiet, thick / 2);
  frame.fill(line, colours.accent, thick / 2);
}

std::optional<Event> draw_sample_card(Frame& frame, const Group& group, const Option& option, Box box) {
  const Theme& theme = frame.theme();
  const Contact contact = frame.touch("look:" + option.name, box);
  draw_choice_card(frame, option.chosen, contact.pressed, box);
  if (option.chosen) draw_chosen_badge(frame, box);
  Box inner = inset(box, theme.space(3), theme.space(4));
  const Box sample = take_top(inner, sample_height(frame, group), theme.space(2));
  group.kind == Group::Kind::contrast ? draw_swatch(frame, option, sample)
                                      : draw_letter(frame, option, sample);
  frame.write(option.label, option_label, inner, frame.colours().ink);
  if (contact.tapped) return event::SetLook{option.look};
  return std::nullopt;
}

std::optional<Event> draw_switch(Frame& frame, const Option& option, const Box& box) {
  const Theme& theme = frame.theme();
  const Contact contact = frame.touch("look:" + option.name, box);
  draw_choice_card(frame, option.chosen, contact.pressed, box);
  Box inner = inset(box, theme.size(Size::card_padding), 0);
  const float size = theme.size(Size::mark);
  draw_mark(frame, centred(take_left(inner, size, theme.space(4)), size, size), true, option.chosen);
  frame.write_in_middle(option.label, {}, inner, frame.colours().ink);
  if (contact.tapped) return event::SetLook{option.look};
  return std::nullopt;
}

/// Cards of a group in rows of as many as their words leave room for.
void add_group(Frame& frame, PageContent& content, const Group& group, float width) {
  const Theme& theme = frame.theme();
  const bool switches = group.kind == Group::Kind::others;
  const float gap = theme.space(theme.room() == Room::roomy ? 4 : 3);
  const float around = switches ? 2 * theme.size(Size::card_padding) + theme.size(Size::mark) + theme.space(4)
                                : 2 * theme.space(3);
  float widest = 0;
  for (const Option& option : group.options)
    widest = std::max(widest, frame.width_of(option.label, option_label) + around);
  const auto count = group.options.size();
  std::size_t columns = count;
  const auto column = [&] {
    return std::floor((width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
  };
  while (columns > 1 && column() < widest) columns = count == 4 && columns == 4 ? 2 : columns - 1;
  if (count == 3 && columns == 2) columns = 1;
  const float card = column();
  float height = switches ? theme.card_height() : 0;
  for (const Option& option : group.options) {
    const float words =
        frame.height_of(option.label, option_label, card - around) + 2 * theme.space(switches ? 3 : 4);
    height = std::max(height, switches ? words : words + sample_height(frame, group) + theme.space(2));
  }
  if (!group.label.empty())
    content.add_text(group.label, {TextSize::reading, Weight::bold}, frame.colours().ink, width,
                     theme.space(theme.room() == Room::roomy ? 6 : 3));
  for (std::size_t first = 0; first < count; first += columns) {
    const float above = first > 0 ? gap : theme.space(group.label.empty() ? 5 : 3);
    content.add({.gap = above,
                 .height = std::ceil(height),
                 .draw = [&frame, &group, first, columns, card, gap](const Box& row) {
                   std::optional<Event> result;
                   Box rest = row;
                   const bool is_switch = group.kind == Group::Kind::others;
                   for (std::size_t at = first; at < std::min(first + columns, group.options.size()); ++at) {
                     const Box box = take_left(rest, card, gap);
                     if (auto event = is_switch ? draw_switch(frame, group.options[at], box)
                                                : draw_sample_card(frame, group, group.options[at], box))
                       result = std::move(event);
                   }
                   return result;
                 }});
  }
}

}  // namespace

std::optional<Event> draw_screen(Frame& frame, const LookView& view) {
  const Theme& theme = frame.theme();
  const bool roomy = theme.room() == Room::roomy;
  draw_paper(frame);
  FooterButtons buttons{
      .first_name = "done", .second_name = "reset", .first = view.done, .second = view.reset};
  buttons.first_design.before = Sign::check;
  buttons.second_design = {.look = ButtonLook::card, .before = Sign::undo, .weight = Weight::regular};
  PageBoxes boxes = cut_page(frame);
  auto result = draw_header(frame, boxes);
  const Box middle = fit_footer(frame, boxes, buttons, theme.column());
  take_banner(frame, boxes.body);
  Box body = centred_column(boxes.body, theme.column());
  take_top(body, theme.space(roomy ? 3 : 1));
  PageContent content(frame);
  if (roomy)
    content.add_text(view.title, {TextSize::title, Weight::bold}, frame.colours().ink, body.width, 0);
  std::vector<Group> groups = view.groups;
  for (Group& group : groups)
    if (!theme.can_lower())
      std::erase_if(group.options, [](const Option& each) { return each.name == "lower_half"; });
  for (const Group& group : groups) add_group(frame, content, group, body.width);
  if (auto event = draw_with_more(frame, content, body, middle, view.more)) result = std::move(event);
  if (auto event = draw_footer(frame, buttons, boxes.footer)) result = std::move(event);
  return result;
}

}  // namespace buurtpeil
