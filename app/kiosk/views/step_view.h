// Answers by steps (visit/steps.h): a number of a range, a counter, a day, a time.
#pragma once

#include <string>
#include <vector>

#include "form/form.h"
#include "form/moment.h"
#include "kiosk/words.h"
#include "ui/view.h"
#include "visit/visit.h"

namespace buurtpeil {

/// date, time and dateTime; a range by its appearance picker, an integer by counter.
[[nodiscard]] bool is_stepped(const Row& row);

/// A day has day, month and year (by its appearance month-year the last two, by `year` the last one), a time
/// hour and minute, a number one column. Columns of many values have far steps as well; those of a counter
/// keep to what its constraint allows.
[[nodiscard]] std::vector<StepField::Column> step_columns(const Prompt& prompt, Moment now,
                                                          const Wording& say);

}  // namespace buurtpeil
