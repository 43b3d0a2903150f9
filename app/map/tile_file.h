// An .mbtiles file (MBTiles 1.3): tiles of a map, pictures or shapes, in SQLite. It comes from elsewhere: it
// is opened so that nothing in it can write, run for long or fill the memory, and what is wrong with it is
// one sentence that begins with its name. Used by one thread at a time, whoever that is.
#pragma once

#include <chrono>
#include <expected>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "map/mercator.h"

namespace buurtpeil {

inline constexpr std::size_t max_packed_tile_bytes = 2 * 1024 * 1024;
inline constexpr std::size_t max_tile_bytes = 8 * 1024 * 1024;  ///< inflated

/// `vector` is Mapbox Vector Tile ("pbf"); vector_tile.h reads it. The others are pictures.
enum class TileFormat { png, jpeg, webp, vector };

struct TileFileHead {
  std::string name;  ///< what the file calls itself, or its file's name
  TileFormat format = TileFormat::png;
  std::optional<GeoBox> bounds;    ///< none: the file does not say
  std::optional<GeoPoint> centre;  ///< the file's own, or the middle of its bounds
  std::optional<double> centre_zoom;
  int least_zoom = 0, most_zoom = 0;  ///< what the tiles themselves have, whatever the file says
  std::string attribution;            ///< whose data: plain text, without HTML; "" when the file does not say
  std::vector<std::string> layers;    ///< of a vector map, as the file lists them
};

class TileFile {
 public:
  /// `time_limit` is for one reading of the file; a reading that takes longer fails. The error is for staff:
  /// "gouda.mbtiles: is no MBTiles file; ...", "... has no tiles ...".
  [[nodiscard]] static std::expected<TileFile, std::string> open(
      const std::filesystem::path& path, std::chrono::milliseconds time_limit = std::chrono::seconds(1));
  TileFile(TileFile&&) noexcept;
  TileFile& operator=(TileFile&&) noexcept;
  ~TileFile();

  [[nodiscard]] const TileFileHead& head() const;
  [[nodiscard]] const std::filesystem::path& path() const;

  /// A tile's bytes: a PNG, JPEG or WebP as it is, a vector tile unpacked. "" where the file has none there.
  [[nodiscard]] std::expected<std::string, std::string> tile(TileId id) const;

  /// Which tiles of a zoom there are within a box, at most so many, from the north-west on.
  [[nodiscard]] std::expected<std::vector<TileId>, std::string> tiles_in(const GeoBox& box, int zoom,
                                                                         std::size_t most) const;

 private:
  struct State;
  explicit TileFile(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// The maps that lie in the folder of a form, by their names.
[[nodiscard]] std::vector<std::filesystem::path> maps_beside(const std::filesystem::path& form);

/// HTML as plain text: tags left out, entities for signs resolved, white space as one space.
[[nodiscard]] std::string text_of_html(std::string_view html);

}  // namespace buurtpeil
