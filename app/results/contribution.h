// What one finished response adds to the results of its round.
#pragma once

#include <string>
#include <vector>

#include "form/form.h"
#include "results/results.h"
#include "store/stored_response.h"

namespace buurtpeil {

/// The answer of one person to a question with results.
struct Contribution {
  int row = 0;  ///< of the question in Form::rows; of points that are divided, of their group
  Tally person;
};

/// In the form's order, of every question with results that has an answer. Nothing of a response that is not
/// finished or that is doubted: abandoned ones do not count, since nobody said that they were done.
[[nodiscard]] std::vector<Contribution> contributions_of(const Form& form, const StoredResponse& response);

/// The name of the choice that says where, "" where there is no such answer.
[[nodiscard]] std::string place_of(const Form& form, const StoredResponse& response);

/// What is counted of a row with results.
[[nodiscard]] ResultKind result_kind_of(const Row& row);

/// The items of a row with results, in the form's order, with their labels: choices, the questions over which
/// points are divided, or the classes of a number ("10–19", "50+"; those below the first one are "-").
[[nodiscard]] std::vector<ResultItem> result_items_of(const Form& form, const Row& row);

/// A text in each language of the form; references stand as "…".
[[nodiscard]] WordsByLanguage words_by_language(const Form& form, const Text& text);

/// The item in which a number is counted.
[[nodiscard]] std::string class_of(const Row& row, const std::string& value);

}  // namespace buurtpeil
