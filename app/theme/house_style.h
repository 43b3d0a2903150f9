// How everything looks that is not a size of its own: a palette for each contrast, corners, edges, font and
// logo. Plain data, measured for a display by ui/theme.h. Ours stands in assets/themes/buurtpeil.toml and is
// compiled in.
#pragma once

#include <array>
#include <expected>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>

#include "theme/contrast.h"
#include "theme/palette.h"

namespace buurtpeil {

struct HouseStyle {
  /// What differs with the contrast that a visitor wishes.
  struct Shade {
    Palette colours;
    float edge_mm = 0.45F;       ///< of a card, a field, a key
    float heavy_edge_mm = 1.0F;  ///< of a chosen card
    bool operator==(const Shade&) const = default;
  };
  std::array<Shade, 4> shades;  ///< by Contrast

  float corner_mm = 4.0F;       ///< radius of a card
  float hand_corner_mm = 3.0F;  ///< the same on a tablet held in the hand
  std::string font = "Noto Sans";
  std::filesystem::path logo;  ///< PNG, SVG or JPEG; "": the drawn house

  [[nodiscard]] const Shade& shade(Contrast contrast) const {
    return shades.at(static_cast<std::size_t>(contrast));
  }
  [[nodiscard]] Shade& shade(Contrast contrast) { return shades.at(static_cast<std::size_t>(contrast)); }
};

/// assets/themes/buurtpeil.toml.
[[nodiscard]] const HouseStyle& built_in_style();

/// The roles that a theme's file names itself, by Contrast.
using NamedRoles = std::array<std::set<std::string>, 4>;

/// Reads a theme's TOML; what it leaves out is made of what it names (grounds of the page and its text,
/// [high], [low] and [dark] of [normal]: derive.h), else ours. Contrasts are not corrected yet. A path is
/// taken from the folder of `file`. The error has a sentence for each mistake, in the file's order:
/// "theme.toml: line 3: unknown key 'colour'; known are
/// ...".
[[nodiscard]] std::expected<HouseStyle, std::string> read_theme(std::string_view toml,
                                                                const std::filesystem::path& file,
                                                                NamedRoles* named = nullptr);

}  // namespace buurtpeil
