// Choices that are touched in a picture or on a map, and stand as cards beside it, on a high screen below it:
// each way is as good as the other. What is chosen is said below the picture.
#pragma once

#include <functional>

#include "ui/page_content.h"
#include "ui/view.h"

namespace buurtpeil {

/// Adds the picture, of that width and at most that high, to a content.
using AddPicture = std::function<void(PageContent&, float width, float most)>;

/// Adds both to a field that gets `width`; `room` is the height that is left for it, of which `below` is
/// kept for what the picture adds below itself. A list that is too long for cards is a field that opens it.
void add_beside_cards(Frame& frame, PageContent& content, const ChoiceField& field, float width, float room,
                      float below, const AddPicture& add_picture);

/// What is chosen, in words; none are as high as a line, so that nothing moves under the finger.
[[nodiscard]] float chosen_height(Frame& frame, StyledView words, float width);
void draw_chosen(Frame& frame, StyledView words, const Box& box);

}  // namespace buurtpeil
