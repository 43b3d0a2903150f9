// Questions with styled words, and with a QR code, with words of one language.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "ui/view.h"

namespace buurtpeil {

/// `word` gives the words of a key.
[[nodiscard]] std::vector<std::pair<std::string, Field>> sample_styled(
    const std::function<std::string(const std::string&)>& word);

}  // namespace buurtpeil
