#include "ui/fields/stepping.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/fields/step_button.h"

namespace buurtpeil {
namespace {

using StepColumn = StepField::Column;
using Step = StepField::Step;

constexpr Lettering stepping_value{TextSize::lead, Weight::bold, Align::center};
constexpr Lettering neighbour_lettering{TextSize::reading, Weight::regular, Align::center};
constexpr Lettering lying_title_lettering{TextSize::small};
constexpr Lettering title_lettering{TextSize::small, Weight::regular, Align::center};
constexpr const char* no_value = "–";

// By how many values the finger that is on a wheel has turned it.
struct WheelTurns {
  int values = 0;
};

// How columns are cut: as wide as the widest needs, in so many rows as that takes.
struct StepCut {
  float column = 0;
  int per_row = 1, rows = 1;
  bool with_far = false;  // some column has far steps, or would have once there is a value
};

float column_gap(const Theme& theme) { return theme.space(3); }

float width_needed(Frame& frame, const StepColumn& column) {
  const float around = 2 * frame.theme().space(3);
  return std::max({frame.theme().size(Size::step_column), frame.width_of(column.title, title_lettering),
                   frame.width_of(column.value, stepping_value) + around});
}

StepCut cut(Frame& frame, const StepField& field, float width) {
  const float gap = column_gap(frame.theme());
  const int count = static_cast<int>(field.columns.size());
  StepCut result;
  for (const StepColumn& column : field.columns) {
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

float button_height(const Theme& theme) {
  return std::max(theme.size(Size::key_height), theme.tool_height());
}

// Above and below the value of a wheel its neighbours are seen, where there is room for them.
float neighbour_height(Frame& frame) {
  return frame.theme().room() == Room::compact ? 0 : frame.line_height(TextSize::lead);
}
// Of a value, whose letters are larger than those of a card that is set closely.
float value_height(Frame& frame) {
  return std::max(frame.theme().card_height(), frame.line_height(stepping_value.size));
}
float wheel_height(Frame& frame) { return value_height(frame) + 2 * neighbour_height(frame); }

float row_height(Frame& frame, const StepCut& cut) {
  const Theme& theme = frame.theme();
  const float gap = theme.space(3);
  const float buttons = (cut.with_far ? 4.0F : 2.0F) * (button_height(theme) + gap);
  return frame.line_height(TextSize::small) + theme.space(1) + buttons + wheel_height(frame);
}

void draw_card(Frame& frame, const StepColumn& column, const Box& box) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  const bool empty = column.value.empty();
  frame.fill(box, empty ? palette.card : palette.tint, theme.corner());
  frame.edge(box, empty ? palette.edge : palette.accent, theme.corner(),
             empty ? theme.stroke() : theme.heavy_stroke());
}

void draw_value(Frame& frame, const StepColumn& column, const Box& box) {
  draw_card(frame, column, box);
  const bool empty = column.value.empty();
  frame.write_in_middle(empty ? no_value : column.value, stepping_value, box,
                        empty ? frame.colours().ink_quiet : frame.colours().ink);
}

// A drag turns the wheel; each value that comes into the middle is written, at most one a frame.
std::optional<Event> draw_wheel(Frame& frame, const StepField& field, const StepColumn& column,
                                const Box& box) {
  const Theme& theme = frame.theme();
  const std::string name = "wheel:" + field.path + ":" + column.name;
  int& turned = frame.memory().of<WheelTurns>(name).values;
  if (frame.finger_came_down_in(box)) turned = 0;
  const Drag drag = frame.drag(name, box, DragStart::at_once);
  const float row = theme.space(6);
  const float moved = drag.active ? drag.finger.y - drag.start.y - static_cast<float>(turned) * row : 0;
  const bool turns = std::abs(moved) >= row * 0.6F;
  const Step& step = moved > 0 ? column.up : column.down;
  const float limit = step.writes.empty() ? row * 0.3F : row;
  const float neighbour = neighbour_height(frame), shift = std::clamp(moved, -limit, limit) * 0.5F;
  const Box middle{box.x, box.y + neighbour, box.width, value_height(frame)};
  draw_card(frame, column, middle);
  frame.clip(box);
  const auto write = [&](const std::string& words, float y, float height, Colour ink) {
    const Lettering lettering = height < middle.height ? neighbour_lettering : stepping_value;
    frame.write_in_middle(words, lettering, {box.x, y + shift, box.width, height}, ink);
  };
  const bool empty = column.value.empty();
  const Palette& palette = frame.colours();
  if (neighbour > 0) {
    write(column.above, box.y, neighbour, palette.ink_quiet);
    write(column.below, bottom(middle), neighbour, palette.ink_quiet);
  }
  write(empty ? no_value : column.value, middle.y, middle.height, empty ? palette.ink_quiet : palette.ink);
  frame.unclip();
  if (!turns || step.writes.empty()) return std::nullopt;
  turned += moved > 0 ? 1 : -1;
  return event::Write{field.path, step.writes, !drag.ended};
}

// One column being drawn: the buttons give what they would write.
struct StepDrawing {
  Frame& frame;
  const StepField& field;
  const StepColumn& column;
  std::optional<Event> result = std::nullopt;

  void near(const Step& step, const char* which, Sign sign, const Box& box) {
    if (draw_step_button(frame, step_target(field, column, which), sign, box, offered(step)))
      result = event::Write{field.path, step.writes};
  }
  void far(const Step& step, const char* which, const Box& box) {
    if (!step.label.empty() &&
        draw_step_button(frame, step_target(field, column, which), step.label, box, offered(step)))
      result = event::Write{field.path, step.writes};
  }
  static Offered offered(const Step& step) { return step.writes.empty() ? Offered::no : Offered::yes; }
};

std::optional<Event> draw_column(Frame& frame, const StepField& field, const StepColumn& column,
                                 const StepCut& cut, Box rest) {
  const Theme& theme = frame.theme();
  const float gap = theme.space(3), button = button_height(theme);
  StepDrawing drawing{frame, field, column};
  const Box title = take_top(rest, frame.line_height(TextSize::small), theme.space(1));
  frame.write_in_middle(column.title, title_lettering, title, frame.colours().ink_quiet);
  if (cut.with_far) drawing.far(column.far_up, "far_up", take_top(rest, button, gap));
  drawing.near(column.up, "up", Sign::up, take_top(rest, button, gap));
  if (auto event = draw_wheel(frame, field, column, take_top(rest, wheel_height(frame), gap)))
    drawing.result = std::move(event);
  drawing.near(column.down, "down", Sign::down, take_top(rest, button, gap));
  if (cut.with_far) drawing.far(column.far_down, "far_down", take_top(rest, button, gap));
  return drawing.result;
}

// Lying columns: their names, values and buttons stand below each other.
struct Lying {
  float title = 0, value = 0, button = 0;
  bool with_far = false;
};

Lying cut_lying(Frame& frame, const StepField& field, float width) {
  const Theme& theme = frame.theme();
  const float gap = theme.space(3);
  Lying lying;
  lying.value = theme.size(Size::step_column);
  for (const StepColumn& column : field.columns) {
    if (field.columns.size() > 1)
      lying.title = std::max(lying.title, frame.width_of(column.title, lying_title_lettering));
    lying.value = std::max(lying.value, frame.width_of(column.value, stepping_value) + 2 * gap);
    lying.with_far |= !column.far_up.label.empty();
  }
  const float buttons = lying.with_far ? 4 : 2;
  const float rest =
      width - lying.title - (lying.title > 0 ? theme.space(4) : 0) - lying.value - buttons * gap;
  lying.button = std::floor(std::min(theme.size(Size::step_column), rest / buttons));
  return lying;
}

// A lone column lies, unless it is meant as a wheel or has no room for that. On a small wide display all do,
// one below the other: there upright ones would not fit.
bool lies(Frame& frame, const StepField& field, float width) {
  const Theme& theme = frame.theme();
  if (theme.room() == Room::compact && !theme.portrait()) return true;
  if (field.columns.size() != 1 || field.wheel) return false;
  return cut_lying(frame, field, width).button >= step_button_size(theme);
}

// Fewer to more, in the direction of reading; values and buttons of all columns stand below each other.
std::optional<Event> draw_lying(Frame& frame, const StepField& field, Box rest) {
  const Theme& theme = frame.theme();
  const float gap = theme.space(3);
  const bool named = field.columns.size() > 1;
  const auto [title, value, button, with_far] = cut_lying(frame, field, rest.width);
  std::optional<Event> result;
  for (const StepColumn& column : field.columns) {
    Box row = take_top(rest, value_height(frame), gap);
    StepDrawing drawing{frame, field, column};
    const Box words = take_left(row, title, title > 0 ? theme.space(4) : 0);
    if (named) frame.write_in_middle(column.title, lying_title_lettering, words, frame.colours().ink_quiet);
    const Box far_down = with_far ? take_left(row, button, gap) : Box{};
    const bool plain = !named && !field.wheel;
    drawing.far(column.far_down, "far_down", far_down);
    drawing.near(column.down, "down", plain ? Sign::minus : Sign::down, take_left(row, button, gap));
    draw_value(frame, column, take_left(row, value, gap));
    drawing.near(column.up, "up", plain ? Sign::plus : Sign::up, take_left(row, button, gap));
    if (with_far) drawing.far(column.far_up, "far_up", take_left(row, button, gap));
    if (drawing.result) result = std::move(drawing.result);
  }
  return result;
}

}  // namespace

float steps_width(Frame& frame, const StepField& field) {
  const StepCut all = cut(frame, field, frame.whole().width);
  const auto columns = static_cast<float>(field.columns.size());
  return columns * (all.column + column_gap(frame.theme())) - column_gap(frame.theme());
}

StepRows step_rows(Frame& frame, const StepField& field, float width) {
  const Theme& theme = frame.theme();
  if (lies(frame, field, width))
    return {value_height(frame), theme.space(3), static_cast<int>(field.columns.size())};
  const StepCut all = cut(frame, field, width);
  return {row_height(frame, all), theme.space(4), all.rows};
}

float steps_height(Frame& frame, const StepField& field, float width) {
  const StepRows rows = step_rows(frame, field, width);
  return static_cast<float>(rows.count) * (rows.height + rows.gap) - rows.gap;
}

std::optional<Event> draw_steps(Frame& frame, const StepField& field, const Box& box) {
  if (lies(frame, field, box.width)) return draw_lying(frame, field, box);
  const StepCut all = cut(frame, field, box.width);
  const Theme& theme = frame.theme();
  std::optional<Event> result;
  Box rest = box, row;
  int in_row = all.per_row;
  for (const StepColumn& column : field.columns) {
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
