// Questions that are rows of one table: what is asked before the row, the choices as columns with their words
// once above them. The words stay at the top of the page while the rows scroll.
#pragma once

#include <vector>

#include "ui/page_content.h"
#include "ui/view.h"

namespace buurtpeil {

/// Adds the fields from `first` on that are rows of one table, where it fits, and gives how many they are;
/// adds nothing else, and gives 0. The fields must outlive the content.
[[nodiscard]] std::size_t add_rows_of_table(Frame& frame, PageContent& content,
                                            const std::vector<Field>& fields, std::size_t first, float width);

/// The same of a row that stands alone, whose question is above it already: all of the width is for the
/// columns. Adds nothing, and says so, where it is none or does not fit.
[[nodiscard]] bool add_row_of_table(Frame& frame, PageContent& content, const ChoiceField& row, float width);

}  // namespace buurtpeil
