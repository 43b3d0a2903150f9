// The start of another program: without input, its output thrown away, what it complains of to be read.
#pragma once

#include <sys/types.h>

#include <expected>
#include <string>
#include <vector>

namespace buurtpeil {

struct Spawned {
  pid_t id = -1;    ///< to be waited for
  int errors = -1;  ///< what it writes to stderr; to be closed
};

/// Whether a signal to its process group means it and all that it starts, or us too.
enum class Group { ours, own };

/// `words` are a path, or a name that is looked for in PATH, and arguments. The error says why it did not
/// start.
[[nodiscard]] std::expected<Spawned, std::string> spawn(const std::vector<std::string>& words, Group group);

/// Its code once it has ended; 128 and more: ended by a signal. Waits for that.
[[nodiscard]] int end_of(pid_t program);

}  // namespace buurtpeil
