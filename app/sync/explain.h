// Why a question was or was not asked, in words for the author of the form.
#pragma once

#include <set>
#include <string>

#include "form/form.h"
#include "visit/visit.h"

namespace buurtpeil::sync {

/// For each place where the row stands now: what became of it, every condition of it and of the groups around
/// it, outermost first, and the values that these refer to. `asked` are the paths of what was on the screen.
/// A row in a repeat without instances has no place: then that is said.
[[nodiscard]] std::string explain(const Form& form, const Row& row, const Visit& visit,
                                  const std::set<std::string>& asked);

}  // namespace buurtpeil::sync
