// The drawn street: gabled houses along a canal, trees, a bicycle, in the theme's own colours. It fills its
// box from the bottom, bleeds off both sides, and stands still.
#pragma once

#include "ui/frame.h"

namespace buurtpeil {

void draw_street(Frame& frame, const Box& box);

}  // namespace buurtpeil
