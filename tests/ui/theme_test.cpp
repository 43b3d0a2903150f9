// The theme's promises: sizes in millimetres on every display.
#include "ui/theme.h"

#include <doctest/doctest.h>

using namespace buurtpeil;

TEST_CASE("capitals are 4.8 mm at least, and those to read 5.2") {
  for (const Display& display : {Display{1920, 1080, 0.277F}, Display{1080, 1920, 0.363F},
                                 Display{1280, 800, 0.170F}, Display{800, 1280, 0.170F}}) {
    const Theme theme(display);
    CHECK(theme.capital(TextSize::small) * display.mm_per_pixel >= 4.8F);
    CHECK(theme.capital(TextSize::reading) * display.mm_per_pixel >= 5.2F);
    CHECK(theme.capital(TextSize::title) > theme.capital(TextSize::lead));
    CHECK(theme.target() * display.mm_per_pixel >= 12.7F);
    CHECK(theme.space(3) * display.mm_per_pixel >= 2.54F);
  }
}
