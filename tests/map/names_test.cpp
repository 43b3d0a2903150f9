#include "map/names.h"

#include <doctest/doctest.h>

#include <fmt/format.h>

#include "map/tiny_town.h"
#include "support/temporary_folder.h"

using namespace buurtpeil;

namespace {

std::string in_words(const std::vector<NamedPlace>& places) {
  static constexpr std::array kinds{"street", "area", "place"};
  std::string words;
  for (const NamedPlace& place : places)
    words += fmt::format("{}{} ({}{}{})", words.empty() ? "" : ", ", place.name,
                         kinds[static_cast<std::size_t>(place.kind)], place.area.empty() ? "" : " in ",
                         place.area);
  return words;
}

std::string in_words(const WhereItIs& where) {
  return fmt::format("{} {:.0f} m; {}{}", where.street.empty() ? "-" : where.street, where.street_m,
                     where.inside_area ? "in " : "", where.area.empty() ? "-" : where.area);
}

NamedArea block(const std::string& name, double left, double top, double right, double bottom) {
  return {.name = name,
          .rings = {{tiny_place(left, top), tiny_place(right, top), tiny_place(right, bottom),
                     tiny_place(left, bottom)}}};
}

struct AtTown {
  TemporaryFolder folder;
  TileFile file = *TileFile::open(write_tiny_town(folder.path()));
  MapNames names = MapNames::read({.files = {&file}});
};

}  // namespace

TEST_CASE_FIXTURE(AtTown, "streets and areas are found by the beginnings of their words") {
  CHECK(names.size() == 5);
  CHECK(in_words(names.search("kerk", 10)) == "Kerkstraat (street in Parkwijk)");
  CHECK(in_words(names.search("straat", 10)) == "");
  CHECK(in_words(names.search("ZEIL", 10)) == "Zeilhoek (area)");
  CHECK(in_words(names.search("jose", 10)) == "Station José (place in Zeilhoek)");
  CHECK(in_words(names.search("jós sta", 10)) == "Station José (place in Zeilhoek)");
  CHECK(in_words(names.search("  ", 10)) == "");
  CHECK(in_words(names.search("\xFF\xFE", 10)) == "");
}

TEST_CASE("a street's place lies on it, and a street of many pieces is found once") {
  const TemporaryFolder folder;
  const auto label = [](int from_x, int from_y, int to_x, int to_y) {
    return WrittenFeature{GeometryKind::line,
                          {{{from_x, from_y}, {to_x, to_y}}},
                          {{"kind", "residential"}, {"name", "Hoekstraat"}}};
  };
  // Around a corner; and another of that name, two tiles to the north.
  const TileId north{.zoom = tiny_tile.zoom, .x = tiny_tile.x, .y = tiny_tile.y - 2};
  write_mbtiles(folder.path() / "a.mbtiles", {{"format", "pbf"}},
                {{tiny_tile, written_tile({{"street_labels",
                                            {label(0, 4000, 3000, 4000), label(3000, 4000, 3000, 2500),
                                             label(3000, 2500, 3000, 1000)}}})},
                 {north, written_tile({{"street_labels", {label(0, 0, 300, 0)}}})}});
  const TileFile map = *TileFile::open(folder.path() / "a.mbtiles");
  const auto found = MapNames::read({.files = {&map}}).search("hoek", 10);
  REQUIRE(found.size() == 2);
  const std::vector around{tiny_place(0, 4000), tiny_place(3000, 4000), tiny_place(3000, 1000)};
  const std::vector away{tiny_place(0, -8192), tiny_place(300, -8192)};
  const std::size_t first = metres_to_line(around, found[0].point) < 1 ? 0 : 1;
  CHECK(metres_to_line(around, found[first].point) < 1);
  CHECK(metres_to_line(away, found[1 - first].point) < 1);
}

TEST_CASE_FIXTURE(AtTown, "a place is told by its street and its neighbourhood") {
  CHECK(in_words(names.describe(tiny_place(1000, 2060))) == "Kerkstraat 4 m; Parkwijk");
  CHECK(in_words(names.describe(tiny_place(2700, 2000))) == "Tolkade 37 m; Zeilhoek");
  CHECK(in_words(names.describe(tiny_place(800, 800))) == "- 0 m; Parkwijk");
  CHECK(in_words(names.describe({0, 0})) == "- 0 m; -");
  CHECK(in_words(names.describe({std::nan(""), 5})) == "- 0 m; -");
}

TEST_CASE_FIXTURE(AtTown, "an area with an edge says more than the nearest name") {
  NamedArea with_hole = block("De Hof", 0, 0, 1500, 1500);
  with_hole.rings.push_back(block("", 500, 500, 1000, 1000).rings.front());
  const MapNames areas = MapNames::read(
      {.files = {&file}, .places = {}, .areas = {with_hole, block("Noord", 0, 1600, 4096, 4096)}});
  CHECK(in_words(areas.describe(tiny_place(200, 200))) == "- 0 m; in De Hof");
  CHECK(in_words(areas.describe(tiny_place(800, 800))) == "- 0 m; Parkwijk");  // the hole
  CHECK(in_words(areas.describe(tiny_place(1000, 2060))) == "Kerkstraat 4 m; in Noord");
  CHECK(in_words(areas.search("kerk", 10)) == "Kerkstraat (street in Noord)");
  CHECK(in_words(areas.search("de", 10)) == "De Hof (area)");
}

TEST_CASE("what begins with the text comes first, areas before streets") {
  const auto place = [](const std::string& name, NamedKind kind, double east) {
    return NamedPlace{.name = name, .point = {52, east}, .kind = kind, .area = ""};
  };
  const MapNames names = MapNames::read(
      {.files = {},
       .places = {place("Sint Jan", NamedKind::street, 5), place("Jan Steenstraat", NamedKind::street, 5),
                  place("Jan van Galenbuurt", NamedKind::area, 5),
                  place("Jan Steenstraat", NamedKind::street, 5.2),
                  place("Jan Steenstraat", NamedKind::street, 5.001)}});
  CHECK(in_words(names.search("jan", 10)) ==
        "Jan van Galenbuurt (area), Jan Steenstraat (street), Jan Steenstraat (street), Sint Jan (street)");
  CHECK(in_words(names.search("jan", 2)) == "Jan van Galenbuurt (area), Jan Steenstraat (street)");
  CHECK(in_words(names.search("ja st", 9)) == "Jan Steenstraat (street), Jan Steenstraat (street)");
}

TEST_CASE("a table of places is read by its headings") {
  const auto read = [](const std::vector<std::vector<std::string>>& rows) {
    const auto places = places_of(rows);
    return places ? in_words(*places) : places.error();
  };
  CHECK(read({{"Lat", "Name", "x", "LON"}, {"52,1", "Markt", "", "5.1"}, {"", "", "", ""}}) ==
        "Markt (place)");
  CHECK(read({}) == "row 1: has no headings; needed are name, latitude, longitude");
  CHECK(read({{"name", "latitude"}}) == "row 1: needed are the headings name, latitude, longitude");
  CHECK(read({{"name", "latitude", "longitude"}, {"Markt", "104532", "5"}}) ==
        "row 2: '104532, 5' is no latitude and longitude in degrees");
  CHECK(read({{"name", "latitude", "longitude"}, {"Markt", "52"}}) ==
        "row 2: '52, ' is no latitude and longitude in degrees");
  CHECK(read({{"name", "latitude", "longitude"}, {"", "52", "5"}}) == "row 2: has no name");
}

TEST_CASE_FIXTURE(AtTown, "reading ends when nobody wants it any more") {
  std::stop_source stop;
  stop.request_stop();
  CHECK(MapNames::read({.files = {&file}, .places = {}, .areas = {}, .stop = stop.get_token()}).size() == 0);
  CHECK(in_words(MapNames().describe(tiny_place(1, 1))) == "- 0 m; -");
}
