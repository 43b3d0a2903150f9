// OKLab (see colour.h for the source), for what is written in it.
#pragma once

#include "theme/colour.h"

namespace buurtpeil {

/// The nearest colour that a screen shows: chroma is taken back where there is too much.
[[nodiscard]] Colour colour_of_oklab(double lightness, double a, double b, std::uint8_t alpha);

}  // namespace buurtpeil
