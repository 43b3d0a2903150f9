// bench_map MAP: what a map costs that nobody saw before, as a kiosk paints it: "first picture ms, the same
// again ms, names ms, memory MiB". The picture is that of a question on a display of 1920x1080 with its
// margins; "again" is one step further, with the file's pages in memory. Memory is the most that the process
// had, less what it had before.
#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <cmath>
#include <string>

#include "map/mercator.h"
#include "map/names.h"
#include "theme/house_style.h"
#include "ui/pictures/map_picture.h"

using namespace buurtpeil;

namespace {

double most_memory_mib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

double ms_of(const auto& work) {
  const auto begun = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) return fmt::print(stderr, "bench_map MAP\n"), 2;
  const std::string file = words[1];
  const auto map = TileFile::open(file);
  if (!map) return fmt::print(stderr, "bench_map: {}\n", map.error()), 1;
  if (!map->head().centre) return fmt::print(stderr, "bench_map: {}: has no middle\n", file), 1;
  constexpr double mm_per_pixel = 0.277, pixel_mm = 0.28, zoom = 16;
  MapSight sight{.files = {file},
                 .frame = {*map->head().centre, zoom + std::log2(pixel_mm / mm_per_pixel), 1'600, 900},
                 .pixels_per_mm = 1 / mm_per_pixel,
                 .letter_px = 22,
                 .palette = map_palette(built_in_style().shades.front().colours)};
  const double before = most_memory_mib();
  const double first = ms_of([&] { (void)paint_sight(sight); });
  sight.frame.centre = moved(sight.frame.centre, 50, 0);
  const double again = ms_of([&] { (void)paint_sight(sight); });
  const double names = ms_of([&] { (void)MapNames::read({.files = {&*map}}); });
  fmt::print("{} {} {} {}\n", first, again, names, most_memory_mib() - before);
}
