// Lengths and families of CSS, as far as packages of design tokens use them: no calc(), since it gives none
// of the lengths that are read.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "theme/css_text.h"
#include "theme/theme_limits.h"
#include "theme/tokens.h"

namespace buurtpeil {
namespace {

constexpr double mm_per_px = 25.4 / 96;

struct Unit {
  std::string_view name;
  double mm;
};
constexpr std::array<Unit, 3> units = {{{"px", mm_per_px}, {"rem", 16 * mm_per_px}, {"em", 16 * mm_per_px}}};

constexpr std::array generic = {"serif",     "sans-serif", "monospace",     "cursive",      "fantasy",
                                "system-ui", "ui-serif",   "ui-sans-serif", "ui-monospace", "ui-rounded",
                                "inherit",   "initial",    "unset"};

}  // namespace

std::optional<double> parse_length_mm(std::string_view css) {
  const std::string text = css::lowered(css::trimmed(css));
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || !std::isfinite(number)) return {};
  const std::string_view name(end, text.data() + text.size());
  if (name.empty() && number == 0) return 0;
  const auto unit = std::ranges::find(units, name, &Unit::name);
  return unit == units.end() ? std::nullopt : std::optional(number * unit->mm);
}

std::vector<std::string> parse_families(std::string_view css) {
  std::vector<std::string> families;
  while (!css.empty()) {
    const std::size_t comma = css::find_outside_strings(css, ",");
    std::string_view name = css::trimmed(css.substr(0, comma));
    css = comma == std::string_view::npos ? std::string_view{} : css.substr(comma + 1);
    if (name.size() >= 2 && (name.front() == '"' || name.front() == '\'') && name.back() == name.front())
      name = css::trimmed(name.substr(1, name.size() - 2));
    const std::string lower = css::lowered(name);
    const bool known = std::ranges::find(generic, lower) != generic.end();
    if (!name.empty() && !known && families.size() < theme_limits::files) families.emplace_back(name);
  }
  return families;
}

}  // namespace buurtpeil
