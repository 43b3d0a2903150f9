#include "ui/fields/points_field.h"

#include <algorithm>
#include <string>

#include "ui/fields/asked.h"
#include "ui/fields/fields.h"
#include "ui/fields/step_button.h"
#include "ui/layout.h"

namespace buurtpeil {
namespace {

using Item = PointsField::Item;

constexpr Lettering points_label{TextSize::reading};
constexpr Lettering points_value{TextSize::lead, Weight::bold, Align::center};
constexpr Lettering left_lettering{TextSize::reading, Weight::bold};

// Where there is room the words stand before the bar, else above it.
bool is_wide(Frame& frame, float width) { return width >= 1.7F * frame.theme().size(Size::two_line_card); }

float label_width(Frame& frame, float width) { return is_wide(frame, width) ? width * 0.34F : width; }

float bar_height(const Theme& theme) { return step_button_size(theme); }

void draw_bar(Frame& frame, const Item& item, const Box& box) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  frame.fill(box, palette.card, theme.corner());
  Box part = box;
  part.width = std::max(static_cast<float>(item.share) * box.width, 2 * theme.corner());
  if (item.share > 0) frame.fill(part, palette.tint, theme.corner());
  const float thick = theme.size(Size::bar);
  part = inset({box.x, bottom(box) - 1.5F * thick, part.width, thick}, theme.corner() / 2, 0);
  if (item.share > 0) frame.fill(part, palette.accent, thick / 2);
  frame.edge(box, palette.edge, theme.corner(), theme.stroke());
  frame.write_in_middle(item.value, points_value, box, palette.ink);
}

float item_height(Frame& frame, const Item& item, float width) {
  const Theme& theme = frame.theme();
  const float words = frame.height_of(item.label, points_label, label_width(frame, width));
  if (is_wide(frame, width)) return std::max(words, bar_height(theme));
  return words + theme.space(2) + bar_height(theme);
}

std::optional<Event> draw_item(Frame& frame, const Item& item, const Box& box) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  Box rest = box;
  if (is_wide(frame, box.width)) {
    const Box words = take_left(rest, label_width(frame, box.width), theme.space(4));
    const float height = frame.height_of(item.label, points_label, words.width);
    frame.write(item.label, points_label, centred(words, words.width, height), palette.ink);
    rest = centred(rest, rest.width, bar_height(theme));
  } else {
    const float height = frame.height_of(item.label, points_label, rest.width);
    frame.write(item.label, points_label, take_top(rest, height, theme.space(2)), palette.ink);
  }
  const float button = step_button_size(theme), gap = theme.space(3);
  std::optional<Event> result;
  const auto draw = [&](const char* which, std::size_t index, const PointsField::Step& step,
                        const Box& place) {
    const std::string name = "points:" + item.path + ":" + which + std::to_string(index);
    if (draw_step_button(frame, name, step.label, place, step.writes.empty() ? Offered::no : Offered::yes))
      result = event::Write{item.path, step.writes};
  };
  for (std::size_t index = 0; index < item.less.size(); ++index)  // the far ones are outside
    draw("less", index, item.less[index], take_left(rest, button, gap));
  for (std::size_t index = 0; index < item.more.size(); ++index)
    draw("more", index, item.more[index], take_right(rest, button, gap));
  draw_bar(frame, item, rest);
  return result;
}

}  // namespace

void add_field(Frame& frame, PageContent& content, const PointsField& field, const Setup& setup) {
  add_asked(frame, content, field, field.instruction, setup);
  add_complaint(frame, content, field, setup.width);
  if (!field.left.empty())
    content.add({.gap = frame.theme().space(5),
                 .height = points_left_height(frame, field, setup.width),
                 .draw = [&frame, &field](const Box& box) {
                   draw_points_left(frame, field, box);
                   return std::optional<Event>();
                 }});
  for (const Item& item : field.items) {
    const float height = item_height(frame, item, setup.width);
    content.add({.gap = frame.theme().space(5),
                 .height = height,
                 .draw = [&frame, &item](const Box& box) { return draw_item(frame, item, box); },
                 .cards = {{0, height}}});
  }
  add_clear(frame, content, field.path, field.clear, setup.width);
  add_refuse(frame, content, field, setup.width);
  if (setup.setting == Setting::hints_last)
    add_left_out(frame, content, field, field.instruction, setup.width, setup.room);
}

float points_left_height(Frame& frame, const PointsField& field, float width) {
  return frame.height_of(field.left, left_lettering, width) + frame.theme().space(1) +
         frame.theme().size(Size::bar);
}

void draw_points_left(Frame& frame, const PointsField& field, const Box& box) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  Box rest = box;
  frame.write(field.left, left_lettering,
              take_top(rest, frame.height_of(field.left, left_lettering, rest.width), theme.space(1)),
              palette.accent);
  Box bar = take_top(rest, theme.size(Size::bar));
  frame.fill(bar, palette.track, bar.height / 2);
  bar.width *= static_cast<float>(field.divided);
  if (field.divided > 0) frame.fill(bar, palette.accent, bar.height / 2);
}

}  // namespace buurtpeil
