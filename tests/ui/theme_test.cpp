// The theme's promises: contrast, and sizes in millimetres on every display.
#include "ui/theme.h"

#include <string>
#include <tuple>
#include <vector>

#include <doctest/doctest.h>

using namespace buurtpeil;

TEST_CASE("contrast is WCAG's") {
  CHECK(contrast({0, 0, 0}, {255, 255, 255}) == doctest::Approx(21));
  CHECK(contrast({255, 255, 255}, {255, 255, 255}) == doctest::Approx(1));
  CHECK(contrast({119, 119, 119}, {255, 255, 255}) == doctest::Approx(4.48).epsilon(0.001));
}

TEST_CASE("every text has a contrast of ten to one with what it can lie on") {
  const Palette& colours = paper_and_petrol();
  const std::vector<std::tuple<std::string, Colour, Colour>> pairs = {
      {"ink on paper", colours.ink, colours.paper},
      {"ink on a card", colours.ink, colours.card},
      {"ink on a chosen card", colours.ink, colours.tint},
      {"ink on a pressed card", colours.ink, colours.pressed},
      {"ink on a complaint", colours.ink, colours.warning_card},
      {"ink on a key that does something", colours.ink, colours.key},
      {"quiet ink on paper", colours.ink_quiet, colours.paper},
      {"quiet ink on a chosen card", colours.ink_quiet, colours.tint},
      {"quiet ink on a pressed card", colours.ink_quiet, colours.pressed},
      {"text on the accent", colours.on_accent, colours.accent},
      {"text on the pressed accent", colours.on_accent, colours.accent_pressed},
  };
  for (const auto& [what, text, ground] : pairs)
    CHECK_MESSAGE(contrast(text, ground) >= 10, what << ": " << contrast(text, ground));
  CHECK_MESSAGE(contrast(colours.accent, colours.paper) >= 4.5,
                "a group's name: " << contrast(colours.accent, colours.paper));
}

TEST_CASE("every control stands out three to one from what it lies on") {
  const Palette& colours = paper_and_petrol();
  const std::vector<std::tuple<std::string, Colour, Colour>> pairs = {
      {"edge on paper", colours.edge, colours.paper},
      {"edge on a card", colours.edge, colours.card},
      {"edge on a pressed card", colours.edge, colours.pressed},
      {"edge on the keyboard's plate", colours.edge, colours.desk},
      {"accent on paper", colours.accent, colours.paper},
      {"accent on a card", colours.accent, colours.card},
      {"accent on a chosen card", colours.accent, colours.tint},
      {"progress on what is left of it", colours.accent, colours.track},
      {"a complaint's edge on paper", colours.warning, colours.paper},
      {"a complaint's sign on its card", colours.warning, colours.warning_card},
  };
  for (const auto& [what, control, ground] : pairs)
    CHECK_MESSAGE(contrast(control, ground) >= 3, what << ": " << contrast(control, ground));
}

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
