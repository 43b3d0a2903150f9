// Choices that are parts of a picture: each is touched within its shape, chosen ones are marked, and their
// words stand below. The same choices stand beside or below as cards, for parts that are small or missing and
// for visitors who cannot point precisely.
#pragma once

#include "ui/page_content.h"
#include "ui/view.h"

namespace buurtpeil {

/// Adds a field of ChoiceLook::map that gets `width`; `room` is the height that is left for it. The field
/// must outlive the content.
void add_image_map(Frame& frame, PageContent& content, const ChoiceField& field, float width, float room);

}  // namespace buurtpeil
