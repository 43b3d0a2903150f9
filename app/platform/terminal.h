// Reads a secret from the terminal without showing it.
#pragma once

#include <optional>
#include <string>

namespace buurtpeil {

[[nodiscard]] bool reads_from_terminal();

/// Reads a line from stdin. On a terminal it asks with `question` (on stderr) and does not show what is
/// typed. Nothing at the end of the input.
[[nodiscard]] std::optional<std::string> read_secret(const std::string& question);

}  // namespace buurtpeil
