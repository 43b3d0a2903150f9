// Features of a .geojson as records: their properties, their id, and their place as XForms writes geometry.
// The one file of this folder that reads JSON.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "form/limits.h"
#include "form/read/attached_data.h"

namespace buurtpeil {
namespace {

using nlohmann::json;

/// Nesting of a FeatureCollection: polygons are 7 deep.
constexpr int deepest = 32;

std::string text_of(const json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

/// "52.1 4.9 0 0": latitude, longitude, altitude and accuracy, as XForms has points; GeoJSON has longitude
/// first.
std::string point_of(const json& position) {
  if (!position.is_array() || position.size() < 2 || !position[0].is_number() || !position[1].is_number())
    return "";
  return fmt::format("{} {} 0 0", position[1].get<double>(), position[0].get<double>());
}

/// Points of a LineString or of the outer ring of a Polygon, with "; " between; "" for another geometry.
std::string geometry_of(const json& geometry) {
  if (!geometry.is_object()) return "";
  const auto named = geometry.find("type");
  const auto placed = geometry.find("coordinates");
  if (named == geometry.end() || placed == geometry.end()) return "";
  const std::string type = text_of(*named);
  const json& coordinates = *placed;
  if (type == "Point") return point_of(coordinates);
  const bool polygon = type == "Polygon" && coordinates.is_array() && !coordinates.empty();
  if (type != "LineString" && !polygon) return "";
  std::string line;
  for (const json& position : polygon ? coordinates[0] : coordinates)
    line += (line.empty() ? "" : "; ") + point_of(position);
  return line;
}

Choice record_of(const json& feature) {
  Choice record;
  if (const auto properties = feature.find("properties");
      properties != feature.end() && properties->is_object())
    for (const auto& [name, value] : properties->items())
      if (!value.is_null()) record.columns[name] = text_of(value);
  if (const auto id = feature.find("id"); id != feature.end() && !id->is_null())
    record.columns["id"] = text_of(*id);
  if (const auto geometry = feature.find("geometry"); geometry != feature.end())
    record.columns["geometry"] = geometry_of(*geometry);
  return record;
}

}  // namespace

std::expected<std::vector<Choice>, Error> read_geojson_records(std::string_view bytes) {
  bool too_deep = false;
  const auto hold_depth = [&](int depth, json::parse_event_t, json&) {
    too_deep = too_deep || depth > deepest;
    return !too_deep;
  };
  const json document = json::parse(bytes, hold_depth, false);
  if (too_deep) return std::unexpected(Error{fmt::format("it nests more than {} deep", deepest)});
  const bool collection =
      document.is_object() && document.contains("features") && document["features"].is_array();
  if (!collection) return std::unexpected(Error{"it is no GeoJSON FeatureCollection"});
  std::vector<Choice> records;
  for (const json& feature : document["features"]) {
    if (!feature.is_object()) return std::unexpected(Error{"one of its features is no object"});
    if (records.size() == limits::rows)
      return std::unexpected(Error{fmt::format("it has more than {} features", limits::rows)});
    records.push_back(record_of(feature));
  }
  return records;
}

}  // namespace buurtpeil
