// Parts of an SVG by their ids, as a finger finds them and as they are marked.
#include "ui/pictures/regions.h"

#include <doctest/doctest.h>

#include "support/sample_pictures.h"

using namespace buurtpeil;

namespace {

const std::string drawing = R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">
  <rect id="left" width="100" height="100" fill="red"/>
  <circle id="disc" cx="50" cy="50" r="20" fill="blue"/>
  <path id="outline" d="M120 20h60v60h-60z" fill="none" stroke="black"/>
  <g id="moved" transform="translate(100 0)" opacity="0"><rect y="90" width="100" height="10"/></g>
</svg>)svg";

/// The name of what is there, of a picture of 200 by 100.
std::string at(const Regions& regions, float x, float y) {
  static const std::vector<std::string> ids = {"left", "disc", "outline", "moved", "none"};
  const int index = regions.at(x / 200, y / 100);
  return index < 0 ? "-" : ids.at(static_cast<std::size_t>(index));
}

}  // namespace

TEST_CASE("a part is found within its shape, whatever its colours, the smaller one on top") {
  const auto regions = read_regions(drawing, {"left", "disc", "outline", "moved", "none"});
  REQUIRE(regions);
  CHECK(at(*regions, 5, 5) == "left");
  CHECK(at(*regions, 50, 50) == "disc");
  CHECK(at(*regions, 66, 66) == "left");  // beside the circle, within the square around it
  CHECK(at(*regions, 150, 50) == "outline");
  CHECK(at(*regions, 110, 50) == "-");
  CHECK(at(*regions, 195, 95) == "moved");
  CHECK(at(*regions, -1, 50) == "-");
  CHECK(at(*regions, 200, 50) == "-");
  CHECK(regions->any());
  CHECK_FALSE(regions->regions.at(4).there);
  CHECK(regions->regions.at(1).x == doctest::Approx(0.25).epsilon(0.02));
  CHECK(regions->regions.at(1).y == doctest::Approx(0.5).epsilon(0.02));
  CHECK(regions->regions.at(1).reach == doctest::Approx(0.1).epsilon(0.1));
  CHECK(regions->regions.at(3).x == doctest::Approx(0.75).epsilon(0.02));  // in the middle of a long one
}

TEST_CASE("a chosen part has a tint, a line within its edge and a rim around it") {
  const Marking marking{
      .tint = {0, 255, 0, 255}, .line = {255, 0, 0, 255}, .rim = {0, 0, 255, 255}, .line_px = 4, .rim_px = 3};
  const auto pixels = marked_region(drawing, "outline", 200, 100, marking);
  REQUIRE(pixels);
  CHECK(colour_at(*pixels, 150, 50) == "green");
  CHECK(colour_at(*pixels, 122, 50) == "red");
  CHECK(colour_at(*pixels, 118, 50) == "blue");
  CHECK(colour_at(*pixels, 110, 50) == "clear");
  CHECK_FALSE(marked_region(drawing, "none", 200, 100, marking));
}

TEST_CASE("what is no SVG has no parts") {
  CHECK(read_regions(png_of(quarters(20, 10)), {"a"}).error() == "is no PNG, JPEG or SVG picture");
  const auto none =
      read_regions("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>", {"a"});
  REQUIRE(none);
  CHECK_FALSE(none->any());
}
