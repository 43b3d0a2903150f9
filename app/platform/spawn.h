// The start of another program: without input, its output thrown away, what it complains of to be read.
#pragma once

#include <sys/types.h>

#include <expected>
#include <string>
#include <vector>

namespace buurtpeil {

struct Spawned {
  pid_t id = -1;    ///< to be waited for
  int errors = -1;  ///< what it writes to stderr, to be read without waiting; to be closed
};

/// `words` are a path, or a name that is looked for in PATH, and arguments. It heads a process group of its
/// own: a signal to that means it and all that it starts. The error says why it did not start.
[[nodiscard]] std::expected<Spawned, std::string> spawn(const std::vector<std::string>& words);

/// Its code once it has ended; 128 and more: ended by a signal. Waits for that.
[[nodiscard]] int end_of(pid_t program);
/// The same, of what waitpid() said.
[[nodiscard]] int code_of(int status);

}  // namespace buurtpeil
