// A visitor's look in words, as it goes with the draft of their visit: who is asked "are you still there?"
// after a restart reads the question as they wanted it.
#pragma once

#include <string>

#include "ui/look.h"

namespace buurtpeil {

/// What differs from how everybody sees it: "largest dark lower_half silent still"; "" for nothing.
[[nodiscard]] std::string to_text(const Look& look);
/// Words that it does not know are left out.
[[nodiscard]] Look look_from(const std::string& text);

}  // namespace buurtpeil
