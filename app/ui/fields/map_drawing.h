// The map of a place and what was put on it. A tap puts a point, a drag moves the map (map_ground.h).
#pragma once

#include <optional>

#include "ui/frame.h"
#include "ui/view.h"

namespace buurtpeil {

/// Into the box of a page that may be mirrored; its target is "map:" and the field's path.
std::optional<Event> draw_map(Frame& frame, const MapField& field, const Box& layout);

}  // namespace buurtpeil
