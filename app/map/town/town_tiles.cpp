// The town cut into vector tiles, in layers of Shortbread; and its neighbourhoods as GeoJSON.
#include <fmt/format.h>
#include <sqlite3.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <protozero/pbf_writer.hpp>

#include "map/mercator.h"
#include "map/town/town.h"

namespace buurtpeil::town {
namespace {

constexpr int first_zoom = 11, last_zoom = 14;
constexpr double extent = 4096, buffer = 96;

/// In parts of a tile's edge.
struct Part {
  double x = 0, y = 0;
};
using Parts = std::vector<Part>;

double Part::* axis_of(int side) { return side < 2 ? &Part::x : &Part::y; }

/// Sutherland and Hodgman: one side of the box after the other.
Parts cut_polygon(Parts ring) {
  for (int side = 0; side < 4 && !ring.empty(); ++side) {
    double Part::* axis = axis_of(side);
    const double edge = side % 2 == 0 ? -buffer : extent + buffer;
    const auto inside = [&](const Part& part) {
      return side % 2 == 0 ? part.*axis >= edge : part.*axis <= edge;
    };
    Parts kept;
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const Part a = ring[i], b = ring[(i + 1) % ring.size()];
      if (inside(a)) kept.push_back(a);
      if (inside(a) == inside(b)) continue;
      const double along = (edge - a.*axis) / (b.*axis - a.*axis);
      kept.push_back({a.x + (b.x - a.x) * along, a.y + (b.y - a.y) * along});
    }
    ring = std::move(kept);
  }
  return ring;
}

bool is_inside(Part part) {
  return part.x >= -buffer && part.y >= -buffer && part.x <= extent + buffer && part.y <= extent + buffer;
}

/// Pieces whose points lie in the box, with the ones before and after: a little more than the box.
std::vector<Parts> cut_line(const Parts& line) {
  std::vector<Parts> pieces;
  Parts piece;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    Part a = line[i], b = line[i + 1];
    double from = 0, to = 1;
    bool outside = false;
    for (int side = 0; side < 4; ++side) {
      double Part::* axis = axis_of(side);
      const double sign = side % 2 == 0 ? -1 : 1, edge = side % 2 == 0 ? buffer : extent + buffer;
      const double direction = sign * (b.*axis - a.*axis), room = edge - sign * (a.*axis);
      if (direction == 0) {
        outside = outside || room < 0;
      } else if (direction < 0) {
        from = std::max(from, room / direction);
      } else {
        to = std::min(to, room / direction);
      }
    }
    if (outside || from >= to) continue;
    const Part begin{a.x + (b.x - a.x) * from, a.y + (b.y - a.y) * from};
    const Part end{a.x + (b.x - a.x) * to, a.y + (b.y - a.y) * to};
    if (piece.empty() || from > 0) {
      if (piece.size() > 1) pieces.push_back(piece);
      piece = {begin};
    }
    piece.push_back(end);
  }
  if (piece.size() > 1) pieces.push_back(piece);
  return pieces;
}

struct Written {
  std::string kind, name;
  GeometryKind geometry;
  std::vector<TilePoint> points;
};

std::vector<TilePoint> rounded(const Parts& parts, GeometryKind geometry) {
  std::vector<TilePoint> points;
  for (const Part& part : parts) {
    const TilePoint point{static_cast<std::int32_t>(std::lround(part.x)),
                          static_cast<std::int32_t>(std::lround(part.y))};
    if (points.empty() || !(points.back() == point)) points.push_back(point);
  }
  if (geometry == GeometryKind::polygon && points.size() > 1 && points.front() == points.back())
    points.pop_back();
  return points;
}

void write_feature(protozero::pbf_writer& layer, const Written& written, std::vector<std::string>& values) {
  std::vector<std::uint32_t> tags, commands;
  const auto number = [&](const std::string& word) {
    const auto found = std::ranges::find(values, word);
    const auto index = static_cast<std::uint32_t>(found - values.begin());
    if (found == values.end()) values.push_back(word);
    return index;
  };
  if (!written.kind.empty()) tags = {0, number(written.kind)};
  if (!written.name.empty()) tags.insert(tags.end(), {1, number(written.name)});
  TilePoint last;
  for (std::size_t i = 0; i < written.points.size(); ++i) {
    if (i == 0) commands.push_back(1 | 1 << 3);
    if (i == 1) commands.push_back(2 | static_cast<std::uint32_t>(written.points.size() - 1) << 3);
    commands.push_back(protozero::encode_zigzag32(written.points[i].x - last.x));
    commands.push_back(protozero::encode_zigzag32(written.points[i].y - last.y));
    last = written.points[i];
  }
  if (written.geometry == GeometryKind::polygon) commands.push_back(7 | 1 << 3);
  protozero::pbf_writer feature(layer, 2);
  feature.add_packed_uint32(2, tags.begin(), tags.end());
  feature.add_uint32(3, static_cast<std::uint32_t>(written.geometry) + 1);
  feature.add_packed_uint32(4, commands.begin(), commands.end());
}

std::string tile_bytes(const std::map<std::string, std::vector<Written>>& layers) {
  std::string bytes;
  protozero::pbf_writer tile(bytes);
  for (const auto& [name, features] : layers) {
    protozero::pbf_writer layer(tile, 3);
    layer.add_uint32(15, 2);
    layer.add_string(1, name);
    std::vector<std::string> values;
    for (const Written& written : features) write_feature(layer, written, values);
    layer.add_string(3, "kind");
    layer.add_string(3, "name");
    for (const std::string& value : values) {
      protozero::pbf_writer message(layer, 4);
      message.add_string(1, value);
    }
    layer.add_uint32(5, static_cast<std::uint32_t>(extent));
  }
  return bytes;
}

std::string packed_tile(const std::string& bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) != Z_OK) return {};
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in =
      reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib's interface; it only reads
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string tile_of(const Town& town, TileId id) {
  const WorldBox world = world_of(id);
  const double edge = world.right - world.left;
  std::map<std::string, std::vector<Written>> layers;
  for (const Thing& thing : town.things) {
    if (thing.from_zoom > id.zoom) continue;
    Parts parts;
    for (const TownSpot spot : thing.points) {
      const WorldPoint point = world_of(place_of(town, spot));
      parts.push_back({(point.x - world.left) / edge * extent, (point.y - world.top) / edge * extent});
    }
    std::vector<Parts> pieces;
    std::size_t least = 1;
    if (thing.geometry == GeometryKind::point) {
      if (is_inside(parts.front())) pieces.push_back(parts);
    } else if (thing.geometry == GeometryKind::line) {
      pieces = cut_line(parts);
      least = 2;
    } else {
      pieces.push_back(cut_polygon(parts));
      least = 3;
    }
    for (const Parts& piece : pieces) {
      Written written{.kind = thing.kind, .name = thing.name, .geometry = thing.geometry, .points = {}};
      written.points = rounded(piece, thing.geometry);
      if (written.points.size() >= least) layers[thing.layer].push_back(std::move(written));
    }
  }
  return layers.empty() ? "" : packed_tile(tile_bytes(layers));
}

struct Bounds {
  GeoBox box;
  explicit Bounds(const Town& town) {
    for (const Quarter& quarter : town.quarters)
      for (const TownSpot spot : quarter.border) {
        box.add(place_of(town, {spot.x - 2600, spot.y - 1700}));
        box.add(place_of(town, {spot.x + 2600, spot.y + 1700}));
      }
  }
};

class Writer {
 public:
  explicit Writer(const std::filesystem::path& path) {
    if (sqlite3_open(path.c_str(), &file_) != SQLITE_OK) failed_ = true;
    run("CREATE TABLE metadata (name TEXT, value TEXT);"
        "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);"
        "CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row); BEGIN");
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer() { sqlite3_close(file_); }

  void metadata(const std::string& name, const std::string& value) {
    sqlite3_stmt* row = prepare("INSERT INTO metadata VALUES (?1, ?2)");
    sqlite3_bind_text(row, 1, name.c_str(), -1, SQLITE_TRANSIENT);
    sqlite3_bind_text(row, 2, value.c_str(), -1, SQLITE_TRANSIENT);
    finish(row);
  }
  void tile(TileId id, const std::string& bytes) {
    sqlite3_stmt* row = prepare("INSERT INTO tiles VALUES (?1, ?2, ?3, ?4)");
    sqlite3_bind_int(row, 1, id.zoom);
    sqlite3_bind_int(row, 2, id.x);
    sqlite3_bind_int(row, 3, (1 << id.zoom) - 1 - id.y);
    sqlite3_bind_blob(row, 4, bytes.data(), static_cast<int>(bytes.size()), SQLITE_TRANSIENT);
    finish(row);
  }
  [[nodiscard]] bool end() {
    run("COMMIT");
    return !failed_;
  }

 private:
  void run(const char* sql) {
    failed_ = failed_ || sqlite3_exec(file_, sql, nullptr, nullptr, nullptr) != SQLITE_OK;
  }
  sqlite3_stmt* prepare(const char* sql) {
    sqlite3_stmt* row = nullptr;
    failed_ = failed_ || sqlite3_prepare_v2(file_, sql, -1, &row, nullptr) != SQLITE_OK;
    return row;
  }
  void finish(sqlite3_stmt* row) {
    failed_ = failed_ || sqlite3_step(row) != SQLITE_DONE;
    sqlite3_finalize(row);
  }
  sqlite3* file_ = nullptr;
  bool failed_ = false;
};

}  // namespace

GeoPoint place_of(const Town& town, TownSpot spot) {
  constexpr double metres_per_degree = 6'378'137 * 3.14159265358979 / 180;
  return {
      .latitude = town.middle.latitude + spot.y / metres_per_degree,
      .longitude = town.middle.longitude +
                   spot.x / (metres_per_degree * std::cos(town.middle.latitude * 3.14159265358979 / 180))};
}

std::expected<void, std::string> write_tiles(const Town& town, const std::filesystem::path& path) {
  std::error_code ignored;
  std::filesystem::remove(path, ignored);
  const GeoBox box = Bounds(town).box;
  Writer writer(path);
  writer.metadata("name", town.name);
  writer.metadata("format", "pbf");
  writer.metadata("type", "baselayer");
  writer.metadata("attribution", town.credit);
  writer.metadata("minzoom", std::to_string(first_zoom));
  writer.metadata("maxzoom", std::to_string(last_zoom));
  writer.metadata("bounds",
                  fmt::format("{:.6f},{:.6f},{:.6f},{:.6f}", box.west, box.south, box.east, box.north));
  writer.metadata("center", fmt::format("{:.6f},{:.6f},14", town.middle.longitude, town.middle.latitude));
  nlohmann::json layers = nlohmann::json::array();
  for (const char* layer :
       {"buildings", "land", "place_labels", "pois", "public_transport", "street_labels", "street_polygons",
        "streets", "water_lines", "water_lines_labels", "water_polygons", "water_polygons_labels"})
    layers.push_back({{"id", layer}, {"fields", {{"kind", "String"}, {"name", "String"}}}});
  writer.metadata("json", nlohmann::json{{"vector_layers", layers}}.dump());
  const WorldBox world = world_of(box);
  for (int zoom = first_zoom; zoom <= last_zoom; ++zoom) {
    const TileId first = tile_at({world.left, world.top}, zoom),
                 last = tile_at({world.right, world.bottom}, zoom);
    for (int y = first.y; y <= last.y; ++y)
      for (int x = first.x; x <= last.x; ++x) {
        const TileId id{.zoom = zoom, .x = x, .y = y};
        const std::string bytes = tile_of(town, id);
        if (!bytes.empty()) writer.tile(id, bytes);
      }
  }
  if (!writer.end()) return std::unexpected(fmt::format("{}: cannot be written", path.string()));
  return {};
}

std::string areas_of(const Town& town) {
  std::string text = "{\"type\": \"FeatureCollection\", \"features\": [\n";
  for (const Quarter& quarter : town.quarters) {
    Outline ring = quarter.border;
    double twice_area = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const TownSpot a = ring[i], b = ring[(i + 1) % ring.size()];
      twice_area += a.x * b.y - b.x * a.y;
    }
    if (twice_area < 0) std::ranges::reverse(ring);  // outer rings run against the clock
    ring.push_back(ring.front());
    std::string points;
    for (const TownSpot spot : ring) {
      const GeoPoint place = place_of(town, spot);
      points +=
          fmt::format("{}[{:.6f}, {:.6f}]", points.empty() ? "" : ", ", place.longitude, place.latitude);
    }
    text += fmt::format(
        "{{\"type\": \"Feature\", \"properties\": {{\"id\": {}, \"title\": {}, \"district\": {}}},\n"
        " \"geometry\": {{\"type\": \"Polygon\", \"coordinates\": [[{}]]}}}}{}\n",
        nlohmann::json(quarter.id).dump(), nlohmann::json(quarter.name).dump(),
        nlohmann::json(quarter.district).dump(), points, &quarter == &town.quarters.back() ? "" : ",");
  }
  return text + "]}\n";
}

}  // namespace buurtpeil::town
