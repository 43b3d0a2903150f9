// Which font families this machine has, in all of the system's font folders. The kiosk itself sees no fonts
// but its own (assets/fonts.conf); a house style's family is added to these by name.
#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

namespace buurtpeil {

/// The files of a family's upright regular and bold letters; one file when it has no bold. Empty when the
/// system has no such family, or none in outlines. "Noto Sans Variable" is looked for as "Noto Sans" too.
[[nodiscard]] std::vector<std::filesystem::path> font_files(const std::string& family);

/// The name under which it is installed: the same, or without a last word "Variable"; "" when it is not.
[[nodiscard]] std::string installed_family(const std::string& family);

}  // namespace buurtpeil
