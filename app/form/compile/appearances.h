// The words of the column appearance: which there are, and which of them a kiosk cannot pass over silently.
#pragma once

#include <string_view>
#include <vector>

#include "form/compile/loading.h"

namespace buurtpeil {

/// In XLSForm's spelling; "columns-n" stands for columns-1, columns-2 and so on.
[[nodiscard]] std::vector<std::string_view> appearance_words();

/// Warns about words that are unknown, and about those without which a question means something else. What
/// only looks different needs no warning. `text` is the cell as written.
void check_appearance(Loading& loading, const Cell& cell, std::string_view text);

}  // namespace buurtpeil
