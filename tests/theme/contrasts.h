// What of a palette does not hold, in words.
#pragma once

#include <fmt/format.h>

#include <string>

#include "theme/house_style.h"

namespace buurtpeil {

/// "ink on card 4.2, edge on desk 2.9", or "" when every two colours that meet have the contrast they need.
inline std::string failing(const Palette& palette, Contrast wished) {
  const auto name_of = [](Colour Palette::* colour) {
    for (const NamedRole& role : roles())
      if (role.colour == colour) return role.name;
    return "?";
  };
  std::string failing;
  for (const Pair& pair : pairs()) {
    const double found = contrast(palette.*pair.front, palette.*pair.ground);
    const Limits limits = limits_of(pair.meeting, wished);
    if (found >= limits.least && found <= limits.most) continue;
    failing += fmt::format("{}{} on {} {:.2f}", failing.empty() ? "" : ", ", name_of(pair.front),
                           name_of(pair.ground), found);
  }
  return failing;
}

/// The same for all contrasts: "high: ink on paper 19.1; low: ...".
inline std::string failing(const HouseStyle& style) {
  std::string all;
  for (const auto& [wished, name] : {std::pair{Contrast::normal, "normal"}, std::pair{Contrast::high, "high"},
                                     std::pair{Contrast::low, "low"}, std::pair{Contrast::dark, "dark"}}) {
    const std::string some = failing(style.shade(wished).colours, wished);
    if (!some.empty()) all += fmt::format("{}{}: {}", all.empty() ? "" : "; ", name, some);
  }
  return all;
}

}  // namespace buurtpeil
