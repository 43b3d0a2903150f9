// Truths, choices between values, and lists of chosen names.
#include <algorithm>

#include "form/expression/functions.h"
#include "form/expression/regex.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

Result if_then_else(Evaluation& at, const Arguments& arguments) {
  return at.evaluate(at.truth(arguments[0]) ? arguments[1] : arguments[2]);
}

Result coalesce(Evaluation& at, const Arguments& arguments) {
  for (const Syntax& argument : arguments) {
    Result result = at.evaluate(argument);
    const bool is_last = &argument == &arguments.back();
    if (is_last || !to_text(at.first_value(result)).empty()) return result;
  }
  return Result{std::string{}};
}

Result once(Evaluation& at, const Arguments& arguments) {
  const std::optional<Node> current = at.scope().current();
  if (current && !is_empty(at.scope().value(*current))) return Result{NodeSet{*current}};
  return at.evaluate(arguments[0]);
}

Result checklist(Evaluation& at, const Arguments& arguments) {
  const double least = at.number(arguments[0]), most = at.number(arguments[1]);
  const std::vector<Value> answers = at.values(arguments, 2);
  const auto count = static_cast<double>(std::count_if(answers.begin(), answers.end(), to_boolean));
  return Result{(least < 0 || count >= least) && (most < 0 || count <= most)};
}

Result weighted_checklist(Evaluation& at, const Arguments& arguments) {
  const double least = at.number(arguments[0]), most = at.number(arguments[1]);
  double weight = 0;
  for (std::size_t i = 2; i + 1 < arguments.size(); i += 2)
    if (at.truth(arguments[i])) weight += at.number(arguments[i + 1]);
  return Result{(least < 0 || weight >= least) && (most < 0 || weight <= most)};
}

Result boolean_from_string(Evaluation& at, const Arguments& arguments) {
  const std::string text = at.text(arguments[0]);
  return Result{text == "true" || text == "1"};
}

Result selected(Evaluation& at, const Arguments& arguments) {
  const std::vector<std::string> words = words_of(at.text(arguments[0]));
  const std::string wanted = at.text(arguments[1]);
  return Result{std::find(words.begin(), words.end(), std::string(trimmed(wanted))) != words.end()};
}

Result selected_at(Evaluation& at, const Arguments& arguments) {
  const std::vector<std::string> words = words_of(at.text(arguments[0]));
  const double index = at.number(arguments[1]);  // from 0
  const bool is_there = index >= 0 && index < static_cast<double>(words.size());
  return Result{is_there ? words[static_cast<std::size_t>(index)] : std::string{}};
}

constexpr Function logic_table[] = {
    {"if", 3, 3, if_then_else},
    {"coalesce", 2, Function::any_number, coalesce},
    {"once", 1, 1, once, Gives::something_else},
    {"true", 0, 0, [](Evaluation&, const Arguments&) { return Result{true}; }},
    {"false", 0, 0, [](Evaluation&, const Arguments&) { return Result{false}; }},
    {"boolean", 1, 1,
     [](Evaluation& at, const Arguments& arguments) { return Result{at.truth(arguments[0])}; }},
    {"boolean-from-string", 1, 1, boolean_from_string},
    {"not", 1, 1, [](Evaluation& at, const Arguments& arguments) { return Result{!at.truth(arguments[0])}; }},
    {"regex", 2, 2,
     [](Evaluation& at, const Arguments& arguments) {
       return Result{matches_whole(at.text(arguments[0]), at.text(arguments[1]))};
     }},
    {"checklist", 2, Function::any_number, checklist},
    {"weighted-checklist", 2, Function::any_number, weighted_checklist},
    {"selected", 2, 2, selected},
    {"selected-at", 2, 2, selected_at},
    {"count-selected", 1, 1,
     [](Evaluation& at, const Arguments& arguments) {
       return Result{static_cast<double>(words_of(at.text(arguments[0])).size())};
     }},
};

}  // namespace

std::span<const Function> logic_functions() { return logic_table; }

}  // namespace buurtpeil
