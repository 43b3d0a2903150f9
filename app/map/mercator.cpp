#include "map/mercator.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace buurtpeil {
namespace {

constexpr double pi = std::numbers::pi;
constexpr double equator_m = 2 * pi * 6'378'137;  // of WGS 84's ellipsoid, as the projection has it

/// No number is 0.
double held(double value, double least, double most) {
  return std::isnan(value) ? 0 : std::clamp(value, least, most);
}

double held_zoom(double zoom) { return held(zoom, 0, deepest_zoom); }

}  // namespace

WorldPoint world_of(GeoPoint place) {
  const double latitude = held(place.latitude, -mercator_latitude, mercator_latitude) * pi / 180;
  const double north = std::asinh(std::tan(latitude));
  return {.x = held(place.longitude, -180, 180) / 360 + 0.5,
          .y = std::clamp(0.5 - north / (2 * pi), 0.0, 1.0)};
}

WorldBox world_of(const GeoBox& box) {
  const WorldPoint north_west = world_of(GeoPoint{box.north, box.west});
  const WorldPoint south_east = world_of(GeoPoint{box.south, box.east});
  return {north_west.x, north_west.y, south_east.x, south_east.y};
}

GeoPoint geo_of(WorldPoint point) {
  const double north = pi - 2 * pi * held(point.y, 0, 1);
  return {.latitude = std::atan(std::sinh(north)) * 180 / pi, .longitude = held(point.x, 0, 1) * 360 - 180};
}

TileId tile_at(WorldPoint point, int zoom) {
  zoom = std::clamp(zoom, 0, deepest_zoom);
  const int count = 1 << zoom;
  const auto index = [count](double part) {
    return std::clamp(static_cast<int>(std::floor(held(part, 0, 1) * count)), 0, count - 1);
  };
  return {.zoom = zoom, .x = index(point.x), .y = index(point.y)};
}

WorldBox world_of(TileId tile) {
  const double edge = 1 / static_cast<double>(1 << std::clamp(tile.zoom, 0, deepest_zoom));
  return {tile.x * edge, tile.y * edge, (tile.x + 1) * edge, (tile.y + 1) * edge};
}

double world_px(double zoom) { return 256 * std::exp2(held_zoom(zoom)); }

double metres_per_pixel(double latitude, double zoom) {
  return equator_m * std::cos(held(latitude, -mercator_latitude, mercator_latitude) * pi / 180) /
         world_px(zoom);
}

MapPixel pixel_of(const MapFrame& frame, GeoPoint place) {
  const WorldPoint centre = world_of(frame.centre), point = world_of(place);
  const double scale = world_px(frame.zoom);
  return {.x = (point.x - centre.x) * scale + frame.width_px / 2.0,
          .y = (point.y - centre.y) * scale + frame.height_px / 2.0};
}

GeoPoint place_at(const MapFrame& frame, MapPixel pixel) {
  const WorldPoint centre = world_of(frame.centre);
  const double scale = world_px(frame.zoom);
  return geo_of({.x = centre.x + (pixel.x - frame.width_px / 2.0) / scale,
                 .y = centre.y + (pixel.y - frame.height_px / 2.0) / scale});
}

WorldBox world_of(const MapFrame& frame) {
  const WorldPoint centre = world_of(frame.centre);
  const double wide = frame.width_px / world_px(frame.zoom) / 2,
               high = frame.height_px / world_px(frame.zoom) / 2;
  return {centre.x - wide, centre.y - high, centre.x + wide, centre.y + high};
}

int zoom_for(const GeoBox& box, int width_px, int height_px) {
  if (box.is_empty()) return 0;
  const WorldBox world = world_of(box);
  int zoom = deepest_zoom;
  while (zoom > 0 && ((world.right - world.left) * world_px(zoom) > width_px ||
                      (world.bottom - world.top) * world_px(zoom) > height_px))
    --zoom;
  return zoom;
}

// Liang and Barsky.
std::optional<std::pair<double, double>> part_within(MapPixel a, MapPixel b, const PictureBox& box) {
  double from = 0, to = 1;
  const auto cut = [&](double direction, double room) {
    if (direction == 0) return room >= 0;
    const double at = room / direction;
    if (direction < 0)
      from = std::max(from, at);
    else
      to = std::min(to, at);
    return from <= to;
  };
  const double x = b.x - a.x, y = b.y - a.y;
  if (cut(-x, a.x - box.left) && cut(x, box.right - a.x) && cut(-y, a.y - box.top) &&
      cut(y, box.bottom - a.y))
    return std::pair(from, to);
  return std::nullopt;
}

}  // namespace buurtpeil
