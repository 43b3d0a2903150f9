#include "geo/shape.h"

#include <doctest/doctest.h>

namespace buurtpeil {
namespace {

using Kind = GeoShape::Kind;

// A square of so many thousandths of a degree, with its lower left corner there.
GeoPoints box_at(double north, double east, double side) {
  const double south = 52 + north / 1000, west = 4 + east / 1000, length = side / 1000;
  return {{south, west},
          {south, west + length},
          {south + length, west + length},
          {south + length, west},
          {south, west}};
}

GeoPoint at(double north, double east) { return {52 + north / 1000, 4 + east / 1000}; }

}  // namespace

TEST_CASE("a geometry is a point, a line, or an area where it ends as it began") {
  CHECK(shape_of("52 4 0 0") == GeoShape{Kind::points, {{{52, 4}}}});
  CHECK(shape_of("52 4 0 0; 53 5 0 0") == GeoShape{Kind::lines, {{{52, 4}, {53, 5}}}});
  CHECK(shape_of("52 4; 53 5; 52 4") == GeoShape{Kind::lines, {{{52, 4}, {53, 5}, {52, 4}}}});
  CHECK(shape_of("52 4; 52 5; 53 5; 52 4").kind == Kind::area);
  CHECK(shape_of("52 4; 52 5; 53 5; 53 4").kind == Kind::lines);
  for (const char* none : {"", " ", "here", "52", "91 4"}) CHECK(shape_of(none).empty());
}

TEST_CASE("inside of an area are its parts without their holes") {
  const GeoShape area{Kind::area, {box_at(0, 0, 10), box_at(2, 2, 4), box_at(3, 3, 1), box_at(0, 20, 5)}};
  CHECK(is_inside(area, at(1, 1)));
  CHECK_FALSE(is_inside(area, at(5, 5)));   // its hole
  CHECK(is_inside(area, at(3.5, 3.5)));     // an island in that
  CHECK(is_inside(area, at(1, 21)));        // its other part
  CHECK_FALSE(is_inside(area, at(1, 15)));  // between both
  CHECK_FALSE(is_inside(GeoShape{Kind::lines, {box_at(0, 0, 10)}}, at(1, 1)));
  CHECK(is_inside(area.parts[0], middle_of(area)));
  CHECK(middle_of(shape_of("52 4")) == GeoPoint{52, 4});
  const GeoBox box = box_of(area);
  CHECK(to_text(GeoPoints{{box.south, box.west}, {box.north, box.east}}) ==
        to_text(GeoPoints{at(0, 0), at(10, 25)}));
}

TEST_CASE("a finger means the nearest point or line within its reach, else the smallest area") {
  const GeoShape town{Kind::area, {box_at(0, 0, 20), box_at(12, 12, 6)}};
  const GeoShape quarter{Kind::area, {box_at(2, 2, 6)}};
  const GeoShape road{Kind::lines, {{at(10, 0), at(10, 20)}}};
  const GeoShape stop{Kind::points, {{at(9.9, 5)}}};
  const GeoShape nothing;
  const std::vector<const GeoShape*> all = {&town, &quarter, &nothing, &road, &stop};
  const auto touched = [&](double north, double east, double reach_m) {
    return touched_shape(all, at(north, east), reach_m);
  };
  CHECK(touched(1, 1, 30) == 0);
  CHECK(touched(4, 4, 30) == 1);               // in the town as well
  CHECK(touched(15, 15, 30) == std::nullopt);  // in the town's hole
  CHECK(touched(10.2, 15, 30) == 3);           // 22 m from the road
  CHECK(touched(10.3, 15, 30) == 0);           // 33 m
  CHECK(touched(10.01, 5, 30) == 3);           // the stop is farther
  CHECK(touched(9.92, 5, 30) == 4);
  CHECK(touched(9.92, 5, 0) == 0);
  CHECK(touched(-5, 5, 30) == std::nullopt);
  CHECK(touched_shape({}, at(1, 1), 30) == std::nullopt);
}

}  // namespace buurtpeil
