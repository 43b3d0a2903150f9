// What all said in the stores of a round: many kiosks together. The responses of each kiosk are counted in
// the order of their end, as the kiosk itself counted them, so that what is published is made of the same
// batches (app/results/README.md); responses that several stores have count once. The same stores give the
// same results, in whatever order they are named.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "form/error.h"
#include "results/results.h"
#include "store/store.h"
#include "sync/export.h"

namespace buurtpeil::sync {

struct RoundRequest {
  std::string form_id = {};               ///< "": the only form with results that the stores have
  std::optional<std::string> round = {};  ///< else that of the form's newest version
  std::string municipality = {};          ///< who asked: stands in the file
  /// The round is over, at all these kiosks: who still waits is published too, people of several kiosks
  /// together, and so are the crossings that the author chose. Never before: a later answer could not be kept
  /// apart from those that are published then.
  bool closed = false;
};

/// Adds to `warnings` what is left out. An error where no form has results, or several have and none is
/// named.
[[nodiscard]] std::expected<Results, Error> results_of_stores(const std::vector<StoreReader>& stores,
                                                              const RoundRequest& request,
                                                              const FormLoader& load,
                                                              std::vector<std::string>& warnings);

}  // namespace buurtpeil::sync
