// Answers by steps: a number of a range, a day, a time. Pure: says what each column shows and what its
// buttons would write, in XForms' form ("2026-03-01", "19:04:00.000+01:00"), so that no screen has to count.
#pragma once

#include <string>
#include <vector>

#include "form/form.h"
#include "form/moment.h"
#include "kiosk/words.h"
#include "ui/view.h"

namespace buurtpeil {

/// range, date, time and dateTime.
[[nodiscard]] bool is_stepped(Type type);

/// A day has day, month and year (by its appearance month-year the last two, by `year` the last one), a time
/// hour and minute, a range one column. Days, months, hours and minutes go round; a year from 1900 to 2100
/// and a range have ends. Columns of more than twelve values have steps of ten as well. Without a value the
/// first step gives today, the present time, the range's placeholder, or else its lowest value upwards and
/// its highest downwards. A time gets the offset of `now`; a dateTime the one of the machine's zone then.
[[nodiscard]] std::vector<StepField::Column> step_columns(const Row& row, const std::string& value,
                                                          Moment now, const Wording& say);

}  // namespace buurtpeil
