// Answers by steps: a number of a range, a day, a time. Pure: says what each column shows and what its
// buttons would write, so that no screen has to count.
#pragma once

#include <string>
#include <vector>

#include "form/form.h"
#include "form/moment.h"
#include "kiosk/words.h"
#include "ui/view.h"

namespace buurtpeil {

/// date, time and dateTime; a range by its appearance picker, an integer by counter.
[[nodiscard]] bool is_stepped(const Row& row);

/// A day has day, month and year (by its appearance month-year the last two, by `year` the last one), a time
/// hour and minute, a number one column. Days, months, hours and minutes go round; a year from 1900 to 2100
/// and a range have ends, and what is counted is never less than none. Columns of many values have far steps
/// as well. Without a value the first step gives today, the present quarter of an hour, the range's
/// placeholder, or else its lowest value upwards and its highest downwards.
[[nodiscard]] std::vector<StepField::Column> step_columns(const Row& row, const std::string& value,
                                                          Moment now, const Wording& say);

}  // namespace buurtpeil
