// A field whose value is reached by steps: one column with its buttons beside the value, several with the
// buttons above and below it.
#pragma once

#include <optional>

#include "ui/frame.h"

namespace buurtpeil {

/// Height of the whole field for its width. Columns that do not fit beside each other stand in rows.
[[nodiscard]] float steps_height(Frame& frame, const StepField& field, float width);
std::optional<Event> draw_steps(Frame& frame, const StepField& field, const Box& box);

}  // namespace buurtpeil
