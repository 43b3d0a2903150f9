// How everything looks: colours as roles (theme/palette.h), sizes in millimetres. The only place with a size;
// screens name roles.
//
// Sources of the numbers: capital heights and targets from US 508/ADA 707 (4.8 mm) and VVSG 2.0 (targets 12.7
// mm, gaps 2.54 mm), contrast from WCAG 2.2 (text 4.5:1, controls 3:1) with this theme's own aim of 10:1 for
// text.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>

#include "theme/house_style.h"
#include "ui/box.h"
#include "ui/look.h"
#include "ui/ui.h"

namespace buurtpeil {

/// A size of text, named by its use. On keys, whose height is given, letters grow only as long as they fit.
enum class TextSize { small, reading, lead, title, display, key, key_word };

/// Every other length, named by its use; the millimetres are in theme.cpp.
enum class Size {
  shadow,          ///< how far a card's shadow reaches
  drag,            ///< a finger that moved further scrolls
  slowest_scroll,  ///< a second: content that moves by itself stops below that
  fastest_scroll,
  hairline,       ///< a line between texts
  rim,            ///< edge of a mark, of a complaint; the caret
  sign,           ///< a sign beside words
  lone_sign,      ///< a sign by itself: on keys, on square buttons
  square_button,  ///< a button with a sign alone
  mark,           ///< check or radio mark of a choice
  small_mark,     ///< the same of "I'd rather not say"
  owner_mark,
  button_padding,  ///< beside the words
  card_padding,
  refuse,         ///< height of "I'd rather not say"
  two_line_card,  ///< least width of a card whose label may break, beside another
  number_field,   ///< width of the field for a number
  step_column,    ///< least width of a column of steps
  bar,            ///< height of the progress bar
  least_bar,      ///< its least width
  upright_line,   ///< least length of a slider that stands
  move_button,    ///< least width of Next
  asking_column,  ///< of "still there?" and of what happens with the answers
  short_column,   ///< of languages and notices
  ring,           ///< the countdown
  done_mark,      ///< on the thanks
  globe,          ///< above the languages
  language_width,
  language_height,
  start_width,
  start_height,
  street,          ///< least height of the street on the attract screen that longer words leave
  least_street,    ///< below that there is none
  reading_street,  ///< the same below a text
  banner,          ///< the street across the top of a high screen
  banner_page,     ///< least height of a page that has one
  key_height,
  key_gap,
  widest_key,
  key_corner,
  key_edge,  ///< the visible thickness of a key
  key_rim,
  large_mark,      ///< the mark of an acknowledgement
  scale_mark,      ///< a circle of a scale
  face,            ///< of a scale of faces
  inviting_face,   ///< of one on the invitation
  choice_picture,  ///< greatest height of a choice's picture
  picture_card,    ///< least width of a card with a picture
  staff_corner,    ///< of the staff's gesture, a square
  pin_key,         ///< width of a key
  pin_dot,
  day_cell,        ///< width of a day of a calendar, where there is room
  qr_code,         ///< as wide and high, its quiet zone included
  swatch,          ///< a piece of a page in other colours
  result_bar,      ///< thickness of a bar of what others said
  beside_bar,      ///< of one that is laid beside
  result_columns,  ///< least height of upright ones, and greatest
  highest_columns,
  burn_in_step,  ///< how far each slide of the invitation stands from the one before
};

/// How much there is of the display: a tablet in the hand is compact, a screen to stand before is roomy.
enum class Room { compact, roomy };

/// How closely the content of a page is set. What frames it (header, footer, keyboard) never changes.
enum class Density {
  large,  ///< few choices on a large screen: larger cards and pictures
  usual,
  close,  ///< much on a small one: letters of the smallest size that is read well, low cards, little air
};

/// A house style, which must outlive it, measured for one display. Every length below is in pixels, made from
/// millimetres with Display::mm_per_pixel.
class Theme {
 public:
  explicit Theme(Display display, Look look = {}, const HouseStyle& style = built_in_style());

  /// The same for the content of a page that is set so.
  [[nodiscard]] Theme with(Density density) const;
  [[nodiscard]] Theme with(TextScale text) const;
  [[nodiscard]] Density density() const { return density_; }

  [[nodiscard]] const Look& look() const { return look_; }
  [[nodiscard]] const Palette& colours() const { return colours(look_.contrast); }
  [[nodiscard]] const Palette& colours(Contrast contrast) const { return style_->shade(contrast).colours; }
  /// A colour that a form's author chose for words, as it can be read.
  [[nodiscard]] Colour readable(Colour wish) const {
    const auto [found, is_new] = readable_->try_emplace(wish);
    if (is_new) found->second = buurtpeil::readable(wish, colours(), look_.contrast);
    return found->second;
  }
  [[nodiscard]] const std::string& logo() const { return style_->logo.native(); }  ///< a file; "": none
  [[nodiscard]] Display display() const { return display_; }
  /// The part of the display that the page covers: all of it, or its lower half when the visitor wishes so on
  /// a screen to stand before. A tablet in the hand is within reach as it is.
  [[nodiscard]] Box area() const;
  [[nodiscard]] bool can_lower() const { return shortest_mm(display_.height_px) >= compact_below_mm; }
  /// Both of the page, not of the display.
  [[nodiscard]] Room room() const;
  [[nodiscard]] bool portrait() const { return area().height > area().width; }
  /// The visitor's tools stand at the bottom, where a seated person reaches them; else in the header.
  [[nodiscard]] bool tools_below() const { return portrait() && room() == Room::roomy; }

  /// Step 1 to 8 of the spacing rhythm: 1 2 3 4.5 7 10 15 22 mm; where it is close, from step 4 on a step
  /// less. Step 3 is the least gap between two targets.
  [[nodiscard]] float space(int step) const;
  /// Height of a capital letter in pixels.
  [[nodiscard]] float capital(TextSize size) const;
  /// To which it may shrink where a line has no room for a word.
  [[nodiscard]] float least_capital(TextSize size) const;

  [[nodiscard]] float target() const;         ///< least height of anything that is touched, 12.7 mm
  [[nodiscard]] float card_height() const;    ///< a choice of one line
  [[nodiscard]] float card_air() const;       ///< above and below the words of a choice of several
  [[nodiscard]] TextSize card_text() const;   ///< of a choice's words
  [[nodiscard]] float step_button() const;    ///< a square with "+10"
  [[nodiscard]] float button_height() const;  ///< Next, Back, Start
  [[nodiscard]] float tool_height() const;    ///< the small buttons of the header
  [[nodiscard]] float margin() const;         ///< between content and the edge of the screen
  /// Widest line of content that still reads well: it grows with the letters and, less so, with the display.
  [[nodiscard]] float column() const;
  [[nodiscard]] float corner() const;        ///< radius of a card
  [[nodiscard]] float stroke() const;        ///< edge of a card
  [[nodiscard]] float heavy_stroke() const;  ///< edge of a chosen card

  [[nodiscard]] float size(Size which) const;

 private:
  /// One length on a tablet in the hand, on a wide and on a high screen to stand before.
  struct Millimetres {
    float compact, landscape, portrait;
  };
  static constexpr Millimetres reading_mm = {5.2F, 5.6F, 6.2F};  // capitals of reading text
  static constexpr float least_text_mm = 4.0F;                   // of any
  /// Shortest side of a display below which it is held in the hand rather than stood before.
  static constexpr float compact_below_mm = 200.0F;
  [[nodiscard]] float shortest_mm(int height_px) const;
  [[nodiscard]] float text_mm(TextSize size) const;
  [[nodiscard]] float scale_of(Size which) const;  ///< by the letters and the density
  /// Height of a line of letters with that capital height: Noto Sans has 1.36 em, of which capitals take
  /// 0.71.
  [[nodiscard]] static float line_mm(float capital_mm) { return 1.91F * capital_mm; }
  [[nodiscard]] float in_mm(const Millimetres& each) const;
  /// To whole pixels, rounded up, so that a minimum stays a minimum.
  [[nodiscard]] float mm(float millimetres) const;
  [[nodiscard]] float mm(const Millimetres& each) const { return mm(in_mm(each)); }

  Display display_;
  Look look_;
  Density density_ = Density::usual;
  const HouseStyle* style_;
  /// What readable() found: it takes too long to be asked in each frame. Copies share it.
  std::shared_ptr<std::map<Colour, Colour>> readable_ = std::make_shared<std::map<Colour, Colour>>();
};

}  // namespace buurtpeil
