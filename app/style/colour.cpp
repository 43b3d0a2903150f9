#include "style/colour.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace buurtpeil {
namespace {

double linear(std::uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

std::uint8_t channel_of(double value) {
  value = std::clamp(value, 0.0, 1.0);
  const double coded = value <= 0.0031308 ? value * 12.92 : 1.055 * std::pow(value, 1 / 2.4) - 0.055;
  return static_cast<std::uint8_t>(std::lround(coded * 255));
}

double luminance(Colour colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

/// OKLab: lightness, and how green or red and how blue or yellow.
struct Lab {
  double l, a, b;
};

Lab lab_of(Colour colour) {
  const double red = linear(colour.red), green = linear(colour.green), blue = linear(colour.blue);
  const double l = std::cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const double m = std::cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const double s = std::cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
          1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

std::array<double, 3> linear_of(const Lab& lab) {
  const auto cube = [](double value) { return value * value * value; };
  const double l = cube(lab.l + 0.3963377774 * lab.a + 0.2158037573 * lab.b);
  const double m = cube(lab.l - 0.1055613458 * lab.a - 0.0638541728 * lab.b);
  const double s = cube(lab.l - 0.0894841775 * lab.a - 1.2914855480 * lab.b);
  return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
          -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
          -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

bool can_be_shown(const Lab& lab) {
  return std::ranges::all_of(linear_of(lab), [](double part) { return part > -0.0005 && part < 1.0005; });
}

Colour shown(const Lab& lab, std::uint8_t alpha) {
  const auto [red, green, blue] = linear_of(lab);
  return {channel_of(red), channel_of(green), channel_of(blue), alpha};
}

/// With as much of its chroma as a screen has at that lightness.
Colour nearest_shown(Lab lab, std::uint8_t alpha) {
  if (can_be_shown(lab)) return shown(lab, alpha);
  double can = 0, cannot = 1;
  for (int step = 0; step < 20; ++step) {
    const double part = (can + cannot) / 2;
    (can_be_shown({lab.l, lab.a * part, lab.b * part}) ? can : cannot) = part;
  }
  return shown({lab.l, lab.a * can, lab.b * can}, alpha);
}

}  // namespace

double contrast(Colour first, Colour second) {
  const auto [darker, lighter] = std::minmax({luminance(first), luminance(second)});
  return (lighter + 0.05) / (darker + 0.05);
}

double lightness(Colour colour) { return lab_of(colour).l; }

Colour with_lightness(Colour colour, double lightness) {
  const Lab lab = lab_of(colour);
  return nearest_shown({std::clamp(lightness, 0.0, 1.0), lab.a, lab.b}, colour.alpha);
}

Colour mix(Colour first, Colour second, double part) {
  const Lab from = lab_of(first), to = lab_of(second);
  return nearest_shown(
      {std::lerp(from.l, to.l, part), std::lerp(from.a, to.a, part), std::lerp(from.b, to.b, part)},
      first.alpha);
}

Colour laid_on(Colour colour, Colour ground) {
  const auto over = [&](std::uint8_t above, std::uint8_t below) {
    return static_cast<std::uint8_t>((above * colour.alpha + below * (255 - colour.alpha) + 127) / 255);
  };
  return {over(colour.red, ground.red), over(colour.green, ground.green), over(colour.blue, ground.blue)};
}

std::string to_hex(Colour colour) {
  std::string hex = fmt::format("#{:02X}{:02X}{:02X}", colour.red, colour.green, colour.blue);
  return colour.alpha == 255 ? hex : hex + fmt::format("{:02X}", colour.alpha);
}

}  // namespace buurtpeil
