#include "kiosk/views/step_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>

#include "form/expression/date.h"
#include "kiosk/views/day_answer.h"
#include "kiosk/views/scale_view.h"

namespace buurtpeil {
namespace {

using Column = StepField::Column;

constexpr int far_steps = 10;
constexpr long most_counted = 999'999'999;
constexpr long most_values_without_far = 12;

// ---- numbers ----

Column number_column(std::string value) {
  return {.name = "value",
          .title = "",
          .value = std::move(value),
          .up = {},
          .down = {},
          .far_up = {},
          .far_down = {}};
}

/// The wheel of a range.
Column range_column(const Row& row, const std::string& value, const std::string& decimal_sign) {
  const Scale scale{row};
  const auto shown = [&](std::string number) {
    std::ranges::replace(number, '.', decimal_sign.front());
    return number;
  };
  Column column = number_column(shown(value));
  const bool has_far = scale.stops() > most_values_without_far;
  if (has_far) {
    const std::string ten = shown(scale.size_of(far_steps));
    column.far_up.label = signed_label("+", ten);
    column.far_down.label = signed_label("−", ten);
  }
  const auto [below, above] = scale.around(value);
  if (below < 0 && above < 0) {
    const long first = scale.placeholder();
    column.up.writes = scale.value_at(first < 0 ? 0 : first);
    column.down.writes = scale.value_at(first < 0 ? scale.stops() - 1 : first);
    return column;
  }
  column.up.writes = scale.value_at(below + 1);
  column.down.writes = scale.value_at(above - 1);
  column.above = shown(column.up.writes);
  column.below = shown(column.down.writes);
  if (!has_far) return column;
  column.far_up.writes = scale.value_at(below + far_steps);
  column.far_down.writes = scale.value_at(above - far_steps);
  return column;
}

/// Things that are counted are never fewer than none.
Column counter_column(const std::string& value) {
  Column column = number_column(value);
  column.far_up.label = signed_label("+", std::to_string(far_steps));
  column.far_down.label = signed_label("−", std::to_string(far_steps));
  const double number = text_to_number(value);
  if (std::isnan(number)) {
    column.up.writes = "1";
    column.down.writes = "0";
    return column;
  }
  const auto count = static_cast<long>(std::clamp(number, -1e9, 1e9));
  const auto at = [](long other) { return other < 0 || other > most_counted ? "" : std::to_string(other); };
  column.up.writes = at(count + 1);
  column.down.writes = at(count - 1);
  column.far_up.writes = at(count + far_steps);
  column.far_down.writes = at(count - far_steps);
  return column;
}

// ---- days and times ----

int& part_of(Calendar& when, Part part) {
  switch (part) {
    case Part::day:
      return when.day;
    case Part::month:
      return when.month;
    case Part::year:
      return when.year;
    case Part::hour:
      return when.hour;
    case Part::minute:
      break;
  }
  return when.minute;
}

struct Ends {
  int first, last;
  [[nodiscard]] int count() const { return last - first + 1; }
};

Ends ends_of(const Calendar& when, Part part) {
  switch (part) {
    case Part::day:
      return {1, last_day_of_month(when)};
    case Part::month:
      return {1, 12};
    case Part::year:
      return {std::min(first_year, when.year), std::max(last_year, when.year)};
    case Part::hour:
      return {0, 23};
    case Part::minute:
      break;
  }
  return {0, 59};
}

/// How far the far steps of a part go; 0 for none.
int far_step_of(Part part) {
  static constexpr std::array<int, 5> steps = {10, 0, 10, 6, 15};
  return steps.at(static_cast<std::size_t>(part));
}

/// With a part moved, going round within its ends; nothing beyond the ends of the years.
std::optional<Calendar> moved(Calendar when, Part part, int by) {
  const Ends ends = ends_of(when, part);
  int& number = part_of(when, part);
  number += by;
  if (part != Part::year)
    number = ends.first + ((number - ends.first) % ends.count() + ends.count()) % ends.count();
  if (number < ends.first || number > ends.last) return std::nullopt;
  when.day = std::min(when.day, last_day_of_month(when));
  return when;
}

std::string shown(const Calendar& when, Part part, const std::string& language) {
  Calendar copy = when;
  if (part == Part::hour || part == Part::minute) return fmt::format("{:02}", part_of(copy, part));
  if (part != Part::month) return std::to_string(part_of(copy, part));
  const auto day = date_from_text(fmt::format("2000-{:02}-01", when.month));
  return format_date(*day, "%b", language).value_or(std::to_string(when.month));
}

std::string title_of(Part part, const Wording& say) {
  switch (part) {
    case Part::day:
      return say("day");
    case Part::month:
      return say("month");
    case Part::year:
      return say("year");
    case Part::hour:
      return say("hour");
    case Part::minute:
      break;
  }
  return say("minute");
}

void fill_steps(Column& column, const Row& row, const Calendar& when, Part part, Moment now,
                const std::string& language) {
  const auto writes = [&](int by) {
    const std::optional<Calendar> other = moved(when, part, by);
    return other ? written_day(row, *other, now) : "";
  };
  const auto neighbour = [&](int by) {
    const std::optional<Calendar> other = moved(when, part, by);
    return other ? shown(*other, part, language) : "";
  };
  column.value = shown(when, part, language);
  column.up.writes = writes(1);
  column.down.writes = writes(-1);
  column.above = neighbour(1);
  column.below = neighbour(-1);
  const int far = far_step_of(part);
  if (far == 0) return;
  column.far_up.writes = writes(far);
  column.far_down.writes = writes(-far);
}

std::vector<Column> calendar_columns(const Row& row, const std::string& value, Moment now,
                                     const Wording& say) {
  static constexpr std::array<const char*, 5> names = {"day", "month", "year", "hour", "minute"};
  const std::optional<Calendar> when = read_day(row, value);
  const Calendar first = first_day(now);
  std::vector<Column> columns;
  for (const Part part : parts_of(row)) {
    Column column{.name = names.at(static_cast<std::size_t>(part)),
                  .title = title_of(part, say),
                  .value = "",
                  .up = {},
                  .down = {},
                  .far_up = {},
                  .far_down = {}};
    if (const int far = far_step_of(part); far > 0) {
      column.far_up.label = signed_label("+", std::to_string(far));
      column.far_down.label = signed_label("−", std::to_string(far));
    }
    if (when)
      fill_steps(column, row, *when, part, now, say.language());
    else
      column.up.writes = column.down.writes = written_day(row, first, now);
    columns.push_back(std::move(column));
  }
  return columns;
}

}  // namespace

bool is_stepped(const Row& row) {
  if (row.type == Type::range) return row.has_appearance("picker");
  if (row.type == Type::integer) return row.has_appearance("counter");
  return row.type == Type::date || row.type == Type::time || row.type == Type::date_time;
}

std::vector<StepField::Column> step_columns(const Row& row, const std::string& value, Moment now,
                                            const Wording& say) {
  if (row.type == Type::range) return {range_column(row, value, say("decimal_sign"))};
  if (row.type == Type::integer) return {counter_column(value)};
  return calendar_columns(row, value, now, say);
}

}  // namespace buurtpeil
