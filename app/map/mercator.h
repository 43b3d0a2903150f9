// Web Mercator, the projection of every MBTiles file: degrees to the square world that tiles cut up, and to
// the pixels of a picture. Pure arithmetic; whatever goes in, numbers that can be worked with come out.
#pragma once

#include <optional>
#include <utility>

#include "geo/geometry.h"

namespace buurtpeil {

/// Where the square ends, north and south.
inline constexpr double mercator_latitude = 85.0511287798066;
/// The deepest zoom that is reckoned with: a tile is some 10 cm wide there.
inline constexpr int deepest_zoom = 24;

/// In the square of the world: x from west to east, y from north to south, both 0 to 1.
struct WorldPoint {
  double x = 0.5;
  double y = 0.5;
  bool operator==(const WorldPoint&) const = default;
};
struct WorldBox {
  double left = 0, top = 0, right = 0, bottom = 0;
  [[nodiscard]] bool touches(const WorldBox& other) const {
    return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
  }
  [[nodiscard]] bool contains(WorldPoint point) const {
    return point.x >= left && point.x <= right && point.y >= top && point.y <= bottom;
  }
};

/// What lies outside is moved to the edge; what is no number, to 0.
[[nodiscard]] WorldPoint world_of(GeoPoint place);
[[nodiscard]] WorldBox world_of(const GeoBox& box);
/// The way back.
[[nodiscard]] GeoPoint geo_of(WorldPoint point);

/// A tile of zoom 0 is the world, of zoom 1 a quarter of it. y counts from the north, as in addresses of
/// tiles (MBTiles itself counts rows from the south; tile_file.h knows).
struct TileId {
  int zoom = 0, x = 0, y = 0;
  auto operator<=>(const TileId&) const = default;
};
/// The tile in which the point lies; zoom is held within 0 and the deepest.
[[nodiscard]] TileId tile_at(WorldPoint point, int zoom);
[[nodiscard]] WorldBox world_of(TileId tile);

/// How wide the world is in pixels: 256 at zoom 0, twice that a zoom; fractions of a zoom are meant.
[[nodiscard]] double world_px(double zoom);
/// On the ground, at that latitude.
[[nodiscard]] double metres_per_pixel(double latitude, double zoom);

/// What a picture of the map shows: north is up, `centre` lies in the middle.
struct MapFrame {
  GeoPoint centre;
  double zoom = 14;
  int width_px = 0, height_px = 0;
  bool operator==(const MapFrame&) const = default;
};
/// From the picture's upper left corner; fractions of a pixel are kept.
struct MapPixel {
  double x = 0, y = 0;
  bool operator==(const MapPixel&) const = default;
};
[[nodiscard]] MapPixel pixel_of(const MapFrame& frame, GeoPoint place);
[[nodiscard]] GeoPoint place_at(const MapFrame& frame, MapPixel pixel);
[[nodiscard]] WorldBox world_of(const MapFrame& frame);
/// The deepest zoom, in whole steps, at which the box fits into so many pixels.
[[nodiscard]] int zoom_for(const GeoBox& box, int width_px, int height_px);

/// Left, top, right, bottom in pixels of the picture.
struct PictureBox {
  double left = 0, top = 0, right = 0, bottom = 0;
  [[nodiscard]] bool touches(const PictureBox& other) const {
    return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
  }
  [[nodiscard]] bool holds(const PictureBox& other) const {
    return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
  }
};
/// Which part of the line from a to b lies within the box: from and to, 0 to 1; none where it passes the box
/// by.
[[nodiscard]] std::optional<std::pair<double, double>> part_within(MapPixel a, MapPixel b,
                                                                   const PictureBox& box);

}  // namespace buurtpeil
