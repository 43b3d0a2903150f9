// The functions of the ODK XForms specification: their names, how many arguments they take, and what computes
// them. Each file functions_*.cpp has a table of one kind.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "form/expression/evaluation.h"
#include "form/expression/syntax.h"

namespace buurtpeil {

using Arguments = std::vector<Syntax>;

enum class Gives {
  the_same,        ///< for the same arguments
  something_else,  ///< each time: it asks for the moment, for a random number, or for what it gave before
};

struct Function {
  static constexpr int any_number = 1'000;

  std::string_view name;
  int least = 0;  ///< arguments
  int most = 0;   ///< arguments; any_number for no limit
  Result (*compute)(Evaluation& at, const Arguments& arguments) = nullptr;
  Gives gives = Gives::the_same;
};

[[nodiscard]] std::span<const Function> text_functions();
[[nodiscard]] std::span<const Function> logic_functions();
[[nodiscard]] std::span<const Function> number_functions();
[[nodiscard]] std::span<const Function> node_functions();
[[nodiscard]] std::span<const Function> date_functions();
[[nodiscard]] std::span<const Function> place_functions();

/// nullptr when there is no such function.
[[nodiscard]] const Function* function_named(std::string_view name);
[[nodiscard]] const std::vector<std::string_view>& function_names();

/// What is wrong with the number of arguments or with a literal among them (a regular expression), or "".
[[nodiscard]] std::string complaint_about_arguments(const Function& function, const Arguments& arguments);

}  // namespace buurtpeil
