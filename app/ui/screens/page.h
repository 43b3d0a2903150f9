// What screens have in common: where the header, the content and the buttons at the bottom are.
#pragma once

#include "ui/content.h"
#include "ui/widgets.h"

namespace buurtpeil {

struct PageBoxes {
  Box header, body, footer;
};

/// Cuts the display: header at the top, buttons at the bottom, margins on both sides. The same on every
/// screen.
[[nodiscard]] PageBoxes cut_page(const Frame& frame);

/// On a high screen to stand before, the street lies across the top of the body: it is good to look at, and
/// what is touched comes into the reach of a seated person. Draws it and takes its height off; elsewhere does
/// nothing.
void take_banner(Frame& frame, Box& body);

/// Owner at the start of the header, a language button at its end.
std::optional<Event> draw_header(Frame& frame, const Box& header, const Button& language);

/// Two buttons of a screen that is no question: `first` where Next is, `second` where Back is; one above the
/// other where they do not fit beside each other.
struct FooterButtons {
  std::string first_name, second_name;
  Button first, second;
  ButtonDesign first_design{.look = ButtonLook::main}, second_design{.look = ButtonLook::card};
};
/// How high the footer must be for them.
[[nodiscard]] float footer_height_for(Frame& frame, const FooterButtons& buttons, float width);
std::optional<Event> draw_footer(Frame& frame, const FooterButtons& buttons, const Box& footer);

/// Draws the content in the area. Where it does not fit, buttons "more" and "up" stand in `middle`, or, where
/// they do not fit there, in a strip below the content.
std::optional<Event> draw_with_more(Frame& frame, PageContent& content, Box area, const Box& middle,
                                    const std::string& more);

}  // namespace buurtpeil
