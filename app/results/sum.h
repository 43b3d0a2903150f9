// Results of several places where a round was held, as one.
#pragma once

#include <expected>

#include "form/error.h"
#include "results/results.h"

namespace buurtpeil {

/// Adds what `other` counted to `to`: another kiosk's, or another part of the municipality's. Words and the
/// order of items stay those of `to`; what only `other` has comes after. An error, which changes nothing:
/// they are of other forms or rounds, a kiosk is in both, or a question is of another kind.
[[nodiscard]] std::expected<void, Error> add_results(Results& to, const Results& other);

}  // namespace buurtpeil
