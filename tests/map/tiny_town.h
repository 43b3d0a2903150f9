// Vector tiles and MBTiles as the tests write them, and a town that fits into one tile of zoom 14.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "map/mercator.h"
#include "map/vector_tile.h"

namespace buurtpeil {

struct WrittenFeature {
  GeometryKind geometry = GeometryKind::point;
  std::vector<std::vector<TilePoint>> parts;
  std::vector<std::pair<std::string, std::string>> words = {};  ///< "yes" is written as the boolean
};
struct WrittenLayer {
  std::string name;
  std::vector<WrittenFeature> features;
};

[[nodiscard]] std::string written_tile(const std::vector<WrittenLayer>& layers);
[[nodiscard]] std::string gzipped(const std::string& bytes);

using Metadata = std::vector<std::pair<std::string, std::string>>;
/// `tiles` are counted from the north, as ours are.
void write_mbtiles(const std::filesystem::path& path, const Metadata& metadata,
                   const std::vector<std::pair<TileId, std::string>>& tiles);
/// Runs any SQL on a new file.
void write_sqlite(const std::filesystem::path& path, const std::string& sql);

/// Zoom 14, at 52° north. In parts of 4096 from its north-west corner: a canal from x 1800 to 2200 over the
/// whole height, a park from (200, 200) to (1400, 1400), a house from (2600, 400) to (3200, 1000), the
/// Kerkstraat along y 2048 from the west edge to 1700, the Tolkade along x 2600 from 1300 to 4000, a railway
/// along y 3500.
inline constexpr TileId tiny_tile{.zoom = 14, .x = 8400, .y = 5400};
[[nodiscard]] std::string tiny_town();  ///< Shortbread, packed
[[nodiscard]] GeoPoint tiny_place(double x, double y);
[[nodiscard]] Metadata tiny_metadata();
/// The file with that one tile.
[[nodiscard]] std::filesystem::path write_tiny_town(const std::filesystem::path& folder);

}  // namespace buurtpeil
