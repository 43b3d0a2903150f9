// The functions of the ODK XForms specification: their names, how many arguments they take, and what computes
// them.
#pragma once

#include <string_view>
#include <vector>

#include "form/syntax.h"

namespace buurtpeil {

class Evaluation;  // form/evaluation.h
struct Result;

struct Function {
  static constexpr int any_number = 1'000;

  std::string_view name;
  int least = 0;             ///< arguments
  int most = 0;              ///< arguments; any_number for no limit
  bool is_volatile = false;  ///< asks for the moment or for chance
  Result (*compute)(Evaluation& evaluation, const std::vector<Syntax>& arguments) = nullptr;
};

/// nullptr when there is no such function.
[[nodiscard]] const Function* function_named(std::string_view name);
[[nodiscard]] const std::vector<std::string_view>& function_names();

/// What is wrong with the number of arguments or with a literal among them (a regular expression), or "".
[[nodiscard]] std::string complaint_about_arguments(const Function& function,
                                                    const std::vector<Syntax>& arguments);

}  // namespace buurtpeil
