// What the parts of paint() share: the picture in the making, its scale, and the clock.
#pragma once

#include <cairo.h>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "map/paint.h"
#include "map/schema.h"
#include "map/vector_tile.h"

namespace buurtpeil {

using PixelLine = std::vector<MapPixel>;

struct Painting {
  const MapRequest& request;
  cairo_t* pen;
  std::chrono::steady_clock::time_point end;
  double metres_per_mm = 1;  ///< the map's scale in the middle of the picture
  MapPicture& picture;

  [[nodiscard]] double px(double mm) const { return mm * request.pixels_per_mm; }
  /// Of something that is so wide on the ground.
  [[nodiscard]] double px_of_metres(double metres) const { return px(metres / metres_per_mm); }
  [[nodiscard]] PictureBox box() const {
    return {0, 0, static_cast<double>(picture.width), static_cast<double>(picture.height)};
  }
  /// The time is over: what is there is the picture.
  [[nodiscard]] bool is_over() const {
    if (picture.complete && (request.stop.stop_requested() || std::chrono::steady_clock::now() >= end))
      picture.complete = false;
    return !picture.complete;
  }
  void use(MapColour colour) const {
    cairo_set_source_rgba(pen, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0,
                          colour.alpha / 255.0);
  }
  /// Keeps the first sentence.
  void complain(const std::string& sentence) const {
    if (picture.problem.empty()) picture.problem = sentence;
  }
};

/// A tile where it lies in the picture. Edges are whole pixels, so that neighbours meet without a seam.
struct LaidTile {
  TileId id;
  double left = 0, top = 0, size = 0;  ///< exact
  PictureBox edge;                     ///< whole pixels, within the picture
};
/// The tiles of that zoom that the picture shows, from the north-west on.
[[nodiscard]] std::vector<LaidTile> tiles_of(const MapFrame& frame, int zoom);

/// A name that could be written: along a line where it has one, else around a point.
struct NameWish {
  MapClass map_class = MapClass::nothing;
  int order = 0;  ///< smaller comes first
  std::string name;
  MapPixel point;
  PixelLine line;
};

/// Paints a vector map's shapes; its names are added to `wishes`.
void paint_vector(const Painting& painting, const TileFile& file, std::vector<NameWish>& wishes);
void paint_raster(const Painting& painting, const TileFile& file);
void paint_shapes(const Painting& painting, std::vector<NameWish>& wishes);
/// Writes as many as have room, the most important first.
void write_names(const Painting& painting, std::vector<NameWish>& wishes);

/// How a class of street is drawn; 0 metres where it is not, at this scale.
struct StreetLook {
  double width_px = 0;
  MapColour fill;
};
[[nodiscard]] StreetLook look_of(const Painting& painting, MapClass map_class);

}  // namespace buurtpeil
