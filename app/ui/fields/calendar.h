// The sheet of a calendar: the days of a month, the months of a year or years to choose from, what turns it
// above them, and beside the days of a moment the columns of its time.
#pragma once

#include <optional>

#include "ui/frame.h"

namespace buurtpeil {

/// Whether there is room for it, in so much width and height. Else the field is reached by steps.
[[nodiscard]] bool calendar_fits(Frame& frame, const StepField& field, float width, float height);
[[nodiscard]] float calendar_height(Frame& frame, const StepField& field, float width);
std::optional<Event> draw_calendar(Frame& frame, const StepField& field, const Box& box);

}  // namespace buurtpeil
