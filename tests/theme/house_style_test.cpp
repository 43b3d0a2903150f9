// A theme's TOML: roles and millimetres; every mistake said at once.
#include "theme/house_style.h"

#include <doctest/doctest.h>

using namespace buurtpeil;

TEST_CASE("our own theme is warm paper and petrol") {
  const HouseStyle& style = built_in_style();
  CHECK(to_hex(style.shade(Contrast::normal).colours.paper) == "#F6F1E7");
  CHECK(to_hex(style.shade(Contrast::normal).colours.accent) == "#06474C");
  CHECK(to_hex(style.shade(Contrast::normal).colours.shadow) == "#4A3F2A14");
  CHECK(style.shade(Contrast::high).edge_mm > style.shade(Contrast::normal).edge_mm);
  CHECK(style.font == "Noto Sans");
  CHECK(style.logo.empty());
}

TEST_CASE("a theme changes what it names and keeps the rest") {
  const auto style = read_theme(
      "corner_mm = 0\n"
      "logo = \"crest.svg\"\n"
      "[normal]\n"
      "accent = \"rgb(0, 64, 128)\"\n"
      "[street]\n"
      "sky = \"#ABCDEF\"\n",
      "themes/blue.toml");
  REQUIRE(style);
  CHECK(style->corner_mm == 0);
  CHECK(style->logo == "themes/crest.svg");
  HouseStyle expected = built_in_style();
  expected.shade(Contrast::normal).colours.accent = {0, 64, 128};
  for (HouseStyle::Shade& shade : expected.shades) shade.colours.sky = {0xAB, 0xCD, 0xEF};
  CHECK(style->shades == expected.shades);
}

TEST_CASE("every mistake of a theme is said at once, with its line") {
  const auto style = read_theme(
      "corner_mm = 40\n"
      "colour = \"red\"\n"
      "font = 3\n"
      "[normal]\n"
      "ink = \"#12\"\n"
      "paper = 16\n"
      "card = \"#FFFFFF80\"\n"
      "text = \"#000000\"\n"
      "edge_mm = \"1\"\n"
      "[street]\n"
      "moon = \"#FFFFFF\"\n",
      "blue.toml");
  REQUIRE(!style);
  CHECK(style.error() ==
        "blue.toml: line 1: 'corner_mm' must be a number of millimetres, 0 to 12\n"
        "blue.toml: line 2: unknown key 'colour'; known here are: corner_mm, hand_corner_mm, font, logo, "
        "normal, "
        "high, low, street\n"
        "blue.toml: line 3: 'font' must be a text in quotes\n"
        "blue.toml: line 5: 'ink' must be a colour in quotes, like \"#06474C\"\n"
        "blue.toml: line 6: 'paper' must be a colour in quotes, like \"#06474C\"\n"
        "blue.toml: line 7: 'card' must be opaque; only the shadow is seen through\n"
        "blue.toml: line 8: unknown key 'text'; known here are: edge_mm, heavy_edge_mm, paper, card, tint, "
        "pressed, ink, heading, ink_quiet, accent, accent_pressed, on_accent, edge, line, warning, "
        "warning_card, "
        "shadow, desk, track, key\n"
        "blue.toml: line 9: 'edge_mm' must be a number of millimetres, 0.2 to 3\n"
        "blue.toml: line 11: unknown key 'moon'; known here are: sky, sun, leaf, leaf_dark, trunk, brick, "
        "brick_dark, ochre, plaster, slate, door, window, quay, water, water_light");
}

TEST_CASE("a table that is none, and no TOML at all") {
  CHECK(read_theme("normal = 1\n", "a.toml").error() ==
        "a.toml: line 1: 'normal' must be a table: write [normal] and its colours below it");
  CHECK(read_theme("ink = ", "a.toml").error().starts_with("a.toml: line 1: "));
}
