// A field whose value is reached by steps: one column with its buttons beside the value, several with the
// buttons above and below it. Upright columns are wheels as well: a finger turns the value up and down.
#pragma once

#include <optional>

#include "ui/frame.h"

namespace buurtpeil {

/// Width of all columns beside each other.
[[nodiscard]] float steps_width(Frame& frame, const StepField& field);
/// Rows below each other: of a column each, or of several that stand upright.
struct StepRows {
  float height = 0, gap = 0;
  int count = 0;
};
[[nodiscard]] StepRows step_rows(Frame& frame, const StepField& field, float width);
/// Height of the whole field for its width. Columns that do not fit beside each other stand in rows.
[[nodiscard]] float steps_height(Frame& frame, const StepField& field, float width);
std::optional<Event> draw_steps(Frame& frame, const StepField& field, const Box& box);

}  // namespace buurtpeil
