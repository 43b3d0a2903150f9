#include "map/tiny_town.h"

#include <sqlite3.h>
#include <zlib.h>

#include <algorithm>
#include <cassert>
#include <memory>
#include <protozero/pbf_writer.hpp>

namespace buurtpeil {
namespace {

std::uint32_t zigzag(std::int32_t value) { return protozero::encode_zigzag32(value); }

std::vector<std::uint32_t> commands_of(const WrittenFeature& feature) {
  std::vector<std::uint32_t> commands;
  TilePoint last;
  const auto add = [&](TilePoint point) {
    commands.push_back(zigzag(point.x - last.x));
    commands.push_back(zigzag(point.y - last.y));
    last = point;
  };
  for (const auto& part : feature.parts) {
    commands.push_back(1 | 1 << 3);
    add(part.front());
    if (part.size() > 1) commands.push_back(2 | static_cast<std::uint32_t>(part.size() - 1) << 3);
    for (std::size_t i = 1; i < part.size(); ++i) add(part[i]);
    if (feature.geometry == GeometryKind::polygon) commands.push_back(7 | 1 << 3);
  }
  return commands;
}

std::uint32_t number_in(std::vector<std::string>& list, const std::string& word) {
  const auto found = std::ranges::find(list, word);
  if (found != list.end()) return static_cast<std::uint32_t>(found - list.begin());
  list.push_back(word);
  return static_cast<std::uint32_t>(list.size() - 1);
}

void run(sqlite3* file, const std::string& sql) {
  char* message = nullptr;
  const int result = sqlite3_exec(file, sql.c_str(), nullptr, nullptr, &message);
  if (message != nullptr) std::fputs(message, stderr);
  assert(result == SQLITE_OK);
}

std::unique_ptr<sqlite3, decltype(&sqlite3_close)> create(const std::filesystem::path& path) {
  sqlite3* file = nullptr;
  const int result = sqlite3_open(path.c_str(), &file);
  assert(result == SQLITE_OK);
  return {file, &sqlite3_close};
}

}  // namespace

std::string written_tile(const std::vector<WrittenLayer>& layers) {
  std::string bytes;
  protozero::pbf_writer tile(bytes);
  for (const WrittenLayer& written : layers) {
    protozero::pbf_writer layer(tile, 3);
    layer.add_uint32(15, 2);
    layer.add_string(1, written.name);
    std::vector<std::string> keys, values;
    for (const WrittenFeature& feature : written.features) {
      std::vector<std::uint32_t> tags;
      for (const auto& [key, value] : feature.words) {
        tags.push_back(number_in(keys, key));
        tags.push_back(number_in(values, value));
      }
      protozero::pbf_writer message(layer, 2);
      message.add_packed_uint32(2, tags.begin(), tags.end());
      message.add_uint32(3, static_cast<std::uint32_t>(feature.geometry) + 1);
      const auto commands = commands_of(feature);
      message.add_packed_uint32(4, commands.begin(), commands.end());
    }
    for (const std::string& key : keys) layer.add_string(3, key);
    for (const std::string& word : values) {
      protozero::pbf_writer value(layer, 4);
      if (word == "yes")
        value.add_bool(7, true);
      else
        value.add_string(1, word);
    }
    layer.add_uint32(5, 4096);
  }
  return bytes;
}

std::string gzipped(const std::string& bytes) {
  z_stream stream{};
  int result = deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  assert(result == Z_OK);
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  result = deflate(&stream, Z_FINISH);
  assert(result == Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

void write_sqlite(const std::filesystem::path& path, const std::string& sql) { run(create(path).get(), sql); }

void write_mbtiles(const std::filesystem::path& path, const Metadata& metadata,
                   const std::vector<std::pair<TileId, std::string>>& tiles) {
  const auto file = create(path);
  run(file.get(),
      "CREATE TABLE metadata (name TEXT, value TEXT);"
      "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);"
      "CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row);");
  sqlite3_stmt* row = nullptr;
  sqlite3_prepare_v2(file.get(), "INSERT INTO metadata VALUES (?1, ?2)", -1, &row, nullptr);
  for (const auto& [name, value] : metadata) {
    sqlite3_bind_text(row, 1, name.c_str(), -1, SQLITE_TRANSIENT);
    sqlite3_bind_text(row, 2, value.c_str(), -1, SQLITE_TRANSIENT);
    sqlite3_step(row);
    sqlite3_reset(row);
  }
  sqlite3_finalize(row);
  sqlite3_prepare_v2(file.get(), "INSERT INTO tiles VALUES (?1, ?2, ?3, ?4)", -1, &row, nullptr);
  for (const auto& [id, bytes] : tiles) {
    sqlite3_bind_int(row, 1, id.zoom);
    sqlite3_bind_int(row, 2, id.x);
    sqlite3_bind_int(row, 3, (1 << id.zoom) - 1 - id.y);
    sqlite3_bind_blob(row, 4, bytes.data(), static_cast<int>(bytes.size()), SQLITE_TRANSIENT);
    sqlite3_step(row);
    sqlite3_reset(row);
  }
  sqlite3_finalize(row);
}

std::string tiny_town() {
  const auto box = [](int left, int top, int right, int bottom) {
    return std::vector<TilePoint>{{left, top}, {right, top}, {right, bottom}, {left, bottom}};
  };
  using enum GeometryKind;
  return gzipped(written_tile({
      {"land",
       {{polygon, {box(200, 200, 1400, 1400)}, {{"kind", "park"}}},
        {polygon, {box(2400, 200, 4096, 3300)}, {{"kind", "residential"}}}}},
      {"water_polygons", {{polygon, {box(1800, -64, 2200, 4160)}, {{"kind", "canal"}}}}},
      {"buildings", {{polygon, {box(2600, 400, 3200, 1000), box(2800, 600, 3000, 800)}}}},
      {"streets",
       {{line, {{{-64, 2048}, {1700, 2048}}}, {{"kind", "residential"}}},
        {line, {{{2600, 1300}, {2600, 4000}}}, {{"kind", "secondary"}}},
        {line, {{{-64, 3500}, {4160, 3500}}}, {{"kind", "rail"}}}}},
      {"street_labels",
       {{line, {{{-64, 2048}, {1700, 2048}}}, {{"kind", "residential"}, {"name", "Kerkstraat"}}},
        {line, {{{2600, 1300}, {2600, 2500}}}, {{"kind", "secondary"}, {"name", "Tolkade"}}},
        {line, {{{2600, 2500}, {2600, 4000}}}, {{"kind", "secondary"}, {"name", "Tolkade"}}}}},
      {"place_labels",
       {{point, {{{3400, 2000}}}, {{"kind", "neighbourhood"}, {"name", "Zeilhoek"}}},
        {point, {{{800, 800}}}, {{"kind", "suburb"}, {"name", "Parkwijk"}}}}},
      {"public_transport", {{point, {{{3000, 3500}}}, {{"kind", "station"}, {"name", "Station José"}}}}},
  }));
}

GeoPoint tiny_place(double x, double y) {
  const WorldBox world = world_of(tiny_tile);
  const double edge = world.right - world.left;
  return geo_of({.x = world.left + edge * x / 4096, .y = world.top + edge * y / 4096});
}

Metadata tiny_metadata() {
  const GeoPoint north_west = tiny_place(0, 0), south_east = tiny_place(4096, 4096);
  return {{"name", "A tiny town"},
          {"format", "pbf"},
          {"minzoom", "14"},
          {"maxzoom", "14"},
          {"bounds", std::to_string(north_west.longitude) + "," + std::to_string(south_east.latitude) + "," +
                         std::to_string(south_east.longitude) + "," + std::to_string(north_west.latitude)},
          {"attribution", "<a href=\"x\">&copy; The\n tests</a>"},
          {"json", R"({"vector_layers": [{"id": "streets", "fields": {}}, {"id": "street_labels"}]})"}};
}

std::filesystem::path write_tiny_town(const std::filesystem::path& folder) {
  const auto path = folder / "tiny.mbtiles";
  write_mbtiles(path, tiny_metadata(), {{tiny_tile, tiny_town()}});
  return path;
}

}  // namespace buurtpeil
