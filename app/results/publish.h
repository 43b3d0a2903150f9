// From what was counted to what may be published.
#pragma once

#include <string>
#include <vector>

#include "form/form.h"
#include "results/batches.h"
#include "results/results.h"

namespace buurtpeil {

/// What was counted of a form's round: by path of the question.
using RoundCount = std::map<std::string, PlaceCounts, std::less<>>;

/// Counts what a response contributes. Gives what changed, for the store. People of a place that is no
/// choice of the form count in the total alone.
[[nodiscard]] std::vector<ResultRow> count_response(RoundCount& round, const Form& form,
                                                    const StoredResponse& response);

/// What the store says was counted.
[[nodiscard]] RoundCount round_of(const std::vector<ResultRow>& rows);

/// What of it may be published, of each question with results, published or not: see README.md. Of numbers
/// that are not counted by batches (responses and so on) nothing is filled in, nor of kiosks, municipality
/// and crossings.
[[nodiscard]] Results published(const Form& form, const RoundCount& round);

}  // namespace buurtpeil
