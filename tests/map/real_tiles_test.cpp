// Tiles of the real world and of the vector tile specification's own suite: tests/map/packages installs them,
// names their folder in BUURTPEIL_TILES and runs this.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "map/paint.h"
#include "support/needs.h"
#include "support/temporary_folder.h"

using namespace buurtpeil;
namespace fs = std::filesystem;

namespace {

fs::path tiles() { return std::getenv("BUURTPEIL_TILES"); }

std::vector<fs::path> files_below(const fs::path& folder, const std::string& extension) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().extension() == extension) files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

std::size_t colours_of(const MapPicture& picture) {
  std::vector<std::uint32_t> pixels;
  for (std::size_t at = 0; at + 3 < picture.rgba.size(); at += 4)
    pixels.push_back(static_cast<std::uint32_t>(picture.rgba[at] << 16 | picture.rgba[at + 1] << 8 |
                                                picture.rgba[at + 2]));
  std::ranges::sort(pixels);
  pixels.erase(std::ranges::unique(pixels).begin(), pixels.end());
  return pixels.size();
}

}  // namespace

TEST_CASE("real maps are painted, whatever the names of their layers" * needs_variable{"BUURTPEIL_TILES"}) {
  const auto maps = files_below(tiles() / "mbview", ".mbtiles");
  CHECK(maps.size() == 2);
  std::string empty;
  for (const fs::path& path : maps) {
    CAPTURE(path.string());
    const auto file = TileFile::open(path);
    REQUIRE_MESSAGE(file, file.error());
    REQUIRE(file->head().centre);
    const MapPicture picture = paint({.files = {&*file}, .frame = {*file->head().centre, 14, 1024, 768}});
    CHECK(picture.problem == "");
    CHECK(picture.complete);
    if (colours_of(picture) < 3) empty += path.filename().string() + " ";
  }
  CHECK(empty == "038.mbtiles ");  // has points without names alone
}

TEST_CASE("real tiles of cities are read whole" * needs_variable{"BUURTPEIL_TILES"}) {
  std::map<std::string, std::size_t> features;
  int refused = 0;
  for (const fs::path& path : files_below(tiles() / "@mapbox/mvt-fixtures/real-world", ".mvt")) {
    const std::string place = path.parent_path().filename().string();
    const auto tile = read_vector_tile(read_file(path));
    if (!tile) {
      INFO(path.string(), ": ", tile.error());
      CHECK(place.starts_with("osm-qa-"));
      ++refused;
      continue;
    }
    for (const TileLayer& layer : tile->layers) features[place] += layer.features.size();
  }
  // Of OpenStreetMap's quality checks, which are no maps to look at.
  CHECK(refused == 24);
  std::string counts;
  for (const auto& [place, count] : features) counts += place + " " + std::to_string(count) + "\n";
  CHECK(counts ==
        "bangkok 12991\nchicago 16507\nnepal 41248\nnorway 5995\nsanfrancisco 15520\nuruguay 1952\n");
}

TEST_CASE("real faults of tiles, as the specification's suite has them, lose a feature and not the tile" *
          needs_variable{"BUURTPEIL_TILES"}) {
  const auto files = files_below(tiles() / "@mapbox/mvt-fixtures/fixtures", ".mvt");
  CHECK(files.size() == 74);
  for (const fs::path& path : files) {
    const auto tile = read_vector_tile(read_file(path));
    CHECK_MESSAGE(tile, path.string());
  }
}
