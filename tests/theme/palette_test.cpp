// Every two colours that meet have the contrast they need, or are moved until they do.
#include "theme/palette.h"

#include <doctest/doctest.h>

#include "theme/contrasts.h"
#include "theme/derive.h"

using namespace buurtpeil;

TEST_CASE("every pair of our own theme holds, in every contrast") { CHECK(failing(built_in_style()) == ""); }

TEST_CASE("of the two high contrasts one is light and one is dark, both twenty to one") {
  for (const Contrast high : {Contrast::high, Contrast::dark}) {
    const Palette& palette = built_in_style().shade(high).colours;
    CHECK(is_light(palette.paper) == (high == Contrast::high));
    CHECK(limits_of(Meeting::text, high).least == 20);
    for (const Pair& pair : pairs())
      if (pair.meeting == Meeting::text) CHECK(contrast(palette.*pair.front, palette.*pair.ground) >= 20);
  }
}

TEST_CASE("a page of a theme that should be dark becomes dark, whatever it names") {
  Palette palette = built_in_style().shade(Contrast::dark).colours;
  palette.paper = palette.card = white;
  (void)hold(palette, Contrast::dark);
  CHECK_FALSE(is_light(palette.paper));
  CHECK(failing(palette, Contrast::dark) == "");
}

TEST_CASE("our own theme's text has ten to one") {
  const Palette& palette = built_in_style().shade(Contrast::normal).colours;
  for (const Pair& pair : pairs()) {
    if (pair.meeting != Meeting::text || pair.front == &Palette::accent) continue;  // a group's name
    CHECK(contrast(palette.*pair.front, palette.*pair.ground) >= 10);
  }
}

TEST_CASE("a palette that holds is left alone") {
  for (const Contrast wished : {Contrast::normal, Contrast::high, Contrast::low, Contrast::dark}) {
    Palette palette = built_in_style().shade(wished).colours;
    CHECK(hold(palette, wished).empty());
    CHECK(palette == built_in_style().shade(wished).colours);
  }
}

TEST_CASE("a bad colour is found and moved no further than needed") {
  Palette palette = built_in_style().shade(Contrast::normal).colours;
  palette.ink = {136, 136, 136};
  CHECK(
      failing(palette, Contrast::normal) ==
      "ink on paper 3.15, ink on card 3.51, ink on tint 3.00, ink on pressed 2.80, ink on warning_card 3.03, "
      "ink on key 3.04");
  const auto moves = hold(palette, Contrast::normal);
  REQUIRE(moves.size() == 1);
  CHECK(moves[0].role == "ink");
  CHECK(moves[0].ground == "pressed");
  CHECK(to_hex(moves[0].from) == "#888888");
  CHECK(moves[0].to == palette.ink);
  CHECK(moves[0].before == doctest::Approx(2.80).epsilon(0.01));
  CHECK(moves[0].after >= 4.5);
  CHECK(moves[0].after < 4.6);
  CHECK(failing(palette, Contrast::normal) == "");
}

TEST_CASE("grounds move where no colour on them could be seen") {
  Palette palette = built_in_style().shade(Contrast::normal).colours;
  palette.pressed = {20, 20, 20};
  const auto moves = hold(palette, Contrast::normal);
  CHECK(!moves.empty());
  CHECK(failing(palette, Contrast::normal) == "");
}

TEST_CASE("any colours whatever are moved until they hold, in every contrast") {
  unsigned state = 7;
  const auto next = [&state] {
    return static_cast<std::uint8_t>((state = state * 1664525U + 1013904223U) >> 24U);
  };
  for (int round = 0; round < 100; ++round) {
    Palette palette = built_in_style().shade(Contrast::normal).colours;
    for (const NamedRole& role : roles()) palette.*role.colour = {next(), next(), next()};
    for (const Contrast wished : {Contrast::normal, Contrast::high, Contrast::low, Contrast::dark}) {
      Palette held = palette;
      (void)hold(held, wished);
      CHECK(failing(held, wished) == "");
    }
  }
}
