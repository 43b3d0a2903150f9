#include <cairo.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>

#include "image/decode_kinds.h"

namespace buurtpeil {
namespace {

struct Unref {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* pen) const { cairo_destroy(pen); }
};
using Drawing = std::unique_ptr<RsvgHandle, Unref>;

// An SVG is text: anything else is not given to the reader at all.
bool may_be_svg(std::string_view bytes) {
  return bytes.substr(0, 4096).find("<svg") != std::string_view::npos ||
         (bytes.starts_with("<?xml") && bytes.find("<svg") != std::string_view::npos);
}

/// Without a base address, so that it reaches no other file.
std::expected<Drawing, std::string> open(std::string_view bytes) {
  if (!may_be_svg(bytes)) return std::unexpected("is no PNG, JPEG or SVG picture");
  if (bytes.size() > max_svg_bytes) return std::unexpected("is an SVG larger than 2 MB");
  GError* error = nullptr;
  Drawing drawing(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(bytes.data()), bytes.size(), &error));
  if (error != nullptr) g_error_free(error);
  if (!drawing) return std::unexpected("is a damaged SVG");
  return drawing;
}

struct DrawingSize {
  double width = 0, height = 0;
};

DrawingSize size_of(RsvgHandle* drawing) {
  DrawingSize size;
  if (rsvg_handle_get_intrinsic_size_in_pixels(drawing, &size.width, &size.height) != 0 && size.width > 0 &&
      size.height > 0)
    return size;
  gboolean has_width = FALSE, has_height = FALSE, has_box = FALSE;
  RsvgLength width, height;
  RsvgRectangle box;
  rsvg_handle_get_intrinsic_dimensions(drawing, &has_width, &width, &has_height, &height, &has_box, &box);
  if (has_box != 0) return {box.width, box.height};
  RsvgRectangle ink;
  if (rsvg_handle_get_geometry_for_element(drawing, nullptr, &ink, nullptr, nullptr) == 0) return {};
  return {ink.x + ink.width, ink.y + ink.height};
}

/// The drawing without what is in it, which takes no time to read: its size mostly stands in its first tag.
std::optional<std::string> root_alone(std::string_view bytes) {
  const std::size_t tag = bytes.find("<svg");
  if (tag == std::string_view::npos) return std::nullopt;
  char quote = '\0';
  for (std::size_t at = tag; at < bytes.size(); ++at) {
    const char sign = bytes[at];
    if (quote != '\0' ? sign == quote : sign == '"' || sign == '\'') quote = quote == '\0' ? sign : '\0';
    if (quote != '\0' || sign != '>') continue;
    if (bytes[at - 1] == '/') return std::nullopt;
    return std::string(bytes.substr(0, at + 1)) + "</svg>";
  }
  return std::nullopt;
}

/// Cairo's pixels are blue, green, red in a little-endian word, with colours multiplied by alpha.
void convert_row(const std::uint32_t* from, std::uint8_t* to, int width) {
  for (int x = 0; x < width; ++x, to += 4) {
    const std::uint32_t pixel = from[x];
    const std::uint32_t alpha = pixel >> 24;
    for (int colour = 0; colour < 3; ++colour) {
      const std::uint32_t part = pixel >> (16 - 8 * colour) & 0xFF;
      to[colour] = alpha == 0 ? std::uint8_t{0}
                              : static_cast<std::uint8_t>(std::min(255U, (part * 255 + alpha / 2) / alpha));
    }
    to[3] = static_cast<std::uint8_t>(alpha);
  }
}

}  // namespace

std::expected<PictureHead, std::string> svg_head(std::string_view bytes) {
  DrawingSize size;
  if (const auto root = bytes.size() > max_svg_bytes ? std::nullopt : root_alone(bytes))
    if (const auto empty = open(*root)) size = size_of(empty->get());
  if (!(size.width > 0 && size.height > 0)) {
    const auto drawing = open(bytes);
    if (!drawing) return std::unexpected(drawing.error());
    size = size_of(drawing->get());
  }
  if (!(size.width > 0 && size.height > 0)) return std::unexpected("is an SVG without a size");
  // The numbers are units of its own, large or small: only the proportion counts.
  const double scale = 1000 / std::max(size.width, size.height);
  if (!(size.width * scale >= 1 && size.height * scale >= 1))
    return std::unexpected("is an SVG without a size");
  return PictureHead{.width = static_cast<int>(std::lround(size.width * scale)),
                     .height = static_cast<int>(std::lround(size.height * scale)),
                     .scales = true};
}

std::expected<Pixels, std::string> svg_pixels(std::string_view bytes, int width, int height) {
  const auto drawing = open(bytes);
  if (!drawing) return std::unexpected(drawing.error());
  const std::unique_ptr<cairo_surface_t, Unref> surface(
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
  const std::unique_ptr<cairo_t, Unref> pen(cairo_create(surface.get()));
  const RsvgRectangle viewport{0, 0, static_cast<double>(width), static_cast<double>(height)};
  GError* error = nullptr;
  const bool drawn = rsvg_handle_render_document(drawing->get(), pen.get(), &viewport, &error) != 0;
  if (error != nullptr) g_error_free(error);
  cairo_surface_flush(surface.get());
  const unsigned char* data = cairo_image_surface_get_data(surface.get());
  if (!drawn || data == nullptr) return std::unexpected("is an SVG that cannot be drawn");
  const int stride = cairo_image_surface_get_stride(surface.get());
  const std::size_t row = static_cast<std::size_t>(width) * 4;
  Pixels pixels{width, height, std::vector<std::uint8_t>(row * static_cast<std::size_t>(height))};
  for (int y = 0; y < height; ++y)
    convert_row(reinterpret_cast<const std::uint32_t*>(data + static_cast<std::ptrdiff_t>(y) * stride),
                pixels.rgba.data() + static_cast<std::size_t>(y) * row, width);
  return pixels;
}

// ---- shapes ----

struct SvgShapes::State {
  Drawing drawing;
};

SvgShapes::SvgShapes(std::unique_ptr<State> state) : state_(std::move(state)) {}
SvgShapes::SvgShapes(SvgShapes&&) noexcept = default;
SvgShapes& SvgShapes::operator=(SvgShapes&&) noexcept = default;
SvgShapes::~SvgShapes() = default;

std::expected<SvgShapes, std::string> SvgShapes::open(std::string_view bytes) {
  // A white mask would become black, and hide what it should show.
  static constexpr std::string_view filled =
      "* { fill: black !important; fill-opacity: 1 !important; opacity: 1 !important; "
      "visibility: visible !important; mask: none !important; filter: none !important; }";
  auto drawing = buurtpeil::open(bytes);
  if (!drawing) return std::unexpected(drawing.error());
  GError* error = nullptr;
  const bool styled =
      rsvg_handle_set_stylesheet(drawing->get(), reinterpret_cast<const guint8*>(filled.data()),
                                 filled.size(), &error) != 0;
  if (error != nullptr) g_error_free(error);
  if (!styled) return std::unexpected("is an SVG that cannot be drawn");
  return SvgShapes(std::make_unique<State>(std::move(*drawing)));
}

std::vector<std::uint8_t> SvgShapes::mask(const std::string& id, int width, int height) const {
  const std::string element = "#" + id;
  if (rsvg_handle_has_sub(state_->drawing.get(), element.c_str()) == 0) return {};
  const std::unique_ptr<cairo_surface_t, Unref> surface(
      cairo_image_surface_create(CAIRO_FORMAT_A8, width, height));
  const std::unique_ptr<cairo_t, Unref> pen(cairo_create(surface.get()));
  const RsvgRectangle viewport{0, 0, static_cast<double>(width), static_cast<double>(height)};
  GError* error = nullptr;
  const bool drawn =
      rsvg_handle_render_layer(state_->drawing.get(), pen.get(), element.c_str(), &viewport, &error) != 0;
  if (error != nullptr) g_error_free(error);
  cairo_surface_flush(surface.get());
  const unsigned char* data = cairo_image_surface_get_data(surface.get());
  if (!drawn || data == nullptr) return {};
  const int stride = cairo_image_surface_get_stride(surface.get());
  std::vector<std::uint8_t> mask;
  mask.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  for (int y = 0; y < height; ++y) {
    const unsigned char* row = data + static_cast<std::ptrdiff_t>(y) * stride;
    mask.insert(mask.end(), row, row + width);
  }
  return mask;
}

}  // namespace buurtpeil
