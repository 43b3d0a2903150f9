// The colours of CSS that packages of design tokens use: hex, rgb(), hsl() and the names of CSS 2. By hand,
// since Debian has no library that reads CSS values.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "theme/colour.h"
#include "theme/css_text.h"

namespace buurtpeil {
namespace {

struct Named {
  std::string_view name;
  std::uint32_t rgb;
};

constexpr std::array names = std::to_array<Named>({
    {"aqua", 0x00FFFF},
    {"black", 0x000000},
    {"blue", 0x0000FF},
    {"fuchsia", 0xFF00FF},
    {"gray", 0x808080},
    {"green", 0x008000},
    {"lime", 0x00FF00},
    {"maroon", 0x800000},
    {"navy", 0x000080},
    {"olive", 0x808000},
    {"orange", 0xFFA500},
    {"purple", 0x800080},
    {"red", 0xFF0000},
    {"silver", 0xC0C0C0},
    {"teal", 0x008080},
    {"white", 0xFFFFFF},
    {"yellow", 0xFFFF00},
});

std::optional<Colour> from_hex(std::string_view digits) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  const auto byte = [&](unsigned shift) { return static_cast<std::uint8_t>((value >> shift) & 255U); };
  const auto twice = [&](unsigned shift) { return static_cast<std::uint8_t>(((value >> shift) & 15U) * 17); };
  switch (digits.size()) {
    case 3:
      return Colour{twice(8), twice(4), twice(0)};
    case 4:
      return Colour{twice(12), twice(8), twice(4), twice(0)};
    case 6:
      return Colour{byte(16), byte(8), byte(0)};
    case 8:
      return Colour{byte(24), byte(16), byte(8), byte(0)};
    default:
      return std::nullopt;
  }
}

/// A number of a colour function with its unit: "", "%", "deg".
struct Part {
  double value = 0;
  std::string unit;
};

/// "12, 50%, 3 / 0.5" as four numbers, whether there are commas or spaces between.
std::optional<std::vector<Part>> parts_of(std::string_view inside) {
  std::vector<Part> parts;
  std::size_t at = 0;
  while (true) {
    at = inside.find_first_not_of(" \t\n,/", at);
    if (at == std::string_view::npos) return parts;
    const std::string_view word = inside.substr(at, inside.find_first_of(" \t\n,/", at) - at);
    at += word.size();
    Part part;
    const char* begin = word.data() + (word.front() == '+' ? 1 : 0);
    const auto [end, error] = std::from_chars(begin, word.data() + word.size(), part.value);
    if (error != std::errc{} || !std::isfinite(part.value) || parts.size() == 4) return std::nullopt;
    part.unit.assign(end, word.data() + word.size());
    if (!part.unit.empty() && part.unit != "%" && part.unit != "deg") return std::nullopt;
    parts.push_back(part);
  }
}

std::uint8_t to_byte(double value) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0)));
}
double share(const Part& part, double whole) {
  return part.unit == "%" ? part.value / 100 * whole : part.value;
}
Colour from_hsl(double hue, double saturation, double light, std::uint8_t alpha) {
  const auto channel = [&](double n) {  // CSS Color 4, section 7.1
    const double k = std::fmod(std::fmod(n + hue / 30, 12) + 12, 12);
    const double reach = saturation * std::min(light, 1 - light);
    return to_byte(255 * (light - reach * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}))));
  };
  return {channel(0), channel(8), channel(4), alpha};
}

std::optional<Colour> from_function(std::string_view name, const std::vector<Part>& parts) {
  const std::uint8_t alpha = parts.size() == 4 ? to_byte(share(parts[3], 1) * 255) : 255;
  if (name == "rgb" || name == "rgba")
    return Colour{to_byte(share(parts[0], 255)), to_byte(share(parts[1], 255)), to_byte(share(parts[2], 255)),
                  alpha};
  if (name == "hsl" || name == "hsla")
    return from_hsl(parts[0].value, std::clamp(parts[1].value / 100, 0.0, 1.0),
                    std::clamp(parts[2].value / 100, 0.0, 1.0), alpha);
  return std::nullopt;
}

}  // namespace

std::optional<Colour> parse_colour(std::string_view css) {
  const std::string text = css::lowered(css);
  if (text.starts_with('#')) return from_hex(std::string_view(text).substr(1));
  if (text == "transparent") return Colour{0, 0, 0, 0};
  if (const auto open = text.find('('); open != std::string::npos && text.ends_with(')')) {
    const auto parts = parts_of(std::string_view(text).substr(open + 1, text.size() - open - 2));
    if (!parts || parts->size() < 3) return std::nullopt;
    return from_function(text.substr(0, open), *parts);
  }
  const auto found = std::ranges::find(names, text, &Named::name);
  if (found == names.end()) return std::nullopt;
  const auto byte = [&](unsigned shift) { return static_cast<std::uint8_t>((found->rgb >> shift) & 255U); };
  return Colour{byte(16), byte(8), byte(0)};
}

}  // namespace buurtpeil
