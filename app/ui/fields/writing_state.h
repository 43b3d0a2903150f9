// What is remembered of the field that is written in, from one frame to the next. The text itself is the
// view's; here are the caret, the selection, what the finger holds, and the state of the keyboard. Forgotten
// with the screen, so that nobody finds what another visitor took back.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <imgui.h>

#include "ui/frame.h"
#include "ui/text/edited_text.h"
#include "ui/text/keyboard.h"

namespace buurtpeil {

/// What the finger does that came down in a field.
enum class FingerUse {
  none,
  pressed,    ///< it has not moved yet: a tap
  caret,      ///< it moves the caret
  selection,  ///< it moves the end of the selection
  words,      ///< it selects whole words, after two taps
};

struct WritingState {
  std::string path;  ///< of the field that is written in; "" for none
  EditedText edited;
  std::string known_text;  ///< the field's text as last seen or written
  int written_in = -1;     ///< frame in which it was written last: the view has it in the next one
  float scroll = 0;        ///< pixels by which the text is moved up in its field, whole lines
  float text_width = 0;    ///< pixels, of the field as last drawn
  float goal_x = -1;       ///< where up and down keep to; -1: at the caret

  KeyLayer layer = KeyLayer::letters;
  Letters letters = Letters::small;
  bool fresh = true;        ///< nothing was decided about its letters yet
  double shift_time = -10;  ///< seconds, when shift was tapped and nothing since

  FingerUse finger = FingerUse::none;
  ImVec2 finger_start;
  Span first_word;        ///< where two taps began to select words
  double tap_time = -10;  ///< seconds, when a finger tapped
  ImVec2 tap_place;
  float scroll_wait = 0;  ///< seconds until a finger beyond the field moves its text by another line
};

[[nodiscard]] inline WritingState& writing_state(Frame& frame) { return frame.memory().of<WritingState>(); }
/// The same for a field as the view has it now: a text that was changed elsewhere has its caret at the end.
WritingState& writing_state_at(Frame& frame, const WriteField& field);
/// After a change of text or caret: what has to be told, if anything.
std::optional<Event> what_changed(Frame& frame, const WriteField& field, const EditedText::State& before);

/// Whether a sentence begins at a place: at the start, on a new line, after ". ", "? " or "! ".
[[nodiscard]] bool starts_sentence(std::string_view text, std::size_t caret);

}  // namespace buurtpeil
