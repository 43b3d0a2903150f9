#include "map/town/town.h"

#include <fstream>
#include <iterator>

#include <doctest/doctest.h>

#include "map/names.h"
#include "map/schema.h"
#include "map/tile_file.h"
#include "support/temporary_folder.h"

using namespace buurtpeil;

namespace {

std::string whole_text(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string problem_of(const std::string& text) {
  const auto description = town::read_description(text);
  return description ? "" : description.error();
}

}  // namespace

TEST_CASE("the demo's town is made whole, always the same, and can be read as any map") {
  const TemporaryFolder folder;
  const auto description = town::read_description(whole_text(BUURTPEIL_ASSETS "/forms/elzermonde.town"));
  REQUIRE(description.has_value());
  const town::Town made = town::plan(*description);
  REQUIRE(town::write_tiles(made, folder.path() / "a.mbtiles").has_value());
  REQUIRE(town::write_tiles(town::plan(*description), folder.path() / "b.mbtiles").has_value());
  CHECK(whole_text(folder.path() / "a.mbtiles") == whole_text(folder.path() / "b.mbtiles"));

  const auto map = TileFile::open(folder.path() / "a.mbtiles");
  REQUIRE(map.has_value());
  CHECK(map->head().name == "Elzermonde");
  CHECK(map->head().attribution == "Elzermonde, een verzonnen plaats");
  CHECK(map->head().least_zoom == 11);
  CHECK(map->head().most_zoom == 14);
  CHECK(schema_of(map->head().layers) == "Shortbread");

  // The neighbourhoods that the demo form asks about are on the map and in the areas.
  const MapNames names = MapNames::read({.files = {&*map}});
  for (const std::string name : {"Tolkade", "Zeilhoek", "Lantaarnhoek", "Korenrand", "Gaffelhof",
                                 "Kievitskant", "Glazuurhof", "Leemkant", "Ovenhoek"}) {
    const auto found = names.search(name, 1);
    REQUIRE(found.size() == 1);
    CHECK(found[0].name == name);
    CHECK(found[0].kind == NamedKind::area);
    CHECK(names.describe(found[0].point).area == name);
  }
  REQUIRE(made.quarters.size() == 9);
  const std::string areas = town::areas_of(made);
  CHECK(areas.find(R"("properties": {"id": "tolkade", "title": "Tolkade", "district": "kadezijde"})") !=
        std::string::npos);
}

TEST_CASE("areas are closed rings that run against the clock, in degrees") {
  const town::Town made{
      .name = "A",
      .credit = "",
      .middle = {52, 5},
      .things = {},
      .quarters = {{.id = "a", .name = "A \"b\"", .district = "c", .border = {{0, 0}, {0, 100}, {100, 0}}}}};
  CHECK(town::areas_of(made) ==
        R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"id": "a", "title": "A \"b\"", "district": "c"},
 "geometry": {"type": "Polygon", "coordinates": [[[5.001459, 52.000000], [5.000000, 52.000898], )"
        R"([5.000000, 52.000000], [5.001459, 52.000000]]]}}
]}
)");
}

TEST_CASE("a line of a description that cannot be read is named") {
  CHECK(problem_of("# a town\n\npark \"A\" x=1: 1,2 3,4\n") == "");
  CHECK(problem_of("# a town\npark: 1,2 3\n") == "line 2: cannot be read: park: 1,2 3");
  CHECK(problem_of("park \"A: 1,2") == "line 1: cannot be read: park \"A: 1,2");
  CHECK(problem_of("park a=b: 1,2") == "line 1: cannot be read: park a=b: 1,2");
}
