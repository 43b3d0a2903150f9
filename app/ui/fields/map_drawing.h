// The map of a place and what was put on it. A tap puts a point, a drag moves the map. What is looked at is
// the view's (event::LookAt); only while the finger drags, and while the map coasts after it, it is
// remembered here.
//
// The picture is painted larger than it is seen, so that a drag shows what lies beside; while the next one is
// painted the one before stands there, moved and scaled. The map is never mirrored.
#pragma once

#include <optional>

#include "ui/frame.h"
#include "ui/view.h"

namespace buurtpeil {

/// Into the box of a page that may be mirrored; its target is "map:" and the field's path.
std::optional<Event> draw_map(Frame& frame, const MapField& field, const Box& layout);

}  // namespace buurtpeil
