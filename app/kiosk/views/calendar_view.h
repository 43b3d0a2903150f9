// The calendar of a date: the days of one month, the months of a year, or the years of two decades, and the
// buttons that go to others.
#pragma once

#include <string>

#include "form/form.h"
#include "form/moment.h"
#include "kiosk/words.h"
#include "ui/view.h"

namespace buurtpeil {

/// Without cells for a time, and by the appearance no-calendar. It shows what holds the answer, or the
/// present, or what was browsed to: `browsed` is the `to` of an event::Browse, "2026-03", or "".
[[nodiscard]] StepField::CalendarGrid calendar_of_field(const Row& row, const std::string& path,
                                                        const std::string& value, const std::string& browsed,
                                                        Moment now, const Wording& say);

}  // namespace buurtpeil
