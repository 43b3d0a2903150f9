// load_places: how closely places are kept (kiosk_grid), and where maps begin (kiosk_map).
#include <fmt/format.h>

#include "form/compile/loading.h"
#include "form/limits.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

/// "52.01 4.71", "52.01 4.71 15", or a zoom alone, "15".
bool read_map_start(Form& form, const std::string& text) {
  const std::vector<std::string> words = words_of(text);
  if (words.empty() || words.size() > 3) return false;
  if (words.size() != 2) {
    form.map_zoom = number_of(words.back());
    if (!form.map_zoom || *form.map_zoom < 0 || *form.map_zoom > limits::map_zoom) return false;
  }
  if (words.size() == 1) return true;
  const auto points = geo_points_of(words[0] + " " + words[1]);
  if (!points) return false;
  form.map_centre = points->front();
  return true;
}

}  // namespace

std::optional<double> read_grid(Loading& loading, const std::string& text, const Cell& cell) {
  if (text.empty()) return std::nullopt;
  const auto metres = number_of(text);
  if (metres && *metres >= 0 && *metres <= limits::grid_m) return metres;
  loading.problems.error(cell, fmt::format("kiosk_grid is a number of metres, 0 to {}, not '{}'; 0 keeps a "
                                           "place exactly where it was put",
                                           limits::grid_m, text));
  return std::nullopt;
}

void load_places(Loading& loading) {
  const auto cell = [&](const char* name) { return loading.settings.cell(loading.settings_row, name); };
  const std::string grid = loading.take_setting("kiosk_grid"), start = loading.take_setting("kiosk_map");
  if (const auto metres = read_grid(loading, grid, cell("kiosk_grid"))) loading.grid_m = *metres;
  if (!start.empty() && !read_map_start(loading.form, start))
    loading.problems.error(
        cell("kiosk_map"),
        fmt::format("kiosk_map is where maps begin: latitude and longitude, and how close (0 to {}), as in "
                    "'52.01 4.71 15', or that number alone; not '{}'",
                    limits::map_zoom, start));
}

}  // namespace buurtpeil
