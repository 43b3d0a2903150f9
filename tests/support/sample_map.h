// Sample views of places on a map: a point, a line, an area; and of choices that are places.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "ui/view.h"

namespace buurtpeil {

/// The fields of each screen. Without a map's file: the ground alone, so that it is drawn quickly in every
/// size; for pictures BUURTPEIL_SAMPLE_MAP names one. `word` gives the words of a key; `complaint` is one.
[[nodiscard]] std::vector<std::pair<std::string, std::vector<Field>>> sample_maps(
    const std::function<std::string(const std::string&)>& word, const std::string& complaint);

}  // namespace buurtpeil
