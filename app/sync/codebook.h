// The codebook beside an export: what each column asks and asked, in every language of the form, so that the
// numbers can be read years later.
#pragma once

#include <string>
#include <vector>

#include "form/form.h"
#include "sync/cells.h"
#include "sync/columns.h"

namespace buurtpeil::sync {

/// The header and a line for each question: name (the column in the export), type (XLSForm's), then label and
/// choices in each language, and the versions of the form that ask it so, with commas between. A question
/// that `versions` (newest first) ask in several ways has a line for each, the newest first. The choices of a
/// cell are lines of name=label. Questions of repeats are named as in their own file, with the repeat in
/// front: "place/name".
[[nodiscard]] std::vector<std::string> codebook_lines(const std::vector<Table>& tables,
                                                      const std::vector<const Form*>& versions,
                                                      const Style& style);

}  // namespace buurtpeil::sync
