// The displays that every screen is tested on: wide and high to stand before, a tablet in the hand both ways.
#pragma once

#include <array>

#include "ui/ui.h"

namespace buurtpeil {

inline constexpr Display landscape{1920, 1080, 0.277F}, portrait{1080, 1920, 0.363F},
    tablet{1280, 800, 0.170F}, upright{800, 1280, 0.170F};
inline constexpr std::array displays{landscape, portrait, tablet, upright};

struct NamedDisplay {
  const char* name;
  Display display;
};
inline constexpr std::array named_displays = {
    NamedDisplay{"landscape", landscape}, NamedDisplay{"portrait", portrait}, NamedDisplay{"tablet", tablet},
    NamedDisplay{"upright", upright}};
/// Others that somebody may have: a desktop's window, laptops, 21:9, 4:3, 3:4, and two above each other.
inline constexpr std::array more_displays = {
    NamedDisplay{"window", {1280, 800, 0.277F}}, NamedDisplay{"laptop", {1920, 1080, 0.180F}},
    NamedDisplay{"wide", {2560, 1080, 0.233F}},  NamedDisplay{"netbook", {1366, 768, 0.252F}},
    NamedDisplay{"square", {1024, 768, 0.26F}},  NamedDisplay{"stand", {1200, 1600, 0.203F}},
    NamedDisplay{"tower", {1080, 2560, 0.363F}}};
/// Seven inches: smaller than a kiosk is made for, so not all of a screen is whole on it.
inline constexpr Display too_small{1024, 600, 0.15F};

}  // namespace buurtpeil
