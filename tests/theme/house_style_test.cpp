// A theme's TOML: roles and millimetres; every mistake said at once.
#include "theme/house_style.h"

#include <doctest/doctest.h>

#include "theme/derive.h"

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

namespace {

/// "accent #004080, tint #E2E5E8": what of a palette is not ours.
std::string changed(const HouseStyle& style, Contrast contrast) {
  const Palette& ours = built_in_style().shade(contrast).colours;
  const Palette& palette = style.shade(contrast).colours;
  std::string all;
  for (const auto named : {roles(), street_roles()})
    for (const NamedRole& role : named)
      if (palette.*role.colour != ours.*role.colour)
        all += (all.empty() ? "" : ", ") + std::string(role.name) + " " + to_hex(palette.*role.colour);
  return all;
}

}  // namespace

TEST_CASE("a theme changes what it names, and what is made of that in every contrast") {
  NamedRoles named;
  const auto style = read_theme(
      "corner_mm = 0\n"
      "logo = \"crest.svg\"\n"
      "[normal]\n"
      "accent = \"rgb(0, 64, 128)\"\n"
      "[low]\n"
      "focus = \"#333333\"\n"
      "[street]\n"
      "sky = \"#ABCDEF\"\n",
      "themes/blue.toml", &named);
  REQUIRE(style);
  CHECK(style->corner_mm == 0);
  CHECK(style->hand_corner_mm == built_in_style().hand_corner_mm);
  CHECK(style->logo == "themes/crest.svg");
  CHECK(changed(*style, Contrast::normal) ==
        "tint #E1E5EC, accent #004080, accent_pressed #002958, focus #004080, sky #ABCDEF");
  CHECK(changed(*style, Contrast::high) ==
        "tint #F6FAFF, accent #00061D, accent_pressed #010009, focus #002D5E, sky #ABCDEF");
  CHECK(changed(*style, Contrast::low) ==
        "tint #DEE3E9, accent #154F91, accent_pressed #1B4374, on_accent #E4E4E4, focus #333333, "
        "sky #ABCDEF");
  CHECK(changed(*style, Contrast::dark) == "tint #00061D, accent #F7FAFF, focus #C8E0FF, sky #32465C");
  CHECK(named == NamedRoles{{{"accent"}, {}, {"focus"}}});
}

TEST_CASE("a dark page makes everything dark that the theme leaves out") {
  const auto style = read_theme("[normal]\npaper = \"#102030\"\n", "dark.toml");
  REQUIRE(style);
  for (const Contrast wished : {Contrast::normal, Contrast::high, Contrast::low, Contrast::dark}) {
    const Palette& palette = style->shade(wished).colours;
    for (Colour Palette::* ground : {&Palette::paper, &Palette::card, &Palette::tint, &Palette::pressed,
                                     &Palette::desk, &Palette::key, &Palette::track, &Palette::warning_card})
      CHECK(!is_light(palette.*ground));
    CHECK(is_light(palette.ink));
  }
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
        "high, low, dark, street\n"
        "blue.toml: line 3: 'font' must be a text in quotes\n"
        "blue.toml: line 5: 'ink' must be a colour in quotes, like \"#06474C\"\n"
        "blue.toml: line 6: 'paper' must be a colour in quotes, like \"#06474C\"\n"
        "blue.toml: line 7: 'card' must be opaque; only the shadow is seen through\n"
        "blue.toml: line 8: unknown key 'text'; known here are: edge_mm, heavy_edge_mm, paper, card, tint, "
        "pressed, ink, heading, ink_quiet, accent, accent_pressed, on_accent, edge, line, focus, warning, "
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
