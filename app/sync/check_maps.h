// What check says of the maps of a form that asks for places or has choices on a map: the .mbtiles beside it.
// Those that kiosk.toml names are said to be wrong by the kiosk when it starts.
#pragma once

#include <filesystem>

#include "form/form.h"
#include "form/problem_list.h"

namespace buurtpeil::sync {

/// Warnings: choices with the appearance map have no geometry; no map lies beside the form (which keeps no
/// form back: kiosk.toml may name one); one cannot be read, or does not say whose it is; where the maps begin
/// (kiosk_map), the areas of a .geojson and choices with the appearance map lie outside of all of them.
void check_maps(const Form& form, const std::filesystem::path& file, ProblemList& problems);

}  // namespace buurtpeil::sync
