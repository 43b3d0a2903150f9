// Features of a .geojson as records: their properties, their id, and their place as XForms writes geometry.
// The one file of this folder that reads JSON.
#include <fmt/format.h>

#include <compare>
#include <map>

#include <nlohmann/json.hpp>

#include "form/limits.h"
#include "form/read/attached_data.h"

namespace buurtpeil {
namespace {

using nlohmann::json;

/// Nesting of a FeatureCollection: areas of several parts are 8 deep.
constexpr int deepest = 32;

std::string text_of(const json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

/// Without an exponent: 7 decimals are a centimetre.
std::string degrees(double number) {
  std::string text = fmt::format("{:.7f}", number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text == "-0" ? "0" : text;
}

/// The places of a file's features: as XForms writes geometry, longitude and latitude turned round, and where
/// that cannot say them as a shape. What is no place on the earth is left empty, and said once for each kind
/// of fault.
class Places {
 public:
  /// Features in their order, from 1.
  void put_place(Choice& record, const json& feature, const json& geometry) {
    ++number_;
    std::string& text = record.columns["geometry"];
    try {
      std::vector<std::string> parts;
      const GeoShape::Kind kind = read(geometry, parts);
      if (parts.size() == 1) text = std::move(parts.front());
      if (parts.size() < 2) return;
      record.shape.kind = kind;
      for (const std::string& part : parts) record.shape.parts.push_back(*geo_points_of(part));
      if (is_one_area(geometry)) {
        text = std::move(parts.front());
      } else if (several_.count++ == 0) {
        several_.first = name_of(feature);
      }
    } catch (const Wrong& wrong) {
      record.shape = {};
      Found& found = found_[wrong];
      if (found.count++ == 0) found.first = name_of(feature);
    }
  }

  /// What is as it should be, and worth to know.
  [[nodiscard]] std::string unusual() const {
    if (several_.count == 0) return "";
    return fmt::format(
        "has a place of several parts in {}{}: a map shows it, and its column geometry is empty",
        several_.first, more(several_));
  }

  /// What `check` says of the file. `crs` is its member of that name, which old files have.
  [[nodiscard]] std::vector<std::string> doubts(const json& crs) const {
    std::vector<std::string> sentences;
    for (const auto& [wrong, found] : found_)
      sentences.push_back(fmt::format("has {} in {}{}, which {} no place then: {}", wrong.what, found.first,
                                      more(found), found.count == 1 ? "has" : "have", wrong.remedy));
    const std::string system = crs.is_null() ? "" : crs.dump();
    const auto names = [&](const char* known) { return system.find(known) != system.npos; };
    if (found_.empty() && !system.empty() && !names("CRS84") && !names("4326") && !names("4258"))
      sentences.push_back(
          fmt::format("says that its coordinates are no degrees (crs {}): {}", system, again));
    if (found_.empty() && points_ > 0 && points_ == swapped_)
      sentences.emplace_back(
          "seems to have latitude before longitude, since only so all of its places lie "
          "in the Netherlands: write longitude first");
    return sentences;
  }

 private:
  struct Wrong {
    std::string what, remedy;
    auto operator<=>(const Wrong&) const = default;
  };
  struct Found {
    std::string first = {};
    int count = 0;
  };
  static std::string more(const Found& found) {
    return found.count == 1 ? "" : fmt::format(" and {} more", found.count - 1);
  }
  struct Range {
    double least, most;
    [[nodiscard]] bool has(double number) const { return least <= number && number <= most; }
  };

  static constexpr const char* again = "export it again as WGS 84 (EPSG:4326)";
  static constexpr std::size_t most_points = 10'000;  // as the functions of places have it

  [[nodiscard]] std::string name_of(const json& feature) const {
    const auto id = feature.find("id");
    const bool named = id != feature.end() && !id->is_null();
    return fmt::format("feature {}{}", number_, named ? fmt::format(" '{}'", text_of(*id)) : "");
  }

  /// The bounds of the Dutch grids, which meet neither each other nor degrees.
  static void check(double x, double y) {
    constexpr Range rd_x{7'000, 300'000}, rd_y{289'000, 629'000};
    constexpr Range mercator_x{356'000, 813'000}, mercator_y{6'570'000, 7'120'000};
    if (rd_x.has(x) && rd_y.has(y)) throw Wrong{"Rijksdriehoek coordinates (EPSG:28992)", again};
    if (mercator_x.has(x) && mercator_y.has(y)) throw Wrong{"Web Mercator coordinates (EPSG:3857)", again};
    if (!Range{-180, 180}.has(x) || !Range{-90, 90}.has(y))
      throw Wrong{"coordinates beyond 180 and 90 degrees", again};
  }

  /// "52.1 4.9 0 0": latitude, longitude, altitude and accuracy.
  std::string point_of(const json& position) {
    if (!position.is_array() || position.size() < 2 || !position[0].is_number() || !position[1].is_number())
      throw Wrong{"a point that is not two numbers", "write longitude and latitude"};
    const double x = position[0].get<double>(), y = position[1].get<double>();
    check(x, y);
    constexpr Range longitudes{3, 8}, latitudes{50, 54};  // of the Netherlands
    ++points_;
    if (longitudes.has(y) && latitudes.has(x)) ++swapped_;
    return fmt::format("{} {} 0 0", degrees(y), degrees(x));
  }

  std::string line_of(const json& positions, std::size_t least) {
    if (!positions.is_array() || positions.size() < least)
      throw Wrong{"a line of fewer than 2 points, or an area of fewer than 4", "draw it again"};
    if (positions.size() > most_points)
      throw Wrong{fmt::format("more than {} points", most_points), "simplify it"};
    std::string line;
    for (const json& position : positions) line += (line.empty() ? "" : "; ") + point_of(position);
    return line;
  }

  std::string border_of(const json& ring) {
    std::string line = line_of(ring, 4);
    if (ring.front() != ring.back())
      throw Wrong{"an area that is not closed", "its last point has to be its first one again"};
    return line;
  }

  /// The outer border, then the holes.
  void read_area(const json& rings, std::vector<std::string>& parts) {
    if (!rings.is_array() || rings.empty()) (void)line_of(json(), 4);
    for (const json& ring : rings) add(parts, border_of(ring), ring.size());
  }

  void add(std::vector<std::string>& parts, std::string part, std::size_t points) {
    if (parts.empty()) points_of_place_ = 0;
    points_of_place_ += points;
    if (points_of_place_ > most_points)
      throw Wrong{fmt::format("more than {} points", most_points), "simplify it"};
    parts.push_back(std::move(part));
  }

  static std::string type_of(const json& geometry) {
    const auto named = geometry.is_object() ? geometry.find("type") : geometry.end();
    return named == geometry.end() ? "" : text_of(*named);
  }

  static bool is_one_area(const json& geometry) {
    return type_of(geometry) == "Polygon" ||
           (type_of(geometry) == "MultiPolygon" && geometry["coordinates"].size() == 1);
  }

  GeoShape::Kind read(const json& geometry, std::vector<std::string>& parts) {
    using Kind = GeoShape::Kind;
    if (geometry.is_null()) return Kind::none;
    const std::string type = type_of(geometry);
    const json coordinates = geometry.is_object() ? geometry.value("coordinates", json()) : json();
    const bool several = type.starts_with("Multi");
    if (several && (!coordinates.is_array() || coordinates.empty()))
      throw Wrong{fmt::format("a place without any part ({})", type), "leave it out, or write null"};
    const json each = several ? coordinates : json::array({coordinates});
    const std::string one = several ? type.substr(std::string_view("Multi").size()) : type;
    if (one == "Point") {
      for (const json& position : each) add(parts, point_of(position), 1);
      return Kind::points;
    }
    if (one == "LineString") {
      for (const json& line : each) add(parts, line_of(line, 2), line.size());
      return Kind::lines;
    }
    if (one == "Polygon") {
      for (const json& area : each) read_area(area, parts);
      return Kind::area;
    }
    if (type == "GeometryCollection")
      throw Wrong{"a place of several kinds (GeometryCollection)", "make each part a feature of its own"};
    throw Wrong{"a geometry that is no Point, LineString or Polygon", "leave it out, or write null"};
  }

  int number_ = 0;
  std::size_t points_ = 0, swapped_ = 0, points_of_place_ = 0;
  std::map<Wrong, Found> found_;
  Found several_;
};

Choice record_of(const json& feature, Places& places) {
  Choice record;
  if (const auto properties = feature.find("properties");
      properties != feature.end() && properties->is_object())
    for (const auto& [name, value] : properties->items())
      if (!value.is_null()) record.columns[name] = text_of(value);
  if (const auto id = feature.find("id"); id != feature.end() && !id->is_null())
    record.columns["id"] = text_of(*id);
  const auto geometry = feature.find("geometry");
  if (geometry != feature.end()) places.put_place(record, feature, *geometry);
  return record;
}

}  // namespace

std::expected<std::vector<Choice>, Error> read_geojson_records(std::string_view bytes,
                                                               std::vector<std::string>& doubtful,
                                                               std::string& unusual) {
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
  Places places;
  std::vector<Choice> records;
  for (const json& feature : document["features"]) {
    if (!feature.is_object()) return std::unexpected(Error{"one of its features is no object"});
    if (records.size() == limits::rows)
      return std::unexpected(Error{fmt::format("it has more than {} features", limits::rows)});
    records.push_back(record_of(feature, places));
  }
  doubtful = places.doubts(document.value("crs", json()));
  unusual = places.unusual();
  return records;
}

}  // namespace buurtpeil
