// One field of each kind of scale, calendar and points, with words of one language.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "ui/view.h"

namespace buurtpeil {

/// `word` gives the words of a key; `complaint` is one.
[[nodiscard]] std::vector<std::pair<std::string, Field>> sample_values(
    const std::function<std::string(const std::string&)>& word, const std::string& complaint);

}  // namespace buurtpeil
