// Points that are divided over several things: each with its share as a bar and buttons beside it, and in
// sight all the time how many are left.
#pragma once

#include <optional>

#include "ui/frame.h"

namespace buurtpeil {

/// "Still to divide: 40" over a bar of all that is divided.
[[nodiscard]] float points_left_height(Frame& frame, const PointsField& field, float width);
void draw_points_left(Frame& frame, const PointsField& field, const Box& box);

}  // namespace buurtpeil
