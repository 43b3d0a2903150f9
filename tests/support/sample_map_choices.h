// Sample views of choices that are places on a map: areas, one with a hole and one within another, a line and
// points.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "ui/view.h"

namespace buurtpeil {

/// The field of each screen. Without a map's file: the ground alone, so that it is drawn quickly in every
/// size; for pictures BUURTPEIL_SAMPLE_MAP names one. `word` gives the words of a key; `complaint` is one.
[[nodiscard]] std::vector<std::pair<std::string, ChoiceField>> sample_map_choices(
    const std::function<std::string(const std::string&)>& word, const std::string& complaint);

}  // namespace buurtpeil
