// Looking for words in a long list of choices.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/view.h"

namespace buurtpeil {

/// A text as it is compared: without case, accents and other marks ("Curaçao" is "curacao"), so that people
/// find what the keyboard writes only with effort.
[[nodiscard]] std::string folded(std::string_view text);

/// Indices of the options whose label has these words somewhere, all of them for "". In the order of the
/// list.
[[nodiscard]] std::vector<std::size_t> found_options(const ChoiceField& field, std::string_view words);

}  // namespace buurtpeil
