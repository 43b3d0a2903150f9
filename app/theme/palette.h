// Colours by what they are for, and which of them meet: the table that every theme is held against.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "style/colour.h"
#include "theme/contrast.h"

namespace buurtpeil {

/// What a colour is for. `ink...` is text, drawn on `paper`, `card` or `tint`.
struct Palette {
  Colour paper;      ///< the page
  Colour card;       ///< what lies on the page: choices, fields, keys
  Colour tint;       ///< a chosen card, a pressed quiet button: the accent, very light
  Colour pressed;    ///< a card under the finger
  Colour ink;        ///< text
  Colour heading;    ///< titles and questions
  Colour ink_quiet;  ///< hints, places, the trial word
  Colour accent;     ///< the one accent: main button, marks, progress
  Colour accent_pressed;
  Colour on_accent;     ///< text on the accent
  Colour edge;          ///< border of a control on the page, 3:1
  Colour line;          ///< a quiet separating line, no control
  Colour focus;         ///< edge and caret of the field that is written in
  Colour warning;       ///< sign and edge of a complaint
  Colour warning_card;  ///< behind a complaint's text
  Colour shadow;        ///< with alpha: below cards
  Colour desk;          ///< the keyboard's plate
  Colour track;         ///< what is left of the progress bar
  Colour key;           ///< a key that does something other than write

  // the drawn street
  Colour sky, sun, leaf, leaf_dark, trunk, brick, brick_dark, ochre, plaster, slate, door, window, quay,
      water, water_light;

  bool operator==(const Palette&) const = default;
};

/// A role with its name: the key of a theme file and the word of a message.
struct NamedRole {
  const char* name;
  Colour Palette::* colour;
};
/// In the order of Palette.
[[nodiscard]] std::span<const NamedRole> roles();
[[nodiscard]] std::span<const NamedRole> street_roles();

/// How clearly one role has to stand out from another.
enum class Meeting { text, control };
struct Pair {
  Colour Palette::* front;
  Colour Palette::* ground;
  Meeting meeting;
};
/// Every two roles that meet on a screen.
[[nodiscard]] std::span<const Pair> pairs();

/// The contrast that is asked for: at least, and at most.
struct Limits {
  double least = 1, most = 21;
};
/// Text at least 4.5:1 (WCAG 2.2, 1.4.3), 20:1 for high contrast, light or dark, 4.5 to 8 for low; controls
/// 3:1 (1.4.11).
[[nodiscard]] Limits limits_of(Meeting meeting, Contrast contrast);

/// One colour that was moved along its lightness.
struct Move {
  std::string role;
  std::string ground;    ///< the role with which its contrast was furthest off
  bool below = false;    ///< that role lies on this one, and not this one on it
  Colour ground_colour;  ///< of that one when this was found
  Colour from, to;
  double before = 1, after = 1;  ///< contrast with that one
  Limits asked;
};
/// Moves each colour whose contrast falls short (or is too much) along its lightness, no further than needed;
/// grounds only where no colour on them could be seen. Every pair holds afterwards.
[[nodiscard]] std::vector<Move> hold(Palette& palette, Contrast contrast);

/// A colour that the author of a form chose for words, moved along its lightness until it is text that can be
/// read on the page, on cards and on complaints.
[[nodiscard]] Colour readable(Colour wish, const Palette& palette, Contrast contrast);

}  // namespace buurtpeil
