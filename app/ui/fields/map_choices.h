// Choices that are places on a map: areas, lines and points, drawn over it and touched; and the same choices
// as cards, for places that are small or missing and for visitors who cannot point precisely.
#pragma once

#include "ui/page_content.h"
#include "ui/view.h"

namespace buurtpeil {

/// Adds a field of ChoiceLook::places that gets `width`; `room` is the height that is left for it. The field
/// must outlive the content.
void add_map_choices(Frame& frame, PageContent& content, const ChoiceField& field, float width, float room);

}  // namespace buurtpeil
