#include "sync/check_maps.h"

#include <fmt/format.h>

#include <algorithm>

#include "map/tile_file.h"

namespace buurtpeil::sync {
namespace {

const Row* first_place(const Form& form) {
  const auto place =
      std::ranges::find_if(form.rows, [](const Row& row) { return is_place(row.type) && row.is_shown(); });
  return place == form.rows.end() ? nullptr : &*place;
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

bool lies_in(const GeoBox& covered, const std::string& geometry) {
  const auto points = geo_points_of(geometry);
  return !points || points->empty() ||
         std::ranges::any_of(*points, [&](const GeoPoint& point) { return covered.contains(point); });
}

void check_covered(const Form& form, const GeoBox& covered, ProblemList& problems) {
  if (form.map_centre && !covered.contains(*form.map_centre))
    problems.warning(
        {}, "kiosk_map begins outside of the maps beside the form; visitors would see nothing there");
  for (const auto& [key, list] : form.choices) {
    if (!key.contains(".geojson")) continue;
    const auto outside = std::ranges::count_if(list, [&](const Choice& choice) {
      const auto geometry = choice.columns.find("geometry");
      return geometry != choice.columns.end() && !lies_in(covered, geometry->second);
    });
    if (outside > 0)
      problems.warning(
          {}, fmt::format("{} of the {} places of '{}' lie outside of the maps beside the form; is it "
                          "the map of another town, or are latitude and longitude turned round?",
                          outside, list.size(), key));
  }
}

}  // namespace

void check_maps(const Form& form, const std::filesystem::path& file, ProblemList& problems) {
  const Row* place = first_place(form);
  if (place == nullptr) return;
  const auto paths = maps_beside(file);
  if (paths.empty())
    return problems.passed_over(
        place->cell,
        fmt::format(
            "'{}' asks for a place and no map lies beside the form: put an .mbtiles there, or name one in "
            "kiosk.toml (map); without any, only areas of a .geojson can be chosen",
            place->name));
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
