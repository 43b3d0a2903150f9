// Another program, run to its end.
#pragma once

#include <expected>
#include <string>
#include <vector>

namespace buurtpeil {

struct ProgramEnd {
  int code = 0;      ///< 128 and more: ended by a signal
  std::string said;  ///< what it wrote to stderr, at most 4 kB of it
};

/// Runs `words` (a path and arguments), with no input and its output thrown away, and waits. The error says
/// why it did not start.
[[nodiscard]] std::expected<ProgramEnd, std::string> run_program(const std::vector<std::string>& words);

}  // namespace buurtpeil
