// A whole palette from the few colours that a house style names, and from a palette the ones for people who
// need more or less contrast. Grounds may be light or dark. Contrasts are not corrected here: see hold().
#pragma once

#include <optional>
#include <span>

#include "theme/contrast.h"
#include "theme/palette.h"

namespace buurtpeil {

/// What a house style says of the palette; nothing where it does not.
struct Wishes {
  std::optional<Colour> paper, card, ink, heading, accent, accent_pressed, on_accent, edge, line, focus,
      warning, warning_card;
};

/// Each wish with its role.
struct Wish {
  const char* role;
  std::optional<Colour> Wishes::* wish;
  Colour Palette::* colour;
};
[[nodiscard]] std::span<const Wish> all_wishes();

/// What is not wished for is made of what is: grounds from the page and its text, tints from the accent, the
/// street by day or by night as the page is. Where there is nothing to make it of, it is ours.
[[nodiscard]] Palette complete(const Wishes& wishes);

/// The same style, each hue kept, with high or low contrast, or with high contrast on a dark page, its street
/// in the night; for normal the palette itself.
[[nodiscard]] Palette in_contrast(const Palette& normal, Contrast wished);

/// The street as it looks at night: darker, nearer to the page, with lights in the windows.
void darken_street(Palette& palette);

/// Black text is seen better on it than white text.
[[nodiscard]] bool is_light(Colour ground);

}  // namespace buurtpeil
