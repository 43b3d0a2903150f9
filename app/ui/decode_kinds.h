// The three kinds of pictures, each for itself; decode.h is what others use.
#pragma once

#include "ui/decode.h"

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

}  // namespace buurtpeil
