// Where a caret may stand in a text, and where its words are. A position is a place between two graphemes
// (what people call a letter, with its accents, or an emoji of several parts), in bytes, in logical order: no
// caret ever stands inside of a letter. Needs no fonts and no layout.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace buurtpeil {

/// Part of a text, in bytes: from <= to.
struct Span {
  std::size_t from = 0, to = 0;
  [[nodiscard]] bool empty() const { return from == to; }
  bool operator==(const Span&) const = default;
};

class Positions {
 public:
  /// Of valid UTF-8.
  explicit Positions(const std::string& text);

  /// The nearest position at or before, at or after an index, which may lie anywhere.
  [[nodiscard]] std::size_t at_or_before(std::size_t index) const;
  [[nodiscard]] std::size_t at_or_after(std::size_t index) const;
  /// The next and the previous position; at the ends the end itself.
  [[nodiscard]] std::size_t next(std::size_t index) const;
  [[nodiscard]] std::size_t previous(std::size_t index) const;
  /// Where the backspace key erases from: the previous position, or only the last mark in scripts where
  /// people expect that.
  [[nodiscard]] std::size_t erase_from(std::size_t index) const;

  /// The word around or beside an index; empty between other signs.
  [[nodiscard]] Span word_at(std::size_t index) const;
  /// The end of the word that is next, the begin of the one before; else the ends of the text.
  [[nodiscard]] std::size_t next_word_end(std::size_t index) const;
  [[nodiscard]] std::size_t previous_word_start(std::size_t index) const;

 private:
  struct Place {
    std::size_t byte = 0;
    bool is_position = false, is_word_start = false, is_word_end = false, erases_one_character = false;
  };
  /// The last place that begins at or before the index.
  [[nodiscard]] std::size_t place_at(std::size_t index) const;

  std::vector<Place> places_;  // one for each character, and one for the end
};

}  // namespace buurtpeil
