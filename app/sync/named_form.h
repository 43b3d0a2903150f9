// Forms as they are named on a command line.
#pragma once

#include <filesystem>

#include "form/form.h"

namespace buurtpeil::sync {

/// load_form, but a file that is not there is told with the nearest name in its folder: "there is no such
/// file; did you mean 'street.xlsx'?".
[[nodiscard]] LoadedForm load_named(const std::filesystem::path& path);

}  // namespace buurtpeil::sync
