// buurtpeil-sync check --theme: what a house style's file gives to the kiosk, and which colours are shown
// otherwise than it says, because they could not be seen well.
#pragma once

#include <filesystem>

#include "sync/outcome.h"

namespace buurtpeil::sync {

/// Exit code 0 when the kiosk can use it, 1 when it cannot.
[[nodiscard]] Outcome check_theme(const std::filesystem::path& file);

}  // namespace buurtpeil::sync
