// Places on the earth: a geopoint is "latitude longitude altitude accuracy", lines and shapes are geopoints
// with ";" between them.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <sstream>

#include "form/expression/functions.h"

namespace buurtpeil {
namespace {

// The equatorial radius that the reference evaluator uses.
constexpr double earth_radius_m = 6'378'100;
constexpr double radians = std::numbers::pi / 180;
constexpr double metres_per_degree = earth_radius_m * radians;
constexpr std::size_t most_points = 10'000;

struct Point {
  double latitude = 0, longitude = 0;  // degrees
};

Point read_point(const std::string& text) {
  std::istringstream words(text);
  std::string latitude, longitude;
  words >> latitude >> longitude;
  const Point point{text_to_number(latitude), text_to_number(longitude)};
  const bool on_earth = std::abs(point.latitude) <= 90 && std::abs(point.longitude) <= 180;
  if (!on_earth) throw Failure{fmt::format("'{}' is not a place", text)};
  return point;
}

std::vector<Point> read_points(const std::vector<Value>& values) {
  std::vector<Point> points;
  for (const Value& value : values) {
    std::istringstream parts(to_text(value));
    for (std::string part; std::getline(parts, part, ';');) {
      if (part.find_first_not_of(' ') != std::string::npos) points.push_back(read_point(part));
      if (points.size() > most_points) throw Failure{"there are too many places"};
    }
  }
  return points;
}

double distance_between(const Point& a, const Point& b) {
  const double angle = std::sin(a.latitude * radians) * std::sin(b.latitude * radians) +
                       std::cos(a.latitude * radians) * std::cos(b.latitude * radians) *
                           std::cos((a.longitude - b.longitude) * radians);
  return std::acos(std::clamp(angle, -1.0, 1.0)) * earth_radius_m;
}

Result distance(Evaluation& at, const Arguments& arguments) {
  const std::vector<Point> points = read_points(at.values(arguments));
  double total = 0;
  for (std::size_t i = 1; i < points.size(); ++i) total += distance_between(points[i - 1], points[i]);
  return Result{total};
}

// Triangles from the first point, on a plane that touches the earth there.
Result area(Evaluation& at, const Arguments& arguments) {
  const std::vector<Point> points = read_points(at.values(arguments));
  const auto east = [&](const Point& point) {
    return (point.longitude - points[0].longitude) * metres_per_degree * std::cos(point.latitude * radians);
  };
  const auto north = [&](const Point& point) {
    return (point.latitude - points[0].latitude) * metres_per_degree;
  };
  double total = 0;
  for (std::size_t i = 2; i < points.size(); ++i)
    total += (north(points[i - 1]) * east(points[i]) - east(points[i - 1]) * north(points[i])) / 2;
  return Result{std::abs(total)};
}

// A ray to the east crosses the border an odd number of times.
Result geofence(Evaluation& at, const Arguments& arguments) {
  const std::vector<Point> points = read_points(at.values(arguments));
  const std::vector<Point> first = read_points({at.value(arguments[0])});
  if (first.empty() || points.size() < 2) return Result{false};
  const Point point = first.front();
  bool inside = false;
  for (std::size_t i = 2; i < points.size(); ++i) {
    const Point &a = points[i - 1], &b = points[i];
    if ((b.latitude > point.latitude) == (a.latitude > point.latitude)) continue;
    const double border =
        (a.longitude - b.longitude) * (point.latitude - b.latitude) / (a.latitude - b.latitude) + b.longitude;
    if (point.longitude < border) inside = !inside;
  }
  return Result{inside};
}

// On which side of the line a-b the point lies: the sign.
double side(const Point& a, const Point& b, const Point& point) {
  return (b.longitude - a.longitude) * (point.latitude - a.latitude) -
         (b.latitude - a.latitude) * (point.longitude - a.longitude);
}

bool within(const Point& a, const Point& b, const Point& point) {
  return std::min(a.longitude, b.longitude) <= point.longitude &&
         point.longitude <= std::max(a.longitude, b.longitude) &&
         std::min(a.latitude, b.latitude) <= point.latitude &&
         point.latitude <= std::max(a.latitude, b.latitude);
}

bool cross(const Point& a, const Point& b, const Point& c, const Point& d) {
  const double c_side = side(a, b, c), d_side = side(a, b, d), a_side = side(c, d, a), b_side = side(c, d, b);
  if (c_side * d_side < 0 && a_side * b_side < 0) return true;
  return (c_side == 0 && within(a, b, c)) || (d_side == 0 && within(a, b, d)) ||
         (a_side == 0 && within(c, d, a)) || (b_side == 0 && within(c, d, b));
}

// Whether a line or shape crosses itself; neighbours share a point, and so do the two ends of a closed one.
Result intersects(Evaluation& at, const Arguments& arguments) {
  constexpr std::size_t most_pairs_from = 2'000;  // points: their pairs are looked at one by one
  const std::vector<Point> points = read_points(at.values(arguments));
  if (points.size() > most_pairs_from) throw Failure{"there are too many places"};
  const std::size_t lines = points.empty() ? 0 : points.size() - 1;
  const bool closed = lines > 1 && points.front().latitude == points.back().latitude &&
                      points.front().longitude == points.back().longitude;
  for (std::size_t i = 0; i < lines; ++i)
    for (std::size_t j = i + 2; j < lines; ++j) {
      const bool ends_meet = closed && i == 0 && j + 1 == lines;
      if (!ends_meet && cross(points[i], points[i + 1], points[j], points[j + 1])) return Result{true};
    }
  return Result{false};
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
