// The map of a place together with the lists that follow it: beside the map where the display is wide, else
// below it. Its height does not depend on what was answered, so that it rests under the finger.
#pragma once

#include <span>

#include "ui/fields/fields.h"

namespace buurtpeil {

/// The closed lists that come right after the map among the screen's fields.
struct MapLists {
  const ChoiceField* search = nullptr;  ///< names to go to
  const ChoiceField* points = nullptr;  ///< points that were put, to change one
  std::size_t count = 0;
};
[[nodiscard]] MapLists lists_of(const MapField& field, std::span<const Field> following);

/// Adds them all; they must outlive the content.
void add_map(Frame& frame, PageContent& content, const MapField& field, const MapLists& lists,
             const Setup& setup);

}  // namespace buurtpeil
