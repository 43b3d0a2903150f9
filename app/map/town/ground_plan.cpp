#include "map/town/ground_plan.h"

#include <algorithm>
#include <cmath>

namespace buurtpeil::town {

GroundPlan::GroundPlan(double half_wide_m, double half_high_m)
    : columns_(static_cast<int>(half_wide_m * 2 / square_m)),
      rows_(static_cast<int>(half_high_m * 2 / square_m)),
      squares_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

std::uint8_t GroundPlan::at(TownSpot spot) const {
  const int x = static_cast<int>(std::floor(spot.x / square_m)) + columns_ / 2;
  const int y = static_cast<int>(std::floor(spot.y / square_m)) + rows_ / 2;
  if (x < 0 || y < 0 || x >= columns_ || y >= rows_) return wet;
  return squares_[static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_) +
                  static_cast<std::size_t>(x)];
}

void GroundPlan::mark(TownSpot spot, Use use) {
  const int x = static_cast<int>(std::floor(spot.x / square_m)) + columns_ / 2;
  const int y = static_cast<int>(std::floor(spot.y / square_m)) + rows_ / 2;
  if (x < 0 || y < 0 || x >= columns_ || y >= rows_) return;
  squares_[static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(x)] |=
      use;
}

void GroundPlan::fill(const Outline& border, Use use) {
  TownSpot low = border.front(), high = low;
  for (const TownSpot spot : border) {
    low = {std::min(low.x, spot.x), std::min(low.y, spot.y)};
    high = {std::max(high.x, spot.x), std::max(high.y, spot.y)};
  }
  const double wide = columns_ * square_m / 2, tall = rows_ * square_m / 2;
  for (double y = std::max(low.y, -tall); y <= std::min(high.y, tall); y += square_m)
    for (double x = std::max(low.x, -wide); x <= std::min(high.x, wide); x += square_m)
      if (lies_in(border, {x, y})) mark({x, y}, use);
}

void GroundPlan::line(const Outline& line, double half_width_m, Use use) {
  for (const TownSpot spot : in_steps(line, 1)) {
    for (double y = -half_width_m; y <= half_width_m; y += 1)
      for (double x = -half_width_m; x <= half_width_m; x += 1)
        if (x * x + y * y <= half_width_m * half_width_m) mark({spot.x + x, spot.y + y}, use);
  }
}

bool GroundPlan::is_near(TownSpot spot, double metres, std::uint8_t uses) const {
  for (double y = -metres; y <= metres; y += square_m)
    for (double x = -metres; x <= metres; x += square_m)
      if (x * x + y * y <= metres * metres && (at({spot.x + x, spot.y + y}) & uses) != 0) return true;
  return false;
}

bool lies_in(const Outline& border, TownSpot spot) {
  bool inside = false;
  for (std::size_t i = 0, j = border.size() - 1; i < border.size(); j = i++) {
    const TownSpot a = border[i], b = border[j];
    if ((a.y > spot.y) != (b.y > spot.y) && spot.x < (b.x - a.x) * (spot.y - a.y) / (b.y - a.y) + a.x)
      inside = !inside;
  }
  return inside;
}

Outline smooth(const Outline& line) {
  if (line.size() < 3) return line;
  Outline round;
  const std::size_t last = line.size() - 1;
  const bool closed = line.front().x == line.back().x && line.front().y == line.back().y;
  for (std::size_t i = 0; i < last; ++i) {
    const TownSpot a = i > 0 ? line[i - 1] : closed ? line[last - 1] : line[0];
    const TownSpot b = line[i], c = line[i + 1];
    const TownSpot d = i + 2 <= last ? line[i + 2] : closed ? line[1] : line[last];
    for (int step = 0; step < 8; ++step) {
      const double t = step / 8.0;
      const auto part = [t](double p, double q, double r, double s) {
        return 0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t +
                      (3 * q - p - 3 * r + s) * t * t * t);
      };
      round.push_back({part(a.x, b.x, c.x, d.x), part(a.y, b.y, c.y, d.y)});
    }
  }
  round.push_back(line.back());
  return round;
}

Outline band(const Outline& line, double width_m) {
  Outline left, right;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const TownSpot before = line[i == 0 ? 0 : i - 1], after = line[std::min(i + 1, line.size() - 1)];
    const double length = std::max(0.01, std::hypot(after.x - before.x, after.y - before.y));
    const double x = -(after.y - before.y) / length * width_m / 2,
                 y = (after.x - before.x) / length * width_m / 2;
    left.push_back({line[i].x + x, line[i].y + y});
    right.push_back({line[i].x - x, line[i].y - y});
  }
  left.insert(left.end(), right.rbegin(), right.rend());
  return left;
}

Outline in_steps(const Outline& line, double step_m) {
  Outline spots{line.front()};
  double left = step_m;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const TownSpot a = line[i - 1], b = line[i];
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    double along = left;
    for (; along <= length; along += step_m)
      spots.push_back({a.x + (b.x - a.x) * along / length, a.y + (b.y - a.y) * along / length});
    left = along - length;
  }
  return spots;
}

double chance(int a, int b) {
  std::uint32_t value = static_cast<std::uint32_t>(a) * 2654435761U ^ static_cast<std::uint32_t>(b) * 40503U;
  value ^= value >> 15;
  value *= 2246822519U;
  value ^= value >> 13;
  return (value & 0xFFFF) / 65536.0;
}

}  // namespace buurtpeil::town
