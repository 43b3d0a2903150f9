// A colour and what can be computed about it: contrast as a person sees it, lightness, and how it is written
// in a style sheet.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace buurtpeil {

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;
  auto operator<=>(const Colour&) const = default;
};

inline constexpr Colour black{0, 0, 0}, white{255, 255, 255};

/// WCAG 2.2 contrast of two opaque colours, 1 to 21.
[[nodiscard]] double contrast(Colour first, Colour second);

/// Lightness as seen, 0 (black) to 1 (white): L of OKLCH (Björn Ottosson, "A perceptual color space for image
/// processing", 2020; CSS Color Module Level 4). Equal steps look equal whatever the hue.
[[nodiscard]] double lightness(Colour colour);
/// The same hue with another lightness; with less chroma where a screen cannot show so much of it there.
[[nodiscard]] Colour with_lightness(Colour colour, double lightness);

/// `first` with a part of `second` in it, 0 to 1, as seen (mixed in OKLab).
[[nodiscard]] Colour mix(Colour first, Colour second, double part);

/// What is seen of a translucent colour on an opaque one.
[[nodiscard]] Colour laid_on(Colour colour, Colour ground);

/// A colour as CSS writes it: #rgb #rgba #rrggbb #rrggbbaa rgb() rgba() hsl() hsla(), a name of CSS
/// Color Module Level 4, transparent. Nothing for everything else.
[[nodiscard]] std::optional<Colour> parse_colour(std::string_view css);
/// "#1C2526", or "#1C252680" when it is translucent.
[[nodiscard]] std::string to_hex(Colour colour);

}  // namespace buurtpeil
