// Places on the earth: a geopoint is "latitude longitude altitude accuracy", lines and shapes are geopoints
// with ";" between them.
#include <fmt/format.h>

#include "form/expression/functions.h"
#include "geo/geometry.h"

namespace buurtpeil {
namespace {

GeoPoints read_points(const std::vector<Value>& values) {
  GeoPoints all;
  for (const Value& value : values) {
    const std::string text = to_text(value);
    const auto points = geo_points_of(text);
    if (!points) throw Failure{fmt::format("'{}' is not a place", text.substr(0, 100))};
    all.insert(all.end(), points->begin(), points->end());
    if (all.size() > most_geo_points) throw Failure{"there are too many places"};
  }
  return all;
}

Result distance(Evaluation& at, const Arguments& arguments) {
  return Result{length_m(read_points(at.values(arguments)))};
}

Result area(Evaluation& at, const Arguments& arguments) {
  return Result{area_m2(read_points(at.values(arguments)))};
}

Result geofence(Evaluation& at, const Arguments& arguments) {
  const GeoPoints first = read_points({at.value(arguments[0])});
  const GeoPoints border = read_points({at.value(arguments[1])});
  return Result{!first.empty() && is_inside(border, first.front())};
}

Result intersects(Evaluation& at, const Arguments& arguments) {
  constexpr std::size_t most_pairs_from = 2'000;  // points: their pairs are looked at one by one
  const GeoPoints points = read_points(at.values(arguments));
  if (points.size() > most_pairs_from) throw Failure{"there are too many places"};
  return Result{crosses_itself(points)};
}

constexpr Function place_table[] = {
    {"area", 1, Function::any_number, area},
    {"distance", 1, Function::any_number, distance},
    {"geofence", 2, 2, geofence},
    {"intersects", 1, 1, intersects},
};

}  // namespace

std::span<const Function> place_functions() { return place_table; }

}  // namespace buurtpeil
