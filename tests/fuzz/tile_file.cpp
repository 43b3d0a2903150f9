// Any bytes as an .mbtiles file: opened, its names read, and a small picture painted of it.
#include "map/tile_file.h"

#include <fstream>

#include "fuzz.h"
#include "map/names.h"
#include "map/paint.h"

using namespace buurtpeil;
using fuzz::must;

namespace {

struct File {
  std::filesystem::path path = std::filesystem::temp_directory_path() /
                               ("fuzz_tile_file." + std::to_string(reinterpret_cast<std::uintptr_t>(this)));
  ~File() { std::filesystem::remove(path); }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const File file;
  std::ofstream(file.path) << fuzz::text_of(data, size);
  const auto map = TileFile::open(file.path, std::chrono::milliseconds(100));
  if (!map) {
    must(map.error().starts_with(file.path.filename().string() + ": "), "an error does not say which file");
    return 0;
  }
  const TileFileHead& head = map->head();
  must(head.least_zoom <= head.most_zoom, "the zooms are the wrong way round");
  const MapNames names = MapNames::read({.files = {&*map}});
  (void)names.search("a", 10);
  const GeoPoint centre = head.centre.value_or(GeoPoint{});
  (void)names.describe(centre);
  const MapFrame frame{.centre = centre, .zoom = head.most_zoom + 0.5, .width_px = 64, .height_px = 48};
  const MapPicture picture = paint({.files = {&*map}, .frame = frame});
  must(picture.rgba.size() == 64 * 48 * 4, "the picture is not of the size that was asked for");
  return 0;
}
