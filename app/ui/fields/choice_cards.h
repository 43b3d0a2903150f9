// Choices as cards: below each other, in columns, packed in rows, with or without pictures.
#pragma once

#include "ui/page_content.h"
#include "ui/view.h"

namespace buurtpeil {

/// Adds a card for each choice; how they lie is the field's look, or plainly where that is none of cards.
/// `room` is the height that is left for them. The field must outlive the content.
void add_choices(Frame& frame, PageContent& content, const ChoiceField& field, float width, float room);

/// Width of the widest word of all labels, and of what stands beside it: in a narrower card it would be
/// broken.
[[nodiscard]] float widest_word_of_choices(Frame& frame, const ChoiceField& field);

/// The one card of an acknowledgement: what is acknowledged, and a large mark.
void add_acknowledgement(Frame& frame, PageContent& content, const ChoiceField& field, float width);

}  // namespace buurtpeil
