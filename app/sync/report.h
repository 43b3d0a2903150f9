// buurtpeil-sync report: what all said, as one page for people: a council, a neighbourhood, the paper.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sync/count_round.h"
#include "sync/outcome.h"

namespace buurtpeil::sync {

struct ReportRequest {
  std::vector<std::filesystem::path> inputs;  ///< as of `results`: stores, and results files of other kiosks
  RoundRequest round;                         ///< of the stores
  std::filesystem::path to;
  std::string language;  ///< a code; "" for the one in which most is said, and of those Dutch
  /// Results files that are held beside it: other rounds of the form, other municipalities.
  std::vector<std::filesystem::path> compared;
  std::filesystem::path theme;  ///< "" for ours
};

/// Writes the page, whole or not at all; the same bytes for the same input.
[[nodiscard]] Outcome write_report(const ReportRequest& request);

}  // namespace buurtpeil::sync
