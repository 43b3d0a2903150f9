// Tiles that are pictures already: decoded, and drawn where they lie.
#include <webp/decode.h>

#include <algorithm>
#include <cmath>

#include "image/decode.h"
#include "image/decode_kinds.h"
#include "map/painting.h"

namespace buurtpeil {
namespace {

constexpr int largest_tile_px = 1024;

std::expected<Pixels, std::string> webp_pixels(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  Pixels pixels;
  if (WebPGetInfo(data, bytes.size(), &pixels.width, &pixels.height) == 0)
    return std::unexpected("is a damaged WebP");
  if (pixels.width > largest_tile_px || pixels.height > largest_tile_px)
    return std::unexpected("is larger than 1024 pixels");
  pixels.rgba.resize(static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height) * 4);
  if (WebPDecodeRGBAInto(data, bytes.size(), pixels.rgba.data(), pixels.rgba.size(), pixels.width * 4) ==
      nullptr)
    return std::unexpected("is a damaged WebP");
  return pixels;
}

/// A tile is a square of 256 pixels, or of 512.
std::expected<Pixels, std::string> tile_pixels(std::string_view bytes) {
  if (bytes.starts_with("RIFF")) return webp_pixels(bytes);
  if (!is_png(bytes) && !is_jpeg(bytes)) return std::unexpected("is no PNG, JPEG or WebP picture");
  const auto head = read_head(bytes);
  if (!head) return std::unexpected(head.error());
  if (head->width > largest_tile_px || head->height > largest_tile_px)
    return std::unexpected("is larger than 1024 pixels");
  return decode(bytes, head->width, head->height);
}

/// Our pixels as Cairo's: in its words, colours multiplied by alpha.
void turn_for_cairo(Pixels& pixels) {
  for (std::size_t at = 0; at + 3 < pixels.rgba.size(); at += 4) {
    const unsigned alpha = pixels.rgba[at + 3];
    for (std::size_t i = at; i < at + 3; ++i)
      pixels.rgba[i] = static_cast<std::uint8_t>((pixels.rgba[i] * alpha + 127) / 255);
    std::swap(pixels.rgba[at], pixels.rgba[at + 2]);
  }
}

void draw_tile(const Painting& painting, const LaidTile& tile, Pixels& pixels) {
  turn_for_cairo(pixels);
  cairo_surface_t* surface = cairo_image_surface_create_for_data(
      pixels.rgba.data(), CAIRO_FORMAT_ARGB32, pixels.width, pixels.height, pixels.width * 4);
  cairo_t* pen = painting.pen;
  cairo_save(pen);
  cairo_rectangle(pen, tile.edge.left, tile.edge.top, tile.edge.right - tile.edge.left,
                  tile.edge.bottom - tile.edge.top);
  cairo_clip(pen);
  // At its own size it stays as sharp as it is; pixels between two are not made up from both.
  const double scale = tile.size / pixels.width;
  const bool own_size = std::abs(scale - 1) < 0.001;
  cairo_translate(pen, own_size ? std::round(tile.left) : tile.left,
                  own_size ? std::round(tile.top) : tile.top);
  cairo_scale(pen, tile.size / pixels.width, tile.size / pixels.height);
  cairo_set_source_surface(pen, surface, 0, 0);
  cairo_pattern_set_filter(cairo_get_source(pen), own_size ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD);
  cairo_pattern_set_extend(cairo_get_source(pen), CAIRO_EXTEND_PAD);
  cairo_paint(pen);
  cairo_restore(pen);
  cairo_surface_destroy(surface);
}

/// Of the tiles themselves, by the first that is there.
double tile_edge_px(const TileFile& file, const std::vector<LaidTile>& tiles) {
  for (const LaidTile& tile : tiles) {
    const auto bytes = file.tile(tile.id);
    if (!bytes || bytes->empty()) continue;
    const auto pixels = tile_pixels(*bytes);
    return pixels ? std::clamp(pixels->width, 64, largest_tile_px) : 256;
  }
  return 256;
}

}  // namespace

void paint_raster(const Painting& painting, const TileFile& file) {
  const TileFileHead& head = file.head();
  const auto zoom_of = [&](double edge_px) {
    const double zoom = painting.request.frame.zoom - std::log2(edge_px / 256);
    return std::clamp(static_cast<int>(std::lround(zoom)), head.least_zoom, head.most_zoom);
  };
  std::vector<LaidTile> tiles = tiles_of(painting.request.frame, zoom_of(256));
  if (const double edge = tile_edge_px(file, tiles); edge > 256)
    tiles = tiles_of(painting.request.frame, zoom_of(edge));
  for (const LaidTile& tile : tiles) {
    if (painting.is_over()) return;
    const auto bytes = file.tile(tile.id);
    if (!bytes) painting.complain(bytes.error());
    if (!bytes || bytes->empty()) continue;
    auto pixels = tile_pixels(*bytes);
    if (pixels)
      draw_tile(painting, tile, *pixels);
    else
      painting.complain(file.path().filename().string() + ": a tile " + pixels.error());
  }
}

}  // namespace buurtpeil
