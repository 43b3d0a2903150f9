// "did you mean ...?": the nearest known word to one that is unknown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace buurtpeil {

/// The candidate that differs least from `word` (letters added, lost, changed or swapped with their
/// neighbour, whatever the case), when it differs by at most a third of its length; else "". Of several that
/// are as near the longest one, of these the first.
[[nodiscard]] std::string nearest_word(std::string_view word,
                                       const std::vector<std::string_view>& candidates);

/// "; did you mean 'age'?", or "" when nothing is near: to be put after a message.
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       const std::vector<std::string_view>& candidates);

}  // namespace buurtpeil
