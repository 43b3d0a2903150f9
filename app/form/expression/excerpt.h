// The place in an expression that a message is about, shown below it: the line, and a caret under the letter.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace buurtpeil {

/// Two lines, each indented by two spaces, the last without a line break:
///   "  1 + sums(2)\n"
///   "      ^"
/// `offset` counts bytes of `source` from 0; beyond the end means the end. Of a line of more than 100 bytes
/// only that many letters around the place are shown, with "..." where something was left out. A letter
/// counts as one place, whatever its bytes; tabs stay, other control characters become spaces.
[[nodiscard]] std::string excerpt_of(std::string_view source, std::size_t offset);

}  // namespace buurtpeil
