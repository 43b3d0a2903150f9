// The map of a place together with the search that follows it: beside the map where the display is wide, else
// below it.
#pragma once

#include <span>

#include "ui/fields/fields.h"

namespace buurtpeil {

/// The list of names to go to, if it is the next of the screen's fields.
[[nodiscard]] const ChoiceField* search_of(const MapField& field, std::span<const Field> following);

/// Adds both; `names` may be nullptr. They must outlive the content.
void add_map(Frame& frame, PageContent& content, const MapField& field, const ChoiceField* names,
             const Setup& setup);

}  // namespace buurtpeil
