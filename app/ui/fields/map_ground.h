// The ground of a map on the screen, which a finger moves: what is shared by places that are put on it and by
// choices that lie on it. What is looked at is the view's (event::LookAt); only while the finger drags, and
// while the map coasts after it, it is remembered here. The map is never mirrored.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "map/mercator.h"
#include "ui/frame.h"

namespace buurtpeil {

/// What the finger does to the map in this frame.
struct MapTouch {
  MapFrame seen;                                  ///< what the box shows now
  std::optional<MapPixel> tapped = std::nullopt;  ///< in the box
  std::optional<Event> looks = std::nullopt;      ///< the map was moved, and rests
};
/// The box is one of the display's own coordinates (Frame::stop_mirroring()), of whole pixels. Its target is
/// "map:" and the path.
[[nodiscard]] MapTouch touch_map(Frame& frame, const std::string& path, const MapGround& ground,
                                 const Box& box);

/// The map itself. The picture is painted larger than it is seen, so that a drag shows what lies beside;
/// while the next one is painted the one before stands there, moved and scaled.
void draw_ground(Frame& frame, const std::string& path, const MapGround& ground, const MapFrame& seen,
                 const Box& box);

/// The same ground where all of that is in sight in the box, with air for a finger around; not closer than a
/// street.
[[nodiscard]] MapGround showing(Frame& frame, MapGround ground, const GeoBox& whole, const Box& box);

/// In the box.
[[nodiscard]] ImVec2 point_on(const MapFrame& seen, const Box& box, const GeoPoint& place);
[[nodiscard]] std::vector<ImVec2> points_on(const MapFrame& seen, const Box& box, const GeoPoints& places);

/// Whose map it is stands right below it, where it hides nothing and nothing hides it.
[[nodiscard]] float credit_height(Frame& frame, const MapGround& ground, float width);
void draw_credit(Frame& frame, const MapGround& ground, const Box& box);

}  // namespace buurtpeil
