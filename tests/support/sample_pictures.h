// Small pictures as files hold them, for tests.
#pragma once

#include <string>

#include "image/decode.h"

namespace buurtpeil {

/// Four quarters: red and green above, blue and white below.
[[nodiscard]] Pixels quarters(int width, int height);

[[nodiscard]] std::string png_of(const Pixels& pixels);
/// With EXIF's orientation where one is given, 1 to 8. See-through pixels are black.
[[nodiscard]] std::string jpeg_of(const Pixels& pixels, int orientation = 0);

/// "red", "green", "blue", "white", "clear", or the numbers.
[[nodiscard]] std::string colour_at(const Pixels& pixels, int x, int y);

}  // namespace buurtpeil
