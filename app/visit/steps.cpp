#include "visit/steps.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "form/expression/value.h"

namespace buurtpeil {
namespace {

int& number_of(Calendar& when, DayPart part) {
  switch (part) {
    case DayPart::day:
      return when.day;
    case DayPart::month:
      return when.month;
    case DayPart::year:
      return when.year;
    case DayPart::hour:
      return when.hour;
    case DayPart::minute:
      break;
  }
  return when.minute;
}

struct Ends {
  int first, last;
  [[nodiscard]] int count() const { return last - first + 1; }
};

Ends ends_of(const Calendar& when, DayPart part) {
  switch (part) {
    case DayPart::day:
      return {1, last_day_of_month(when)};
    case DayPart::month:
      return {1, 12};
    case DayPart::year:
      return {std::min(first_offered_year, when.year), std::max(last_offered_year, when.year)};
    case DayPart::hour:
      return {0, 23};
    case DayPart::minute:
      break;
  }
  return {0, 59};
}

/// With a part moved, going round within its ends; nothing beyond the ends of the years.
std::optional<Calendar> moved(Calendar when, DayPart part, int by) {
  const Ends ends = ends_of(when, part);
  int& number = number_of(when, part);
  number += by;
  if (part != DayPart::year)
    number = ends.first + ((number - ends.first) % ends.count() + ends.count()) % ends.count();
  if (number < ends.first || number > ends.last) return std::nullopt;
  when.day = std::min(when.day, last_day_of_month(when));
  return when;
}

DaySteps steps_from(const Row& row, Calendar when, DaySteps column, Moment now) {
  const auto written = [&](const std::optional<Calendar>& other) {
    return other ? written_day(row, *other, now) : "";
  };
  const auto number_in = [&](std::optional<Calendar> other) {
    return other ? std::optional(number_of(*other, column.part)) : std::nullopt;
  };
  const auto above = moved(when, column.part, 1), below = moved(when, column.part, -1);
  column.here = number_of(when, column.part);
  column.above = number_in(above);
  column.below = number_in(below);
  column.steps.up = written(above);
  column.steps.down = written(below);
  if (column.far == 0) return column;
  column.steps.far_up = written(moved(when, column.part, column.far));
  column.steps.far_down = written(moved(when, column.part, -column.far));
  return column;
}

}  // namespace

Steps count_steps(const std::string& value, std::optional<double> least, std::optional<double> most) {
  const auto in_counted = [](double end) {
    return static_cast<long>(std::clamp(end, 0.0, static_cast<double>(most_counted)));
  };
  const long low = in_counted(least.value_or(0)),
             high = std::max(low, in_counted(most.value_or(most_counted)));
  const auto nearest = [&](long count) { return std::to_string(std::clamp(count, low, high)); };
  const double number = text_to_number(value);
  if (std::isnan(number)) return {.up = nearest(1), .down = nearest(0), .far_up = "", .far_down = ""};
  const auto count = static_cast<long>(std::clamp(number, -1e9, 1e9));
  const auto up = [&](long step) { return count + step > high ? "" : nearest(count + step); };
  const auto down = [&](long step) { return count - step < low ? "" : nearest(count - step); };
  return {up(1), down(1), up(far_count), down(far_count)};
}

std::vector<DaySteps> day_steps(const Row& row, const std::string& value, Moment now) {
  static constexpr std::array<int, 5> far = {10, 0, 10, 6, 15};  // by DayPart
  const std::optional<Calendar> when = read_day(row, value);
  const std::string first = written_day(row, first_day(now), now);
  std::vector<DaySteps> columns;
  for (const DayPart part : parts_of(row)) {
    DaySteps column;
    column.part = part;
    column.far = far.at(static_cast<std::size_t>(part));
    if (when)
      column = steps_from(row, *when, std::move(column), now);
    else
      column.steps.up = column.steps.down = first;
    columns.push_back(std::move(column));
  }
  return columns;
}

}  // namespace buurtpeil
