// What is wrong with a screen as it was drawn: by the boxes of all that is touched and all that is written.
#pragma once

#include <string>
#include <vector>

#include "ui/ui.h"

namespace buurtpeil {

/// Least width and height of a target, and least gap between two: VVSG 2.0, section 7.2.
inline constexpr float least_target_mm = 12.7F;
inline constexpr float least_gap_mm = 2.54F;

/// A line for each: a target that is too small, that leaves the screen or is too near to another; a text that
/// is cut off, lies on another, is larger than the button that it is on, is covered by one, or has a word
/// that is broken in its midst. "" when all is well.
[[nodiscard]] std::string layout_faults(const Display& display, const std::vector<Target>& targets,
                                        const std::vector<DrawnText>& texts);

/// Between the nearest edges of two boxes, in pixels; negative where they overlap.
[[nodiscard]] float distance(const Box& first, const Box& second);

[[nodiscard]] std::string in_words(const Box& box);  ///< "12,40 100x50"

}  // namespace buurtpeil
