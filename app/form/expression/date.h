// Days and times of the expressions' dates: the calendar comes from <chrono>, the zone is the process's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "form/expression/value.h"
#include "form/moment.h"

namespace buurtpeil {

/// Minutes that this machine's zone is ahead of UTC at that moment.
[[nodiscard]] int zone_offset_at(std::int64_t unix_seconds);

/// The day of a moment by its own wall clock, without a time: today().
[[nodiscard]] Date day_of(const Moment& moment);
/// The same with the time and the offset: now().
[[nodiscard]] Date date_of(const Moment& moment);

/// Year, month, day and time of day by the wall clock.
struct Calendar {
  int year = 1970, month = 1, day = 1;  ///< month and day from 1
  int weekday = 0;                      ///< 0 is Sunday
  int hour = 0, minute = 0, second = 0, millisecond = 0;
};
[[nodiscard]] Calendar calendar_of(const Date& date);

/// format-date() and format-date-time(): %Y %y %m %n %b %d %e %H %h %M %S %3 %a; month and day names in
/// `language` (a code), else in English. Nothing when a letter after a % is unknown.
[[nodiscard]] std::optional<std::string> format_date(const Date& date, std::string_view format,
                                                     std::string_view language);

}  // namespace buurtpeil
