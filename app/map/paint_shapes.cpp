// Shapes of ours on the map: areas asked about, plans, routes.
#include <algorithm>
#include <cmath>
#include <limits>

#include "map/painting.h"

namespace buurtpeil {
namespace {

constexpr double far_px = 100'000;

MapPixel shape_pixel(const Painting& painting, GeoPoint point) {
  const MapPixel pixel = pixel_of(painting.request.frame, point);
  return {.x = std::clamp(pixel.x, -far_px, far_px), .y = std::clamp(pixel.y, -far_px, far_px)};
}

void draw_discs(const Painting& painting, const MapShape& shape) {
  for (const auto& part : shape.parts) {
    for (const GeoPoint& point : part) {
      const MapPixel at = shape_pixel(painting, point);
      cairo_new_sub_path(painting.pen);
      cairo_arc(painting.pen, at.x, at.y, painting.px(shape.stroke_mm) * 2, 0, 2 * 3.14159265358979);
      painting.use(shape.fill);
      cairo_fill_preserve(painting.pen);
      painting.use(shape.stroke);
      cairo_set_line_width(painting.pen, painting.px(shape.stroke_mm));
      cairo_stroke(painting.pen);
    }
  }
}

void draw_shape(const Painting& painting, const MapShape& shape) {
  for (const auto& part : shape.parts) {
    if (part.empty()) continue;
    cairo_new_sub_path(painting.pen);
    for (const GeoPoint& point : part) {
      const MapPixel pixel = shape_pixel(painting, point);
      cairo_line_to(painting.pen, pixel.x, pixel.y);
    }
    if (shape.geometry == GeometryKind::polygon) cairo_close_path(painting.pen);
  }
  if (shape.geometry == GeometryKind::polygon && shape.fill.alpha > 0) {
    painting.use(shape.fill);
    cairo_fill_preserve(painting.pen);
  }
  painting.use(shape.stroke);
  cairo_set_line_width(painting.pen, painting.px(shape.stroke_mm));
  if (shape.stroke.alpha > 0 && shape.stroke_mm > 0)
    cairo_stroke(painting.pen);
  else
    cairo_new_path(painting.pen);
}

}  // namespace

void paint_shapes(const Painting& painting, std::vector<NameWish>& wishes) {
  for (const MapShape& shape : painting.request.shapes) {
    if (shape.geometry == GeometryKind::point)
      draw_discs(painting, shape);
    else
      draw_shape(painting, shape);
    if (shape.name.empty() || shape.parts.empty() || shape.parts.front().empty()) continue;
    const GeoPoint middle = shape.geometry == GeometryKind::polygon ? middle_of_area(shape.parts.front())
                            : shape.geometry == GeometryKind::line  ? middle_of_line(shape.parts.front())
                                                                    : shape.parts.front().front();
    wishes.push_back({.map_class = MapClass::neighbourhood,
                      .order = 0,
                      .name = shape.name,
                      .point = shape_pixel(painting, middle),
                      .line = {}});
  }
}

}  // namespace buurtpeil
