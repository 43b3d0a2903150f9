// A Mapbox Vector Tile (2.1, and 1 where files still have it): layers of features, each with its points and
// the few attributes that a map is drawn from. Whatever the bytes hold, the answer is a tile within the
// limits or a sentence; a feature that cannot be read is left out, and the rest of its tile stays.
#pragma once

#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace buurtpeil {

namespace tile_limits {
inline constexpr std::size_t layers = 64;
inline constexpr std::size_t features = 200'000;      ///< a tile
inline constexpr std::size_t points = 1'000'000;      ///< a tile
inline constexpr std::size_t feature_points = 5'000;  ///< a feature with more is left out
inline constexpr std::size_t words = 100'000;         ///< keys, and values, of a layer
inline constexpr std::uint32_t extent = 65'536;
}  // namespace tile_limits

enum class GeometryKind { point, line, polygon };

/// In parts of the tile's edge (`extent`), from its north-west corner; may lie outside the tile.
struct TilePoint {
  std::int32_t x = 0, y = 0;
  bool operator==(const TilePoint&) const = default;
};

struct TileFeature {
  GeometryKind geometry = GeometryKind::point;
  std::vector<TilePoint> points;         ///< of all parts, one after the other
  std::vector<std::uint32_t> part_ends;  ///< a part is a line, or a ring that is not closed by a last point
  std::string kind;                      ///< attribute `class` or `kind`
  std::string detail;                    ///< attribute `subclass`, `kind_detail` or `type`
  std::string name;
  bool tunnel = false;  ///< `brunnel` or `structure` says tunnel, or `tunnel`, `is_tunnel` is true

  [[nodiscard]] std::span<const TilePoint> part(std::size_t index) const {
    const std::size_t from = index == 0 ? 0 : part_ends[index - 1];
    return std::span(points).subspan(from, part_ends[index] - from);
  }
};

struct TileLayer {
  std::string name;
  std::uint32_t extent = 4096;
  std::vector<TileFeature> features;
};

struct VectorTile {
  std::vector<TileLayer> layers;
};

/// The bytes are unpacked already (TileFile does). The error says what is wrong: "is no vector tile",
/// "has more than 64 layers".
[[nodiscard]] std::expected<VectorTile, std::string> read_vector_tile(std::string_view bytes);

}  // namespace buurtpeil
