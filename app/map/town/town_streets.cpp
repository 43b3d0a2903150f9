// The streets and houses of a quarter: streets in rows that bend a little, some across, and rows of houses on
// both sides wherever there is room.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "map/town/ground_plan.h"

namespace buurtpeil::town {
namespace {

constexpr double step_m = 4;
/// A street that runs beside another so closely for longer than that is not built.
constexpr double beside_m = 20, longest_beside_m = 56;
constexpr double shortest_street_m = 55;
/// So far a street goes on beyond its quarter to meet another.
constexpr double furthest_to_meet_m = 60;

struct Direction {
  double cosine, sine;
  TownSpot middle;
  [[nodiscard]] TownSpot turned(double u, double v) const {
    return {middle.x + u * cosine - v * sine, middle.y + u * sine + v * cosine};
  }
};

double length_of(const Outline& line) {
  double length = 0;
  for (std::size_t i = 1; i < line.size(); ++i)
    length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
  return length;
}

constexpr std::uint8_t no_way = wet | rail_ground | park_ground | built;

/// On from the end until it meets a street.
void meet(Outline& line, const GroundPlan& ground) {
  const TownSpot end = line.back(), before = line[line.size() - std::min<std::size_t>(3, line.size())];
  const double length = std::max(0.01, std::hypot(end.x - before.x, end.y - before.y));
  for (double along = 0; along < furthest_to_meet_m; along += 2) {
    const TownSpot spot{end.x + (end.x - before.x) / length * along,
                        end.y + (end.y - before.y) / length * along};
    if ((ground.at(spot) & no_way) != 0) return;
    if ((ground.at(spot) & street_ground) == 0) continue;
    line.push_back({spot.x + (end.x - before.x) / length * 3, spot.y + (end.y - before.y) / length * 3});
    return;
  }
}

/// The parts of a line that can be a street.
std::vector<Outline> buildable(const Outline& line, const Outline& border, const GroundPlan& ground) {
  std::vector<Outline> parts;
  Outline part;
  double beside = 0;
  const auto end = [&] {
    if (beside > longest_beside_m)
      part.resize(part.size() - std::min(part.size(), static_cast<std::size_t>(beside / step_m)));
    beside = 0;
    if (length_of(part) >= shortest_street_m) parts.push_back(part);
    part.clear();
  };
  for (const TownSpot spot : in_steps(line, step_m)) {
    if (!lies_in(border, spot) || ground.is_near(spot, 6, no_way)) {
      end();
      continue;
    }
    part.push_back(spot);
    if (ground.is_near(spot, beside_m, street_ground)) {
      beside += step_m;
      continue;
    }
    if (beside > longest_beside_m) {
      const TownSpot begin = part.back();
      end();
      part.push_back(begin);
    }
    beside = 0;
  }
  end();
  for (Outline& found : parts) {
    meet(found, ground);
    std::ranges::reverse(found);
    meet(found, ground);
    std::ranges::reverse(found);
  }
  return parts;
}

/// Fewer points where it is straight.
Outline thinned(const Outline& line) {
  Outline thin{line.front()};
  for (std::size_t i = 1; i + 1 < line.size(); ++i) {
    const TownSpot a = thin.back(), b = line[i], c = line[i + 1];
    const double area = std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y));
    if (area > 0.8 * std::hypot(c.x - a.x, c.y - a.y)) thin.push_back(b);
  }
  thin.push_back(line.back());
  return thin;
}

/// The same outline so much further inside.
Outline inset_by(const Outline& border, double metres) {
  double twice_area = 0;
  for (std::size_t i = 0; i < border.size(); ++i) {
    const TownSpot a = border[i], b = border[(i + 1) % border.size()];
    twice_area += a.x * b.y - b.x * a.y;
  }
  const double side = twice_area > 0 ? 1 : -1;
  Outline inside;
  for (std::size_t i = 0; i < border.size(); ++i) {
    const TownSpot a = border[(i + border.size() - 1) % border.size()], b = border[i],
                   c = border[(i + 1) % border.size()];
    const auto normal = [side](TownSpot from, TownSpot to) {
      const double length = std::max(0.01, std::hypot(to.x - from.x, to.y - from.y));
      return TownSpot{-(to.y - from.y) / length * side, (to.x - from.x) / length * side};
    };
    const TownSpot before = normal(a, b), after = normal(b, c);
    const double together = std::max(0.3, 1 + before.x * after.x + before.y * after.y);
    inside.push_back(
        {b.x + (before.x + after.x) / together * metres, b.y + (before.y + after.y) / together * metres});
  }
  return inside;
}

class Quartering {
 public:
  Quartering(const Entry& quarter, const Entry& names, GroundPlan& ground, Town& town)
      : quarter_(quarter), names_(names), ground_(ground), town_(town) {}

  std::vector<PlannedStreet> lay() {
    TownSpot low = quarter_.points.front(), high = low;
    for (const TownSpot spot : quarter_.points) {
      low = {std::min(low.x, spot.x), std::min(low.y, spot.y)};
      high = {std::max(high.x, spot.x), std::max(high.y, spot.y)};
    }
    const double angle = quarter_.number("angle", 0) * std::numbers::pi / 180;
    const Direction direction{std::cos(angle), std::sin(angle), {(low.x + high.x) / 2, (low.y + high.y) / 2}};
    const double reach = std::hypot(high.x - low.x, high.y - low.y) / 2;
    const double row = quarter_.number("rows", 64), across = quarter_.number("cross", 170);
    lay_rim();
    int number = 0;
    for (double v = -std::floor(reach / row) * row + row / 2; v < reach; v += row)
      lay_line(direction, reach, v, true, number++);
    for (double u = -std::floor(reach / across) * across; u < reach; u += across)
      lay_line(direction, reach, u, false, number++);
    return streets_;
  }

 private:
  /// Around the quarter, but for where another street is already, or water.
  void lay_rim() {
    inner_ = quarter_.points;
    const double inset = quarter_.number("rim", 24);
    if (inset <= 0) return;
    inner_ = inset_by(quarter_.points, inset);
    Outline ring = inner_;
    ring.push_back(ring.front());
    for (const Outline& part : buildable(ring, quarter_.points, ground_)) add(thinned(part), next_name(true));
  }

  void lay_line(const Direction& direction, double reach, double offset, bool along, int number) {
    const double bend = quarter_.number("bend", 10), phase = quarter_.number("phase", 1);
    Outline line;
    for (double at = -reach; at <= reach; at += 10) {
      const double aside =
          offset + bend * std::sin(at / 150 + phase) + bend * 0.5 * std::sin(at / 61 + 2 * phase);
      line.push_back(along ? direction.turned(at, aside) : direction.turned(aside, at));
    }
    int part_number = 0;
    std::string name;
    for (const Outline& part : buildable(line, inner_, ground_)) {
      // Across, not each block has its street.
      if (!along && part_number % 3 == 2 && chance(number, part_number) < 0.4) continue;
      if (part_number++ == 0) name = next_name(along);
      add(thinned(part), name);
    }
  }

  std::string next_name(bool along) {
    if (names_.list.empty()) return "";
    const std::size_t index = used_++;
    const std::string stem = names_.list[index % names_.list.size()];
    static constexpr std::array endings{"straat", "laan", "hof", "pad", "weg", "plantsoen"};
    const std::size_t first = along ? 0 : 1;
    if (stem.ends_with('*')) return stem.substr(0, stem.size() - 1);  // a whole name
    return stem + endings[(first + index / names_.list.size() * 2) % endings.size()];
  }

  void add(const Outline& line, const std::string& name) {
    const bool old = quarter_.number("old", 0) > 0;
    PlannedStreet street{.line = line,
                         .half_width_m = old ? 3.0 : 3.8,
                         .setback_m = quarter_.number("setback", 5),
                         .house_m = quarter_.number("house", 6),
                         .depth_m = quarter_.number("depth", 9),
                         .in_a_row = static_cast<int>(quarter_.number("row", 7))};
    ground_.line(line, street.half_width_m, street_ground);
    const std::string kind = old && chance(static_cast<int>(used_), 7) < 0.35 ? "pedestrian" : "residential";
    town_.things.push_back({"streets", kind, "", GeometryKind::line, line, 13});
    if (!name.empty()) town_.things.push_back({"street_labels", kind, name, GeometryKind::line, line, 14});
    streets_.push_back(std::move(street));
  }

  const Entry& quarter_;
  const Entry& names_;
  GroundPlan& ground_;
  Town& town_;
  Outline inner_;  // within the rim
  std::vector<PlannedStreet> streets_;
  std::size_t used_ = 0;
};

/// A rectangle on the left of a street.
struct Lot {
  TownSpot corner, ahead, aside;  ///< unit vectors along the street and away from it
  double wide = 6, deep = 9;
  [[nodiscard]] TownSpot at(double along, double away) const {
    return {corner.x + ahead.x * along + aside.x * away, corner.y + ahead.y * along + aside.y * away};
  }
};

bool has_room(const Lot& lot, const GroundPlan& ground) {
  for (double along = 0.6; along <= lot.wide - 0.5; along += 1.2)
    for (double away = 0.8; away <= lot.deep + 2.5; away += 1.4)
      if (ground.at(lot.at(along, away)) != free_ground) return false;
  return true;
}

void build_side(const PlannedStreet& street, const Outline& line, GroundPlan& ground, Town& town, int seed) {
  const Outline spots = in_steps(line, 1);
  const double total = static_cast<double>(spots.size());
  std::vector<TownSpot> taken;  // by the row that is being built: its houses touch
  int house = 0;
  for (double along = 4; along + street.house_m + 4 < total;) {
    const int row = house / std::max(1, street.in_a_row);
    const double wide = street.house_m * (0.94 + 0.12 * chance(seed, row));
    const auto from = static_cast<std::size_t>(along);
    const std::size_t to = std::min(spots.size() - 1, from + static_cast<std::size_t>(std::ceil(wide)));
    const double length =
        std::max(0.01, std::hypot(spots[to].x - spots[from].x, spots[to].y - spots[from].y));
    Lot lot{.corner = {},
            .ahead = {(spots[to].x - spots[from].x) / length, (spots[to].y - spots[from].y) / length},
            .aside = {},
            .wide = wide,
            .deep = street.depth_m * (0.85 + 0.3 * chance(seed, row + 50))};
    if (chance(seed, house) < 0.25) lot.deep += 2;  // built on at the back
    lot.aside = {-lot.ahead.y, lot.ahead.x};
    const double away = street.half_width_m + street.setback_m + 1.5 * chance(seed + 3, row);
    const double part = along - std::floor(along);
    lot.corner = {spots[from].x + lot.ahead.x * part + lot.aside.x * away,
                  spots[from].y + lot.ahead.y * part + lot.aside.y * away};
    ++house;
    if (has_room(lot, ground)) {
      town.things.push_back(
          {"buildings",
           "",
           "",
           GeometryKind::polygon,
           {lot.at(0, 0), lot.at(lot.wide, 0), lot.at(lot.wide, lot.deep), lot.at(0, lot.deep)},
           14});
      for (double u = 0.5; u < lot.wide; u += 1)
        for (double v = 0.5; v < lot.deep; v += 1) {
          const TownSpot spot = lot.at(u, v);
          if (v > 0.9) taken.push_back(spot);
        }
    }
    along += wide;
    if (house % street.in_a_row == 0) {
      along += 4 + 7 * chance(seed, row + 90);
      for (const TownSpot spot : taken) ground.mark(spot, built);
      taken.clear();
    }
  }
  for (const TownSpot spot : taken) ground.mark(spot, built);
  taken.clear();
}

}  // namespace

std::vector<PlannedStreet> lay_streets(const Entry& quarter, const Entry& names, GroundPlan& ground,
                                       Town& town) {
  return Quartering(quarter, names, ground, town).lay();
}

void build_houses(const std::vector<PlannedStreet>& streets, GroundPlan& ground, Town& town) {
  int seed = 1;
  for (const PlannedStreet& street : streets) {
    build_side(street, street.line, ground, town, seed++);
    Outline back = street.line;
    std::ranges::reverse(back);
    build_side(street, back, ground, town, seed++);
  }
}

}  // namespace buurtpeil::town
