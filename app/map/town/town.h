// An invented town for the demo, from a short description that we write (assets/forms/elzermonde.town) to
// MBTiles and neighbourhoods. A step of the build: nothing of a real place is in it, and the same description
// gives the same town.
#pragma once

#include <expected>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "geo/geometry.h"
#include "map/vector_tile.h"

namespace buurtpeil::town {

/// Metres east and north of the town's middle.
struct TownSpot {
  double x = 0, y = 0;
};
using Outline = std::vector<TownSpot>;

/// A line of the description:  word [id...] ["name"] [key=number...]: x,y x,y ...   or a list of words after
/// the colon.
struct Entry {
  std::string word;
  std::vector<std::string> ids;
  std::string name;
  std::map<std::string, double> numbers;
  Outline points;
  std::vector<std::string> list;
  [[nodiscard]] double number(const std::string& key, double otherwise) const {
    const auto found = numbers.find(key);
    return found == numbers.end() ? otherwise : found->second;
  }
};
struct Description {
  std::string name, credit;
  GeoPoint middle;
  std::vector<Entry> entries;
};
/// The error names the line: "line 3: ...".
[[nodiscard]] std::expected<Description, std::string> read_description(std::string_view text);

/// What is drawn, as a layer and kind of Shortbread have it.
struct Thing {
  std::string layer, kind, name;
  GeometryKind geometry = GeometryKind::polygon;
  Outline points;
  int from_zoom = 11;
};
/// A neighbourhood, with its edge.
struct Quarter {
  std::string id, name, district;
  Outline border;
};
struct Town {
  std::string name, credit;
  GeoPoint middle;
  std::vector<Thing> things;
  std::vector<Quarter> quarters;
};
[[nodiscard]] Town plan(const Description& description);

/// Zooms 11 to 14.
[[nodiscard]] std::expected<void, std::string> write_tiles(const Town& town,
                                                           const std::filesystem::path& path);
/// One FeatureCollection as ODK reads it: an id and a title each.
[[nodiscard]] std::string areas_of(const Town& town);

[[nodiscard]] GeoPoint place_of(const Town& town, TownSpot spot);

}  // namespace buurtpeil::town
