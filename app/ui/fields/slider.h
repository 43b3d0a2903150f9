// A scale as a line with a handle, lying or upright. Nothing is chosen until it is touched. The handle is
// dragged, a tap on the line or a move across it places it, and buttons at the ends do the same for visitors
// who cannot drag; they also reach the stops of a long scale that are closer together than a finger can tell.
//
// While the handle is dragged every stop it reaches is an answer at once, so that the value is read while it
// changes, but it is not written to the disk before the finger is lifted: a drag passes dozens of stops a
// second, and the disk is to be asked once.
#pragma once

#include <optional>

#include "ui/frame.h"

namespace buurtpeil {

[[nodiscard]] float slider_height(Frame& frame, const ScaleField& field, float width);
std::optional<Event> draw_slider(Frame& frame, const ScaleField& field, const Box& box);

}  // namespace buurtpeil
