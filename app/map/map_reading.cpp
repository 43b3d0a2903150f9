#include "map/map_reading.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "map/schema.h"
#include "map/vector_tile.h"

namespace buurtpeil {
namespace {

/// The file's bounds, or around its centre what is within the limit. A file that says neither is read from
/// its north-west on, as far as the limit of tiles goes.
GeoBox box_to_read(const TileFileHead& head) {
  GeoBox box{.south = -90, .north = 90, .west = -180, .east = 180};
  if (head.bounds) box = *head.bounds;
  if (!head.centre) return box;
  const GeoPoint middle = *head.centre;
  const double edge_m = std::sqrt(names_limits::area_km2) * 1'000;
  const double wide = metres_between({middle.latitude, box.west}, {middle.latitude, box.east});
  const double high = metres_between({box.south, middle.longitude}, {box.north, middle.longitude});
  if (head.bounds && wide * high <= edge_m * edge_m) return box;
  const GeoPoint low = moved(middle, -edge_m / 2, -edge_m / 2), up = moved(middle, edge_m / 2, edge_m / 2);
  return {.south = low.latitude, .north = up.latitude, .west = low.longitude, .east = up.longitude};
}

GeoPoint place_of(TileId id, std::uint32_t extent, TilePoint point) {
  const WorldBox world = world_of(id);
  const double edge = world.right - world.left;
  return geo_of({.x = world.left + edge * point.x / extent, .y = world.top + edge * point.y / extent});
}

void add_street(TileId id, std::uint32_t extent, const TileFeature& feature, MapReading& reading) {
  for (std::size_t part = 0; part < feature.part_ends.size(); ++part) {
    const auto points = feature.part(part);
    reading.street_points += points.size();
    if (reading.street_points > names_limits::street_parts) return;
    GeoPoints line;
    for (const TilePoint point : points) line.push_back(place_of(id, extent, point));
    reading.streets[feature.name].push_back(std::move(line));
  }
}

void add_feature(TileId id, const TileLayer& layer, const TileFeature& feature, MapReading& reading) {
  const MapClass map_class = class_of(layer.name, feature);
  if (is_street(map_class) ||
      (map_class == MapClass::street_name && is_street(named_street_class(feature)))) {
    add_street(id, layer.extent, feature, reading);
    return;
  }
  if (feature.geometry != GeometryKind::point) return;
  const TilePoint at = feature.points.front();
  // What lies beyond the edge is the neighbour's.
  if (at.x < 0 || at.y < 0 || at.x >= static_cast<std::int64_t>(layer.extent) ||
      at.y >= static_cast<std::int64_t>(layer.extent))
    return;
  NamedPlace place{
      .name = feature.name, .point = place_of(id, layer.extent, at), .kind = NamedKind::place, .area = ""};
  auto* list = &reading.places;
  if (map_class == MapClass::neighbourhood) list = &reading.neighbourhoods;
  if (map_class == MapClass::town) list = &reading.towns;
  if (list != &reading.places) place.kind = NamedKind::area;
  const bool wanted = list != &reading.places || map_class == MapClass::station ||
                      map_class == MapClass::green_name || map_class == MapClass::public_place;
  if (wanted && list->size() < names_limits::names) list->push_back(std::move(place));
}

}  // namespace

void read_names(const TileFile& file, const std::stop_token& stop, MapReading& reading) {
  const TileFileHead& head = file.head();
  if (head.format != TileFormat::vector) return;
  const auto tiles = file.tiles_in(box_to_read(head), head.most_zoom, names_limits::tiles);
  if (!tiles) return;
  for (const TileId id : *tiles) {
    if (stop.stop_requested()) return;
    const auto bytes = file.tile(id);
    if (!bytes || bytes->empty()) continue;
    const auto tile = read_vector_tile(*bytes);
    if (!tile) continue;
    for (const TileLayer& layer : tile->layers) {
      for (const TileFeature& feature : layer.features) {
        if (feature.name.empty() || feature.name.size() > names_limits::name_bytes) continue;
        add_feature(id, layer, feature, reading);
      }
    }
  }
}

}  // namespace buurtpeil
