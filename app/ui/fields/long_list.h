// Choices that are too many to read: a field to search in, what is chosen, and a list of which only the part
// in sight is measured and drawn.
#pragma once

#include "ui/page_content.h"

namespace buurtpeil {

/// The field to search in as something to write in; its path is no question's.
[[nodiscard]] WriteField search_field(Frame& frame, const ChoiceField& field);
/// Keeps what was written into a search field, and gives a mere Touch instead: nobody else needs to know.
[[nodiscard]] std::optional<Event> take_search(Frame& frame, std::optional<Event> event);

/// The search is empty again.
void forget_search(Frame& frame, const ChoiceField& field);

/// Labels of what is chosen, with commas between. Made again only when the list is another.
[[nodiscard]] const std::string& chosen_words(Frame& frame, const ChoiceField& field);
void add_search(Frame& frame, PageContent& content, const ChoiceField& field, float width);
/// What is chosen may be far away in the list: here it stands in a line, which is there before anything is
/// chosen as well, so that nothing moves under the finger.
void add_chosen(Frame& frame, PageContent& content, const ChoiceField& field, float width);
/// What was found of it. The field must outlive the content.
void add_long_list(Frame& frame, PageContent& content, const ChoiceField& field, float width);

}  // namespace buurtpeil
