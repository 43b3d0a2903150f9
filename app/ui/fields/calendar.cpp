#include "ui/fields/calendar.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/fields/step_button.h"
#include "ui/fields/stepping.h"
#include "ui/layout.h"

namespace buurtpeil {
namespace {

using CalendarGrid = StepField::CalendarGrid;

constexpr Lettering title_lettering{TextSize::reading, Weight::bold, Align::center};
constexpr Lettering heading_lettering{TextSize::small, Weight::regular, Align::center};
constexpr int rows_of_month = 6;  // always, so that nothing moves when the month is turned
constexpr int days_of_week = 7;

// The time of a moment, which stands beside the calendar.
StepField time_of(const StepField& field) {
  StepField time = field;
  time.wheel = true;
  std::erase_if(time.columns,
                [](const auto& column) { return column.name != "hour" && column.name != "minute"; });
  return time;
}

struct CalendarCut {
  float cell_width = 0, cell_height = 0, gap = 0;
  int rows = 1;
  float width = 0;  // of all cells
  bool turns_in_row = true;
  [[nodiscard]] float cells_height() const { return static_cast<float>(rows) * (cell_height + gap) - gap; }
};

bool has_far(const CalendarGrid::Turn& turn) {
  return !turn.far_earlier.label.empty() || !turn.far_later.label.empty();
}

// With as much room for the title as any month needs: the buttons stay where they are when it is turned.
float turn_width(Frame& frame, const CalendarGrid::Turn& turn) {
  const Theme& theme = frame.theme();
  const float buttons = (has_far(turn) ? 4.0F : 2.0F) * (step_button_size(theme) + theme.space(3));
  const float year = frame.width_of("0000", title_lettering) + 2 * theme.space(2);
  return buttons + std::max(frame.width_of(turn.title, title_lettering),
                            has_far(turn) ? year : theme.size(Size::move_button));
}

// What its words need.
float least_cell_width(Frame& frame, const CalendarGrid& calendar) {
  const float around = 2 * frame.theme().space(1);
  float widest = frame.theme().target();
  for (const CalendarGrid::Cell& cell : calendar.cells)
    widest = std::max(widest, frame.width_of(cell.label, title_lettering) + around);
  for (const std::string& heading : calendar.headings)
    widest = std::max(widest, frame.width_of(heading, heading_lettering));
  return widest;
}

float cell_width_of(Frame& frame, const CalendarGrid& calendar) {
  const Theme& theme = frame.theme();
  const float air = calendar.headings.empty() ? 2 * (theme.space(3) - theme.space(1)) : 0;
  return std::max(theme.size(Size::day_cell), least_cell_width(frame, calendar) + air);
}

CalendarCut cut(Frame& frame, const CalendarGrid& calendar, float width) {
  const Theme& theme = frame.theme();
  CalendarCut cut;
  cut.gap = theme.space(3);
  const auto columns = static_cast<float>(calendar.columns);
  const float most = std::floor((width + cut.gap) / columns - cut.gap);
  cut.cell_width = std::min(most, cell_width_of(frame, calendar));
  cut.cell_height = std::max(theme.target(), theme.size(Size::square_button));
  if (theme.room() == Room::compact) cut.cell_height = theme.target();
  cut.cell_height = std::max(cut.cell_height, frame.line_height(TextSize::reading));
  const auto cells = static_cast<int>(calendar.cells.size()) + calendar.blanks;
  cut.rows =
      calendar.columns == days_of_week ? rows_of_month : (cells + calendar.columns - 1) / calendar.columns;
  float turns = 0;
  for (const CalendarGrid::Turn& turn : calendar.turns) turns += turn_width(frame, turn) + theme.space(4);
  turns -= theme.space(4);
  cut.width = columns * (cut.cell_width + cut.gap) - cut.gap;
  // The buttons may need more width than the cells.
  cut.turns_in_row = turns <= width && theme.room() == Room::roomy;
  if (cut.turns_in_row && turns > cut.width) {
    cut.width = turns;
    cut.cell_width = std::floor((cut.width + cut.gap) / columns - cut.gap);
  }
  return cut;
}

float turns_height(const Theme& theme, const CalendarGrid& calendar, const CalendarCut& cut) {
  const float row = step_button_size(theme) + theme.space(3);
  return (cut.turns_in_row ? 1.0F : static_cast<float>(calendar.turns.size())) * row + theme.space(1);
}

float headings_height(Frame& frame, const CalendarGrid& calendar) {
  return calendar.headings.empty() ? 0 : frame.line_height(TextSize::small) + frame.theme().space(1);
}

float grid_height(Frame& frame, const CalendarGrid& calendar, const CalendarCut& cut) {
  return turns_height(frame.theme(), calendar, cut) + headings_height(frame, calendar) + cut.cells_height();
}

std::optional<Event> draw_turn(Frame& frame, const std::string& name, const CalendarGrid::Turn& turn,
                               Box row) {
  const Theme& theme = frame.theme();
  const float button = step_button_size(theme), gap = theme.space(3);
  std::optional<Event> result;
  const auto offered = [](const Button& each) { return each.label.empty() ? Offered::no : Offered::yes; };
  const auto near = [&](const char* which, Sign sign, const Button& each, const Box& box) {
    if (draw_step_button(frame, name + which, sign, box, offered(each))) result = each.event;
  };
  const auto far = [&](const char* which, const Button& each, const Box& box) {
    if (has_far(turn) && draw_step_button(frame, name + which, each.label, box, offered(each)))
      result = each.event;
  };
  if (has_far(turn)) far(":far_earlier", turn.far_earlier, take_left(row, button, gap));
  near(":earlier", Sign::back, turn.earlier, take_left(row, button, gap));
  if (has_far(turn)) far(":far_later", turn.far_later, take_right(row, button, gap));
  near(":later", Sign::forward, turn.later, take_right(row, button, gap));
  frame.write_in_middle(turn.title, title_lettering, row, frame.colours().ink);
  return result;
}

std::optional<Event> draw_turns(Frame& frame, const StepField& field, const CalendarCut& cut, Box rest) {
  const Theme& theme = frame.theme();
  const CalendarGrid& calendar = field.calendar;
  const float button = step_button_size(theme);
  std::optional<Event> result;
  Box row = rest;
  row.width = cut.width, row.height = button;
  const auto draw = [&](std::size_t index, const Box& box) {
    const std::string name = "turn:" + field.path + ":" + std::to_string(index);
    if (auto event = draw_turn(frame, name, calendar.turns[index], box)) result = std::move(event);
  };
  if (cut.turns_in_row && calendar.turns.size() == 2) {
    const Box last = take_right(row, turn_width(frame, calendar.turns.back()), theme.space(4));
    draw(0, row);
    draw(1, last);
    return result;
  }
  for (std::size_t index = 0; index < calendar.turns.size(); ++index) {
    draw(index, row);
    row.y += button + theme.space(3);
  }
  return result;
}

std::optional<Event> draw_cell(Frame& frame, const StepField& field, const CalendarGrid::Cell& cell,
                               const Box& box) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  const Contact contact = frame.touch("day:" + field.path + "=" + cell.writes, box);
  const Colour fill = cell.chosen       ? (contact.pressed ? palette.accent_pressed : palette.accent)
                      : contact.pressed ? palette.pressed
                                        : palette.card;
  frame.fill(box, fill, theme.corner());
  if (!cell.chosen) frame.edge(box, palette.edge, theme.corner(), theme.stroke());
  if (cell.present) {  // a line below it, which no choice has
    const float height = theme.heavy_stroke();
    const Box line = centred(inset(box, theme.space(2), 0), box.width * 0.4F, height);
    frame.fill({line.x, bottom(box) - theme.space(2) - height / 2, line.width, height},
               cell.chosen ? palette.on_accent : palette.accent, height / 2);
  }
  const Lettering lettering{TextSize::reading, cell.chosen || cell.present ? Weight::bold : Weight::regular,
                            Align::center};
  frame.write_in_middle(cell.label, lettering, box, cell.chosen ? palette.on_accent : palette.ink);
  if (contact.tapped) return event::Write{field.path, cell.writes};
  return std::nullopt;
}

std::optional<Event> draw_grid(Frame& frame, const StepField& field, const CalendarCut& cut, Box rest) {
  const Theme& theme = frame.theme();
  const CalendarGrid& calendar = field.calendar;
  auto result = draw_turns(frame, field, cut, take_top(rest, turns_height(theme, calendar, cut)));
  const Box headings = take_top(rest, headings_height(frame, calendar));
  const auto column_at = [&](int column) {
    return rest.x + static_cast<float>(column) * (cut.cell_width + cut.gap);
  };
  for (std::size_t day = 0; day < calendar.headings.size(); ++day)
    frame.write(calendar.headings[day], heading_lettering,
                {column_at(static_cast<int>(day)), headings.y, cut.cell_width, headings.height},
                frame.colours().ink_quiet);
  int place = calendar.blanks;
  for (const CalendarGrid::Cell& cell : calendar.cells) {
    const float y = rest.y + static_cast<float>(place / calendar.columns) * (cut.cell_height + cut.gap);
    const Box box{column_at(place % calendar.columns), y, cut.cell_width, cut.cell_height};
    if (auto event = draw_cell(frame, field, cell, box)) result = std::move(event);
    ++place;
  }
  return result;
}

// Calendar and time beside each other.
struct Both {
  CalendarCut calendar;
  StepField time;
  float time_width = 0, time_height = 0;
  [[nodiscard]] bool has_time() const { return !time.columns.empty(); }
};

Both cut_both(Frame& frame, const StepField& field, float width) {
  Both both{.calendar = {}, .time = time_of(field)};
  if (both.has_time()) both.time_width = steps_width(frame, both.time);
  const float gap = both.has_time() ? frame.theme().space(6) : 0;
  both.calendar = cut(frame, field.calendar, width - both.time_width - gap);
  if (both.has_time()) both.time_height = steps_height(frame, both.time, both.time_width);
  return both;
}

}  // namespace

bool calendar_fits(Frame& frame, const StepField& field, float width, float height) {
  if (field.calendar.cells.empty()) return false;
  const Both both = cut_both(frame, field, width);
  if (both.calendar.cell_width < least_cell_width(frame, field.calendar)) return false;
  for (const CalendarGrid::Turn& turn : field.calendar.turns)
    if (turn_width(frame, turn) > both.calendar.width) return false;
  return calendar_height(frame, field, width) <= height;
}

float calendar_height(Frame& frame, const StepField& field, float width) {
  const Both both = cut_both(frame, field, width);
  return std::max(grid_height(frame, field.calendar, both.calendar), both.time_height);
}

std::optional<Event> draw_calendar(Frame& frame, const StepField& field, const Box& box) {
  const Both both = cut_both(frame, field, box.width);
  Box rest = box;
  auto result =
      draw_grid(frame, field, both.calendar, take_left(rest, both.calendar.width, frame.theme().space(6)));
  if (!both.has_time()) return result;
  rest.height = both.time_height;
  if (auto event = draw_steps(frame, both.time, rest)) result = std::move(event);
  return result;
}

}  // namespace buurtpeil
