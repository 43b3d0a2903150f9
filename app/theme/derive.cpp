#include "theme/derive.h"

#include <algorithm>
#include <array>

#include "theme/house_style.h"

namespace buurtpeil {
namespace {

constexpr std::array wishes_by_role = std::to_array<Wish>({
    {"paper", &Wishes::paper, &Palette::paper},
    {"card", &Wishes::card, &Palette::card},
    {"ink", &Wishes::ink, &Palette::ink},
    {"heading", &Wishes::heading, &Palette::heading},
    {"accent", &Wishes::accent, &Palette::accent},
    {"accent_pressed", &Wishes::accent_pressed, &Palette::accent_pressed},
    {"on_accent", &Wishes::on_accent, &Palette::on_accent},
    {"edge", &Wishes::edge, &Palette::edge},
    {"line", &Wishes::line, &Palette::line},
    {"focus", &Wishes::focus, &Palette::focus},
    {"warning", &Wishes::warning, &Palette::warning},
    {"warning_card", &Wishes::warning_card, &Palette::warning_card},
});

Colour black_or_white_on(Colour ground) { return is_light(ground) ? black : white; }

/// The page, its text and what is made of these two.
void fill_grounds(Palette& palette, const Wishes& wishes) {
  const Palette& ours = built_in_style().shade(Contrast::normal).colours;
  palette.paper = ours.paper;
  if (wishes.paper)
    palette.paper = *wishes.paper;
  else if (wishes.ink && lightness(*wishes.ink) > 0.8)
    palette.paper = with_lightness(wishes.accent.value_or(*wishes.ink), 0.22);
  const bool light = is_light(palette.paper);
  const Colour own_ink = light ? ours.ink : Colour{0xF2, 0xF2, 0xF0};
  palette.ink = wishes.ink.value_or(own_ink);
  palette.heading = wishes.heading.value_or(palette.ink);
  palette.ink_quiet = mix(palette.ink, palette.paper, 0.14);

  const auto towards_ink = [&](double part) { return mix(palette.paper, palette.ink, part); };
  palette.card = wishes.card.value_or(light ? mix(palette.paper, white, 0.75) : towards_ink(0.07));
  palette.pressed = towards_ink(light ? 0.07 : 0.14);
  palette.key = towards_ink(light ? 0.025 : 0.11);
  palette.desk = towards_ink(light ? 0.08 : 0.05);
  palette.track = towards_ink(light ? 0.13 : 0.16);
  palette.line = wishes.line.value_or(towards_ink(light ? 0.15 : 0.2));
  palette.edge = wishes.edge.value_or(towards_ink(light ? 0.5 : 0.55));
  palette.shadow = light ? mix(palette.ink, palette.paper, 0.2) : black;
  palette.shadow.alpha = light ? 0x14 : 0x48;
}

}  // namespace

std::span<const Wish> all_wishes() { return wishes_by_role; }

bool is_light(Colour ground) { return contrast(ground, black) >= contrast(ground, white); }

void darken_street(Palette& palette) {
  for (const NamedRole& role : street_roles()) {
    Colour& colour = palette.*role.colour;
    colour = mix(with_lightness(colour, lightness(colour) * 0.62), palette.paper, 0.25);
  }
  palette.sun = {0xF0, 0xC2, 0x7A};
  palette.window = {0xB9, 0xA0, 0x78};
}

Palette complete(const Wishes& wishes) {
  Palette palette = built_in_style().shade(Contrast::normal).colours;
  fill_grounds(palette, wishes);
  const bool light = is_light(palette.paper);

  if (wishes.accent) palette.accent = *wishes.accent;
  const double deeper = is_light(palette.accent) ? -0.07 : light ? -0.09 : 0.09;
  palette.accent_pressed =
      wishes.accent_pressed.value_or(with_lightness(palette.accent, lightness(palette.accent) + deeper));
  palette.on_accent = wishes.on_accent.value_or(black_or_white_on(palette.accent));
  palette.focus = wishes.focus.value_or(palette.accent);
  palette.tint = mix(palette.card, palette.accent, light ? 0.11 : 0.24);

  palette.warning = wishes.warning.value_or(with_lightness(palette.warning, light ? 0.5 : 0.72));
  palette.warning_card = wishes.warning_card.value_or(mix(palette.card, palette.warning, light ? 0.09 : 0.2));

  if (!light) darken_street(palette);
  palette.door = light ? palette.accent : mix(palette.accent, palette.paper, 0.4);
  palette.sky = mix(palette.sky, palette.paper, 0.4);
  return palette;
}

namespace {

/// A role with its lightness on a light and on a dark page.
struct Level {
  Colour Palette::* role;
  double light, dark;
};

constexpr std::array high_levels = std::to_array<Level>({
    {&Palette::paper, 1, 0},
    {&Palette::card, 1, 0},
    {&Palette::tint, 0.985, 0.13},
    {&Palette::pressed, 0.985, 0.13},
    {&Palette::ink, 0, 1},
    {&Palette::heading, 0.1, 0.995},
    {&Palette::ink_quiet, 0, 1},
    {&Palette::accent, 0.13, 0.985},
    {&Palette::accent_pressed, 0, 1},
    {&Palette::on_accent, 1, 0},
    {&Palette::edge, 0, 1},
    {&Palette::line, 0, 1},
    {&Palette::focus, 0.3, 0.9},
    {&Palette::warning, 0.4, 0.8},
    {&Palette::warning_card, 1, 0},
    {&Palette::desk, 0.92, 0.2},
    {&Palette::track, 0.86, 0.27},
    {&Palette::key, 0.99, 0.1},
});

constexpr std::array low_levels = std::to_array<Level>({
    {&Palette::paper, 0.885, 0.29},
    {&Palette::card, 0.918, 0.32},
    {&Palette::tint, 0.9, 0.33},
    {&Palette::pressed, 0.86, 0.35},
    {&Palette::ink, 0.41, 0.8},
    {&Palette::heading, 0.41, 0.8},
    {&Palette::ink_quiet, 0.43, 0.79},
    {&Palette::accent, 0.43, 0.79},
    {&Palette::accent_pressed, 0.38, 0.83},
    {&Palette::on_accent, 0.918, 0.29},
    {&Palette::edge, 0.53, 0.66},
    {&Palette::line, 0.8, 0.4},
    {&Palette::focus, 0.43, 0.78},
    {&Palette::warning, 0.47, 0.74},
    {&Palette::warning_card, 0.895, 0.33},
    {&Palette::desk, 0.85, 0.27},
    {&Palette::track, 0.82, 0.38},
    {&Palette::key, 0.885, 0.34},
});

}  // namespace

Palette in_contrast(const Palette& normal, Contrast wished) {
  if (wished == Contrast::normal) return normal;
  Palette palette = normal;
  const bool high = wished != Contrast::low;
  const bool light = wished != Contrast::dark && is_light(normal.paper);
  for (const Level& level : high ? high_levels : low_levels)
    palette.*level.role = with_lightness(normal.*level.role, light ? level.light : level.dark);
  palette.tint = with_lightness(normal.accent, lightness(palette.tint));
  if (!high) palette.tint = mix(palette.card, palette.tint, 0.25);
  if (high) palette.on_accent = light ? white : black;
  palette.shadow.alpha = static_cast<std::uint8_t>(high ? 0 : palette.shadow.alpha / 2);
  if (!light && is_light(normal.paper)) darken_street(palette);
  return palette;
}

}  // namespace buurtpeil
