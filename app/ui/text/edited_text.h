// A text while it is being written: its caret, what is selected, and what can be taken back. Knows nothing of
// lines, keys or the screen. What always holds: the text is valid UTF-8; caret and anchor stand between
// graphemes; no change makes the text longer than its limit (one that came in longer can only get shorter).
//
// There is no clipboard: nothing of one visitor may be found by the next.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ui/text/positions.h"

namespace buurtpeil {

/// Whether the caret takes the selection with it.
enum class Selecting { no, yes };

class EditedText {
 public:
  /// How many changes can be taken back.
  static constexpr std::size_t most_undos = 100;

  struct State {
    std::string text;
    std::size_t caret = 0;
    std::size_t anchor = 0;  ///< the other end of the selection; the caret where nothing is selected
  };

  EditedText() = default;
  /// The caret stands at the end. What is not valid UTF-8 becomes U+FFFD.
  explicit EditedText(std::string_view text, std::size_t most_bytes);

  [[nodiscard]] const std::string& text() const { return now_.text; }
  [[nodiscard]] std::size_t caret() const { return now_.caret; }
  [[nodiscard]] std::size_t anchor() const { return now_.anchor; }
  [[nodiscard]] const State& now() const { return now_; }
  [[nodiscard]] Span selection() const;
  [[nodiscard]] bool has_selection() const { return now_.caret != now_.anchor; }

  // Moving. Indices may lie anywhere: the position at or before them counts.
  void go_to(std::size_t index, Selecting selecting = Selecting::no);
  /// The caret goes to `caret`, the anchor to `anchor`.
  void select(std::size_t anchor, std::size_t caret);
  void select_all() { select(0, now_.text.size()); }

  // Changing: each takes the place of what is selected, and can be taken back.
  /// Writes at the caret, or nothing at all where the whole would become too long. Not valid UTF-8: nothing.
  void write(std::string_view words);
  void erase_before();  ///< what is selected, else as the backspace key does
  void erase_after();
  void erase_word_before();
  void erase_word_after();
  /// Takes the last change back, if there is one; the caret goes where it was.
  void undo();

 private:
  /// Puts words in the place of a part, with the caret after them.
  void replace(Span part, std::string_view words);
  void erase(std::size_t one_end, std::size_t other_end);

  State now_;
  std::size_t most_bytes_ = 0;
  std::vector<State> before_;  // the oldest first
};

}  // namespace buurtpeil
