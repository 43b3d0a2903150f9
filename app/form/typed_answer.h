// Defaults and what calculations give, as answers of their question's type: what JavaRosa makes of such
// values, and what spreadsheet programs make of dates.
#pragma once

#include <optional>
#include <string>

#include "form/expression/value.h"
#include "form/form.h"
#include "form/moment.h"

namespace buurtpeil {

/// As it is stored: a date without its time ("2024-02-29 00:00:00"), a number as the day or moment so many
/// days after 1970-01-01, "7:05" as "07:05:00.000" with the offset of `now`, "12.0" as "12", a calculated
/// fraction for an integer cut off, NaN as "". Nothing for what is no value of the type; of a select every
/// text is one here.
[[nodiscard]] std::optional<std::string> typed_answer(const Row& row, const Value& value, const Moment& now);

/// Inside of the range and on one of its steps, as decimals understand it: 0.3 is three steps of 0.1.
[[nodiscard]] bool is_on_step(const Range& range, double value);
/// Whether `value` is a whole number of steps.
[[nodiscard]] bool is_multiple(double value, double step);

}  // namespace buurtpeil
