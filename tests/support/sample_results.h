// What others said and what was done with it, with words of one language.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "ui/view.h"

namespace buurtpeil {

using SampleWord = std::function<std::string(const std::string&)>;  ///< the words of a key

/// Adds by their names: each shape, few bars and many, nothing and all, with and without something beside,
/// too few in one's own place, nothing at all yet; what was done; and of the invitations "attract" and
/// "attract_faces" and of "thanks", which are there, those that lead to it or tell of it.
void add_what_others_said(std::vector<std::pair<std::string, View>>& views, const SampleWord& word,
                          const PageInfo& page);

}  // namespace buurtpeil
