// What check says of the maps of a form that asks for places: the .mbtiles beside it. Those that kiosk.toml
// names are said to be wrong by the kiosk when it starts.
#pragma once

#include <filesystem>

#include "form/form.h"
#include "form/problem_list.h"

namespace buurtpeil::sync {

/// Warnings: no map lies beside the form (which keeps no form back: kiosk.toml may name one); one cannot be
/// read, or does not say whose it is; where the maps begin (kiosk_map) and the areas of a .geojson lie
/// outside of all of them.
void check_maps(const Form& form, const std::filesystem::path& file, ProblemList& problems);

}  // namespace buurtpeil::sync
