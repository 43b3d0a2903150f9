// The map as one picture: tiles of MBTiles files, shapes of ours on top, names. Painted by Cairo and Pango
// with a font map of its own, so that it runs on any thread, away from the one that draws; the same request
// gives the same picture. Raster and vector files may lie on each other.
//
//   MapPicture picture = paint({.files = {&map}, .frame = {centre, 16, 2432, 1592}, .pixels_per_mm = 3.6,
//   ...});
#pragma once

#include <chrono>
#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

#include "map/mercator.h"
#include "map/tile_file.h"
#include "map/vector_tile.h"

namespace buurtpeil {

struct MapColour {
  std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;
  bool operator==(const MapColour&) const = default;
};

/// What a colour is for; the theme fills it for each contrast. The defaults are a calm map on pale ground.
struct MapPalette {
  MapColour ground{246, 244, 239};    ///< also where there is no map
  MapColour built_up{238, 235, 228};  ///< where people live and work
  MapColour field{239, 242, 225};     ///< farmland
  MapColour green{213, 230, 198};     ///< parks, grass, fields
  MapColour wood{190, 215, 175};
  MapColour water{168, 206, 230};
  MapColour house{222, 214, 203};
  MapColour house_edge{203, 193, 180};
  MapColour street{255, 255, 255};       ///< also squares and paths
  MapColour street_main{255, 241, 205};  ///< secondary and up
  MapColour street_edge{201, 194, 184};  ///< the casing
  MapColour path{172, 156, 134};         ///< for feet and bicycles, dashed
  MapColour rail{140, 136, 132};
  MapColour name{58, 54, 50};
  MapColour name_area{92, 74, 104};  ///< neighbourhoods
  MapColour layer{150, 62, 40};      ///< shapes that are laid on it
  MapColour name_water{44, 92, 128};
  MapColour name_green{60, 98, 50};
  MapColour halo{255, 255, 255, 220};  ///< around letters
};

/// What lies on the map: an area asked about, a plan, a route. Above the streets, below the names.
struct MapShape {
  GeometryKind geometry = GeometryKind::polygon;
  std::vector<std::vector<GeoPoint>> parts;  ///< lines, or rings; closed by themselves; holes by even-odd
  MapColour fill{0, 0, 0, 0};                ///< polygons, points
  MapColour stroke{0, 0, 0, 0};
  double stroke_mm = 0.6;  ///< a point is a disc four times as wide
  std::string name;        ///< written in its middle, before all other names; "" for none
};

/// Shapes that belong together. Two with the same id are the same.
struct MapLayer {
  std::string id;
  std::vector<MapShape> shapes;
};

struct MapRequest {
  std::vector<const TileFile*> files;  ///< the first lies lowest; nobody else may use them meanwhile
  MapFrame frame;                      ///< at most 4096 pixels each way
  double pixels_per_mm = 3.6;          ///< of the display: how wide lines are
  MapPalette palette = {};
  double letter_px = 16;             ///< size of a street's name, in pixels an em; areas are larger
  std::string family = "Noto Sans";  ///< others follow for letters that it lacks
  std::vector<MapShape> shapes = {};
  bool names = true;                          ///< the map's own; those of shapes are written all the same
  std::chrono::milliseconds time_limit{500};  ///< what is there by then is the picture
  std::stop_token stop = {};                  ///< the same, by somebody who no longer wants it
};

/// A name that is written in the picture; for tests, and for who wants to say what is to be seen.
struct PlacedName {
  std::string name;
  MapPixel middle;
  double angle = 0;  ///< radians, clockwise; names are never upside down
  bool operator==(const PlacedName&) const = default;
};

struct MapPicture {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgba;  ///< opaque; row by row from the top
  std::vector<PlacedName> names;
  bool complete = true;  ///< false: time ran out, or somebody stopped it
  std::string problem;   ///< what could not be read of a file, for staff; "" when nothing
};

/// How deep one can zoom into a file before it looks coarse: pictures by 2, shapes to 18 at least.
[[nodiscard]] int deepest_useful_zoom(const TileFileHead& head);

[[nodiscard]] MapPicture paint(const MapRequest& request);

}  // namespace buurtpeil
