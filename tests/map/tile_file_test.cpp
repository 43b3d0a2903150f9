#include "map/tile_file.h"

#include <fstream>

#include <doctest/doctest.h>

#include <fmt/format.h>

#include "map/tiny_town.h"
#include "support/temporary_folder.h"

using namespace buurtpeil;

namespace {

struct AtFolder {
  TemporaryFolder folder;
  std::filesystem::path file = folder.path() / "gouda.mbtiles";

  std::string opened(const Metadata& metadata, const std::string& tile = "\x89PNG") {
    std::filesystem::remove(file);
    write_mbtiles(file, metadata, {{{.zoom = 3, .x = 4, .y = 2}, tile}});
    return error();
  }
  std::string error(std::chrono::milliseconds limit = std::chrono::seconds(1)) {
    const auto map = TileFile::open(file, limit);
    return map ? "" : map.error();
  }
};

std::string tile_in_words(const TileFile& map, TileId id) {
  const auto tile = map.tile(id);
  return tile ? *tile : tile.error();
}

constexpr auto tables =
    "CREATE TABLE metadata (name TEXT, value TEXT); INSERT INTO metadata VALUES ('format', 'pbf');";

}  // namespace

TEST_CASE_FIXTURE(AtFolder, "a map says what it is") {
  const auto map = TileFile::open(write_tiny_town(folder.path()));
  REQUIRE(map.has_value());
  const TileFileHead& head = map->head();
  CHECK(head.name == "A tiny town");
  CHECK(head.format == TileFormat::vector);
  CHECK(head.least_zoom == 14);
  CHECK(head.most_zoom == 14);
  CHECK(head.attribution == "© The tests");
  CHECK(head.layers == std::vector<std::string>{"streets", "street_labels"});
  REQUIRE(head.bounds.has_value());
  REQUIRE(head.centre.has_value());
  CHECK(head.bounds->contains(tiny_place(2000, 2000)));
  CHECK(metres_between(*head.centre, tiny_place(2048, 2048)) < 5);
  CHECK_FALSE(head.centre_zoom.has_value());
}

TEST_CASE_FIXTURE(AtFolder, "what a map does not say comes from its tiles and its name") {
  write_mbtiles(file, {{"center", "4.7,52,13.5"}},
                {{{.zoom = 2, .x = 1, .y = 1}, "\xFF\xD8 a"}, {{.zoom = 9, .x = 1, .y = 1}, "\xFF\xD8 b"}});
  const auto map = TileFile::open(file);
  REQUIRE(map.has_value());
  CHECK(map->head().name == "gouda");
  CHECK(map->head().format == TileFormat::jpeg);
  CHECK(map->head().least_zoom == 2);
  CHECK(map->head().most_zoom == 9);
  CHECK(map->head().centre == GeoPoint{52, 4.7});
  CHECK(map->head().centre_zoom == 13.5);
  CHECK(map->head().attribution == "");
}

TEST_CASE_FIXTURE(AtFolder, "tiles are counted from the north and unpacked") {
  write_mbtiles(file, {{"format", "pbf"}},
                {{{.zoom = 3, .x = 4, .y = 2}, gzipped("packed")}, {{.zoom = 3, .x = 4, .y = 3}, "plain"}});
  const auto map = TileFile::open(file);
  REQUIRE(map.has_value());
  CHECK(tile_in_words(*map, {.zoom = 3, .x = 4, .y = 2}) == "packed");
  CHECK(tile_in_words(*map, {.zoom = 3, .x = 4, .y = 3}) == "plain");
  CHECK(tile_in_words(*map, {.zoom = 3, .x = 4, .y = 5}) == "");
  CHECK(tile_in_words(*map, {.zoom = -1, .x = 0, .y = 0}) == "");
  CHECK(tile_in_words(*map, {.zoom = 60, .x = 0, .y = 0}) == "");
  const auto all = map->tiles_in({.south = -85, .north = 85, .west = -180, .east = 180}, 3, 10);
  REQUIRE(all.has_value());
  CHECK(*all == std::vector<TileId>{{.zoom = 3, .x = 4, .y = 2}, {.zoom = 3, .x = 4, .y = 3}});
  CHECK(map->tiles_in({.south = -85, .north = -10, .west = -180, .east = 180}, 3, 10)->empty());
  CHECK(map->tiles_in({.south = -85, .north = 85, .west = -180, .east = 180}, 3, 1)->size() == 1);
}

TEST_CASE_FIXTURE(AtFolder, "what is no map is refused with a sentence") {
  CHECK(error() == "gouda.mbtiles: cannot be opened (No such file or directory)");
  std::ofstream(file) << "This is a letter to the council, and no map at all. " << std::string(2000, 'x');
  CHECK(error() == "gouda.mbtiles: is no MBTiles file; make one with QGIS, \"Generate XYZ tiles (MBTiles)\"");
  std::filesystem::remove(file);
  write_sqlite(file, "CREATE TABLE letters (a)");
  CHECK(error() ==
        "gouda.mbtiles: is SQLite but no MBTiles file (no such table: tiles); make one with QGIS, "
        "\"Generate XYZ tiles (MBTiles)\"");
  std::filesystem::remove(file);
  write_mbtiles(file, {{"format", "png"}}, {});
  CHECK(error() == "gouda.mbtiles: has no tiles; make one with QGIS, \"Generate XYZ tiles (MBTiles)\"");
  std::filesystem::remove(file);
  write_sqlite(
      file,
      "CREATE TABLE tiles (zoom_level, tile_column, tile_row, tile_data); INSERT INTO tiles VALUES (1, 0, "
      "0, 'x')");
  CHECK(error() ==
        "gouda.mbtiles: is SQLite but no MBTiles file (no such table: metadata); make one with QGIS, "
        "\"Generate XYZ tiles (MBTiles)\"");
}

TEST_CASE_FIXTURE(AtFolder, "what a map says of itself has to be right") {
  CHECK(opened({{"format", "png"}}) == "");
  CHECK(opened({{"format", "jpg"}}) == "");  // by the bytes
  CHECK(opened({{"format", "gif"}}) ==
        "gouda.mbtiles: has tiles of the format 'gif'; those of png, jpg, webp and pbf can be shown");
  CHECK(opened({{"format", "png"}}, "GIF89a") ==
        "gouda.mbtiles: says that its tiles are 'png', but they are not");
  CHECK(opened({{"format", "pbf"}}) == "gouda.mbtiles: says that its tiles are 'pbf', but they are pictures");
  CHECK(opened({{"bounds", "4,52,5"}}) ==
        "gouda.mbtiles: its metadata has the bounds '4,52,5'; needed are west, south, east and north in "
        "degrees");
  CHECK(opened({{"bounds", "5,52,4,53"}}) ==
        "gouda.mbtiles: its metadata has the bounds '5,52,4,53'; needed are west, south, east and north in "
        "degrees");
  CHECK(opened({{"center", "nan,52,1"}}) ==
        "gouda.mbtiles: its metadata has the center 'nan,52,1'; needed are longitude, latitude and zoom");
  CHECK(opened({{"json", "{[["}, {"bounds", " 4, 52 , 5,53"}}) == "");
}

TEST_CASE_FIXTURE(AtFolder, "views are tiles too, and an endless one is given up") {
  write_sqlite(file, std::string(tables) +
                         "CREATE TABLE map (z, x, y, id); CREATE TABLE images (id, data);"
                         "INSERT INTO map VALUES (3, 4, 5, 'a'); INSERT INTO images VALUES ('a', 'plain');"
                         "CREATE VIEW tiles AS SELECT z AS zoom_level, x AS tile_column, y AS tile_row, "
                         "data AS tile_data FROM map JOIN images USING (id)");
  const auto map = TileFile::open(file);
  REQUIRE(map.has_value());
  CHECK(tile_in_words(*map, {.zoom = 3, .x = 4, .y = 2}) == "plain");
  std::filesystem::remove(file);
  write_sqlite(file,
               std::string(tables) +
                   "CREATE VIEW tiles AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                   "SELECT -i AS zoom_level, 0 AS tile_column, 0 AS tile_row, 'x' AS tile_data FROM n");
  CHECK(error(std::chrono::milliseconds(20)) ==
        "gouda.mbtiles: takes longer than 0.02 s to read; its tables lack an index, make one with QGIS, "
        "\"Generate XYZ tiles (MBTiles)\"");
}

TEST_CASE_FIXTURE(AtFolder, "tiles that are too large or damaged are a sentence") {
  std::string noise;
  for (unsigned i = 0, value = 1; i < 2'500'000; ++i) {
    value = value * 1664525 + 1013904223;
    noise += static_cast<char>(value >> 24);
  }
  write_mbtiles(file, {{"format", "pbf"}},
                {{{.zoom = 1, .x = 0, .y = 0}, gzipped("a")},
                 {{.zoom = 2, .x = 0, .y = 0}, gzipped(std::string(max_tile_bytes + 1, 'a'))},
                 {{.zoom = 3, .x = 0, .y = 0}, noise},
                 {{.zoom = 4, .x = 0, .y = 0}, noise + noise},
                 {{.zoom = 5, .x = 0, .y = 0}, gzipped("a longer one").substr(0, 15)}});
  const auto map = TileFile::open(file);
  REQUIRE(map.has_value());
  CHECK(tile_in_words(*map, {.zoom = 1, .x = 0, .y = 0}) == "a");
  CHECK(tile_in_words(*map, {.zoom = 2, .x = 0, .y = 0}) ==
        "gouda.mbtiles: tile 2/0/0 is larger than 8 MB when it is unpacked");
  CHECK(tile_in_words(*map, {.zoom = 3, .x = 0, .y = 0}) == "gouda.mbtiles: tile 3/0/0 is larger than 2 MB");
  CHECK(tile_in_words(*map, {.zoom = 4, .x = 0, .y = 0}) ==
        "gouda.mbtiles: holds a tile or a text larger than 4 MB");
  CHECK(tile_in_words(*map, {.zoom = 5, .x = 0, .y = 0}) ==
        "gouda.mbtiles: tile 5/0/0 is packed in a damaged way");
  CHECK(tile_in_words(*map, {.zoom = 1, .x = 0, .y = 0}) == "a");
}

TEST_CASE_FIXTURE(AtFolder, "a map's views reach nothing but its own tables") {
  write_sqlite(file, std::string(tables) +
                         "CREATE VIEW tiles AS SELECT 1 AS zoom_level, 0 AS tile_column, 0 AS tile_row, "
                         "file AS tile_data FROM pragma_database_list");
  CHECK(
      error() ==
      "gouda.mbtiles: is SQLite but no MBTiles file (unsafe use of virtual table \"pragma_database_list\"); "
      "make one with QGIS, \"Generate XYZ tiles (MBTiles)\"");
}

TEST_CASE_FIXTURE(AtFolder, "the name of a file may hold what an address gives a meaning") {
  file = folder.path() / "50% of? #1 é.mbtiles";
  CHECK(opened({{"format", "png"}}) == "");
}

TEST_CASE_FIXTURE(AtFolder, "maps beside a form are found whether its folder is named or not") {
  CHECK(opened({{"format", "png"}}) == "");
  CHECK(maps_beside(folder.path() / "form.md") == std::vector{file});
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  const auto maps = maps_beside("form.md");
  std::filesystem::current_path(before);
  REQUIRE(maps.size() == 1);
  CHECK(maps.front().filename() == file.filename());
}

TEST_CASE("HTML is told as plain text") {
  CHECK(text_of_html("<a href='x'>&copy; OpenMapTiles</a>  <b>&#169;&#xA9;</b>\n OSM") ==
        "© OpenMapTiles ©© OSM");
  CHECK(text_of_html("a &lt; b &amp; c &nope; d &") == "a < b & c &nope; d &");
  CHECK(text_of_html("<unclosed") == "");
  CHECK(text_of_html("&#0;&#xD800;&#99999999999999999999;") == "&#99999999999999999999;");
}
