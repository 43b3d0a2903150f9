// In which order choices may be read. What lies below the end of a page gets fewer answers, so where a screen
// hides some of its choices half of the visits begin at the other end of the list.
#pragma once

#include <cstddef>

#include "ui/view.h"
#include "visit/visit.h"

namespace buurtpeil {

/// How many choices of the field, from the first on, may stand the other way round. Those that close a list
/// by custom ("other", "none", "don't know", by their names) stay at its end. 0 where the order is the
/// author's wish (randomize), the visitor's (rank) or belongs to what is seen: scales, faces, rows of tables,
/// parts of a picture; and of lists that are opened or searched.
[[nodiscard]] std::size_t reversible_choices(const Row& row, const ChoiceField& field);

}  // namespace buurtpeil
