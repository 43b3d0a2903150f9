#include "geo/geometry.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

namespace buurtpeil {
namespace {

const GeoPoints square = {{52, 4}, {52, 4.01}, {52.01, 4.01}, {52.01, 4}};
// A "U", open to the north: its middle is not inside of it.
const GeoPoints horseshoe = {{0, 0}, {0, 3}, {3, 3}, {3, 2}, {1, 2}, {1, 1}, {3, 1}, {3, 0}};

TEST_CASE("geometry is read as XForms writes it, and written with seven decimals") {
  CHECK(geo_points_of("52.01 4.71 0 0") == GeoPoints{{52.01, 4.71}});
  CHECK(geo_points_of(" 52.01  4.71;-1 +2 3; ") == GeoPoints{{52.01, 4.71}, {-1, 2}});
  CHECK(geo_points_of("52.01\t4.71;\n-1 2\r\n;\n") == GeoPoints{{52.01, 4.71}, {-1, 2}});
  CHECK(geo_points_of("") == GeoPoints{});
  for (const char* wrong : {"52", "52,01 4,71", "91 4", "52 181", "nan 4", "inf 4", "52 4x", "a b", "52;4"})
    CHECK_MESSAGE(geo_points_of(wrong) == std::nullopt, wrong);
  CHECK(to_text(GeoPoints{{52.01, -4.71}, {1.0 / 3, 0}}) ==
        "52.0100000 -4.7100000 0 0;0.3333333 0.0000000 0 0");
  std::string many;
  for (std::size_t i = 0; i <= most_geo_points; ++i) many += "1 1;";
  CHECK(geo_points_of(many) == std::nullopt);
}

// One block in Utrecht, measured by the reference evaluator: one side 291.8635 m, area 67,153.10 m2.
TEST_CASE("distances and areas are those of the reference evaluator") {
  constexpr double metres_per_degree = 6'378'100 * std::numbers::pi / 180;
  CHECK(metres_between({52, 4}, {53, 4}) == doctest::Approx(metres_per_degree));
  CHECK(length_m(square) ==
        doctest::Approx(
            2 * 0.01 * metres_per_degree *
                (std::cos(52 * std::numbers::pi / 180) + std::cos(52.01 * std::numbers::pi / 180)) / 2 +
            0.01 * metres_per_degree)
            .epsilon(0.001));
  CHECK(length_m(GeoPoints{{52, 4}}) == 0);
  CHECK(area_m2(square) == doctest::Approx(0.01 * metres_per_degree * 0.01 * metres_per_degree *
                                           std::cos(52.005 * std::numbers::pi / 180))
                               .epsilon(0.001));
  CHECK(area_m2(GeoPoints{}) == 0);
}

TEST_CASE("a step of metres leads as far as it says") {
  for (const double latitude : {-60.0, 0.0, 52.0}) {
    const GeoPoint from{latitude, 4};
    CHECK(metres_between(from, moved(from, 0, 50)) == doctest::Approx(50).epsilon(0.001));
    CHECK(metres_between(from, moved(from, -50, 0)) == doctest::Approx(50).epsilon(0.001));
    CHECK(metres_between(from, moved(moved(from, 50, 30), -50, -30)) < 0.2);
  }
  CHECK(moved({90, 180}, 1000, 1000) == GeoPoint{90, 180});
}

TEST_CASE("a grid keeps a point to the middle of its square, and that to itself") {
  for (double east = 0; east < 2000; east += 37)
    for (double north = 0; north < 2000; north += 41) {
      const GeoPoint point = moved({52.0123, 4.7123}, east, north);
      const GeoPoint kept = on_grid(point, 50);
      CHECK(metres_between(point, kept) <= 50 / std::numbers::sqrt2 + 0.5);
      CHECK(std::abs(on_grid(kept, 50).latitude - kept.latitude) < 1e-9);
      CHECK(std::abs(on_grid(kept, 50).longitude - kept.longitude) < 1e-9);
    }
  CHECK(on_grid({52.0123, 4.7123}, 0) == GeoPoint{52.0123, 4.7123});
  CHECK(std::abs(on_grid({90, 180}, 50).latitude) <= 90);
}

TEST_CASE("a point is inside of a border, or so far from a line") {
  CHECK(is_inside(square, {52.005, 4.005}));
  CHECK_FALSE(is_inside(square, {52.005, 4.02}));
  CHECK(is_inside(horseshoe, {2, 0.5}));
  CHECK_FALSE(is_inside(horseshoe, {2, 1.5}));
  CHECK_FALSE(is_inside({}, {2, 1.5}));
  const GeoPoint beside = moved({52.005, 4}, -30, 0);
  CHECK(metres_to_line(GeoPoints{{52, 4}, {52.01, 4}}, beside) == doctest::Approx(30).epsilon(0.001));
  CHECK(metres_to_line(GeoPoints{{52, 4}}, moved({52, 4}, 0, 70)) == doctest::Approx(70).epsilon(0.001));
  CHECK(std::isinf(metres_to_line({}, beside)));
}

TEST_CASE("a line crosses itself; neighbours and the ends of a closed one only meet") {
  GeoPoints closed = square;
  closed.push_back(square.front());
  CHECK_FALSE(crosses_itself(closed));
  CHECK(crosses_itself(GeoPoints{square[0], square[2], square[1], square[3], square[0]}));
  CHECK(crosses_itself(GeoPoints{{0, 0}, {0, 2}, {1, 1}, {-1, 1}}));
  CHECK_FALSE(crosses_itself(GeoPoints{{0, 0}, {0, 2}}));
  CHECK_FALSE(crosses_itself({}));
}

TEST_CASE("what stands for an area lies in it, and what stands for a line on it") {
  CHECK(is_inside(horseshoe, middle_of_area(horseshoe)));
  CHECK(is_inside(square, middle_of_area(square)));
  CHECK(middle_of_area(GeoPoints{{1, 2}}) == GeoPoint{1, 2});
  const GeoPoint half = middle_of_line(GeoPoints{{0, 0}, {0, 1}, {0, 4}});
  CHECK(half.longitude == doctest::Approx(2));
  CHECK(middle_of_line(GeoPoints{{1, 2}}) == GeoPoint{1, 2});
}

TEST_CASE("a box grows around what is added") {
  GeoBox box;
  CHECK(box.is_empty());
  CHECK_FALSE(box.contains({52, 4}));
  for (const GeoPoint& point : square) box.add(point);
  CHECK(box.contains({52.005, 4.005}));
  CHECK_FALSE(box.contains({52.02, 4.005}));
  CHECK(box.middle().latitude == doctest::Approx(52.005));
}

}  // namespace
}  // namespace buurtpeil
