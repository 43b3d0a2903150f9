// The one row of buttons at the bottom of a page: what goes on at its end, what goes back at its start, and
// "more" between them. The same places on every screen, on any display and in any letters.
#pragma once

#include "ui/screens/page_boxes.h"

namespace buurtpeil {

/// `first` is where Next is, `second` where Back is. One without a label is not there.
struct FooterButtons {
  std::string first_name, second_name;
  Button first, second;
  ButtonDesign first_design{.look = ButtonLook::main}, second_design{.look = ButtonLook::card};
};

/// How they lie.
struct FooterCut {
  Box first, second;
  Box middle;  ///< between them, for "more"; narrower than that needs where "more" stands elsewhere
  TextScale text = TextScale::normal;
  TextSize size = TextSize::reading;
  bool signs = true;
  bool second_in_words = true;
};

/// Cuts the footer, at most `widest` wide. They leave room for "up" and "more" in words, whether those are
/// needed or not, so that all keep one look on every screen. Where all do not fit, the signs go, then the
/// letters become smaller, then Back is its arrow alone, then letters are those of a normal page, then words
/// stand on several lines and the footer is higher, then those of "more"; where that is not enough "more"
/// stands elsewhere.
[[nodiscard]] FooterCut cut_footer(Frame& frame, const FooterButtons& buttons, PageBoxes& boxes,
                                   float widest);
std::optional<Event> draw_footer(Frame& frame, const FooterButtons& buttons, const FooterCut& cut);

}  // namespace buurtpeil
