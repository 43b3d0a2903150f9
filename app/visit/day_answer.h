// Answers that are a day, a time or both: between the spelling in which they are stored ("2026-03-01",
// "19:04:00.000+01:00") and the calendar and the clock on the wall.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "form/expression/date.h"
#include "form/form.h"
#include "form/moment.h"

namespace buurtpeil {

enum class DayPart { day, month, year, hour, minute };

/// The years that are offered.
inline constexpr int first_offered_year = 1900, last_offered_year = 2100;

/// What a question asks of a day and a time: of a date all of the day; by the appearances month-year and year
/// less.
[[nodiscard]] std::vector<DayPart> parts_of(const Row& row);

/// Nothing for what is no such answer.
[[nodiscard]] std::optional<Calendar> read_day(const Row& row, const std::string& value);
/// As it is stored; a part that is not asked for is the first one. A time gets the offset of `now`, a
/// dateTime the one of the machine's zone then.
[[nodiscard]] std::string written_day(const Row& row, Calendar when, Moment now);
/// What the first touch gives: today, and the quarter of an hour that it is in, because a time that is asked
/// for is seldom this minute.
[[nodiscard]] Calendar first_day(Moment now);

[[nodiscard]] int last_day_of_month(const Calendar& when);

}  // namespace buurtpeil
