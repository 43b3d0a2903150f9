// A list that is closed: one field that says what is chosen, and opens it by a tap. A short list opens below
// the field; a long one takes the page, with its question, a search, and a button that closes it. One list
// is open at once: which one is the screen's memory.
#pragma once

#include "ui/page_content.h"
#include "ui/view.h"

namespace buurtpeil {

[[nodiscard]] bool is_closed_list(const ChoiceField& field);
[[nodiscard]] bool is_open(Frame& frame, const ChoiceField& field);
/// Of all fields the one whose open list has the page for itself; nullptr for none.
[[nodiscard]] const ChoiceField* list_on_page(Frame& frame, const QuestionView& view);

/// The field that says what is chosen, and below it the choices where it is open and short. `room` is the
/// height that is left for them.
void add_closed_list(Frame& frame, PageContent& content, const ChoiceField& field, float width, float room);

/// The button that closes a list: as high as that, and drawn.
[[nodiscard]] float close_button_height(Frame& frame, const ChoiceField& field, float width);
std::optional<Event> draw_close_button(Frame& frame, const ChoiceField& field, const Box& box);

/// Closes the open list when that is done with: its one answer was chosen, or the visitor goes on or back.
/// Gives the event on.
[[nodiscard]] std::optional<Event> take_closing(Frame& frame, const QuestionView& view,
                                                std::optional<Event> event);

}  // namespace buurtpeil
