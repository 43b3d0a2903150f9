// The on-screen keyboards as data: which keys there are, in which rows, and what each writes. Drawing them is
// widgets' matter. A keyboard is chosen by the language: Cyrillic (Ukrainian), Arabic, else Latin with that
// language's own letters. Those of another script have a key to Latin letters, as streets are written in
// them. Where the usual rows are too wide for keys of 12.7 mm, the letters are set in more rows with fewer
// columns, and then in alphabetical order, since the order of a typewriter means nothing in broken rows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/view.h"

namespace buurtpeil {

enum class KeyAction {
  write,
  shift,
  erase,
  undo,
  space,
  new_line,
  left,
  right,
  show_letters,
  show_latin,
  show_accents,
  show_digits,
  close,
  none  ///< a gap in the row
};

struct ScreenKey {
  std::string name;   ///< of its target, after "key:": "a", "shift", "erase", "undo", "space", "enter",
                      ///< "left", "right", "letters", "latin", "accents", "digits", "close"; "" for a gap
  std::string label;  ///< what stands on it; "" for those with a sign
  std::string text;   ///< what it writes
  KeyAction action = KeyAction::write;
  float width = 1;  ///< in columns
};
using KeyRow = std::vector<ScreenKey>;

enum class KeyLayer { letters, latin, accents, digits };
enum class Letters { small, capital, locked };  ///< locked: all that follow are capitals

struct KeyboardRequest {
  Keyboard kind = Keyboard::text;
  std::string_view language;  ///< code of the visitor's language
  KeyLayer layer = KeyLayer::letters;
  Letters letters = Letters::small;
  int columns = 12;        ///< how many keys of the least size fit beside each other
  int rows = 5;            ///< how many rows there is room for; an extra row of own letters is left out first
  bool multiline = false;  ///< with a key for a new line
  std::string_view decimal_sign = "";  ///< for Keyboard::number
  bool negative = true;                ///< numbers below nought can be written
};

/// The rows from top to bottom, keys from left to right as they lie on the screen (keyboards are never
/// mirrored).
[[nodiscard]] std::vector<KeyRow> keyboard_rows(const KeyboardRequest& request);

/// The letter's capital in the given language: in Turkish and Azerbaijani "i" becomes "İ".
[[nodiscard]] std::string capital_of(std::string_view letter, std::string_view language);

}  // namespace buurtpeil
