// buurtpeil-sync eval: the value of an expression by itself, without a form.
#pragma once

#include <string>

#include "form/moment.h"
#include "sync/outcome.h"

namespace buurtpeil::sync {

/// Prints "number 5", "string abc", "boolean true" or "date 2026-03-01". What is no expression is told with
/// the place below a caret; exit code 1 for that and for a value that does not exist (date('1983-09-31')).
/// `${name}` is an error: there is no form to ask.
[[nodiscard]] Outcome evaluate(const std::string& source, Moment now);

}  // namespace buurtpeil::sync
