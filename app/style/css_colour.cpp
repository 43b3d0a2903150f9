// The colours of CSS that packages of design tokens and authors of forms use: hex, rgb(), hsl() and the names
// of CSS Color Module Level 4. By hand, since Debian has no library that reads CSS values.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "style/colour.h"

namespace buurtpeil {
namespace {

struct Named {
  std::string_view name;
  std::uint32_t rgb;
};

constexpr std::array names = std::to_array<Named>({
    {"aliceblue", 0xF0F8FF},
    {"antiquewhite", 0xFAEBD7},
    {"aqua", 0x00FFFF},
    {"aquamarine", 0x7FFFD4},
    {"azure", 0xF0FFFF},
    {"beige", 0xF5F5DC},
    {"bisque", 0xFFE4C4},
    {"black", 0x000000},
    {"blanchedalmond", 0xFFEBCD},
    {"blue", 0x0000FF},
    {"blueviolet", 0x8A2BE2},
    {"brown", 0xA52A2A},
    {"burlywood", 0xDEB887},
    {"cadetblue", 0x5F9EA0},
    {"chartreuse", 0x7FFF00},
    {"chocolate", 0xD2691E},
    {"coral", 0xFF7F50},
    {"cornflowerblue", 0x6495ED},
    {"cornsilk", 0xFFF8DC},
    {"crimson", 0xDC143C},
    {"cyan", 0x00FFFF},
    {"darkblue", 0x00008B},
    {"darkcyan", 0x008B8B},
    {"darkgoldenrod", 0xB8860B},
    {"darkgray", 0xA9A9A9},
    {"darkgreen", 0x006400},
    {"darkgrey", 0xA9A9A9},
    {"darkkhaki", 0xBDB76B},
    {"darkmagenta", 0x8B008B},
    {"darkolivegreen", 0x556B2F},
    {"darkorange", 0xFF8C00},
    {"darkorchid", 0x9932CC},
    {"darkred", 0x8B0000},
    {"darksalmon", 0xE9967A},
    {"darkseagreen", 0x8FBC8F},
    {"darkslateblue", 0x483D8B},
    {"darkslategray", 0x2F4F4F},
    {"darkslategrey", 0x2F4F4F},
    {"darkturquoise", 0x00CED1},
    {"darkviolet", 0x9400D3},
    {"deeppink", 0xFF1493},
    {"deepskyblue", 0x00BFFF},
    {"dimgray", 0x696969},
    {"dimgrey", 0x696969},
    {"dodgerblue", 0x1E90FF},
    {"firebrick", 0xB22222},
    {"floralwhite", 0xFFFAF0},
    {"forestgreen", 0x228B22},
    {"fuchsia", 0xFF00FF},
    {"gainsboro", 0xDCDCDC},
    {"ghostwhite", 0xF8F8FF},
    {"gold", 0xFFD700},
    {"goldenrod", 0xDAA520},
    {"gray", 0x808080},
    {"green", 0x008000},
    {"greenyellow", 0xADFF2F},
    {"grey", 0x808080},
    {"honeydew", 0xF0FFF0},
    {"hotpink", 0xFF69B4},
    {"indianred", 0xCD5C5C},
    {"indigo", 0x4B0082},
    {"ivory", 0xFFFFF0},
    {"khaki", 0xF0E68C},
    {"lavender", 0xE6E6FA},
    {"lavenderblush", 0xFFF0F5},
    {"lawngreen", 0x7CFC00},
    {"lemonchiffon", 0xFFFACD},
    {"lightblue", 0xADD8E6},
    {"lightcoral", 0xF08080},
    {"lightcyan", 0xE0FFFF},
    {"lightgoldenrodyellow", 0xFAFAD2},
    {"lightgray", 0xD3D3D3},
    {"lightgreen", 0x90EE90},
    {"lightgrey", 0xD3D3D3},
    {"lightpink", 0xFFB6C1},
    {"lightsalmon", 0xFFA07A},
    {"lightseagreen", 0x20B2AA},
    {"lightskyblue", 0x87CEFA},
    {"lightslategray", 0x778899},
    {"lightslategrey", 0x778899},
    {"lightsteelblue", 0xB0C4DE},
    {"lightyellow", 0xFFFFE0},
    {"lime", 0x00FF00},
    {"limegreen", 0x32CD32},
    {"linen", 0xFAF0E6},
    {"magenta", 0xFF00FF},
    {"maroon", 0x800000},
    {"mediumaquamarine", 0x66CDAA},
    {"mediumblue", 0x0000CD},
    {"mediumorchid", 0xBA55D3},
    {"mediumpurple", 0x9370DB},
    {"mediumseagreen", 0x3CB371},
    {"mediumslateblue", 0x7B68EE},
    {"mediumspringgreen", 0x00FA9A},
    {"mediumturquoise", 0x48D1CC},
    {"mediumvioletred", 0xC71585},
    {"midnightblue", 0x191970},
    {"mintcream", 0xF5FFFA},
    {"mistyrose", 0xFFE4E1},
    {"moccasin", 0xFFE4B5},
    {"navajowhite", 0xFFDEAD},
    {"navy", 0x000080},
    {"oldlace", 0xFDF5E6},
    {"olive", 0x808000},
    {"olivedrab", 0x6B8E23},
    {"orange", 0xFFA500},
    {"orangered", 0xFF4500},
    {"orchid", 0xDA70D6},
    {"palegoldenrod", 0xEEE8AA},
    {"palegreen", 0x98FB98},
    {"paleturquoise", 0xAFEEEE},
    {"palevioletred", 0xDB7093},
    {"papayawhip", 0xFFEFD5},
    {"peachpuff", 0xFFDAB9},
    {"peru", 0xCD853F},
    {"pink", 0xFFC0CB},
    {"plum", 0xDDA0DD},
    {"powderblue", 0xB0E0E6},
    {"purple", 0x800080},
    {"rebeccapurple", 0x663399},
    {"red", 0xFF0000},
    {"rosybrown", 0xBC8F8F},
    {"royalblue", 0x4169E1},
    {"saddlebrown", 0x8B4513},
    {"salmon", 0xFA8072},
    {"sandybrown", 0xF4A460},
    {"seagreen", 0x2E8B57},
    {"seashell", 0xFFF5EE},
    {"sienna", 0xA0522D},
    {"silver", 0xC0C0C0},
    {"skyblue", 0x87CEEB},
    {"slateblue", 0x6A5ACD},
    {"slategray", 0x708090},
    {"slategrey", 0x708090},
    {"snow", 0xFFFAFA},
    {"springgreen", 0x00FF7F},
    {"steelblue", 0x4682B4},
    {"tan", 0xD2B48C},
    {"teal", 0x008080},
    {"thistle", 0xD8BFD8},
    {"tomato", 0xFF6347},
    {"turquoise", 0x40E0D0},
    {"violet", 0xEE82EE},
    {"wheat", 0xF5DEB3},
    {"white", 0xFFFFFF},
    {"whitesmoke", 0xF5F5F5},
    {"yellow", 0xFFFF00},
    {"yellowgreen", 0x9ACD32},
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
  std::string text(css);
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
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
