#include "map/paint.h"

#include <algorithm>
#include <cmath>

#include "map/painting.h"

namespace buurtpeil {
namespace {

constexpr int largest_px = 4096;

struct DestroyCairo {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* pen) const { cairo_destroy(pen); }
};

/// Cairo's words are blue, green, red, nothing in memory; ours are red, green, blue, opaque.
void turn_to_rgba(std::vector<std::uint8_t>& pixels) {
  for (std::size_t at = 0; at + 3 < pixels.size(); at += 4) {
    std::swap(pixels[at], pixels[at + 2]);
    pixels[at + 3] = 255;
  }
}

double held_scale(double value, double least, double most, double otherwise) {
  return std::isfinite(value) ? std::clamp(value, least, most) : otherwise;
}

MapRequest held(MapRequest request) {
  MapFrame& frame = request.frame;
  frame.width_px = std::clamp(frame.width_px, 1, largest_px);
  frame.height_px = std::clamp(frame.height_px, 1, largest_px);
  frame.zoom = held_scale(frame.zoom, 0, deepest_zoom, 14);
  request.pixels_per_mm = held_scale(request.pixels_per_mm, 1, 20, 3.6);
  request.letter_px = held_scale(request.letter_px, 6, 200, 16);
  return request;
}

}  // namespace

std::vector<LaidTile> tiles_of(const MapFrame& frame, int zoom) {
  const WorldBox shown = world_of(frame);
  const TileId first = tile_at({shown.left, shown.top}, zoom),
               last = tile_at({shown.right, shown.bottom}, zoom);
  const double scale = world_px(frame.zoom);
  std::vector<LaidTile> tiles;
  for (int y = first.y; y <= last.y; ++y) {
    for (int x = first.x; x <= last.x; ++x) {
      const TileId id{.zoom = first.zoom, .x = x, .y = y};
      const WorldBox world = world_of(id);
      LaidTile tile{.id = id,
                    .left = (world.left - shown.left) * scale,
                    .top = (world.top - shown.top) * scale,
                    .size = (world.right - world.left) * scale,
                    .edge = {}};
      const double wide = frame.width_px, high = frame.height_px;
      tile.edge = {.left = std::clamp(std::round(tile.left), 0.0, wide),
                   .top = std::clamp(std::round(tile.top), 0.0, high),
                   .right = std::clamp(std::round(tile.left + tile.size), 0.0, wide),
                   .bottom = std::clamp(std::round(tile.top + tile.size), 0.0, high)};
      if (tile.edge.left < tile.edge.right && tile.edge.top < tile.edge.bottom) tiles.push_back(tile);
    }
  }
  return tiles;
}

int deepest_useful_zoom(const TileFileHead& head) {
  if (head.format == TileFormat::vector) return std::clamp(head.most_zoom + 1, 18, deepest_zoom);
  return std::min(head.most_zoom + 2, deepest_zoom);
}

MapPicture paint(const MapRequest& asked) {
  const MapRequest request = held(asked);
  const MapFrame& frame = request.frame;
  MapPicture picture;
  picture.width = frame.width_px;
  picture.height = frame.height_px;
  const std::size_t row = static_cast<std::size_t>(frame.width_px) * 4;
  picture.rgba.resize(row * static_cast<std::size_t>(frame.height_px));
  {
    const std::unique_ptr<cairo_surface_t, DestroyCairo> surface(cairo_image_surface_create_for_data(
        picture.rgba.data(), CAIRO_FORMAT_RGB24, frame.width_px, frame.height_px, static_cast<int>(row)));
    const std::unique_ptr<cairo_t, DestroyCairo> pen(cairo_create(surface.get()));
    const double metres = metres_per_pixel(frame.centre.latitude, frame.zoom);
    const Painting painting{.request = request,
                            .pen = pen.get(),
                            .end = std::chrono::steady_clock::now() + request.time_limit,
                            .metres_per_mm = metres * request.pixels_per_mm,
                            .picture = picture};
    MapColour ground = request.palette.ground;
    ground.alpha = 255;
    painting.use(ground);
    cairo_paint(pen.get());
    cairo_set_antialias(pen.get(), CAIRO_ANTIALIAS_FAST);
    cairo_set_fill_rule(pen.get(), CAIRO_FILL_RULE_EVEN_ODD);
    cairo_set_line_join(pen.get(), CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_cap(pen.get(), CAIRO_LINE_CAP_ROUND);
    std::vector<NameWish> wishes;
    for (const TileFile* file : request.files) {
      if (file->head().format == TileFormat::vector)
        paint_vector(painting, *file, wishes);
      else
        paint_raster(painting, *file);
    }
    if (!request.names) wishes.clear();
    paint_shapes(painting, wishes);
    write_names(painting, wishes);
    cairo_surface_flush(surface.get());
  }
  turn_to_rgba(picture.rgba);
  return picture;
}

}  // namespace buurtpeil
