// Writing: the field with its caret, the keys on the screen, and a keyboard that somebody plugged in. Each
// change gives a Write event with the whole new text; the text itself is the view's, only the hand is
// remembered here.
//
// What a finger does in the field that is written in (a mouse does the same: the window cannot tell them
// apart):
//   a tap             puts the caret there
//   a drag            takes the caret along; the text moves when the finger is above or below its lines
//   two taps          select a word; dragged on, they select more words
//   a drag, while something is selected: moves the end that is nearer, which has a knob
// It never scrolls the page: that is done beside the field, or in a field that nobody writes in. With the
// shift key of a plugged-in keyboard a tap or a drag selects from the caret on.
//
// Nothing can be copied or pasted: a clipboard would hand one visitor's words to the next. Keys do not
// repeat: a finger that cannot be lifted quickly writes one letter.
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

/// What a plugged-in keyboard wrote since the last picture: letters, and the keys that move the caret, select
/// (with shift), erase, select all (Ctrl+A) and take back (Ctrl+Z). No other key does anything.
std::optional<Event> physical_keyboard(Frame& frame, const WriteField& field);

/// The hand for a field as the view has it now: a text that was changed elsewhere has its caret at the end.
WritingState& writing_state_at(Frame& frame, const WriteField& field);
/// After a change of text or caret: what has to be told, if anything.
std::optional<Event> what_changed(Frame& frame, const WriteField& field, const EditedText::State& before);

}  // namespace buurtpeil
