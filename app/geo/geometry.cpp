#include "geo/geometry.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <numbers>

namespace buurtpeil {
namespace {

constexpr double earth_radius_m = 6'378'100;
constexpr double radians = std::numbers::pi / 180;
constexpr double metres_per_degree = earth_radius_m * radians;
// Near a pole a degree of longitude has no length to speak of: steps and squares are those of here.
constexpr double narrowest = 0.01;  // cosine of the latitude

double width_of_degree(double latitude) {
  return metres_per_degree * std::max(narrowest, std::cos(latitude * radians));
}

// A cell of a form may have line breaks in it.
constexpr std::string_view white_space = " \t\r\n\v\f";

struct Flat {
  double east = 0, north = 0;  // metres
};

Flat flat(const GeoPoint& origin, const GeoPoint& point) {
  return {(point.longitude - origin.longitude) * width_of_degree(origin.latitude),
          (point.latitude - origin.latitude) * metres_per_degree};
}

std::optional<double> take_number(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(white_space), text.size()));
  if (text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{}) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  if (!text.empty() && !white_space.contains(text.front())) return std::nullopt;
  return number;
}

std::optional<GeoPoint> point_of(std::string_view text) {
  const auto latitude = take_number(text), longitude = latitude ? take_number(text) : std::nullopt;
  if (!longitude || !(std::abs(*latitude) <= 90) || !(std::abs(*longitude) <= 180)) return std::nullopt;
  return GeoPoint{*latitude, *longitude};
}

// On which side of the line a-b the point lies: the sign.
double side(const GeoPoint& a, const GeoPoint& b, const GeoPoint& point) {
  return (b.longitude - a.longitude) * (point.latitude - a.latitude) -
         (b.latitude - a.latitude) * (point.longitude - a.longitude);
}

bool is_within(const GeoPoint& a, const GeoPoint& b, const GeoPoint& point) {
  return std::min(a.longitude, b.longitude) <= point.longitude &&
         point.longitude <= std::max(a.longitude, b.longitude) &&
         std::min(a.latitude, b.latitude) <= point.latitude &&
         point.latitude <= std::max(a.latitude, b.latitude);
}

bool touch(const GeoPoint& a, const GeoPoint& b, const GeoPoint& c, const GeoPoint& d) {
  const double c_side = side(a, b, c), d_side = side(a, b, d), a_side = side(c, d, a), b_side = side(c, d, b);
  if (c_side * d_side < 0 && a_side * b_side < 0) return true;
  return (c_side == 0 && is_within(a, b, c)) || (d_side == 0 && is_within(a, b, d)) ||
         (a_side == 0 && is_within(c, d, a)) || (b_side == 0 && is_within(c, d, b));
}

}  // namespace

std::optional<GeoPoints> geo_points_of(std::string_view text) {
  GeoPoints points;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (part.find_first_not_of(white_space) == std::string_view::npos) continue;
    const auto point = point_of(part);
    if (!point || points.size() == most_geo_points) return std::nullopt;
    points.push_back(*point);
  }
  return points;
}

std::string to_text(std::span<const GeoPoint> points) {
  std::string text;
  for (const GeoPoint& point : points)
    text += fmt::format("{}{:.{}f} {:.{}f} 0 0", text.empty() ? "" : ";", point.latitude, geo_decimals,
                        point.longitude, geo_decimals);
  return text;
}

double metres_between(const GeoPoint& a, const GeoPoint& b) {
  const double angle = std::sin(a.latitude * radians) * std::sin(b.latitude * radians) +
                       std::cos(a.latitude * radians) * std::cos(b.latitude * radians) *
                           std::cos((a.longitude - b.longitude) * radians);
  return std::acos(std::clamp(angle, -1.0, 1.0)) * earth_radius_m;
}

double length_m(std::span<const GeoPoint> points) {
  double total = 0;
  for (std::size_t i = 1; i < points.size(); ++i) total += metres_between(points[i - 1], points[i]);
  return total;
}

// Triangles from the first point, on a plane that touches the earth there.
double area_m2(std::span<const GeoPoint> border) {
  const auto east = [&](const GeoPoint& point) {
    return (point.longitude - border[0].longitude) * metres_per_degree * std::cos(point.latitude * radians);
  };
  const auto north = [&](const GeoPoint& point) {
    return (point.latitude - border[0].latitude) * metres_per_degree;
  };
  double total = 0;
  for (std::size_t i = 2; i < border.size(); ++i)
    total += (north(border[i - 1]) * east(border[i]) - east(border[i - 1]) * north(border[i])) / 2;
  return std::abs(total);
}

GeoPoint moved(const GeoPoint& point, double east_m, double north_m) {
  return {std::clamp(point.latitude + north_m / metres_per_degree, -90.0, 90.0),
          std::clamp(point.longitude + east_m / width_of_degree(point.latitude), -180.0, 180.0)};
}

GeoPoint on_grid(const GeoPoint& point, double metres) {
  if (!(metres > 0)) return point;
  const auto middle = [](double degrees, double cell) { return (std::floor(degrees / cell) + 0.5) * cell; };
  const double latitude = middle(point.latitude, metres / metres_per_degree);
  const double longitude = middle(point.longitude, metres / width_of_degree(latitude));
  return {std::clamp(latitude, -90.0, 90.0), std::clamp(longitude, -180.0, 180.0)};
}

// A ray to the east crosses the border an odd number of times.
bool is_inside(std::span<const GeoPoint> border, const GeoPoint& point) {
  bool inside = false;
  for (std::size_t i = 0; i < border.size(); ++i) {
    const GeoPoint &a = border[i == 0 ? border.size() - 1 : i - 1], &b = border[i];
    if ((b.latitude > point.latitude) == (a.latitude > point.latitude)) continue;
    const double crossing =
        (a.longitude - b.longitude) * (point.latitude - b.latitude) / (a.latitude - b.latitude) + b.longitude;
    if (point.longitude < crossing) inside = !inside;
  }
  return inside;
}

double metres_to_line(std::span<const GeoPoint> line, const GeoPoint& point) {
  double nearest = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Flat a = flat(point, line[i == 0 ? 0 : i - 1]), b = flat(point, line[i]);
    const double east = b.east - a.east, north = b.north - a.north;
    const double squared = east * east + north * north;
    const double along =
        squared > 0 ? std::clamp(-(a.east * east + a.north * north) / squared, 0.0, 1.0) : 0.0;
    nearest = std::min(nearest, std::hypot(a.east + along * east, a.north + along * north));
  }
  return nearest;
}

bool crosses_itself(std::span<const GeoPoint> line) {
  const std::size_t parts = line.empty() ? 0 : line.size() - 1;
  const bool closed = parts > 1 && line.front() == line.back();
  for (std::size_t i = 0; i < parts; ++i)
    for (std::size_t j = i + 2; j < parts; ++j) {
      const bool ends_meet = closed && i == 0 && j + 1 == parts;
      if (!ends_meet && touch(line[i], line[i + 1], line[j], line[j + 1])) return true;
    }
  return false;
}

// The middle of the widest stretch inside, on the line from west to east through the middle of its height.
GeoPoint middle_of_area(std::span<const GeoPoint> border) {
  GeoBox box;
  for (const GeoPoint& point : border) box.add(point);
  // A little beside the middle, so that no corner lies on it.
  const double latitude = box.south + (box.north - box.south) * 0.500'001;
  std::vector<double> crossings;
  for (std::size_t i = 0; i < border.size(); ++i) {
    const GeoPoint &a = border[i == 0 ? border.size() - 1 : i - 1], &b = border[i];
    if ((b.latitude > latitude) == (a.latitude > latitude)) continue;
    crossings.push_back(a.longitude +
                        (b.longitude - a.longitude) * (latitude - a.latitude) / (b.latitude - a.latitude));
  }
  std::ranges::sort(crossings);
  GeoPoint middle = border.front();
  double widest = 0;
  for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
    if (crossings[i + 1] - crossings[i] <= widest) continue;
    widest = crossings[i + 1] - crossings[i];
    middle = {latitude, (crossings[i] + crossings[i + 1]) / 2};
  }
  return middle;
}

GeoPoint middle_of_line(std::span<const GeoPoint> line) {
  double left = length_m(line) / 2;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const double part = metres_between(line[i - 1], line[i]);
    if (part < left) {
      left -= part;
      continue;
    }
    const double along = part > 0 ? left / part : 0;
    return {line[i - 1].latitude + along * (line[i].latitude - line[i - 1].latitude),
            line[i - 1].longitude + along * (line[i].longitude - line[i - 1].longitude)};
  }
  return line.front();
}

void GeoBox::add(const GeoPoint& point) {
  south = std::min(south, point.latitude);
  north = std::max(north, point.latitude);
  west = std::min(west, point.longitude);
  east = std::max(east, point.longitude);
}

bool GeoBox::contains(const GeoPoint& point) const {
  return south <= point.latitude && point.latitude <= north && west <= point.longitude &&
         point.longitude <= east;
}

}  // namespace buurtpeil
