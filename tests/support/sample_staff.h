// The staff's screens, with words of one language.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "ui/view.h"

namespace buurtpeil {

using SampleWord = std::function<std::string(const std::string&)>;  ///< gives the words of a key

[[nodiscard]] std::vector<std::pair<std::string, View>> sample_staff(const SampleWord& word,
                                                                     const PageInfo& page);

}  // namespace buurtpeil
