#include "map/mercator.h"

#include <cmath>
#include <limits>

#include <doctest/doctest.h>

using namespace buurtpeil;

namespace {

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
constexpr double endless = std::numeric_limits<double>::infinity();

std::string world_in_words(GeoPoint place) {
  const WorldPoint point = world_of(place);
  return std::to_string(point.x) + " " + std::to_string(point.y);
}

}  // namespace

TEST_CASE("degrees become places on the square of the world") {
  CHECK(world_in_words({0, 0}) == "0.500000 0.500000");
  CHECK(world_in_words({mercator_latitude, -180}) == "0.000000 0.000000");
  CHECK(world_in_words({-mercator_latitude, 180}) == "1.000000 1.000000");
  CHECK(world_in_words({52.0116, 4.7104}) == "0.513084 0.330263");
}

TEST_CASE("what is no place on the map is moved to its edge or to its middle") {
  CHECK(world_in_words({90, 200}) == "1.000000 0.000000");
  CHECK(world_in_words({-90, -200}) == "0.000000 1.000000");
  CHECK(world_in_words({no_number, no_number}) == "0.500000 0.500000");
  CHECK(world_in_words({endless, -endless}) == "0.000000 0.000000");
  CHECK(tile_at({no_number, 2}, 99) == TileId{.zoom = deepest_zoom, .x = 0, .y = (1 << deepest_zoom) - 1});
  CHECK(tile_at({1, 1}, -3) == TileId{});
  CHECK(metres_per_pixel(no_number, no_number) == doctest::Approx(156543.03).epsilon(1e-6));
}

TEST_CASE("degrees come back") {
  for (const GeoPoint place : {GeoPoint{52.0116, 4.7104}, GeoPoint{-85, 179.9}, GeoPoint{0, -180}}) {
    const GeoPoint back = geo_of(world_of(place));
    CHECK(back.latitude == doctest::Approx(place.latitude).epsilon(1e-12));
    CHECK(back.longitude == doctest::Approx(place.longitude).epsilon(1e-12));
  }
}

TEST_CASE("tiles are those of other programs") {
  // OpenStreetMap's own example: Amsterdam's Dam at zoom 14.
  CHECK(tile_at(world_of(GeoPoint{52.3731, 4.8926}), 14) == TileId{.zoom = 14, .x = 8414, .y = 5384});
  const WorldBox world = world_of(TileId{.zoom = 1, .x = 1, .y = 0});
  CHECK(world.left == 0.5);
  CHECK(world.bottom == 0.5);
  CHECK(metres_per_pixel(52, 15) == doctest::Approx(2.9412).epsilon(1e-4));
}

TEST_CASE("a picture's pixels are places, and back") {
  const MapFrame frame{.centre = {52, 5}, .zoom = 15.5, .width_px = 800, .height_px = 600};
  const MapPixel middle = pixel_of(frame, {52, 5});
  CHECK(middle.x == doctest::Approx(400));
  CHECK(middle.y == doctest::Approx(300));
  const MapPixel back = pixel_of(frame, place_at(frame, {12.5, 580}));
  CHECK(back.x == doctest::Approx(12.5));
  CHECK(back.y == doctest::Approx(580));
  const double metres = metres_between(place_at(frame, {0, 300}), place_at(frame, {100, 300}));
  CHECK(metres == doctest::Approx(100 * metres_per_pixel(52, 15.5)).epsilon(1e-3));
}

TEST_CASE("a box is shown as large as it fits") {
  const GeoBox box{.south = 52, .north = 52.01, .west = 5, .east = 5.02};
  CHECK(zoom_for(box, 1920, 1080) == 16);
  CHECK(zoom_for(box, 900, 1080) == 15);
  CHECK(zoom_for(GeoBox{}, 900, 1080) == 0);
}
