#include "geo/shape.h"

#include <algorithm>

namespace buurtpeil {
namespace {

double metres_to(const GeoShape& shape, const GeoPoint& point) {
  double nearest = metres_to_line({}, point);
  for (const GeoPoints& part : shape.parts) nearest = std::min(nearest, metres_to_line(part, point));
  return nearest;
}

// Holes count as well: an area around another one is the larger of the two either way.
double size_of(const GeoShape& area) {
  double size = 0;
  for (const GeoPoints& border : area.parts) size += area_m2(border);
  return size;
}

}  // namespace

GeoShape shape_of(std::string_view geometry) {
  auto points = geo_points_of(geometry);
  if (!points || points->empty()) return {};
  constexpr std::size_t least_of_border = 4;
  using Kind = GeoShape::Kind;
  const bool closed = points->size() >= least_of_border && points->front() == points->back();
  const Kind kind = closed ? Kind::area : points->size() > 1 ? Kind::lines : Kind::points;
  return {kind, {std::move(*points)}};
}

GeoBox box_of(const GeoShape& shape) {
  GeoBox box;
  for (const GeoPoints& part : shape.parts)
    for (const GeoPoint& point : part) box.add(point);
  return box;
}

bool is_inside(const GeoShape& shape, const GeoPoint& point) {
  if (shape.kind != GeoShape::Kind::area) return false;
  const auto around = [&](const GeoPoints& border) { return is_inside(border, point); };
  return std::ranges::count_if(shape.parts, around) % 2 == 1;
}

GeoPoint middle_of(const GeoShape& shape) {
  const bool is_area = shape.kind == GeoShape::Kind::area;
  const auto size = [&](const GeoPoints& part) { return is_area ? area_m2(part) : length_m(part); };
  const GeoPoints& largest = *std::ranges::max_element(shape.parts, {}, size);
  return is_area ? middle_of_area(largest) : middle_of_line(largest);
}

std::optional<std::size_t> touched_shape(std::span<const GeoShape* const> shapes, const GeoPoint& point,
                                         double reach_m) {
  std::optional<std::size_t> nearest, smallest;
  double distance = reach_m, size = 0;
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    const GeoShape& shape = *shapes[i];
    if (shape.kind != GeoShape::Kind::area) {
      const double away = metres_to(shape, point);
      if (away > distance || (nearest && away == distance)) continue;
      nearest = i;
      distance = away;
    } else if (is_inside(shape, point)) {
      const double own = size_of(shape);
      if (smallest && own >= size) continue;
      smallest = i;
      size = own;
    }
  }
  return nearest ? nearest : smallest;
}

}  // namespace buurtpeil
