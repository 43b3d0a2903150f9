// Whether a form asks one row of its core unchanged. For core.cpp.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "form/form.h"
#include "form/problem_list.h"
#include "sync/form_cells.h"

namespace buurtpeil::sync {

/// A form beside its core.
struct CorePair {
  const Form& core;
  const FormCells& core_cells;
  std::string core_file;  ///< as it was named, for messages
  const Form& form;
  FormCells form_cells;
  ProblemList& problems;
  std::vector<std::string> languages{};  ///< codes of those that both have; "" of words in no known language
  std::set<std::pair<std::string, std::string>> compared_lists{};  ///< keys in Form::choices

  /// "core.xlsx: survey!C7"
  [[nodiscard]] std::string in_core(const Cell& cell) const;
};

/// Adds an error for each part of the row that is otherwise than in the core; not where it stands.
void compare_row(CorePair& pair, const Row& core_row, const Row& row);

/// The words of a text in the language with this code; nullptr where it has none in it.
[[nodiscard]] const Sentence* words_in(const Form& form, const Text& text, std::string_view code);
/// As people read them, for comparing: references in one spelling, spaces and style do not count.
[[nodiscard]] std::string said(const Sentence& sentence);

/// Which of these numbers have to move so that the others ascend: as few as possible.
[[nodiscard]] std::vector<bool> out_of_order(const std::vector<int>& numbers);

}  // namespace buurtpeil::sync
