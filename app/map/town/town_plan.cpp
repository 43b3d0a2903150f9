// From the description to everything that is drawn.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "map/town/ground_plan.h"

namespace buurtpeil::town {
namespace {

struct LineKind {
  std::string_view word, kind;
  double half_width_m;
  int from_zoom;
  bool houses;
};
constexpr std::array line_kinds{
    LineKind{"motorway", "motorway", 11, 11, false},  LineKind{"primary", "primary", 7, 11, false},
    LineKind{"main", "secondary", 6, 11, true},       LineKind{"collecting", "tertiary", 5, 12, true},
    LineKind{"street", "residential", 3.8, 13, true}, LineKind{"lane", "unclassified", 3, 13, false},
    LineKind{"shopping", "pedestrian", 4, 13, true},  LineKind{"cycleway", "cycleway", 2, 14, false},
    LineKind{"footway", "footway", 1.5, 14, false},
};

struct AreaKind {
  std::string_view word, kind;
  Use use;
  int from_zoom;
};
constexpr std::array area_kinds{
    AreaKind{"park", "park", park_ground, 11},         AreaKind{"grass", "grass", park_ground, 13},
    AreaKind{"wood", "forest", park_ground, 11},       AreaKind{"pitch", "grass", park_ground, 13},
    AreaKind{"cemetery", "cemetery", park_ground, 12}, AreaKind{"allotments", "allotments", park_ground, 12},
    AreaKind{"works", "industrial", free_ground, 11},  AreaKind{"yard", "residential", free_ground, 11},
};

TownSpot middle_of(const Outline& points) {
  TownSpot sum;
  for (const TownSpot spot : points) sum = {sum.x + spot.x, sum.y + spot.y};
  const auto count = static_cast<double>(points.size());
  return {sum.x / count, sum.y / count};
}

class Planning {
 public:
  explicit Planning(const Description& description) : description_(description) {
    town_.name = description.name;
    town_.credit = description.credit;
    town_.middle = description.middle;
  }

  Town plan() {
    for (const Entry& entry : description_.entries)
      if (entry.word == "quarter") add_quarter(entry);
    for (const Entry& entry : description_.entries) add_water(entry);
    for (const Entry& entry : description_.entries) add_area(entry);
    for (const Entry& entry : description_.entries) add_line(entry);
    for (const Entry& entry : description_.entries) add_rail(entry);
    for (const Entry& entry : description_.entries) add_building(entry);
    for (const Entry& entry : description_.entries) {
      if (entry.word != "quarter") continue;
      const auto streets = lay_streets(entry, names_of(entry), ground_, town_);
      streets_.insert(streets_.end(), streets.begin(), streets.end());
    }
    build_houses(streets_, ground_, town_);
    for (const Entry& entry : description_.entries) fill_works(entry);
    for (const Entry& entry : description_.entries) drain(entry);
    town_.things.push_back({"place_labels", "town", town_.name, GeometryKind::point, {{0, -160}}, 11});
    return std::move(town_);
  }

 private:
  void add(std::string layer, std::string_view kind, const std::string& name, GeometryKind geometry,
           const Outline& points, int from_zoom) {
    town_.things.push_back({std::move(layer), std::string(kind), name, geometry, points, from_zoom});
  }

  Entry names_of(const Entry& quarter) const {
    for (const Entry& entry : description_.entries)
      if (entry.word == "names" && !entry.ids.empty() && entry.ids.front() == quarter.ids.front())
        return entry;
    return {};
  }

  void add_quarter(const Entry& entry) {
    town_.quarters.push_back(
        {.id = entry.ids.front(), .name = entry.name, .district = entry.ids.back(), .border = entry.points});
    add("land", "residential", "", GeometryKind::polygon, entry.points, 11);
    add("place_labels", "neighbourhood", entry.name, GeometryKind::point,
        {{entry.number("label_x", middle_of(entry.points).x),
          entry.number("label_y", middle_of(entry.points).y)}},
        12);
  }

  void add_water(const Entry& entry) {
    if (entry.word == "river" || entry.word == "canal") {
      const Outline line = entry.word == "river" ? smooth(entry.points) : entry.points;
      const Outline water = band(line, entry.number("wide", 20));
      ground_.line(line, entry.number("wide", 20) / 2 + 1, wet);
      add("water_polygons", entry.word, "", GeometryKind::polygon, water, 11);
      if (!entry.name.empty())
        add("water_lines_labels", entry.word, entry.name, GeometryKind::line, line, 12);
    } else if (entry.word == "lake" || entry.word == "pond") {
      Outline round = entry.points;
      round.push_back(round.front());
      round = smooth(round);
      ground_.fill(round, wet);
      add("water_polygons", "water", "", GeometryKind::polygon, round, entry.word == "lake" ? 11 : 13);
      if (!entry.name.empty())
        add("water_polygons_labels", "water", entry.name, GeometryKind::point, {middle_of(entry.points)}, 12);
    } else if (entry.word == "ditch") {
      ground_.line(entry.points, 3, wet);
      add("water_lines", "ditch", "", GeometryKind::line, entry.points, 13);
    }
  }

  void add_area(const Entry& entry) {
    const auto* const found = std::ranges::find(area_kinds, entry.word, &AreaKind::word);
    if (found != area_kinds.end()) {
      Outline border = entry.points;
      if (entry.number("round", 0) > 0) {
        border.push_back(border.front());
        border = smooth(border);
      }
      if (found->use != free_ground) ground_.fill(border, found->use);
      add("land", found->kind, "", GeometryKind::polygon, border, found->from_zoom);
      if (!entry.name.empty() && found->use == park_ground)
        add("pois", "park", entry.name, GeometryKind::point, {middle_of(entry.points)}, 13);
    } else if (entry.word == "square") {
      ground_.fill(entry.points, street_ground);
      add("street_polygons", "pedestrian", "", GeometryKind::polygon, entry.points, 13);
    }
  }

  void add_line(const Entry& entry) {
    const auto* const found = std::ranges::find(line_kinds, entry.word, &LineKind::word);
    if (found == line_kinds.end()) return;
    const Outline line = entry.number("straight", 0) > 0 ? entry.points : smooth(entry.points);
    ground_.line(line, found->half_width_m, street_ground);
    add("streets", found->kind, "", GeometryKind::line, line, found->from_zoom);
    if (!entry.name.empty())
      add("street_labels", found->kind, entry.name, GeometryKind::line, line,
          found->from_zoom < 13 ? 12 : 14);
    if (!found->houses || entry.number("houses", 1) == 0) return;
    streets_.push_back({.line = line,
                        .half_width_m = found->half_width_m,
                        .setback_m = entry.number("setback", 4),
                        .house_m = entry.number("house", 7),
                        .depth_m = entry.number("depth", 11),
                        .in_a_row = static_cast<int>(entry.number("row", 8))});
  }

  void add_rail(const Entry& entry) {
    if (entry.word == "rail") {
      const Outline line = smooth(entry.points);
      ground_.line(line, 12, rail_ground);
      add("streets", "rail", "", GeometryKind::line, line, 11);
    } else if (entry.word == "station") {
      add("public_transport", "station", entry.name, GeometryKind::point, entry.points, 12);
    }
  }

  void add_building(const Entry& entry) {
    if (entry.word != "building") return;
    ground_.fill(entry.points, built);
    add("buildings", "", "", GeometryKind::polygon, entry.points, 14);
    if (!entry.name.empty())
      add("pois", entry.ids.empty() ? "" : entry.ids.front(), entry.name, GeometryKind::point,
          {middle_of(entry.points)}, 14);
  }

  /// Halls between the streets of a works.
  void fill_works(const Entry& entry) {
    if (entry.word != "works") return;
    const double angle = entry.number("angle", 0) * std::numbers::pi / 180;
    const TownSpot middle = middle_of(entry.points);
    int number = 0;
    for (double v = -600; v < 600; v += 52) {
      for (double u = -600; u < 600;) {
        const double wide = 28 + 46 * chance(++number, 11), deep = 22 + 18 * chance(number, 12);
        Outline hall;
        bool room = true;
        for (const TownSpot corner :
             {TownSpot{u, v}, TownSpot{u + wide, v}, TownSpot{u + wide, v + deep}, TownSpot{u, v + deep}})
          hall.push_back({middle.x + corner.x * std::cos(angle) - corner.y * std::sin(angle),
                          middle.y + corner.x * std::sin(angle) + corner.y * std::cos(angle)});
        for (const TownSpot corner : hall) room = room && lies_in(entry.points, corner);
        for (const TownSpot spot : in_steps({hall[0], hall[2], hall[1], hall[3]}, 3))
          room = room && !ground_.is_near(spot, 7, 0xFF);
        if (room && chance(number, 13) < 0.8) {
          ground_.fill(hall, built);
          add("buildings", "", "", GeometryKind::polygon, hall, 14);
        }
        u += wide + 14;
      }
    }
  }

  /// Strips of land between ditches, as polders have them.
  void drain(const Entry& entry) {
    if (entry.word != "polder") return;
    const double angle = entry.number("angle", 0) * std::numbers::pi / 180, wide = entry.number("wide", 70);
    const TownSpot middle = middle_of(entry.points);
    add("land", "farmland", "", GeometryKind::polygon, entry.points, 11);
    const auto turned = [&](double u, double v) {
      return TownSpot{middle.x + u * std::cos(angle) - v * std::sin(angle),
                      middle.y + u * std::sin(angle) + v * std::cos(angle)};
    };
    int number = 0;
    for (double v = -5000; v < 5000; v += wide, ++number) {
      Outline part;
      const auto end = [&] {
        if (part.size() > 12) {
          add("water_lines", "ditch", "", GeometryKind::line, {part.front(), part.back()}, 13);
          if (chance(number, 21) < 0.14)
            add("land", "grass", "", GeometryKind::polygon, band({part.front(), part.back()}, wide), 14);
        }
        part.clear();
      };
      for (double u = -5000; u < 5000; u += 8) {
        const TownSpot spot = turned(u, v);
        const bool stays = lies_in(entry.points, spot) && lies_in(entry.points, turned(u, v + wide / 2)) &&
                           lies_in(entry.points, turned(u, v - wide / 2)) && !ground_.is_near(spot, 16, 0xFF);
        if (stays)
          part.push_back(spot);
        else
          end();
      }
      end();
    }
  }

  const Description& description_;
  Town town_;
  GroundPlan ground_{4800, 3800};
  std::vector<PlannedStreet> streets_;
};

}  // namespace

Town plan(const Description& description) { return Planning(description).plan(); }

}  // namespace buurtpeil::town
