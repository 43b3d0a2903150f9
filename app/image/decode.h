// Pictures that somebody put beside a form, as pixels: PNG, JPEG and SVG, known by their first bytes and not
// by their name. Whatever the bytes hold, the answer is a picture within the limits or a sentence; nothing is
// read but these bytes (an SVG reaches no other file and no network). Nothing here knows of Dear ImGui, so
// that it can run on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace buurtpeil {

inline constexpr std::size_t max_picture_bytes = 16 * 1024 * 1024;
inline constexpr std::size_t max_svg_bytes = 2 * 1024 * 1024;
inline constexpr std::size_t max_picture_pixels = 16'000'000;

/// How large a picture is by itself, the right way up. An SVG may be drawn in any size: `scales`.
struct PictureHead {
  int width = 0, height = 0;
  bool scales = false;
};

/// Red, green, blue and alpha in memory's order, row by row; the colours are not multiplied by alpha.
struct Pixels {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgba;
};

/// From the first bytes of a PNG or JPEG, without decoding it; an SVG is read whole. The error says what is
/// wrong with it: "is no PNG, JPEG or SVG picture", "has more than 16 million pixels".
[[nodiscard]] std::expected<PictureHead, std::string> read_head(std::string_view bytes);

/// The picture in that size, which has its proportion: scaled down by averaging, and never up but for an SVG,
/// which is drawn in that size. Turned as a JPEG's EXIF orientation asks.
[[nodiscard]] std::expected<Pixels, std::string> decode(std::string_view bytes, int width, int height);

/// Scales down by averaging what each new pixel covers, with colours weighed by their alpha. Not up.
[[nodiscard]] Pixels scaled_down(const Pixels& pixels, int width, int height);

}  // namespace buurtpeil
