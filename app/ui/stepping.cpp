#include "ui/stepping.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets.h"

namespace buurtpeil {
namespace {

using Column = StepField::Column;
using Step = StepField::Step;

constexpr Lettering value_lettering{TextSize::lead, Weight::bold, Align::center};
constexpr Lettering title_lettering{TextSize::small, Weight::regular, Align::center};
constexpr ButtonDesign far_design{
    .look = ButtonLook::card, .weight = Weight::regular, .size = TextSize::small};
constexpr const char* no_value = "–";

// How columns are cut: as wide as the widest needs, in so many rows as that takes.
struct Cut {
  float column = 0;
  int per_row = 1, rows = 1;
  bool with_far = false;  // some column has far steps, or would have once there is a value
};

float column_gap(const Theme& theme) { return theme.space(3); }

float width_needed(Frame& frame, const Column& column) {
  const float around = 2 * frame.theme().space(3);
  return std::max({frame.theme().size(Size::step_column), frame.width_of(column.title, title_lettering),
                   frame.width_of(column.value, value_lettering) + around});
}

Cut cut(Frame& frame, const StepField& field, float width) {
  const float gap = column_gap(frame.theme());
  const int count = static_cast<int>(field.columns.size());
  Cut result;
  for (const Column& column : field.columns) {
    result.column = std::max(result.column, width_needed(frame, column));
    result.with_far |= !column.far_up.label.empty();
  }
  result.column = std::min(result.column, width);
  const int fitting = std::max(1, static_cast<int>((width + gap) / (result.column + gap)));
  // A day is three columns and a time two: a row that cannot take all takes the day.
  result.per_row = fitting >= count ? count : std::min(fitting, 3);
  result.rows = (count + result.per_row - 1) / result.per_row;
  return result;
}

float button_height(const Theme& theme) { return theme.size(Size::key_height); }

float row_height(Frame& frame, const Cut& cut) {
  const Theme& theme = frame.theme();
  const float gap = theme.space(3);
  const float buttons = (cut.with_far ? 4.0F : 2.0F) * (button_height(theme) + gap);
  return frame.line_height(TextSize::small) + theme.space(1) + buttons + theme.card_height();
}

void draw_value(Frame& frame, const Column& column, const Box& box) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  const bool empty = column.value.empty();
  frame.fill(box, empty ? palette.card : palette.tint, theme.corner());
  frame.edge(box, empty ? palette.edge : palette.accent, theme.corner(),
             empty ? theme.stroke() : theme.heavy_stroke());
  frame.write_in_middle(empty ? no_value : column.value, value_lettering, box,
                        empty ? palette.ink_quiet : palette.ink);
}

// One column being drawn: the buttons give what they would write.
struct Drawing {
  Frame& frame;
  const StepField& field;
  const Column& column;
  std::optional<Event> result = std::nullopt;

  void near(const Step& step, const char* which, Sign sign, const Box& box) {
    if (step.writes.empty()) return;
    if (draw_sign_button(frame, step_target(field, column, which), sign, box))
      result = event::Write{field.path, step.writes};
  }
  void far(const Step& step, const char* which, const Box& box) {
    if (step.writes.empty()) return;
    const Button button{step.label, event::Write{field.path, step.writes}};
    if (auto event = draw_button(frame, step_target(field, column, which), button, box, far_design))
      result = std::move(event);
  }
};

std::optional<Event> draw_column(Frame& frame, const StepField& field, const Column& column, const Cut& cut,
                                 Box rest) {
  const Theme& theme = frame.theme();
  const float gap = theme.space(3), button = button_height(theme);
  Drawing drawing{frame, field, column};
  const Box title = take_top(rest, frame.line_height(TextSize::small), theme.space(1));
  frame.write_in_middle(column.title, title_lettering, title, frame.colours().ink_quiet);
  if (cut.with_far) drawing.far(column.far_up, "far_up", take_top(rest, button, gap));
  drawing.near(column.up, "up", Sign::up, take_top(rest, button, gap));
  draw_value(frame, column, take_top(rest, theme.card_height(), gap));
  drawing.near(column.down, "down", Sign::down, take_top(rest, button, gap));
  if (cut.with_far) drawing.far(column.far_down, "far_down", take_top(rest, button, gap));
  return drawing.result;
}

// A single column lies: fewer to more, in the direction of reading.
std::optional<Event> draw_lying(Frame& frame, const StepField& field, Box rest) {
  const Theme& theme = frame.theme();
  const Column& column = field.columns.front();
  const float gap = theme.space(3);
  const float button = std::min(theme.size(Size::step_column), (rest.width - 4 * gap) / 5);
  Drawing drawing{frame, field, column};
  if (!column.far_down.label.empty()) drawing.far(column.far_down, "far_down", take_left(rest, button, gap));
  drawing.near(column.down, "down", Sign::down, take_left(rest, button, gap));
  draw_value(frame, column, take_left(rest, std::max(button, width_needed(frame, column)), gap));
  drawing.near(column.up, "up", Sign::up, take_left(rest, button, gap));
  if (!column.far_up.label.empty()) drawing.far(column.far_up, "far_up", take_left(rest, button, gap));
  return drawing.result;
}

}  // namespace

float steps_height(Frame& frame, const StepField& field, float width) {
  if (field.columns.size() == 1) return frame.theme().card_height();
  const Cut all = cut(frame, field, width);
  const auto rows = static_cast<float>(all.rows);
  return rows * row_height(frame, all) + (rows - 1) * frame.theme().space(4);
}

std::optional<Event> draw_steps(Frame& frame, const StepField& field, const Box& box) {
  if (field.columns.size() == 1) return draw_lying(frame, field, box);
  const Cut all = cut(frame, field, box.width);
  const Theme& theme = frame.theme();
  std::optional<Event> result;
  Box rest = box, row;
  int in_row = all.per_row;
  for (const Column& column : field.columns) {
    if (in_row == all.per_row) {
      row = take_top(rest, row_height(frame, all), theme.space(4));
      in_row = 0;
    }
    ++in_row;
    const Box place = take_left(row, all.column, column_gap(theme));
    if (auto event = draw_column(frame, field, column, all, place)) result = std::move(event);
  }
  return result;
}

}  // namespace buurtpeil
