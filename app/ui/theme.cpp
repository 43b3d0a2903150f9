#include "ui/theme.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace buurtpeil {
Theme::Theme(Display display, Look look, const HouseStyle& style)
    : display_(display), look_(look), style_(&style) {
  assert(display.mm_per_pixel > 0);
}

Theme Theme::with(Density density) const {
  Theme theme = *this;
  theme.density_ = density;
  return theme;
}

Theme Theme::with(TextScale text) const {
  Theme theme = *this;
  theme.look_.text = text;
  return theme;
}

float Theme::shortest_mm(int height_px) const {
  return static_cast<float>(std::min(display_.width_px, height_px)) * display_.mm_per_pixel;
}

Box Theme::area() const {
  const int above = look_.lower_half && can_lower() ? display_.height_px / 2 : 0;
  return {0, static_cast<float>(above), static_cast<float>(display_.width_px),
          static_cast<float>(display_.height_px - above)};
}

Room Theme::room() const {
  return shortest_mm(static_cast<int>(area().height)) < compact_below_mm ? Room::compact : Room::roomy;
}

float Theme::mm(float millimetres) const { return std::ceil(millimetres / display_.mm_per_pixel - 0.001F); }

float Theme::space(int step) const {
  static constexpr std::array<float, 8> rhythm = {1.0F, 2.0F, 3.0F, 4.5F, 7.0F, 10.0F, 15.0F, 22.0F};
  assert(step >= 1 && step <= 8);
  const bool less = density_ == Density::close && step >= 4;
  return mm(rhythm[static_cast<std::size_t>(step - (less ? 2 : 1))]);
}

float Theme::in_mm(const Millimetres& each) const {
  return room() == Room::compact ? each.compact : portrait() ? each.portrait : each.landscape;
}

float Theme::text_mm(TextSize size) const {
  static constexpr std::array<Millimetres, 5> capitals = {{
      {4.8F, 5.0F, 5.4F},    // small
      reading_mm,            // reading
      {5.2F, 6.6F, 7.4F},    // lead
      {6.2F, 9.0F, 10.0F},   // title
      {9.0F, 15.0F, 16.0F},  // display
  }};
  // What is large already grows less.
  static constexpr std::array<float, 4> of_text = {0.77F, 1.0F, 1.29F, 1.675F};
  static constexpr std::array<float, 4> of_titles = {0.85F, 1.0F, 1.14F, 1.3F};
  const auto scale = static_cast<std::size_t>(look_.text);
  const float normal = in_mm(capitals.at(static_cast<std::size_t>(size)));
  if (density_ == Density::close && size >= TextSize::title) return text_mm(TextSize::lead);
  if (density_ == Density::close && size == TextSize::reading) return text_mm(TextSize::small);
  if (size >= TextSize::title) return std::max(normal * of_titles.at(scale), text_mm(TextSize::lead) * 1.1F);
  return std::max(normal * of_text.at(scale), least_text_mm);
}

float Theme::capital(TextSize size) const {
  static constexpr Millimetres keys = {12.7F, 16.0F, 22.0F};
  if (size == TextSize::key) return mm(std::min(text_mm(TextSize::reading), in_mm(keys) * 0.47F));
  if (size == TextSize::key_word) return mm(std::min(text_mm(TextSize::small), in_mm(keys) * 0.4F));
  return mm(text_mm(size));
}

float Theme::least_capital(TextSize size) const {
  constexpr float most_smaller = 0.5F;
  return std::min(capital(size), std::max(mm(least_text_mm), most_smaller * capital(size)));
}

float Theme::size(Size which) const {
  static constexpr std::array<Millimetres, 59> sizes = {{
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
      {500.0F, 500.0F, 500.0F},     // banner_page
      {12.7F, 16.0F, 22.0F},        // key_height
      {2.54F, 3.0F, 3.0F},          // key_gap
      {17.0F, 27.0F, 27.0F},        // widest_key
      {2.2F, 2.2F, 2.2F},           // key_corner
      {0.6F, 0.6F, 0.6F},           // key_edge
      {0.25F, 0.25F, 0.25F},        // key_rim
      {14.0F, 18.0F, 20.0F},        // large_mark
      {11.0F, 14.0F, 16.0F},        // scale_mark
      {17.0F, 30.0F, 34.0F},        // face
      {23.0F, 50.0F, 56.0F},        // inviting_face
      {34.0F, 60.0F, 66.0F},        // choice_picture
      {36.0F, 58.0F, 64.0F},        // picture_card
      {20.0F, 20.0F, 20.0F},        // staff_corner
      {26.0F, 34.0F, 34.0F},        // pin_key
      {4.0F, 5.0F, 5.0F},           // pin_dot
      {19.2F, 24.0F, 28.8F},        // day_cell
      {40.0F, 45.0F, 50.0F},        // qr_code
      {11.0F, 16.0F, 18.0F},        // swatch
      {7.0F, 9.0F, 10.0F},          // result_bar
      {2.5F, 3.5F, 4.0F},           // beside_bar
      {30.0F, 50.0F, 60.0F},        // result_columns
      {60.0F, 110.0F, 150.0F},      // highest_columns
      {1.0F, 2.5F, 2.5F},           // burn_in_step
  }};
  static_assert(sizes.size() == static_cast<std::size_t>(Size::burn_in_step) + 1);
  return mm(in_mm(sizes.at(static_cast<std::size_t>(which))) * scale_of(which));
}

float Theme::scale_of(Size which) const {
  // Signs beside words grow with them, less so.
  static constexpr std::array<float, 4> of_signs = {0.9F, 1.0F, 1.1F, 1.2F};
  static constexpr std::array<float, 3> of_pictures = {1.3F, 1.0F, 0.7F};  // by density
  const float closer = density_ == Density::close ? 0.75F : 1.0F;
  switch (which) {
    case Size::sign:
      return of_signs.at(static_cast<std::size_t>(look_.text));
    case Size::mark:
      return of_signs.at(static_cast<std::size_t>(look_.text)) * closer;
    case Size::card_padding:
      return closer;
    case Size::choice_picture:
    case Size::picture_card:
    case Size::face:
    case Size::inviting_face:
    case Size::scale_mark:
    case Size::result_bar:
      return of_pictures.at(static_cast<std::size_t>(density_));
    default:
      return 1;
  }
}

float Theme::target() const { return mm(12.7F); }
float Theme::card_height() const {
  static constexpr std::array<Millimetres, 3> heights = {
      {{20.0F, 28.0F, 40.0F}, {16.0F, 20.0F, 24.0F}, {12.7F, 16.0F, 18.0F}}};  // by density
  const float least = in_mm(heights.at(static_cast<std::size_t>(density_)));
  const TextSize text = density_ == Density::close ? TextSize::reading : TextSize::lead;
  return mm(std::max(least, line_mm(text_mm(text)) + 2.0F));
}
float Theme::card_air() const { return density_ == Density::close ? mm(1.5F) : space(3); }
TextSize Theme::card_text() const { return density_ == Density::large ? TextSize::lead : TextSize::reading; }
// Three bold letters in a size of which capitals are 0.71 are about 2.75 times as wide as those are high.
float Theme::step_button() const { return mm(std::max(16.0F, 2.75F * text_mm(TextSize::small))); }
float Theme::button_height() const {
  return mm(std::max(in_mm({16.0F, 22.0F, 22.0F}), line_mm(text_mm(TextSize::reading)) + 2.0F));
}
float Theme::tool_height() const { return mm(std::max(12.7F, line_mm(text_mm(TextSize::small)) + 2.0F)); }
float Theme::margin() const { return mm(Millimetres{6.0F, 18.0F, 18.0F}); }
float Theme::column() const {
  const float display_mm = area().width * display_.mm_per_pixel;
  const float letters = text_mm(TextSize::reading) / in_mm(reading_mm);
  return mm(std::max(360.0F, std::min(0.72F * display_mm, 440.0F) * letters));
}
float Theme::corner() const {
  return mm(Millimetres{style_->hand_corner_mm, style_->corner_mm, style_->corner_mm});
}
float Theme::stroke() const { return mm(style_->shade(look_.contrast).edge_mm); }
float Theme::heavy_stroke() const { return mm(style_->shade(look_.contrast).heavy_edge_mm); }

}  // namespace buurtpeil
