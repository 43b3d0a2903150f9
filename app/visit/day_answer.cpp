#include "visit/day_answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "form/expression/value.h"

namespace buurtpeil {

std::vector<DayPart> parts_of(const Row& row) {
  using enum DayPart;
  if (row.type == Type::time) return {hour, minute};
  if (row.type == Type::date_time) return {day, month, year, hour, minute};
  switch (row.date_style.parts) {
    case DateStyle::Parts::year:
      return {year};
    case DateStyle::Parts::month_year:
      return {month, year};
    case DateStyle::Parts::day:
      break;
  }
  return {day, month, year};
}

std::optional<Calendar> read_day(const Row& row, const std::string& value) {
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

std::string written_day(const Row& row, Calendar when, Moment now) {
  const std::vector<DayPart> parts = parts_of(row);
  if (!std::ranges::count(parts, DayPart::day)) when.day = 1;
  if (!std::ranges::count(parts, DayPart::month)) when.month = 1;
  const std::string day = fmt::format("{:04}-{:02}-{:02}", when.year, when.month, when.day);
  if (row.type == Type::date) return day;
  const std::string time = fmt::format("{:02}:{:02}:00.000", when.hour, when.minute);
  if (row.type == Type::time) return time + to_iso_local(now).substr(sizeof "2026-03-01T19:04:07.123" - 1);
  const auto moment = date_from_text(day + "T" + time);
  return moment ? date_to_text(*moment) : "";
}

Calendar first_day(Moment now) {
  Calendar first = calendar_of(date_of(now));
  first.minute -= first.minute % 15;
  return first;
}

int last_day_of_month(const Calendar& when) {
  const std::chrono::year_month_day_last last{
      std::chrono::year{when.year}, std::chrono::month_day_last{std::chrono::month{unsigned(when.month)}}};
  return static_cast<int>(unsigned{last.day()});
}

}  // namespace buurtpeil
