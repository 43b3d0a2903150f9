// Questions that are rows of one table: what is asked before the row, the choices as columns with their words
// once above them. The words stay at the top of the page while the rows scroll.
#pragma once

#include <vector>

#include "ui/screens/page_content.h"
#include "ui/view.h"

namespace buurtpeil {

/// Whether both can be rows of one table: the same word for it, and the same choices in the same order.
[[nodiscard]] bool same_columns(const ChoiceField& first, const ChoiceField& second);

/// Adds a table and says so; adds nothing where words or columns do not fit beside each other. The fields
/// must outlive the content.
[[nodiscard]] bool add_table(Frame& frame, PageContent& content, const std::vector<const ChoiceField*>& rows,
                             float width);

/// The same of a row that stands alone: its question is above it already, and all of the width is for the
/// columns.
[[nodiscard]] bool add_row_of_table(Frame& frame, PageContent& content, const ChoiceField& row, float width);

}  // namespace buurtpeil
