// The words of the column appearance: which there are, which of them a kiosk cannot pass over silently, and
// what they mean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "form/compile/loading.h"

namespace buurtpeil {

/// In XLSForm's spelling; "columns-n" stands for columns-1, columns-2 and so on.
[[nodiscard]] std::vector<std::string_view> appearance_words();

/// Warns about words that are unknown, and about those without which a question means something else. What
/// only looks different needs no warning. `text` is the cell as written.
void check_appearance(Loading& loading, const Cell& cell, std::string_view text);

/// Fills in what the words mean for the row's type. Its range, and the groups around it, are there already.
void compile_appearance(const Form& form, Row& row, const std::vector<std::string>& words);

}  // namespace buurtpeil
