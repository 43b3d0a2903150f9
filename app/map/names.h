// The names on a map: to search for, and to say where a point is in words. They come from the vector map's
// own tiles, from a table beside it (name, latitude, longitude) and from areas that the form brings along.
// Made once, in the background; afterwards any thread may ask, for nothing changes any more.
#pragma once

#include <cstddef>
#include <expected>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "map/mercator.h"
#include "map/tile_file.h"

namespace buurtpeil {

namespace names_limits {
inline constexpr double area_km2 = 200;  ///< read around the middle of a larger map
inline constexpr std::size_t tiles = 4'000;
inline constexpr std::size_t names = 50'000;          ///< different ones
inline constexpr std::size_t street_parts = 400'000;  ///< pieces between two points
inline constexpr std::size_t name_bytes = 200;        ///< longer ones are left out
}  // namespace names_limits

enum class NamedKind { street, area, place };  ///< place: a station, a park, a row of a table

struct NamedPlace {
  std::string name;
  GeoPoint point;  ///< on the street, in its middle; inside the area
  NamedKind kind = NamedKind::street;
  std::string area;  ///< in which area it lies, where that is known: two streets may have one name
  bool operator==(const NamedPlace&) const = default;
};

/// An area with its edge: a neighbourhood of the form's .geojson.
struct NamedArea {
  std::string name;
  std::vector<std::vector<GeoPoint>> rings;  ///< holes by even-odd
};

/// "Tolkade, near the Kerkstraat" in the caller's own words.
struct WhereItIs {
  std::string street;  ///< the nearest within 150 m, or ""
  double street_m = 0;
  std::string area;  ///< the area in which it lies, or else the nearest named one within 1,500 m, or ""
  bool inside_area = false;  ///< the area's edge is known, and it lies within
  bool operator==(const WhereItIs&) const = default;
};

/// The places of a table: the first row has headings, of which `name`, `latitude` and `longitude` (or `lat`,
/// `lon`) are read, in small letters or large. The error names the row: "row 3: ...".
[[nodiscard]] std::expected<std::vector<NamedPlace>, std::string> places_of(
    std::span<const std::vector<std::string>> rows);

class MapNames {
 public:
  struct Sources {
    std::vector<const TileFile*> files =
        {};  ///< those with pictures are passed over; used while this is made
    std::vector<NamedPlace> places = {};
    std::vector<NamedArea> areas = {};
    std::stop_token stop = {};  ///< gives what was read until then
  };
  [[nodiscard]] static MapNames read(const Sources& sources);
  MapNames();
  MapNames(MapNames&&) noexcept;
  MapNames& operator=(MapNames&&) noexcept;
  ~MapNames();

  [[nodiscard]] std::size_t size() const;  ///< how many places can be found
  /// One of them, areas before streets, then by the alphabet.
  [[nodiscard]] const NamedPlace& at(std::size_t index) const;

  /// Places in whose name each of these words begins a word; capitals and accents do not count: "jose k"
  /// finds "Sint José, Kerkpad". First those whose name begins with the first word, areas before streets,
  /// then by the alphabet. No words find nothing.
  [[nodiscard]] std::vector<NamedPlace> search(std::string_view words, std::size_t most) const;

  [[nodiscard]] WhereItIs describe(GeoPoint point) const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace buurtpeil
