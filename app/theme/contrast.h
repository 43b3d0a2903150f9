// How much contrast a visitor wishes. Each theme has a palette for every one.
#pragma once

#include <cstdint>

namespace buurtpeil {

/// `dark` is as high as `high`, with light letters on a dark page: for people whom glare hinders.
enum class Contrast : std::uint8_t { normal, high, low, dark };

}  // namespace buurtpeil
