// The codebook beside an export: what each column asks, in every language of the form, so that the numbers
// can be read years later.
#pragma once

#include <string>
#include <vector>

#include "form/form.h"
#include "sync/cells.h"
#include "sync/columns.h"

namespace buurtpeil::sync {

/// The header and a line for each question: name (the column in the export), type (XLSForm's), then label and
/// choices in each language of `newest` (may be null). The choices of a cell are lines of name=label; a name
/// holds no "=" or space. Questions of repeats are named as in their own file, with the repeat in front:
/// "place/name".
[[nodiscard]] std::vector<std::string> codebook_lines(const std::vector<Table>& tables, const Form* newest,
                                                      const Style& style);

}  // namespace buurtpeil::sync
