// Colours: contrast, lightness, and how CSS writes them.
#include "style/colour.h"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace buurtpeil;

TEST_CASE("contrast is WCAG's") {
  CHECK(contrast({0, 0, 0}, {255, 255, 255}) == doctest::Approx(21));
  CHECK(contrast({255, 255, 255}, {255, 255, 255}) == doctest::Approx(1));
  CHECK(contrast({119, 119, 119}, {255, 255, 255}) == doctest::Approx(4.48).epsilon(0.001));
}

TEST_CASE("lightness is that of OKLCH") {
  CHECK(lightness({0, 0, 0}) == doctest::Approx(0));
  CHECK(lightness({255, 255, 255}) == doctest::Approx(1));
  CHECK(lightness({255, 0, 0}) == doctest::Approx(0.628).epsilon(0.001));
  CHECK(lightness({0, 0, 255}) == doctest::Approx(0.452).epsilon(0.001));
}

TEST_CASE("a colour keeps its hue when its lightness changes") {
  const Colour petrol{6, 71, 76};
  CHECK(to_hex(with_lightness(petrol, lightness(petrol))) == "#06474C");
  CHECK(to_hex(with_lightness(petrol, 0)) == "#000000");
  CHECK(to_hex(with_lightness(petrol, 1)) == "#FFFFFF");
  const Colour darker = with_lightness({255, 0, 0}, 0.4);
  CHECK(darker.red > 100);
  CHECK(darker.green < 12);
  CHECK(darker.blue < 12);
}

TEST_CASE("colours are read as CSS writes them") {
  const std::vector<std::pair<std::string, std::string>> written = {
      {"#abc", "#AABBCC"},
      {"#1C2526", "#1C2526"},
      {"#1c252680", "#1C252680"},
      {"#abcd", "#AABBCCDD"},
      {"rgb(1, 2, 3)", "#010203"},
      {"rgb(1 2 3 / 50%)", "#01020380"},
      {"rgba(0, 0, 0, 0.5)", "#00000080"},
      {"rgb(100% 0% 50%)", "#FF0080"},
      {"hsl(0, 100%, 50%)", "#FF0000"},
      {"hsl(120deg 100% 25%)", "#008000"},
      {"hsla(240, 100%, 50%, 1)", "#0000FF"},
      {"hsl(-120 100% 50%)", "#0000FF"},
      {"Teal", "#008080"},
      {"white", "#FFFFFF"},
      {"transparent", "#00000000"},
  };
  for (const auto& [css, hex] : written) {
    const auto colour = parse_colour(css);
    REQUIRE_MESSAGE(colour, css);
    CHECK_MESSAGE(to_hex(*colour) == hex, css);
  }
}

TEST_CASE("what is no colour is none") {
  for (const char* text : {"", "#", "#12", "#12345", "#ggg", "rgb()", "rgb(1,2)", "rgb(1,2,3,4,5)",
                           "rgb(a,b,c)", "4px", "inherit", "currentColor", "url(x)", "hsl(", "reddish",
                           "rgb(nan, 0, 0)", "hsl(0.5turn 100% 50%)", "oklab(1 0 0)"})
    CHECK_MESSAGE(!parse_colour(text), text);
}

TEST_CASE("a translucent colour is seen with what is below it") {
  CHECK(to_hex(laid_on({0, 0, 0, 128}, {255, 255, 255})) == "#7F7F7F");
  CHECK(to_hex(laid_on({1, 2, 3}, {255, 255, 255})) == "#010203");
}
