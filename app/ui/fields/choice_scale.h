// A scale: choices as one row of circles or faces with their words below, as wide as the page.
#pragma once

#include "ui/fields/fields.h"
#include "ui/page_content.h"
#include "ui/view.h"

namespace buurtpeil {

/// Adds the row of ChoiceLook::scale or ::faces, and says so; adds nothing where the words do not fit below
/// the circles, or there are no such faces (they go by the place: 3 to 5 of them, the first the unhappiest).
bool add_scale(Frame& frame, PageContent& content, const ChoiceField& field, const Setup& setup);

}  // namespace buurtpeil
