// What a vector map's tiles say of names, for names.cpp.
#pragma once

#include <map>
#include <stop_token>
#include <string>
#include <vector>

#include "map/names.h"

namespace buurtpeil {

struct MapReading {
  std::map<std::string, std::vector<GeoPoints>> streets;  ///< pieces as the tiles have them
  std::size_t street_points = 0;
  std::vector<NamedPlace> neighbourhoods, towns, places;
};

/// Adds what the tiles of the file's last zoom name. A tile that cannot be read is passed over.
void read_names(const TileFile& file, const std::stop_token& stop, MapReading& reading);

}  // namespace buurtpeil
