// The three kinds of pictures, each for itself; decode.h is what others use.
#pragma once

#include <memory>

#include "image/decode.h"

namespace buurtpeil {

/// By the first bytes.
[[nodiscard]] bool is_png(std::string_view bytes);
[[nodiscard]] bool is_jpeg(std::string_view bytes);

[[nodiscard]] std::expected<PictureHead, std::string> png_head(std::string_view bytes);
[[nodiscard]] std::expected<Pixels, std::string> png_pixels(std::string_view bytes);

[[nodiscard]] std::expected<PictureHead, std::string> jpeg_head(std::string_view bytes);
/// At least as large as asked for where the picture is, but smaller than it where JPEG's own scaling by
/// halves allows it.
[[nodiscard]] std::expected<Pixels, std::string> jpeg_pixels(std::string_view bytes, int width, int height);

[[nodiscard]] std::expected<PictureHead, std::string> svg_head(std::string_view bytes);
[[nodiscard]] std::expected<Pixels, std::string> svg_pixels(std::string_view bytes, int width, int height);

/// An SVG's elements as shapes, all of them filled.
class SvgShapes {
 public:
  [[nodiscard]] static std::expected<SvgShapes, std::string> open(std::string_view bytes);
  SvgShapes(SvgShapes&&) noexcept;
  SvgShapes& operator=(SvgShapes&&) noexcept;
  ~SvgShapes();

  /// How much of each pixel, row by row, the element with that id covers in a drawing of that size; empty
  /// when there is none.
  [[nodiscard]] std::vector<std::uint8_t> mask(const std::string& id, int width, int height) const;

 private:
  struct State;
  explicit SvgShapes(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace buurtpeil
