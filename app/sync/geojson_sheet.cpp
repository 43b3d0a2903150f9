#include "sync/geojson_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "form/json_text.h"
#include "geo/geometry.h"
#include "sync/csv.h"

namespace buurtpeil::sync {
namespace {

std::string position(const GeoPoint& point) {
  return fmt::format("[{:.{}f},{:.{}f}]", point.longitude, geo_decimals, point.latitude, geo_decimals);
}

std::string positions(const GeoPoints& points) {
  std::string json;
  for (const GeoPoint& point : points) json += (json.empty() ? "" : ",") + position(point);
  return "[" + json + "]";
}

bool runs_clockwise(const GeoPoints& border) {
  double doubled = 0;
  for (std::size_t i = 1; i < border.size(); ++i)
    doubled +=
        (border[i].longitude - border[i - 1].longitude) * (border[i].latitude + border[i - 1].latitude);
  return doubled > 0;
}

bool is_plain(const Column& column) {
  return column.part < 0 && column.values != ValueKind::geometry && column.values != ValueKind::none;
}

void add_value(std::string& json, const Column& column, std::string_view value) {
  const bool number = column.values == ValueKind::integer || column.values == ValueKind::decimal;
  if (number && is_plain_number(value) && !value.starts_with('+') && !value.starts_with('.') &&
      !value.ends_with('.'))
    json += value;
  else
    add_json_text(json, value);
}

}  // namespace

std::vector<std::size_t> places_in(const Table& table) {
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    if (column.part == 0 || column.values == ValueKind::geometry) columns.push_back(i);
  }
  return columns;
}

std::string geometry_json(std::string_view value, Type type) {
  auto points = geo_points_of(value);
  if (!points || points->empty()) return "";
  const auto geometry = [](const char* name, const std::string& coordinates) {
    return fmt::format(R"({{"type":"{}","coordinates":{}}})", name, coordinates);
  };
  if (points->size() == 1) return geometry("Point", position(points->front()));
  const bool closed = points->size() > 3 && points->front() == points->back();
  if (type != Type::geoshape || !closed) return geometry("LineString", positions(*points));
  if (runs_clockwise(*points)) std::ranges::reverse(*points);
  return geometry("Polygon", "[" + positions(*points) + "]");
}

std::expected<GeoJsonSheet, Error> GeoJsonSheet::begin(const std::filesystem::path& path, const Table& table,
                                                       std::size_t column) {
  auto file = WholeFile::begin(path);
  if (!file) return std::unexpected(file.error());
  if (auto written = file->write("{\"type\":\"FeatureCollection\",\"features\":["); !written)
    return std::unexpected(written.error());
  return GeoJsonSheet(std::move(*file), table, column);
}

void GeoJsonSheet::put(const Place& place, std::string_view value) {
  if (!value.empty()) answered_.push_back({place.row, place.column, value});
}

void GeoJsonSheet::add_feature(std::string& json, const StoredResponse& response,
                               const Answered& place) const {
  const Row* row = table_->columns[column_].row;
  const std::string geometry = geometry_json(place.value, row ? row->type : Type::geotrace);
  const std::string key =
      place.row.empty() ? std::string(response.id) : fmt::format("{}/{}", response.id, place.row);
  json += "{\"type\":\"Feature\",\"id\":";
  add_json_text(json, key);
  json += ",\"geometry\":" + (geometry.empty() ? "null" : geometry) + ",\"properties\":{\"KEY\":";
  add_json_text(json, key);
  for (const Answered& answered : answered_) {
    const Column& column = table_->columns[answered.column];
    if (answered.row != place.row || !is_plain(column)) continue;
    json += ',';
    add_json_text(json, column.header);
    json += ':';
    add_value(json, column, answered.value);
  }
  for (const auto& [name, text] :
       {std::pair<const char*, std::string>{"buurtpeil-status", to_name(response.status)},
        {"buurtpeil-finished", to_iso_utc(response.ended)}}) {
    json += fmt::format(",\"{}\":", name);
    add_json_text(json, text);
  }
  json += "}}";
}

std::expected<void, Error> GeoJsonSheet::write(const StoredResponse& response) {
  std::string json;
  for (const Answered& place : answered_) {
    if (place.column != column_) continue;
    json += features_++ == 0 ? "\n" : ",\n";
    add_feature(json, response, place);
  }
  answered_.clear();
  if (json.empty()) return {};
  return file_.write(json);
}

std::expected<void, Error> GeoJsonSheet::end() { return file_.write("\n]}\n"); }

}  // namespace buurtpeil::sync
