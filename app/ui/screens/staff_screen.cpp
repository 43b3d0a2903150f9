// The staff's screen: what there is to know on cards above, what there is to do on cards below.
#include <algorithm>
#include <cmath>

#include "ui/screens/page_boxes.h"
#include "ui/screens/screens.h"

namespace buurtpeil {
namespace {

constexpr Lettering fact_label{TextSize::small};
constexpr Lettering fact_value{TextSize::reading, Weight::bold};
constexpr Lettering action_lettering{TextSize::reading, Weight::bold};

float padding(const Theme& theme) { return theme.size(Size::card_padding); }

/// Label and value of a fact stand beside each other where there is room.
struct FactPlaces {
  float label_width = 0;  ///< 0: one above the other
  std::vector<float> heights;
  float height = 0;
};

FactPlaces place_facts(Frame& frame, const StaffView& view, float width) {
  const Theme& theme = frame.theme();
  const float inside = width - 2 * padding(theme);
  FactPlaces places;
  if (!theme.portrait() || theme.room() == Room::roomy) {
    for (const StaffView::Fact& fact : view.facts)
      places.label_width = std::max(places.label_width, frame.width_of(fact.label, fact_label));
    if (places.label_width > inside * 0.4F) places.label_width = 0;
  }
  const float left = places.label_width > 0 ? places.label_width + theme.space(5) : 0;
  for (const StaffView::Fact& fact : view.facts) {
    const float sign = fact.warning ? theme.size(Size::lone_sign) + theme.space(3) : 0;
    float height = frame.height_of(fact.value, fact_value, inside - left - sign);
    if (left == 0) height += frame.height_of(fact.label, fact_label, inside);
    places.heights.push_back(height + 2 * theme.space(3));
    places.height += places.heights.back();
  }
  return places;
}

void draw_facts(Frame& frame, const StaffView& view, const FactPlaces& places, const Box& card) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  frame.fill(card, palette.card, theme.corner());
  frame.edge(card, palette.line, theme.corner(), theme.stroke());
  Box rest = inset(card, padding(theme), 0);
  for (std::size_t index = 0; index < view.facts.size(); ++index) {
    const StaffView::Fact& fact = view.facts[index];
    Box row = take_top(rest, places.heights[index]);
    if (index > 0) frame.fill({row.x, row.y, row.width, theme.size(Size::hairline)}, palette.line);
    row = inset(row, 0, theme.space(3));
    if (places.label_width > 0) {
      frame.write_in_middle(fact.label, fact_label, take_left(row, places.label_width, theme.space(5)),
                            palette.ink_quiet);
    } else {
      const float height = frame.height_of(fact.label, fact_label, row.width);
      frame.write(fact.label, fact_label, take_top(row, height), palette.ink_quiet);
    }
    if (fact.warning) {
      const float size = theme.size(Size::lone_sign);
      frame.sign(Sign::attention, centred(take_left(row, size, theme.space(3)), size, size), palette.warning);
    }
    if (places.label_width > 0)
      frame.write_in_middle(fact.value, fact_value, row, palette.ink);
    else
      frame.write(fact.value, fact_value, row, palette.ink);
  }
}

float action_height(Frame& frame, const StaffView::Action& action, float width) {
  const Theme& theme = frame.theme();
  const float inside = width - 2 * padding(theme);
  const float words = frame.height_of(action.label, action_lettering, inside) +
                      frame.height_of(action.value, fact_label, inside);
  return std::max(theme.card_height(), std::ceil(words + 2 * theme.space(3)));
}

std::optional<Event> draw_action(Frame& frame, const StaffView::Action& action, const Box& box) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  const Contact contact = frame.touch(action.name, box);
  if (!contact.pressed) frame.shadow(box, theme.corner());
  frame.fill(box, contact.pressed ? palette.pressed : palette.card, theme.corner());
  frame.edge(box, palette.edge, theme.corner(), theme.stroke());
  Box inner = inset(box, padding(theme), 0);
  const float label = frame.height_of(action.label, action_lettering, inner.width);
  const float value = frame.height_of(action.value, fact_label, inner.width);
  inner = centred(inner, inner.width, label + value);
  frame.write(action.label, action_lettering, take_top(inner, label), palette.ink);
  frame.write(action.value, fact_label, inner, palette.ink_quiet);
  if (contact.tapped) return action.event;
  return std::nullopt;
}

void add_actions(Frame& frame, PageContent& content, const StaffView& view, float width) {
  const Theme& theme = frame.theme();
  const float gap = theme.space(4);
  const bool narrow = theme.portrait() && theme.room() == Room::compact;
  const std::size_t columns = narrow || view.actions.size() < 2 ? 1 : theme.portrait() ? 2 : 3;
  const float card =
      std::floor((width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
  for (std::size_t first = 0; first < view.actions.size(); first += columns) {
    const std::size_t end = std::min(view.actions.size(), first + columns);
    float height = 0;
    for (std::size_t index = first; index < end; ++index)
      height = std::max(height, action_height(frame, view.actions[index], card));
    content.add({.gap = first == 0 ? theme.space(5) : gap,
                 .height = height,
                 .draw = [&frame, &view, first, end, card, gap](const Box& row) {
                   std::optional<Event> chosen;
                   Box rest = row;
                   for (std::size_t index = first; index < end; ++index)
                     if (auto event = draw_action(frame, view.actions[index], take_left(rest, card, gap)))
                       chosen = std::move(event);
                   return chosen;
                 }});
  }
}

void add_notice(Frame& frame, PageContent& content, const StaffView& view, float width) {
  if (view.notice.empty()) return;
  const Theme& theme = frame.theme();
  if (view.warning) {
    content.add({.gap = theme.space(4),
                 .height = complaint_height(frame, view.notice, width),
                 .draw = [&frame, &view](const Box& box) {
                   draw_complaint(frame, view.notice, box);
                   return std::optional<Event>();
                 }});
    return;
  }
  const float height = frame.height_of(view.notice, fact_value, width - 2 * padding(theme));
  content.add({.gap = theme.space(4),
               .height = std::ceil(height + 2 * theme.space(3)),
               .draw = [&frame, &view](const Box& box) {
                 frame.fill(box, frame.colours().tint, frame.theme().corner());
                 frame.write_in_middle(view.notice, fact_value, inset(box, padding(frame.theme()), 0),
                                       frame.colours().ink);
                 return std::optional<Event>();
               }});
}

}  // namespace

std::optional<Event> draw_screen(Frame& frame, const StaffView& view) {
  const Theme& theme = frame.theme();
  const bool roomy = theme.room() == Room::roomy;
  draw_paper(frame);
  PageBoxes boxes = cut_page(frame);
  auto result = draw_header(frame, boxes);
  FooterButtons buttons{.first_name = "back", .second_name = "", .first = view.back, .second = {}};
  buttons.first_design.before = Sign::back;
  const Box middle = fit_footer(frame, boxes, buttons, theme.size(Size::staff_column));
  Box body = centred_column(boxes.body, theme.size(Size::staff_column));
  take_top(body, theme.space(roomy ? 3 : 1));
  PageContent content(frame);
  content.add_text(view.title, {TextSize::title, Weight::bold}, frame.colours().ink, body.width, 0);
  add_notice(frame, content, view, body.width);
  const FactPlaces places = place_facts(frame, view, body.width);
  if (!view.facts.empty())
    content.add({.gap = theme.space(4), .height = places.height, .draw = [&](const Box& box) {
                   draw_facts(frame, view, places, box);
                   return std::optional<Event>();
                 }});
  add_actions(frame, content, view, body.width);

  if (auto event = draw_with_more(frame, content, body, middle, "")) result = std::move(event);
  if (auto event = draw_footer(frame, buttons, boxes.footer)) result = std::move(event);
  return result;
}

}  // namespace buurtpeil
