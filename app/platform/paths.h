// Where things are on this machine.
#pragma once

#include <filesystem>

namespace buurtpeil {

/// $XDG_CONFIG_HOME and $XDG_DATA_HOME of the XDG Base Directory Specification, or what it says instead:
/// ~/.config, ~/.local/share. A relative path there counts as none. They need not exist.
[[nodiscard]] std::filesystem::path config_home();
[[nodiscard]] std::filesystem::path data_home();

}  // namespace buurtpeil
