// What all said elsewhere or earlier: results files that are shown beside this kiosk's own. They are named in
// kiosk.toml (`results`) or lie beside the form (*.results.json). A file that cannot be used is told to the
// staff; the kiosk goes on without it.
#pragma once

#include <string>
#include <vector>

#include "form/form.h"
#include "kiosk/config.h"
#include "results/results.h"

namespace buurtpeil {

struct OtherResults {
  std::vector<Results> earlier;  ///< of former rounds of this form in this municipality, the newest first
  /// Of this round: of all kiosks of the municipality, if there is such a file (of several the newest).
  std::vector<Results> municipality;
  std::vector<Results> elsewhere;     ///< of other municipalities, or the region, that share the core
  std::vector<std::string> problems;  ///< one sentence a file that is not used
};

/// Reads the files for a form, in the order of kiosk.toml, then by name. At most `most_results_files`.
[[nodiscard]] OtherResults load_other_results(const Config& config, const Form& form);

inline constexpr std::size_t most_results_files = 50;

}  // namespace buurtpeil
