// The displays that every screen is tested on: wide and high to stand before, a tablet in the hand both ways.
#pragma once

#include <array>

#include "ui/ui.h"

namespace buurtpeil {

inline constexpr Display landscape{1920, 1080, 0.277F}, portrait{1080, 1920, 0.363F},
    tablet{1280, 800, 0.170F}, upright{800, 1280, 0.170F};
inline constexpr std::array displays{landscape, portrait, tablet, upright};

}  // namespace buurtpeil
