// Places of several parts and with holes, as choices on a map are: points, lines, or an area; and which of
// several a finger means.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "geo/geometry.h"

namespace buurtpeil {

struct GeoShape {
  enum class Kind { none, points, lines, area };
  Kind kind = Kind::none;
  /// Each point by itself; lines; of an area all of its borders, those of its parts and those of its holes
  /// alike: within is what lies inside an odd number of them.
  std::vector<GeoPoints> parts = {};
  [[nodiscard]] bool empty() const { return parts.empty(); }
  friend bool operator==(const GeoShape&, const GeoShape&) = default;
};

/// Of a geometry as XForms writes it: a point, a line, or an area where the last of at least four points is
/// the first one again. Empty where it cannot be read.
[[nodiscard]] GeoShape shape_of(std::string_view geometry);

[[nodiscard]] GeoBox box_of(const GeoShape& shape);
[[nodiscard]] bool is_inside(const GeoShape& shape, const GeoPoint& point);
/// A point to stand for it, on it or inside of it: of its largest part. `shape` is not empty.
[[nodiscard]] GeoPoint middle_of(const GeoShape& shape);

/// Which of them a finger means that touches there: the point or line that is nearest within `reach_m`, else
/// the smallest area that it is inside of; nothing beside all of them.
[[nodiscard]] std::optional<std::size_t> touched_shape(std::span<const GeoShape* const> shapes,
                                                       const GeoPoint& point, double reach_m);

}  // namespace buurtpeil
