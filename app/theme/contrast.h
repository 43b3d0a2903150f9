// How much contrast a visitor wishes. Each theme has a palette for every one.
#pragma once

#include <cstdint>

namespace buurtpeil {

enum class Contrast : std::uint8_t { normal, high, low };

}  // namespace buurtpeil
