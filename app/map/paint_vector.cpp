// A vector map: the tiles that the picture shows are read, their features sorted by class, and each class is
// painted over all tiles before the next, so that what lies on top is on top everywhere.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "map/painting.h"
#include "map/pixel_lines.h"

namespace buurtpeil {
namespace {

using enum MapClass;

/// A longer line is stroked in pieces: Cairo's stroke of a line that crosses itself everywhere takes a time
/// that grows faster than the line.
constexpr std::size_t longest_stroke = 256;
/// Of all tiles of a picture: five times a dense town's, and no more memory than some 40 MB.
constexpr std::size_t most_features = 100'000, most_points = 1'000'000;
/// Points of houses that are outlined as one.
constexpr std::size_t outlined_at_once = 128;
/// So small that nobody would see it.
constexpr double speck_px = 1.5;
/// Beyond the picture by as much, coordinates are cut off: Cairo's own end at 8 million.
constexpr double furthest_px = 1'000'000;

struct Drawn {
  const TileFeature* feature;
  std::size_t tile;
  double px_per_unit;
  PictureBox box;
};

struct Sheet {
  std::vector<VectorTile> tiles;
  std::vector<LaidTile> laid;
  std::map<MapClass, std::vector<Drawn>> classes;
};

MapPixel pixel_of(const Sheet& sheet, const Drawn& drawn, TilePoint point) {
  const LaidTile& tile = sheet.laid[drawn.tile];
  return {.x = std::clamp(tile.left + point.x * drawn.px_per_unit, -furthest_px, furthest_px),
          .y = std::clamp(tile.top + point.y * drawn.px_per_unit, -furthest_px, furthest_px)};
}

PictureBox box_of(const Sheet& sheet, const Drawn& drawn) {
  PictureBox box{furthest_px, furthest_px, -furthest_px, -furthest_px};
  for (const TilePoint point : drawn.feature->points) {
    const MapPixel pixel = pixel_of(sheet, drawn, point);
    box.left = std::min(box.left, pixel.x), box.right = std::max(box.right, pixel.x);
    box.top = std::min(box.top, pixel.y), box.bottom = std::max(box.bottom, pixel.y);
  }
  return box;
}

/// 512 pixels a tile, for which vector tiles are made, as long as the file has them.
int tile_zoom(const Painting& painting, const TileFileHead& head) {
  return std::clamp(static_cast<int>(std::ceil(painting.request.frame.zoom - 0.001)) - 1, head.least_zoom,
                    head.most_zoom);
}

/// Leaves out what is not shown, and tells how much stays.
struct Weight {
  std::size_t features = 0, points = 0;
};
Weight keep_shown(VectorTile& tile) {
  Weight weight;
  for (TileLayer& layer : tile.layers) {
    std::erase_if(layer.features,
                  [&](const TileFeature& feature) { return class_of(layer.name, feature) == nothing; });
    layer.features.shrink_to_fit();
    weight.features += layer.features.size();
    for (const TileFeature& feature : layer.features) weight.points += feature.points.size();
  }
  return weight;
}

Sheet read_sheet(const Painting& painting, const TileFile& file) {
  Sheet sheet;
  const std::string name = file.path().filename().string();
  Weight all;
  for (const LaidTile& laid : tiles_of(painting.request.frame, tile_zoom(painting, file.head()))) {
    if (painting.is_over()) break;
    const auto bytes = file.tile(laid.id);
    if (!bytes) painting.complain(bytes.error());
    if (!bytes || bytes->empty()) continue;
    auto tile = read_vector_tile(*bytes);
    if (!tile) {
      painting.complain(name + ": a tile " + tile.error());
      continue;
    }
    const Weight weight = keep_shown(*tile);
    if (all.features + weight.features > most_features || all.points + weight.points > most_points) {
      painting.complain(name + ": has more shapes than a picture can hold");
      continue;
    }
    all.features += weight.features;
    all.points += weight.points;
    sheet.tiles.push_back(*std::move(tile));
    sheet.laid.push_back(laid);
  }
  for (std::size_t index = 0; index < sheet.tiles.size(); ++index) {
    for (const TileLayer& layer : sheet.tiles[index].layers) {
      const double px_per_unit = sheet.laid[index].size / layer.extent;
      for (const TileFeature& feature : layer.features) {
        Drawn drawn{.feature = &feature, .tile = index, .px_per_unit = px_per_unit, .box = {}};
        drawn.box = box_of(sheet, drawn);
        if (drawn.box.touches(sheet.laid[index].edge))
          sheet.classes[class_of(layer.name, feature)].push_back(drawn);
      }
    }
  }
  return sheet;
}

/// Points closer than half a pixel to the one before are left out, but for the last of a line.
void trace(const Painting& painting, const Sheet& sheet, const Drawn& drawn, std::size_t part) {
  const std::span<const TilePoint> points = drawn.feature->part(part);
  const bool closed = drawn.feature->geometry == GeometryKind::polygon;
  MapPixel last = pixel_of(sheet, drawn, points.front());
  cairo_move_to(painting.pen, last.x, last.y);
  for (std::size_t i = 1; i < points.size(); ++i) {
    const MapPixel pixel = pixel_of(sheet, drawn, points[i]);
    if (std::abs(pixel.x - last.x) + std::abs(pixel.y - last.y) < 0.5 && (closed || i + 1 < points.size()))
      continue;
    cairo_line_to(painting.pen, pixel.x, pixel.y);
    last = pixel;
    if (closed || i % longest_stroke != 0) continue;
    cairo_stroke(painting.pen);
    cairo_move_to(painting.pen, pixel.x, pixel.y);
  }
  if (closed) cairo_close_path(painting.pen);
}

/// Calls `draw` for all of a class, tile by tile, within the tile's edge, and `end_tile` after each tile.
template <typename Draw, typename End>
void for_each(const Painting& painting, const Sheet& sheet, MapClass map_class, const Draw& draw,
              const End& end_tile) {
  const auto found = sheet.classes.find(map_class);
  if (found == sheet.classes.end()) return;
  std::size_t open = sheet.tiles.size();  // which tile's edge is set
  const auto close = [&] {
    if (open == sheet.tiles.size()) return;
    end_tile();
    cairo_restore(painting.pen);
  };
  for (const Drawn& drawn : found->second) {
    if (painting.is_over()) break;
    if (open != drawn.tile) {
      close();
      open = drawn.tile;
      const PictureBox& edge = sheet.laid[open].edge;
      cairo_save(painting.pen);
      cairo_rectangle(painting.pen, edge.left, edge.top, edge.right - edge.left, edge.bottom - edge.top);
      cairo_clip(painting.pen);
    }
    draw(drawn);
  }
  close();
}

template <typename Draw>
void for_each(const Painting& painting, const Sheet& sheet, MapClass map_class, const Draw& draw) {
  for_each(painting, sheet, map_class, draw, [] {});
}

void fill(const Painting& painting, const Sheet& sheet, MapClass map_class, MapColour colour) {
  for_each(painting, sheet, map_class, [&](const Drawn& drawn) {
    const PictureBox& box = drawn.box;
    if (box.right - box.left < speck_px && box.bottom - box.top < speck_px) return;
    for (std::size_t part = 0; part < drawn.feature->part_ends.size(); ++part)
      trace(painting, sheet, drawn, part);
    painting.use(colour);
    cairo_fill(painting.pen);
  });
}

/// Many at once, as one line: each stroke by itself has its price.
void outline(const Painting& painting, const Sheet& sheet, MapClass map_class, MapColour colour,
             double width) {
  painting.use(colour);
  cairo_set_line_width(painting.pen, width);
  std::size_t points = 0;
  for_each(
      painting, sheet, map_class,
      [&](const Drawn& drawn) {
        for (std::size_t part = 0; part < drawn.feature->part_ends.size(); ++part)
          trace(painting, sheet, drawn, part);
        points += drawn.feature->points.size();
        if (points < outlined_at_once) return;
        cairo_stroke(painting.pen);
        points = 0;
      },
      [&] { cairo_stroke(painting.pen); });
}

enum class Tunnels { no, only };

void stroke(const Painting& painting, const Sheet& sheet, MapClass map_class, MapColour colour, double width,
            Tunnels tunnels = Tunnels::no) {
  for_each(painting, sheet, map_class, [&](const Drawn& drawn) {
    if (drawn.feature->tunnel != (tunnels == Tunnels::only)) return;
    painting.use(colour);
    cairo_set_line_width(painting.pen, width);
    for (std::size_t part = 0; part < drawn.feature->part_ends.size(); ++part) {
      trace(painting, sheet, drawn, part);
      cairo_stroke(painting.pen);
    }
  });
}

/// On and off in multiples of the width.
void dash(const Painting& painting, double on, double off) {
  const std::array<double, 2> lengths{on, off};
  cairo_set_dash(painting.pen, lengths.data(), 2, 0);
  cairo_set_line_cap(painting.pen, CAIRO_LINE_CAP_BUTT);
}

void no_dash(const Painting& painting) {
  cairo_set_dash(painting.pen, nullptr, 0, 0);
  cairo_set_line_cap(painting.pen, CAIRO_LINE_CAP_ROUND);
}

constexpr std::array streets{service, pedestrian, street, street_collecting, street_main, motorway};

void paint_grounds(const Painting& painting, const Sheet& sheet) {
  const MapPalette& palette = painting.request.palette;
  fill(painting, sheet, ground, palette.ground);
  fill(painting, sheet, built_up, palette.built_up);
  fill(painting, sheet, field, palette.field);
  fill(painting, sheet, green, palette.green);
  fill(painting, sheet, wood, palette.wood);
  fill(painting, sheet, square, palette.street);
  fill(painting, sheet, water, palette.water);
  stroke(painting, sheet, waterway, palette.water,
         std::max(painting.px(painting.metres_per_mm < 15 ? 0.25 : 0.15), painting.px_of_metres(3)));
}

void paint_houses(const Painting& painting, const Sheet& sheet) {
  if (painting.metres_per_mm > 16) return;
  fill(painting, sheet, house, painting.request.palette.house);
  if (painting.metres_per_mm > 7) return;
  outline(painting, sheet, house, painting.request.palette.house_edge, painting.px(0.18));
}

void paint_streets(const Painting& painting, const Sheet& sheet) {
  const MapPalette& palette = painting.request.palette;
  const double edge = std::max(1.0, painting.px(0.22));
  dash(painting, painting.px(0.9), painting.px(0.9));
  for (const MapClass map_class : streets) {
    if (look_of(painting, map_class).width_px > 0)
      stroke(painting, sheet, map_class, palette.street_edge, painting.px(0.4), Tunnels::only);
  }
  const StreetLook feet = look_of(painting, path);
  if (feet.width_px > 0) {
    dash(painting, painting.px(0.8), painting.px(0.55));
    stroke(painting, sheet, path, feet.fill, feet.width_px);
  }
  no_dash(painting);
  for (const MapClass map_class : streets) {
    const StreetLook look = look_of(painting, map_class);
    if (look.width_px >= painting.px(0.4))
      stroke(painting, sheet, map_class, palette.street_edge, look.width_px + 2 * edge);
  }
  for (const MapClass map_class : streets) {
    const StreetLook look = look_of(painting, map_class);
    if (look.width_px > 0) stroke(painting, sheet, map_class, look.fill, look.width_px);
  }
}

void paint_rails(const Painting& painting, const Sheet& sheet) {
  const MapPalette& palette = painting.request.palette;
  if (painting.metres_per_mm <= 14)
    stroke(painting, sheet, tram, palette.rail, std::max(1.0, painting.px(0.22)));
  const double width = std::clamp(painting.px_of_metres(4.5), painting.px(0.45), painting.px(1.3));
  stroke(painting, sheet, rail, palette.rail, width);
  if (painting.metres_per_mm > 30) return;
  dash(painting, width * 3.5, width * 3.5);
  stroke(painting, sheet, rail, palette.ground, width * 0.5);
  no_dash(painting);
}

/// The first wishes come first: towns, neighbourhoods, stations, main streets ...
int order_of(MapClass map_class) {
  static constexpr std::array order{
      town,       neighbourhood, station,      motorway, street_main, street_collecting, water_name, street,
      pedestrian, green_name,    public_place, service,  path};
  return static_cast<int>(std::ranges::find(order, map_class) - order.begin()) + 1;
}

/// Whether a name is worth its room at this scale.
bool is_named(const Painting& painting, MapClass map_class) {
  const double scale = painting.metres_per_mm;
  switch (map_class) {
    case town:
      return scale > 4;
    case neighbourhood:
      return scale < 60;
    case station:
      return scale < 45;
    case motorway:
    case street_main:
      return scale < 45;
    case water_name:
      return scale < 45;
    case street_collecting:
      return scale < 25;
    case street:
    case pedestrian:
      return scale < 14;
    case green_name:
      return scale < 14;
    case public_place:
    case service:
    case path:
      return scale < 7;
    default:
      return false;
  }
}

void wish_names(const Painting& painting, const Sheet& sheet, std::vector<NameWish>& wishes) {
  for (const auto& [map_class, all] : sheet.classes) {
    for (const Drawn& drawn : all) {
      const TileFeature& feature = *drawn.feature;
      if (feature.name.empty() || feature.name.size() > 200 || feature.tunnel) continue;
      const MapClass named = map_class == street_name ? named_street_class(feature) : map_class;
      if (!is_named(painting, named) || feature.geometry == GeometryKind::polygon) continue;
      const PictureBox& edge = sheet.laid[drawn.tile].edge;
      NameWish wish{
          .map_class = named, .order = order_of(named), .name = feature.name, .point = {}, .line = {}};
      for (std::size_t part = 0; part < feature.part_ends.size(); ++part) {
        PixelLine line;
        for (const TilePoint point : feature.part(part)) line.push_back(pixel_of(sheet, drawn, point));
        if (feature.geometry == GeometryKind::point) {
          wish.point = line.front();
          const bool inside = wish.point.x >= edge.left && wish.point.x < edge.right &&
                              wish.point.y >= edge.top && wish.point.y < edge.bottom;
          if (inside) wishes.push_back(wish);
          continue;
        }
        for (PixelLine& piece : clipped(line, edge)) {
          wish.line = std::move(piece);
          wishes.push_back(wish);
        }
      }
    }
  }
}

}  // namespace

StreetLook look_of(const Painting& painting, MapClass map_class) {
  struct Row {
    MapClass map_class;
    double metres, least_mm, until;  // until that many metres a millimetre of screen
  };
  static constexpr std::array rows{Row{path, 1.6, 0.32, 11},
                                   Row{service, 4, 0.3, 14},
                                   Row{pedestrian, 6, 0.35, 45},
                                   Row{street, 7.5, 0.3, 50},
                                   Row{street_collecting, 9.5, 0.5, 90},
                                   Row{street_main, 12, 0.7, 200},
                                   Row{motorway, 20, 0.9, 1e9}};
  const MapPalette& palette = painting.request.palette;
  const auto* const row = std::ranges::find(rows, map_class, &Row::map_class);
  if (row == rows.end() || painting.metres_per_mm > row->until) return {};
  const double width = std::max(painting.px(row->least_mm), painting.px_of_metres(row->metres));
  if (map_class == path) return {std::min(width, painting.px(0.7)), palette.path};
  const bool main = map_class == street_main || map_class == motorway;
  return {width, main ? palette.street_main : palette.street};
}

void paint_vector(const Painting& painting, const TileFile& file, std::vector<NameWish>& wishes) {
  const Sheet sheet = read_sheet(painting, file);
  paint_grounds(painting, sheet);
  paint_houses(painting, sheet);
  paint_streets(painting, sheet);
  paint_rails(painting, sheet);
  if (painting.request.names && !painting.is_over()) wish_names(painting, sheet, wishes);
}

}  // namespace buurtpeil
