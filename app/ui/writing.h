// Writing: the field with its caret, the keys on the screen, and a keyboard that somebody plugged in. Each
// change gives a Write event with the whole new text; the text itself is the view's, only the caret is
// remembered here.
#pragma once

#include <optional>

#include "ui/frame.h"

namespace buurtpeil {

/// Longest text of an open answer and of a number, in bytes.
inline constexpr std::size_t max_written_bytes = 4000;
inline constexpr std::size_t max_number_bytes = 18;

/// Height of the field for its text: it grows with it up to `most`, and then shows the lines around the
/// caret.
[[nodiscard]] float writing_field_height(Frame& frame, const WriteField& field, float width, float most);
/// Draws it. A tap begins writing there and puts the caret at the finger.
std::optional<Event> draw_writing_field(Frame& frame, const WriteField& field, const Box& box);

/// Height of the keyboard for this field, with its plate. It takes at most about that much of the display, in
/// more rows or fewer.
[[nodiscard]] float keyboard_height(Frame& frame, const WriteField& field);
/// Draws it across the box and writes what is tapped.
std::optional<Event> draw_keyboard(Frame& frame, const WriteField& field, const Box& box);

/// What a plugged-in keyboard wrote since the last picture.
std::optional<Event> physical_keyboard(Frame& frame, const WriteField& field);

}  // namespace buurtpeil
