// Questions with pictures, recordings and explanations, with words of one language.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "ui/view.h"

namespace buurtpeil {

/// `word` gives the words of a key. The pictures are those of tests/forms; the recordings are nowhere.
[[nodiscard]] std::vector<std::pair<std::string, Field>> sample_media(
    const std::function<std::string(const std::string&)>& word);

/// The full path of a picture of tests/forms.
[[nodiscard]] std::string sample_picture(const std::string& name);

}  // namespace buurtpeil
