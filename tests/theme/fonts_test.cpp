// Font families of the system; fonts-noto-core, which the kiosk needs, brings several.
#include "theme/fonts.h"

#include <doctest/doctest.h>

using namespace buurtpeil;

TEST_CASE("a family is found in regular and bold") {
  const auto files = font_files("Noto Serif");
  REQUIRE(files.size() == 2);
  CHECK(files[0].filename() == "NotoSerif-Regular.ttf");
  CHECK(files[1].filename() == "NotoSerif-Bold.ttf");
}

TEST_CASE("a variable family is found under the name of its still letters") {
  CHECK(installed_family("Noto Serif Variable") == "Noto Serif");
  CHECK(installed_family("Noto Serif") == "Noto Serif");
}

TEST_CASE("what is not installed, or no letters in outlines, is not there") {
  for (const char* family : {"No Such Letters", "", "No Such Variable", "Noto Color Emoji"}) {
    CHECK(installed_family(family) == "");
    CHECK(font_files(family).empty());
  }
}
