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

/// The same as a form that follows a core (core.h), core_form.cpp: all sheets and columns of the core, its
/// rows grey and locked by a protection without a password, yellow rows for own questions where the core has
/// room for them and at the end, a form_id after the file's name, version 1 and kiosk_core filled in. Files
/// that the core names and that would not be found beside the new form are copied to its folder `-media`.
/// What it writes passes check and check --core. Exit codes as above; 1 also for a core that cannot be used.
[[nodiscard]] Outcome write_form_of_core(const std::filesystem::path& core,
                                         const std::filesystem::path& path);

}  // namespace buurtpeil::sync
