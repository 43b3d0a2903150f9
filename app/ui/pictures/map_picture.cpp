#include "ui/pictures/map_picture.h"

#include <chrono>
#include <map>
#include <memory>

#include "theme/derive.h"

namespace buurtpeil {
namespace {

MapColour whole(Colour colour) { return {colour.red, colour.green, colour.blue, 255}; }

MapColour mixed(Colour first, Colour second, double part) { return whole(mix(first, second, part)); }

/// Those of this thread, opened once.
const TileFile* opened(const std::string& file) {
  thread_local std::map<std::string, std::unique_ptr<TileFile>> files;
  const auto [found, is_new] = files.try_emplace(file);
  if (is_new)
    if (auto read = TileFile::open(file)) found->second = std::make_unique<TileFile>(std::move(*read));
  return found->second.get();
}

}  // namespace

MapPalette map_palette(const Palette& colours) {
  const Colour paper = colours.paper, ink = colours.ink;
  const bool light = is_light(paper);
  MapPalette palette;
  palette.ground = mixed(paper, ink, light ? 0.045 : 0.08);
  palette.built_up = mixed(paper, ink, light ? 0.075 : 0.11);
  palette.field = mixed(paper, colours.leaf, 0.12);
  palette.green = mixed(paper, colours.leaf, 0.34);
  palette.wood = mixed(paper, colours.leaf_dark, 0.42);
  palette.water = mixed(paper, colours.water, 0.5);
  palette.house = mixed(paper, ink, light ? 0.15 : 0.2);
  palette.house_edge = mixed(paper, ink, light ? 0.24 : 0.3);
  palette.street = light ? whole(colours.card) : mixed(paper, ink, 0.45);
  palette.street_main = light ? mixed(colours.card, colours.ochre, 0.3) : mixed(paper, ink, 0.6);
  palette.street_edge = mixed(paper, ink, light ? 0.3 : 0.04);
  palette.path = mixed(paper, ink, 0.42);
  palette.rail = mixed(paper, ink, 0.55);
  palette.name = whole(ink);
  palette.name_area = whole(colours.heading);
  palette.layer = mixed(colours.brick, ink, 0.2);
  palette.name_water = mixed(colours.water, ink, 0.65);
  palette.name_green = mixed(colours.leaf_dark, ink, 0.65);
  palette.halo = {paper.red, paper.green, paper.blue, 220};
  return palette;
}

MapPicture paint_sight(const MapSight& sight) {
  MapRequest request{
      .files = {},
      .frame = sight.frame,
      .pixels_per_mm = sight.pixels_per_mm,
      .palette = sight.palette,
      .letter_px = sight.letter_px,
      .names = sight.names,
      // What is cut off by it stays so until the map is moved; the picture before stands meanwhile.
      .time_limit = std::chrono::seconds(2)};
  for (const std::string& file : sight.files)
    if (const TileFile* map = opened(file)) request.files.push_back(map);
  if (sight.layer) {
    constexpr std::uint8_t fill_alpha = 75;  // streets are seen through it
    request.shapes = sight.layer->shapes;
    for (MapShape& shape : request.shapes) {
      shape.fill = shape.stroke = sight.palette.layer;
      shape.fill.alpha = fill_alpha;
    }
  }
  return paint(request);
}

}  // namespace buurtpeil
