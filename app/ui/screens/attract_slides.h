// The slides of the invitation that tell something: what was said here, and what was done with it. Large, to
// be read in passing.
#pragma once

#include "ui/frame.h"
#include "ui/view.h"

namespace buurtpeil {

/// Draws the view's finding or deed as a band across `area`, its words no wider than `text`. False, and
/// nothing drawn, where there is neither or no room for it.
bool draw_telling_slide(Frame& frame, const AttractView& view, const Box& area, const Box& text);

}  // namespace buurtpeil
