// The drawn signs: strokes in a box of 24 by 24 units, the same weight everywhere. Those that point turn with
// the page.
#pragma once

#include "ui/box.h"

namespace buurtpeil {

class Frame;
struct Colour;

enum class Sign {
  check,
  dot,
  forward,
  back,
  down,
  up,
  cross,
  globe,
  shift,
  erase,
  enter,
  close_keyboard,
  attention,
  house,
  plus,
  minus,
  picture,   ///< a landscape in a frame, crossed out: there should be one
  sound,     ///< a loudspeaker with waves
  stop,      ///< a square
  question,  ///< a question mark in a ring
  enlarge,   ///< a magnifying glass with a plus
  shift_lock,
  undo,
  letter,   ///< a capital A, as high as three quarters of the box
  letters,  ///< a large and a small A: other sizes
  lower,    ///< down to a line
  raise,    ///< up from a line
};

/// As large as fits in the box, in its middle.
void draw_sign(Frame& frame, Sign sign, const Box& box, Colour colour);

}  // namespace buurtpeil
