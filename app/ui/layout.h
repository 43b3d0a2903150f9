// Arithmetic on boxes: screens cut the display into pieces from the outside in. "Left" is where a
// left-to-right reader starts; screens are laid out for that reader only, and a right-to-left page is
// mirrored as a whole when it is drawn (frame.h).
#pragma once

#include <algorithm>
#include <vector>

#include "ui/box.h"

namespace buurtpeil {

[[nodiscard]] inline float right(const Box& box) { return box.x + box.width; }
[[nodiscard]] inline float bottom(const Box& box) { return box.y + box.height; }
[[nodiscard]] inline float middle_x(const Box& box) { return box.x + box.width / 2; }
[[nodiscard]] inline float middle_y(const Box& box) { return box.y + box.height / 2; }

/// A smaller box within; negative amounts make it larger. Never less than nothing wide or high.
[[nodiscard]] Box inset(const Box& box, float horizontal, float vertical);
[[nodiscard]] inline Box inset(const Box& box, float amount) { return inset(box, amount, amount); }

/// Cuts a piece off `rest` and gives it; `gap` is lost between the two. The piece is never larger than what
/// was there.
Box take_top(Box& rest, float height, float gap = 0);
Box take_bottom(Box& rest, float height, float gap = 0);
Box take_left(Box& rest, float width, float gap = 0);
Box take_right(Box& rest, float width, float gap = 0);

/// A box of the given size in the middle of another, or as wide or high as that where it is too large.
[[nodiscard]] Box centred(const Box& around, float width, float height);
/// As high as `around`, at most `width` wide, in its middle.
[[nodiscard]] Box centred_column(const Box& around, float width);

/// The part of both; of no size where they do not meet.
[[nodiscard]] Box common(const Box& first, const Box& second);
[[nodiscard]] bool contains(const Box& box, float x, float y);
[[nodiscard]] bool overlap(const Box& first, const Box& second);

/// The box as it lies on the page of a right-to-left reader.
[[nodiscard]] Box mirrored(const Box& box, float page_width);

/// `count` equal boxes in `columns` columns, row by row, with `gap` between them; each `height` high.
[[nodiscard]] std::vector<Box> grid(const Box& area, int count, int columns, float height, float gap);

}  // namespace buurtpeil
