// Where the program's own files are.
#pragma once

#include <filesystem>

namespace buurtpeil {

/// The folder of the running program.
[[nodiscard]] std::filesystem::path executable_folder();

/// Forms, words, themes, fonts: $BUURTPEIL_ASSETS, else <folder of the program>/../share/buurtpeil. Need not
/// exist.
[[nodiscard]] std::filesystem::path assets_folder();

}  // namespace buurtpeil
