#include "kiosk/steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>

#include "form/date.h"

namespace buurtpeil {
namespace {

using Column = StepField::Column;

constexpr int far_steps = 10;
constexpr long most_values_without_far = 12;
constexpr int first_year = 1900, last_year = 2100;

/// "+10" also reads so in a right-to-left text: the mark before it is the letter of a left-to-right one.
std::string signed_label(const char* sign, const std::string& number) { return "\u200E" + (sign + number); }

// ---- numbers ----

class Range {
 public:
  Range(const Row& row, const std::string& decimal_sign) : decimal_sign_(decimal_sign) {
    const double start = parameter(row, "start", 1), end = parameter(row, "end", 10);
    const double step = std::abs(parameter(row, "step", 1));
    step_ = step > 0 ? step : 1;
    low_ = std::min(start, end);
    steps_ = static_cast<long>(std::floor((std::max(start, end) - low_) / step_ + 1e-9));
    const double placeholder = parameter(row, "placeholder", NAN);
    if (placeholder >= low_ && placeholder <= std::max(start, end)) first_ = at(index_of(placeholder));
  }

  [[nodiscard]] Column column(const std::string& value) const {
    Column column{.name = "value",
                  .title = "",
                  .value = shown(value),
                  .up = {},
                  .down = {},
                  .far_up = {},
                  .far_down = {}};
    if (steps_ >= most_values_without_far) {
      const std::string ten = shown(plain(far_steps * step_));
      column.far_up.label = signed_label("+", ten);
      column.far_down.label = signed_label("−", ten);
    }
    const double number = text_to_number(value);
    if (std::isnan(number)) {
      column.up.writes = first_.empty() ? at(0) : first_;
      column.down.writes = first_.empty() ? at(steps_) : first_;
      return column;
    }
    const long below = static_cast<long>(std::floor((number - low_) / step_ + 1e-9));
    const long above = static_cast<long>(std::ceil((number - low_) / step_ - 1e-9));
    column.up.writes = at(below + 1);
    column.down.writes = at(above - 1);
    if (steps_ < most_values_without_far) return column;
    column.far_up.writes = at(below + far_steps);
    column.far_down.writes = at(above - far_steps);
    return column;
  }

 private:
  double parameter(const Row& row, const char* name, double otherwise) {
    const auto found = row.parameters.find(name);
    if (found == row.parameters.end()) return otherwise;
    const double number = text_to_number(found->second);
    if (std::isnan(number)) return otherwise;
    const std::size_t point = found->second.find('.');
    if (point != std::string::npos)
      decimals_ = std::max(decimals_, static_cast<int>(found->second.size() - point - 1));
    return number;
  }
  [[nodiscard]] long index_of(double number) const { return std::lround((number - low_) / step_); }
  /// "" beyond the ends.
  [[nodiscard]] std::string at(long index) const {
    if (index < 0 || index > steps_) return "";
    return plain(low_ + static_cast<double>(index) * step_);
  }
  /// Without the dust of adding up binary fractions.
  [[nodiscard]] std::string plain(double number) const {
    return number_to_text(text_to_number(fmt::format("{:.{}f}", number, std::min(decimals_, 12))));
  }
  [[nodiscard]] std::string shown(std::string number) const {
    std::ranges::replace(number, '.', decimal_sign_.front());
    return number;
  }

  std::string decimal_sign_;
  double low_ = 0, step_ = 1;
  long steps_ = 0;  ///< from the lowest value to the highest
  int decimals_ = 0;
  std::string first_;  ///< placeholder
};

// ---- days and times ----

enum class Part { day, month, year, hour, minute };

std::vector<Part> parts_of(const Row& row) {
  if (row.type == Type::time) return {Part::hour, Part::minute};
  if (row.type == Type::date && row.has_appearance("year")) return {Part::year};
  if (row.type == Type::date && row.has_appearance("month-year")) return {Part::month, Part::year};
  if (row.type == Type::date) return {Part::day, Part::month, Part::year};
  return {Part::day, Part::month, Part::year, Part::hour, Part::minute};
}

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

int last_day(const Calendar& when) {
  const std::chrono::year_month_day_last last{
      std::chrono::year{when.year}, std::chrono::month_day_last{std::chrono::month{unsigned(when.month)}}};
  return static_cast<int>(unsigned{last.day()});
}

struct Ends {
  int first, last;
  [[nodiscard]] int count() const { return last - first + 1; }
};

Ends ends_of(const Calendar& when, Part part) {
  switch (part) {
    case Part::day:
      return {1, last_day(when)};
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

/// The answer as the clock on the wall and the calendar show it.
std::optional<Calendar> read(const Row& row, const std::string& value) {
  if (row.type != Type::time) {
    const auto date = date_from_text(value);
    return date ? std::optional(calendar_of(*date)) : std::nullopt;
  }
  if (!time_from_text(value)) return std::nullopt;
  Calendar time;
  time.hour = std::atoi(value.substr(0, 2).c_str());
  time.minute = std::atoi(value.substr(3, 2).c_str());
  return time;
}

std::string written(const Row& row, Calendar when, Moment now) {
  const std::vector<Part> parts = parts_of(row);
  if (!std::ranges::count(parts, Part::day)) when.day = 1;
  if (!std::ranges::count(parts, Part::month)) when.month = 1;
  const std::string day = fmt::format("{:04}-{:02}-{:02}", when.year, when.month, when.day);
  if (row.type == Type::date) return day;
  const std::string time = fmt::format("{:02}:{:02}:00.000", when.hour, when.minute);
  if (row.type == Type::time) return time + to_iso_local(now).substr(sizeof "2026-03-01T19:04:07.123" - 1);
  const auto moment = date_from_text(day + "T" + time);
  return moment ? date_to_text(*moment) : "";
}

/// "" beyond the ends of the years.
std::string moved(const Row& row, Calendar when, Part part, int by, Moment now) {
  const Ends ends = ends_of(when, part);
  int& number = part_of(when, part);
  number += by;
  if (part != Part::year)
    number = ends.first + ((number - ends.first) % ends.count() + ends.count()) % ends.count();
  if (number < ends.first || number > ends.last) return "";
  when.day = std::min(when.day, last_day(when));
  return written(row, when, now);
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

std::vector<Column> calendar_columns(const Row& row, const std::string& value, Moment now,
                                     const Wording& say) {
  static constexpr std::array<const char*, 5> names = {"day", "month", "year", "hour", "minute"};
  const std::optional<Calendar> when = read(row, value);
  const Calendar present = calendar_of(date_of(now));
  std::vector<Column> columns;
  for (const Part part : parts_of(row)) {
    Column column{.name = names.at(static_cast<std::size_t>(part)),
                  .title = title_of(part, say),
                  .value = "",
                  .up = {},
                  .down = {},
                  .far_up = {},
                  .far_down = {}};
    const bool has_far = ends_of(when.value_or(present), part).count() > most_values_without_far;
    if (has_far) {
      column.far_up.label = signed_label("+", std::to_string(far_steps));
      column.far_down.label = signed_label("−", std::to_string(far_steps));
    }
    if (when) {
      column.value = shown(*when, part, say.language());
      column.up.writes = moved(row, *when, part, 1, now);
      column.down.writes = moved(row, *when, part, -1, now);
      if (has_far) column.far_up.writes = moved(row, *when, part, far_steps, now);
      if (has_far) column.far_down.writes = moved(row, *when, part, -far_steps, now);
    } else {
      column.up.writes = column.down.writes = written(row, present, now);
    }
    columns.push_back(std::move(column));
  }
  return columns;
}

}  // namespace

bool is_stepped(Type type) {
  return type == Type::range || type == Type::date || type == Type::time || type == Type::date_time;
}

std::vector<StepField::Column> step_columns(const Row& row, const std::string& value, Moment now,
                                            const Wording& say) {
  if (row.type == Type::range) return {Range{row, say("decimal_sign")}.column(value)};
  return calendar_columns(row, value, now, say);
}

}  // namespace buurtpeil
