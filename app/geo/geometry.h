// Places on the earth, as ODK writes and measures them: points in degrees of WGS 84 (EPSG:4326), lines and
// areas of points. Distances and areas are those of the reference evaluator (a sphere of 6,378,100 m), so
// that what a screen says and what a constraint counts is the same; that is within 0.2 % of the ellipsoid.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace buurtpeil {

struct GeoPoint {
  double latitude = 0;   ///< degrees north, -90 to 90
  double longitude = 0;  ///< degrees east, -180 to 180
  friend bool operator==(const GeoPoint&, const GeoPoint&) = default;
};

/// A line, the border of an area, or a single point.
using GeoPoints = std::vector<GeoPoint>;

/// Degrees are written with so many decimals: 1 cm.
inline constexpr int geo_decimals = 7;
inline constexpr std::size_t most_geo_points = 10'000;

/// "52.01 4.71 0 0", or several with ";" between: latitude, longitude, altitude, accuracy, of which the last
/// two may be missing and are read over. Nothing where a part is no place on the earth or there are too many;
/// no points of an empty text.
[[nodiscard]] std::optional<GeoPoints> geo_points_of(std::string_view text);
/// As XForms writes it, altitude and accuracy 0: "52.0100000 4.7100000 0 0;52.0200000 4.7100000 0 0".
[[nodiscard]] std::string to_text(std::span<const GeoPoint> points);

[[nodiscard]] double metres_between(const GeoPoint& a, const GeoPoint& b);
/// Along all of them.
[[nodiscard]] double length_m(std::span<const GeoPoint> points);
/// Of the border, closed or not.
[[nodiscard]] double area_m2(std::span<const GeoPoint> border);

/// So many metres further; stays on the earth.
[[nodiscard]] GeoPoint moved(const GeoPoint& point, double east_m, double north_m);
/// The middle of the square of a grid in which it lies. The squares are `metres` high, and as wide in the
/// middle of their row; two points of a square have the same middle. 0 leaves it where it is.
[[nodiscard]] GeoPoint on_grid(const GeoPoint& point, double metres);

/// Inside of a border, closed or not (even-odd).
[[nodiscard]] bool is_inside(std::span<const GeoPoint> border, const GeoPoint& point);
/// From the point to the nearest part of the line; of no points infinity.
[[nodiscard]] double metres_to_line(std::span<const GeoPoint> line, const GeoPoint& point);
/// Two parts of the line touch that are no neighbours; the two ends of a closed one are. Looks at all pairs.
[[nodiscard]] bool crosses_itself(std::span<const GeoPoint> line);
/// A point to stand for it: of an area one inside of it, of a line one on it. `points` has at least one.
[[nodiscard]] GeoPoint middle_of_area(std::span<const GeoPoint> border);
[[nodiscard]] GeoPoint middle_of_line(std::span<const GeoPoint> line);

/// The smallest box around points, also across several; empty until something is added.
struct GeoBox {
  double south = 91, north = -91, west = 181, east = -181;
  [[nodiscard]] bool is_empty() const { return south > north; }
  [[nodiscard]] GeoPoint middle() const { return {(south + north) / 2, (west + east) / 2}; }
  void add(const GeoPoint& point);
  [[nodiscard]] bool contains(const GeoPoint& point) const;
};

}  // namespace buurtpeil
