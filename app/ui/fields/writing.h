// Writing: the field with its caret, the keys on the screen, and a keyboard that somebody plugged in. Each
// change gives a Write event with the whole new text; the text itself is the view's, only the
// caret and the like are remembered here.
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
// Nothing can be copied or pasted: a clipboard would show one visitor's words to the next. Keys do not
// repeat: a finger that cannot be lifted quickly writes one letter.
#pragma once

#include <optional>

#include "ui/page_content.h"
#include "ui/view.h"

namespace buurtpeil {

/// Adds a field without what is written in: that stands beside it.
void add_question_beside(Frame& frame, PageContent& content, const WriteField& field, float width);

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

/// What a plugged-in keyboard wrote since the last frame: letters, and the keys that move the caret, select
/// (with shift), erase, select all (Ctrl+A) and take back (Ctrl+Z). No other key does anything.
std::optional<Event> physical_keyboard(Frame& frame, const WriteField& field);

/// Whether this field has the caret. The keyboard belongs to it.
[[nodiscard]] bool is_written(Frame& frame, const WriteField& field);
/// Begins with the caret at the end, or ends, writing.
void start_writing(Frame& frame, const WriteField& field);
void stop_writing(Frame& frame);

}  // namespace buurtpeil
