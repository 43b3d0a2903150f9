#include "map/paint.h"

#include <doctest/doctest.h>

#include <fmt/format.h>
#include <webp/encode.h>

#include "map/tiny_town.h"
#include "support/sample_pictures.h"
#include "support/temporary_folder.h"

using namespace buurtpeil;

namespace {

/// Each role a colour that no mixture gives.
MapPalette loud() {
  MapPalette palette;
  palette.ground = {250, 250, 240};
  palette.built_up = {200, 200, 200};
  palette.green = {0, 200, 0};
  palette.water = {0, 0, 250};
  palette.house = {150, 100, 50};
  palette.house_edge = {90, 60, 30};
  palette.street = {255, 255, 255};
  palette.street_main = {255, 240, 0};
  palette.street_edge = {100, 100, 100};
  palette.rail = {20, 20, 20};
  palette.name = {0, 0, 0};
  palette.name_area = {200, 0, 200};
  return palette;
}

struct AtMap {
  TemporaryFolder folder;
  TileFile file = *TileFile::open(write_tiny_town(folder.path()));
  MapRequest request{
      .files = {&file},
      .frame = {.centre = tiny_place(2048, 2048), .zoom = 16, .width_px = 1024, .height_px = 1024},
      .pixels_per_mm = 3.6,
      .palette = loud(),
      .names = false,
      .time_limit = std::chrono::seconds(60)};

  /// At a place of the town, as "red green blue".
  std::string at(const MapPicture& picture, double x, double y) const {
    const MapPixel pixel = pixel_of(request.frame, tiny_place(x, y));
    const auto index = (static_cast<std::size_t>(pixel.y) * static_cast<std::size_t>(picture.width) +
                        static_cast<std::size_t>(pixel.x)) *
                       4;
    CHECK(picture.rgba[index + 3] == 255);
    return fmt::format("{} {} {}", picture.rgba[index], picture.rgba[index + 1], picture.rgba[index + 2]);
  }
};

std::string names_of(const MapPicture& picture) {
  std::string all;
  for (const PlacedName& name : picture.names)
    all += fmt::format("{}{} {:.0f}°", all.empty() ? "" : ", ", name.name, name.angle * 57.2958);
  return all;
}

}  // namespace

TEST_CASE_FIXTURE(AtMap, "each thing has the colour of its role where it lies") {
  const MapPicture picture = paint(request);
  CHECK(picture.width == 1024);
  CHECK(picture.rgba.size() == 1024 * 1024 * 4);
  CHECK(picture.complete);
  CHECK(picture.problem == "");
  CHECK(at(picture, 1600, 1000) == "250 250 240");  // ground
  CHECK(at(picture, 800, 800) == "0 200 0");        // the park
  CHECK(at(picture, 2000, 1000) == "0 0 250");      // the canal
  CHECK(at(picture, 2700, 500) == "150 100 50");    // the house
  CHECK(at(picture, 2900, 700) == "200 200 200");   // its yard
  CHECK(at(picture, 1000, 2048) == "255 255 255");  // the Kerkstraat
  CHECK(at(picture, 2600, 2000) == "255 240 0");    // the Tolkade
  CHECK(at(picture, 3500, 2500) == "200 200 200");  // built up
}

TEST_CASE_FIXTURE(AtMap, "a street has an edge on both sides, and a rail is dashed") {
  request.pixels_per_mm = 10;  // an edge of two pixels
  const MapPicture picture = paint(request);
  std::string across;
  for (int y = 2048 - 48; y <= 2048 + 48; y += 4) {  // a pixel a step
    const std::string colour = at(picture, 1000, y);
    const char sign = colour == "255 255 255"   ? 's'
                      : colour == "100 100 100" ? 'e'
                      : colour == "250 250 240" ? '.'
                                                : '~';  // between two
    if (sign != '~' && !across.ends_with(sign)) across += sign;
  }
  CHECK(across == ".ese.");
  int dark = 0, light = 0;
  for (int x = 2700; x < 4000; x += 4) {
    const std::string colour = at(picture, x, 3500);
    if (colour == "20 20 20") ++dark;
    if (colour != "20 20 20") ++light;
  }
  CHECK(dark > 100);
  CHECK(light > 50);
}

TEST_CASE_FIXTURE(AtMap, "zoomed in beyond the file's tiles it stays sharp") {
  request.frame = {.centre = tiny_place(2200, 1000), .zoom = 18, .width_px = 400, .height_px = 400};
  const MapPicture picture = paint(request);
  int between = 0;
  for (int x = 0; x < 400; ++x) {
    const std::size_t index = static_cast<std::size_t>(200 * 400 + x) * 4;
    const bool is_water = picture.rgba[index] == 0, is_ground = picture.rgba[index] == 250;
    if (!is_water && !is_ground) ++between;
  }
  CHECK(between <= 1);
}

TEST_CASE_FIXTURE(AtMap, "the same request gives the same picture") {
  request.names = true;
  const MapPicture first = paint(request), second = paint(request);
  CHECK(first.rgba == second.rgba);
  CHECK(first.names == second.names);
}

TEST_CASE_FIXTURE(AtMap, "names lie on their streets, the most important first, and never on each other") {
  request.names = true;
  CHECK(names_of(paint(request)) == "Parkwijk 0°, Zeilhoek 0°, Station José 0°, Tolkade 90°, Kerkstraat 0°");
  request.letter_px = 90;  // only this one is whole within the picture and fits its street
  CHECK(names_of(paint(request)) == "Tolkade 90°");
  request.letter_px = 16;
  request.frame.zoom = 13;  // no room along the streets
  CHECK(names_of(paint(request)) == "Parkwijk 0°, Zeilhoek 0°, Station José 0°");
}

TEST_CASE_FIXTURE(AtMap, "a name is written in its colour") {
  request.names = true;
  const MapPicture picture = paint(request);
  int of_area = 0;
  for (std::size_t i = 0; i < picture.rgba.size(); i += 4)
    if (picture.rgba[i] == 200 && picture.rgba[i + 1] == 0 && picture.rgba[i + 2] == 200) ++of_area;
  CHECK(of_area > 50);
}

TEST_CASE_FIXTURE(AtMap, "shapes lie above the streets, with holes, and their names come first") {
  const auto ring = [](double left, double top, double right, double bottom) {
    return std::vector{tiny_place(left, top), tiny_place(right, top), tiny_place(right, bottom),
                       tiny_place(left, bottom)};
  };
  request.shapes = {
      {.geometry = GeometryKind::polygon,
       .parts = {ring(100, 1800, 1600, 2400), ring(1000, 1900, 1400, 2300)},
       .fill = {1, 2, 3},
       .stroke = {9, 9, 9},
       .stroke_mm = 1,
       .name = "Plan"},
      {.geometry = GeometryKind::line,
       .parts = {{tiny_place(200, 3000), tiny_place(1600, 3000)}},
       .stroke = {250, 0, 0},
       .stroke_mm = 2,
       .name = ""},
      {.geometry = GeometryKind::point, .parts = {{tiny_place(3500, 2500)}}, .fill = {7, 7, 7}, .name = ""}};
  const MapPicture picture = paint(request);
  CHECK(at(picture, 500, 2048) == "1 2 3");
  CHECK(at(picture, 1200, 2048) == "255 255 255");  // the street in the hole
  CHECK(at(picture, 1600, 2100) == "9 9 9");
  CHECK(at(picture, 900, 3000) == "250 0 0");
  CHECK(at(picture, 3500, 2500) == "7 7 7");
  request.names = true;
  CHECK(names_of(paint(request)).starts_with("Plan 0°, "));
}

TEST_CASE_FIXTURE(AtMap, "when the time is over the picture is what is there, with our shapes") {
  request.shapes = {{.geometry = GeometryKind::point,
                     .parts = {{tiny_place(2000, 1000)}},
                     .fill = {7, 7, 7},
                     .name = "Hier"}};
  request.names = true;
  request.time_limit = std::chrono::milliseconds(0);
  MapPicture picture = paint(request);
  CHECK_FALSE(picture.complete);
  CHECK(at(picture, 800, 800) == "250 250 240");
  CHECK(names_of(picture) == "Hier 0°");
  request.time_limit = std::chrono::seconds(60);
  std::stop_source stop;
  request.stop = stop.get_token();
  CHECK(paint(request).complete);
  stop.request_stop();
  CHECK_FALSE(paint(request).complete);
}

TEST_CASE_FIXTURE(AtMap,
                  "tiles that are pictures are painted alike, of any format and two files on each other") {
  const Pixels tile = quarters(256, 256);
  std::uint8_t* webp = nullptr;
  const std::size_t size = WebPEncodeLosslessRGBA(tile.rgba.data(), 256, 256, 1024, &webp);
  const std::string formats[] = {png_of(tile), jpeg_of(tile),
                                 std::string(reinterpret_cast<const char*>(webp), size)};
  WebPFree(webp);
  for (const std::string& bytes : formats) {
    const auto path = folder.path() / "raster.mbtiles";
    std::filesystem::remove(path);
    write_mbtiles(path, {}, {{tiny_tile, bytes}});
    const TileFile raster = *TileFile::open(path);
    CHECK(deepest_useful_zoom(raster.head()) == 16);
    request.files = {&raster};
    const MapPicture picture = paint(request);
    const auto nearly = [&](double x, double y) {
      const MapPixel pixel = pixel_of(request.frame, tiny_place(x, y));
      const auto index = (static_cast<std::size_t>(pixel.y) * 1024 + static_cast<std::size_t>(pixel.x)) * 4;
      std::string colour;
      for (std::size_t i = index; i < index + 3; ++i) colour += picture.rgba[i] > 128 ? '1' : '0';
      return colour;
    };
    CHECK(nearly(1000, 1000) == "100");
    CHECK(nearly(3000, 1000) == "010");
    CHECK(nearly(1000, 3000) == "001");
    CHECK(nearly(3000, 3000) == "111");
    request.files = {&raster, &file};
    CHECK(at(paint(request), 2000, 1000) == "0 0 250");
  }
  CHECK(deepest_useful_zoom(file.head()) == 18);
}

TEST_CASE_FIXTURE(AtMap, "what cannot be read of a file is left out and said") {
  const auto path = folder.path() / "bad.mbtiles";
  write_mbtiles(path, {}, {{tiny_tile, "\x89PNG and nothing more"}});
  const TileFile raster = *TileFile::open(path);
  request.files = {&raster, &file};
  const MapPicture picture = paint(request);
  CHECK(picture.problem == "bad.mbtiles: a tile is no PNG, JPEG or WebP picture");
  CHECK(at(picture, 2000, 1000) == "0 0 250");
  const auto broken = folder.path() / "broken.mbtiles";
  write_mbtiles(broken, {{"format", "pbf"}}, {{tiny_tile, "no tile"}});
  const TileFile vector = *TileFile::open(broken);
  request.files = {&vector};
  CHECK(paint(request).problem == "broken.mbtiles: a tile is no vector tile");
}

TEST_CASE_FIXTURE(AtMap, "a file with more than a picture can hold fills no memory") {
  const TileId beside{.zoom = 14, .x = tiny_tile.x + 1, .y = tiny_tile.y};
  WrittenLayer many{"buildings", {}};
  many.features.assign(100'000, {GeometryKind::polygon, {{{0, 0}, {9, 0}, {9, 9}}}});
  const auto path = folder.path() / "many.mbtiles";
  write_mbtiles(path, {{"format", "pbf"}},
                {{tiny_tile, tiny_town()}, {beside, gzipped(written_tile({many}))}});
  const TileFile vector = *TileFile::open(path);
  request.files = {&vector};
  const MapPicture as_always = paint(request);
  CHECK(as_always.problem == "");
  request.frame.centre = tiny_place(4000, 2048);
  const MapPicture picture = paint(request);
  CHECK(picture.problem == "many.mbtiles: has more shapes than a picture can hold");
  CHECK(picture.complete);
  CHECK(at(picture, 2900, 700) == "200 200 200");
}

TEST_CASE_FIXTURE(AtMap, "a request without a map, or with impossible numbers, is a picture of the ground") {
  request.files = {};
  request.frame = {.centre = {std::nan(""), 1e300}, .zoom = std::nan(""), .width_px = -5, .height_px = 3};
  request.pixels_per_mm = 0;
  request.letter_px = -1;
  const MapPicture picture = paint(request);
  CHECK(picture.width == 1);
  CHECK(picture.height == 3);
  CHECK(picture.rgba ==
        std::vector<std::uint8_t>{250, 250, 240, 255, 250, 250, 240, 255, 250, 250, 240, 255});
}
