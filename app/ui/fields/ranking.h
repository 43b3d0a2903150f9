// Choices to be put in an order, in three ways at once: what has no place yet is tapped to get the next one;
// what has one stands above, in its order, and is dragged or moved by its buttons. A tap on it takes
// it out again.
#pragma once

#include "ui/page_content.h"
#include "ui/view.h"

namespace buurtpeil {

/// Adds the cards of an ordered field. A tap gives a Choose; whatever moves gives the whole new order as one
/// Write, a drag only when the finger is lifted. Field and content must outlive what is added.
void add_ranking(Frame& frame, PageContent& content, const ChoiceField& field, float width);

}  // namespace buurtpeil
