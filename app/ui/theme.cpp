#include "ui/theme.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace buurtpeil {
namespace {

constexpr Colour hex(std::uint32_t rgb, std::uint8_t alpha = 255) {
  return {static_cast<std::uint8_t>(rgb >> 16U), static_cast<std::uint8_t>((rgb >> 8U) & 255U),
          static_cast<std::uint8_t>(rgb & 255U), alpha};
}

constexpr Palette palette = {
    .paper = hex(0xF6F1E7),
    .card = hex(0xFFFEFB),
    .tint = hex(0xE2EFEC),
    .pressed = hex(0xECE4D4),
    .ink = hex(0x1C2526),
    .ink_quiet = hex(0x2D3433),
    .accent = hex(0x06474C),
    .accent_pressed = hex(0x032E32),
    .on_accent = hex(0xFFFFFF),
    .edge = hex(0x837C6E),
    .line = hex(0xDDD4C2),
    .warning = hex(0xA8341C),
    .warning_card = hex(0xFBEAE1),
    .shadow = hex(0x4A3F2A, 20),
    .desk = hex(0xE6DFD0),
    .track = hex(0xDCD3C1),
    .key = hex(0xF3EDE0),

    .sky = hex(0xE9EDE4),
    .sun = hex(0xF0C27A),
    .leaf = hex(0x7F9C6B),
    .leaf_dark = hex(0x5D7F5C),
    .trunk = hex(0x6B5644),
    .brick = hex(0xB4694F),
    .brick_dark = hex(0x8C4A3A),
    .ochre = hex(0xD9A75B),
    .plaster = hex(0xF3E6CC),
    .slate = hex(0x4C6468),
    .door = hex(0x06474C),
    .window = hex(0xFDF6E3),
    .quay = hex(0xC9BCA3),
    .water = hex(0x7FB0AE),
    .water_light = hex(0xA9CCC8),
};

// Shortest side of a display below which it is held in the hand rather than stood before.
constexpr float compact_below_mm = 200.0F;

double linear(std::uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

}  // namespace

const Palette& paper_and_petrol() { return palette; }

double contrast(Colour first, Colour second) {
  const auto [darker, lighter] = std::minmax({luminance(first), luminance(second)});
  return (lighter + 0.05) / (darker + 0.05);
}

Theme::Theme(Display display) : display_(display), palette_(&palette) { assert(display.mm_per_pixel > 0); }

Room Theme::room() const {
  const auto shortest = static_cast<float>(std::min(display_.width_px, display_.height_px));
  return shortest * display_.mm_per_pixel < compact_below_mm ? Room::compact : Room::roomy;
}

float Theme::mm(float millimetres) const { return std::ceil(millimetres / display_.mm_per_pixel - 0.001F); }

float Theme::space(int step) const {
  static constexpr std::array<float, 8> rhythm = {1.0F, 2.0F, 3.0F, 4.5F, 7.0F, 10.0F, 15.0F, 22.0F};
  assert(step >= 1 && step <= 8);
  return mm(rhythm[static_cast<std::size_t>(step - 1)]);
}

float Theme::mm(const Millimetres& each) const {
  return mm(room() == Room::compact ? each.compact : portrait() ? each.portrait : each.landscape);
}

float Theme::capital(TextSize size) const {
  static constexpr std::array<Millimetres, 5> capitals = {{
      {4.8F, 5.0F, 5.4F},    // small
      {5.2F, 5.6F, 6.2F},    // reading
      {5.2F, 6.6F, 7.4F},    // lead
      {6.2F, 9.0F, 10.0F},   // title
      {9.0F, 15.0F, 16.0F},  // display
  }};
  return mm(capitals.at(static_cast<std::size_t>(size)));
}

float Theme::size(Size which) const {
  static constexpr std::array<Millimetres, 52> sizes = {{
      {3.0F, 3.0F, 3.0F},           // shadow
      {4.0F, 4.0F, 4.0F},           // drag
      {12.0F, 12.0F, 12.0F},        // slowest_scroll
      {1500.0F, 1500.0F, 1500.0F},  // fastest_scroll
      {0.4F, 0.4F, 0.4F},           // hairline
      {0.7F, 0.7F, 0.7F},           // rim
      {7.0F, 8.0F, 8.0F},           // sign
      {8.0F, 8.0F, 8.0F},           // lone_sign
      {16.0F, 16.0F, 16.0F},        // square_button
      {8.0F, 9.0F, 9.0F},           // mark
      {6.5F, 6.5F, 6.5F},           // small_mark
      {11.0F, 11.0F, 11.0F},        // owner_mark
      {3.6F, 7.0F, 7.0F},           // button_padding
      {4.5F, 7.0F, 7.0F},           // card_padding
      {13.0F, 13.0F, 13.0F},        // refuse
      {110.0F, 110.0F, 110.0F},     // two_line_card
      {120.0F, 120.0F, 120.0F},     // number_field
      {22.0F, 40.0F, 40.0F},        // step_column
      {3.0F, 3.0F, 3.0F},           // bar
      {20.0F, 20.0F, 20.0F},        // least_bar
      {62.0F, 110.0F, 150.0F},      // upright_line
      {40.0F, 62.0F, 62.0F},        // move_button
      {44.0F, 70.0F, 70.0F},        // footer_button
      {220.0F, 220.0F, 220.0F},     // asking_column
      {300.0F, 300.0F, 300.0F},     // short_column
      {26.0F, 52.0F, 52.0F},        // ring
      {14.0F, 24.0F, 24.0F},        // done_mark
      {15.0F, 26.0F, 26.0F},        // globe
      {56.0F, 56.0F, 56.0F},        // language_width
      {20.0F, 28.0F, 28.0F},        // language_height
      {80.0F, 80.0F, 80.0F},        // start_width
      {18.0F, 28.0F, 28.0F},        // start_height
      {26.0F, 70.0F, 70.0F},        // street
      {18.0F, 18.0F, 18.0F},        // least_street
      {40.0F, 40.0F, 40.0F},        // reading_street
      {160.0F, 160.0F, 160.0F},     // banner
      {12.7F, 16.0F, 22.0F},        // key_height
      {2.54F, 3.0F, 3.0F},          // key_gap
      {17.0F, 27.0F, 27.0F},        // widest_key
      {2.2F, 2.2F, 2.2F},           // key_corner
      {0.6F, 0.6F, 0.6F},           // key_edge
      {0.25F, 0.25F, 0.25F},        // key_rim
      {14.0F, 18.0F, 20.0F},        // large_mark
      {11.0F, 14.0F, 16.0F},        // scale_mark
      {17.0F, 30.0F, 34.0F},        // face
      {34.0F, 60.0F, 66.0F},        // choice_picture
      {36.0F, 58.0F, 64.0F},        // picture_card
      {20.0F, 20.0F, 20.0F},        // staff_corner
      {320.0F, 320.0F, 320.0F},     // staff_column
      {26.0F, 34.0F, 34.0F},        // pin_key
      {4.0F, 5.0F, 5.0F},           // pin_dot
      {1.0F, 2.5F, 2.5F},           // burn_in_step
  }};
  static_assert(sizes.size() == static_cast<std::size_t>(Size::burn_in_step) + 1);
  return mm(sizes.at(static_cast<std::size_t>(which)));
}

float Theme::target() const { return mm(12.7F); }
float Theme::card_height() const { return mm(Millimetres{16.0F, 20.0F, 24.0F}); }
float Theme::button_height() const { return mm(Millimetres{16.0F, 22.0F, 22.0F}); }
float Theme::margin() const { return mm(Millimetres{6.0F, 18.0F, 18.0F}); }
float Theme::column() const { return mm(360.0F); }
float Theme::corner() const { return mm(Millimetres{3.0F, 4.0F, 4.0F}); }
float Theme::stroke() const { return mm(0.45F); }
float Theme::heavy_stroke() const { return mm(1.0F); }

}  // namespace buurtpeil
