// buurtpeil-sync new: a starting form as a workbook, for somebody who never wrote one: working questions in
// Dutch and English to change, a comment at each column heading that says what it is for, lists to pick types
// from, and a sheet that explains them. What it writes passes check --deploy.
#pragma once

#include <filesystem>

#include "sync/outcome.h"

namespace buurtpeil::sync {

/// Exit code 2 when the name does not end in .xlsx, 1 when there is such a file already (it is left alone) or
/// it cannot be written (then nothing is left).
[[nodiscard]] Outcome write_new_form(const std::filesystem::path& path);

}  // namespace buurtpeil::sync
