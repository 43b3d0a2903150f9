// A scale as stars: a tap on a star gives that many. Below them, the words of the form's lowest and highest.
#pragma once

#include <optional>

#include "ui/frame.h"

namespace buurtpeil {

/// Stars that do not fit beside each other stand in two rows.
[[nodiscard]] float rating_height(Frame& frame, const ScaleField& field, float width);
std::optional<Event> draw_rating(Frame& frame, const ScaleField& field, const Box& box);

}  // namespace buurtpeil
