// The kiosk's look at its start: the house style that kiosk.toml names, read and checked.
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "form/error.h"
#include "kiosk/config.h"
#include "theme/house_style.h"

namespace buurtpeil {

struct LoadedTheme {
  HouseStyle style;
  std::vector<std::string> notes;  ///< sentences worth knowing: moved colours, a font that is not installed
};

/// Ours when none is configured. The error has a sentence for each thing that is wrong.
[[nodiscard]] std::expected<LoadedTheme, Error> load_theme(const Config& config);

}  // namespace buurtpeil
