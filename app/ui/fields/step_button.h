// The square buttons beside a value, less and more: there is always a place for them, so that nothing moves
// under a finger that taps several times; where there is no such step they are pale and not touched.
#pragma once

#include <string>
#include <string_view>

#include "ui/frame.h"

namespace buurtpeil {

enum class Offered { yes, no };

/// Width and height.
[[nodiscard]] float step_button_size(const Theme& theme);
/// With a sign, or with words; true when it was tapped.
bool draw_step_button(Frame& frame, const std::string& name, Sign sign, const Box& box, Offered offered);
bool draw_step_button(Frame& frame, const std::string& name, std::string_view words, const Box& box,
                      Offered offered);

}  // namespace buurtpeil
