// What screens have in common: where the header, the content and the buttons at the bottom are.
#pragma once

#include "ui/page_content.h"
#include "ui/widgets.h"

namespace buurtpeil {

struct PageBoxes {
  Box header, body, footer;
  Box tools;  ///< below the footer of a high screen; else of no height
};

/// Cuts the display: header at the top, buttons at the bottom, margins on both sides. The same on every
/// screen.
[[nodiscard]] PageBoxes cut_page(const Frame& frame);

/// On a high screen to stand before, the street lies across the top of the body, so that
/// what is touched comes into the reach of a seated person. Draws it and takes its height off; elsewhere does
/// nothing.
void take_banner(Frame& frame, Box& body);
/// So much of the body's height; 0 where there is no banner.
[[nodiscard]] float banner_height(const Theme& theme);

/// Owner at the start of the header; the visitor's tools at its end, or below the footer.
std::optional<Event> draw_header(Frame& frame, const PageBoxes& boxes);
/// The header's row of buttons.
[[nodiscard]] Box header_row(const Theme& theme, const Box& header);
/// The tools below the footer, where they stand there.
std::optional<Event> draw_tools_below(Frame& frame, const PageBoxes& boxes);

/// The visitor has seen all that is answered on the page, or all of it at once.
[[nodiscard]] bool end_was_seen(Frame& frame);
/// Does in the next frame what the button "more" does.
void show_more(Frame& frame);

/// What "more" is while the end was not seen.
enum class Unseen { one_thing_to_do, first_thing_to_do };

/// Width of "up" and "more" beside each other, in the page's letters; and where there is no room for these.
[[nodiscard]] float width_of_more(Frame& frame);
[[nodiscard]] float least_width_of_more(Frame& frame);
/// The same where "more" stands on several lines.
[[nodiscard]] float folded_width_of_more(Frame& frame);
/// Height of the strip below the content that they take where `middle` has no room for them.
[[nodiscard]] float strip_of_more(Frame& frame, const Box& middle);

/// Draws the content in the area, as it was set. Where it does not fit, buttons "more" and "up" stand in
/// `middle`, or in a strip below the content.
std::optional<Event> draw_with_more(Frame& frame, PageContent& content, Box area, const Box& middle,
                                    Unseen unseen = Unseen::one_thing_to_do);

}  // namespace buurtpeil
