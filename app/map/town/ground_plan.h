// What lies where in the town, in squares of 2 m: so that streets end at the water and no house stands on a
// street.
#pragma once

#include <cstdint>
#include <vector>

#include "map/town/town.h"

namespace buurtpeil::town {

enum Use : std::uint8_t {
  free_ground = 0,
  wet = 1,
  street_ground = 2,
  rail_ground = 4,
  park_ground = 8,
  built = 16
};

class GroundPlan {
 public:
  static constexpr double square_m = 2;
  GroundPlan(double half_wide_m, double half_high_m);
  [[nodiscard]] std::uint8_t at(TownSpot spot) const;
  void mark(TownSpot spot, Use use);
  void fill(const Outline& border, Use use);
  void line(const Outline& line, double half_width_m, Use use);
  /// Whether one of these uses is within so many metres.
  [[nodiscard]] bool is_near(TownSpot spot, double metres, std::uint8_t uses) const;

 private:
  int columns_, rows_;
  std::vector<std::uint8_t> squares_;
};

[[nodiscard]] bool lies_in(const Outline& border, TownSpot spot);
/// A rounder line through the same points (Catmull and Rom); a ring where the last is the first.
[[nodiscard]] Outline smooth(const Outline& line);
/// A band of that width along the line.
[[nodiscard]] Outline band(const Outline& line, double width_m);
/// Points at equal steps along the line.
[[nodiscard]] Outline in_steps(const Outline& line, double step_m);
/// Always the same number, 0 to 1, for the same two.
[[nodiscard]] double chance(int a, int b);

/// Streets of a quarter, in rows and across; marked on the plan and added to the town.
struct PlannedStreet {
  Outline line;
  double half_width_m = 3.5;
  double setback_m = 4;
  double house_m = 6;  ///< wide
  double depth_m = 9;
  int in_a_row = 6;
};
[[nodiscard]] std::vector<PlannedStreet> lay_streets(const Entry& quarter, const Entry& names,
                                                     GroundPlan& ground, Town& town);
void build_houses(const std::vector<PlannedStreet>& streets, GroundPlan& ground, Town& town);

}  // namespace buurtpeil::town
