// buurtpeil-sync check: everything that is wrong with forms, all at once and in the file's order, and a line
// about each: how many questions, in which languages, how long it takes, how many problems there are (also
// those that a brief listing leaves out).
#pragma once

#include <filesystem>
#include <vector>

#include "form/problem.h"
#include "sync/outcome.h"

namespace buurtpeil::sync {

/// `deployment`: before a form goes out; the rules are in gate.h.
enum class Strictness { writing, deployment };

struct CheckRequest {
  std::vector<std::filesystem::path> forms;
  Strictness strictness = Strictness::writing;
  Listing listing = Listing::brief;
  std::filesystem::path core = "";  ///< what they are held against besides (core.h); "" for nothing
};

/// Exit code 1 when one of the forms has an error, or the core cannot be used: then no form is looked at.
[[nodiscard]] Outcome check_forms(const CheckRequest& request);

}  // namespace buurtpeil::sync
