// The screens of the visitor's own settings and of the look back, with words of one language.
#pragma once

#include <functional>
#include <string>

#include "ui/view.h"

namespace buurtpeil {

/// Without its page. `word` gives the words of a key. It says what kiosk/views/look_view.h says, which
/// tests/kiosk compares.
[[nodiscard]] LookView sample_look(const Look& look,
                                   const std::function<std::string(const std::string&)>& word);
[[nodiscard]] ReviewView sample_review(const PageInfo& page,
                                       const std::function<std::string(const std::string&)>& word);

}  // namespace buurtpeil
