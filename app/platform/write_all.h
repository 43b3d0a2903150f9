// Writing to a file descriptor that somebody else opened for us, such as a test's pipe.
#pragma once

#include <string_view>

namespace buurtpeil {

/// Writes all of it. False when that is not possible: the reader went away, the descriptor is not open. Never
/// ends the process, as a pipe without a reader otherwise would.
bool write_all(int file_descriptor, std::string_view text);

}  // namespace buurtpeil
