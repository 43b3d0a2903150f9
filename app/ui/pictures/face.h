// A face that is drawn with strokes: for scales that are answered without reading.
#pragma once

#include "ui/box.h"

namespace buurtpeil {

class Frame;

/// `mood` from -1, unhappy, to 1, happy; chosen ones are filled with the accent.
void draw_face(Frame& frame, const Box& box, float mood, bool chosen);

}  // namespace buurtpeil
