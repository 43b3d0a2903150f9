// buurtpeil-sync results: what all said, as a file that can be shown, reported and sent on.
#pragma once

#include <filesystem>
#include <vector>

#include "sync/count_round.h"
#include "sync/outcome.h"

namespace buurtpeil::sync {

struct ResultsRequest {
  std::vector<std::filesystem::path> inputs = {};  ///< stores, and results files (.json) of other kiosks
  std::filesystem::path to = {};
  RoundRequest round = {};
};

/// The inputs as one: stores counted together, results files added.
[[nodiscard]] std::expected<Results, Error> results_of_inputs(
    const std::vector<std::filesystem::path>& inputs, const RoundRequest& round,
    std::vector<std::string>& warnings);

/// The verb: writes the results file, whole or not at all.
[[nodiscard]] Outcome write_results(const ResultsRequest& request);

}  // namespace buurtpeil::sync
