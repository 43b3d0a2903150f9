#include "sync/check_maps.h"

#include <fmt/format.h>

#include <algorithm>

#include "map/tile_file.h"

namespace buurtpeil::sync {
namespace {

bool has_map(const Row& row) { return row.is_shown() && (is_place(row.type) || row.choice_style.map); }

/// A question that asks for a place, else one whose choices are places.
const Row* first_place(const Form& form) {
  auto place =
      std::ranges::find_if(form.rows, [](const Row& row) { return is_place(row.type) && row.is_shown(); });
  if (place == form.rows.end()) place = std::ranges::find_if(form.rows, has_map);
  return place == form.rows.end() ? nullptr : &*place;
}

/// A choice that is no place may be meant: "elsewhere".
void check_shapes(const Form& form, const Row& row, ProblemList& problems) {
  const auto list = form.choices.find(row.list);
  if (list == form.choices.end()) return;
  const auto lacks = [&](const Choice& choice) {
    return shape_of(choice).empty() && !(row.or_other && choice.name == "other");
  };
  const auto count = std::ranges::count_if(list->second, lacks);
  if (count == 0) return;
  const bool any = std::ranges::any_of(list->second, [](const Choice& c) { return !shape_of(c).empty(); });
  if (!any)
    return problems.warning(row.cell,
                            fmt::format("the choices of '{}' are shown as cards: the appearance "
                                        "map needs their places, in a column geometry or a .geojson",
                                        row.name));
  problems.passed_over(
      row.cell,
      fmt::format("{} of the {} choices of '{}' have no geometry that can be read, '{}' first: on "
                  "the map they are cards alone",
                  count, list->second.size(), row.name, std::ranges::find_if(list->second, lacks)->name));
}

/// Of all maps that say where they are; nothing where one does not.
std::optional<GeoBox> covered_by(const std::vector<TileFileHead>& maps) {
  GeoBox covered;
  for (const TileFileHead& map : maps) {
    if (!map.bounds) return std::nullopt;
    covered.add({map.bounds->south, map.bounds->west});
    covered.add({map.bounds->north, map.bounds->east});
  }
  return covered.is_empty() ? std::nullopt : std::optional(covered);
}

/// With any of its points.
bool lies_in(const GeoBox& covered, const GeoShape& shape) {
  const auto is_covered = [&](const GeoPoint& point) { return covered.contains(point); };
  return shape.empty() || std::ranges::any_of(shape.parts, [&](const GeoPoints& part) {
           return std::ranges::any_of(part, is_covered);
         });
}

void check_covered(const Form& form, const GeoBox& covered, ProblemList& problems) {
  if (form.map_centre && !covered.contains(*form.map_centre))
    problems.warning(
        {}, "kiosk_map begins outside of the maps beside the form; visitors would see nothing there");
  for (const auto& [key, list] : form.choices) {
    if (!form.are_places(key)) continue;
    const auto outside = std::ranges::count_if(
        list, [&](const Choice& choice) { return !lies_in(covered, shape_of(choice)); });
    if (outside > 0)
      problems.warning(
          {}, fmt::format("{} of the {} places of '{}' lie outside of the maps beside the form; is it "
                          "the map of another town, or are latitude and longitude turned round?",
                          outside, list.size(), key));
  }
}

void say_no_map(const Row& place, ProblemList& problems) {
  const bool asked = is_place(place.type);
  problems.passed_over(
      place.cell,
      fmt::format("'{}' {} and no map lies beside the form: put an .mbtiles there, or name one in kiosk.toml "
                  "(map); without any, {}",
                  place.name, asked ? "asks for a place" : "shows its choices on a map",
                  asked ? "only areas of a .geojson can be chosen" : "they lie on plain ground"));
}

}  // namespace

void check_maps(const Form& form, const std::filesystem::path& file, ProblemList& problems) {
  const Row* place = first_place(form);
  if (place == nullptr) return;
  for (const Row& row : form.rows)
    if (row.choice_style.map && row.is_shown()) check_shapes(form, row, problems);
  const auto paths = maps_beside(file);
  if (paths.empty()) return say_no_map(*place, problems);
  std::vector<TileFileHead> maps;
  for (const auto& path : paths) {
    const auto map = TileFile::open(path);
    if (!map) {
      problems.warning({}, map.error());
      continue;
    }
    maps.push_back(map->head());
    if (maps.back().attribution.empty())
      problems.warning({}, fmt::format("{}: does not say whose map it is; write the credit into its metadata "
                                       "(attribution), since who looks at a map has to be told",
                                       path.filename().string()));
  }
  if (const auto covered = covered_by(maps)) check_covered(form, *covered, problems);
}

}  // namespace buurtpeil::sync
