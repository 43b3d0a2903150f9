// A part of a map as a picture: the theme's colours, the visitor's letters. Painted by map/paint.h.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "map/paint.h"
#include "theme/palette.h"

namespace buurtpeil {

struct MapSight {
  std::vector<std::string> files;  ///< MBTiles, the lowest first
  MapFrame frame;
  double pixels_per_mm = 3.6;
  double letter_px = 16;
  MapPalette palette;
  bool names = true;  ///< the map's own
  std::shared_ptr<const MapLayer> layer = {};
};

/// Ground, water and green as quiet as the page is; streets and names by its ink.
[[nodiscard]] MapPalette map_palette(const Palette& colours);

/// On any thread; files stay open for the thread that paints. A file that cannot be read is left out.
[[nodiscard]] MapPicture paint_sight(const MapSight& sight);

}  // namespace buurtpeil
