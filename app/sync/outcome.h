// The result of a verb of the desk tool: what to print, and the exit code. Verbs print nothing themselves, so
// that tests see all of it.
#pragma once

#include <string>

namespace buurtpeil::sync {

struct Outcome {
  int exit_code = 0;  ///< 0 done, 1 something went wrong, 2 the command line makes no sense
  std::string out;    ///< what was asked for
  std::string err;    ///< what went wrong, or is worth knowing: sentences, a line each
};

}  // namespace buurtpeil::sync
