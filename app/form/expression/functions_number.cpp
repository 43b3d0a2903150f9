#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>
#include <string>

#include "form/expression/functions.h"

namespace buurtpeil {
namespace {

// Numbers of all arguments; questions without an answer do not count.
std::vector<double> numbers_of(Evaluation& at, const Arguments& arguments) {
  std::vector<double> numbers;
  for (const Value& value : at.values(arguments))
    if (!is_empty(value)) numbers.push_back(to_number(value));
  return numbers;
}

bool has_no_number(const std::vector<double>& numbers) {
  return numbers.empty() ||
         std::any_of(numbers.begin(), numbers.end(), [](double n) { return std::isnan(n); });
}

Result sum(Evaluation& at, const Arguments& arguments) {
  double total = 0;
  for (const double number : numbers_of(at, arguments)) total += number;
  return Result{total};
}

Result greatest(Evaluation& at, const Arguments& arguments) {
  const std::vector<double> numbers = numbers_of(at, arguments);
  return Result{has_no_number(numbers) ? NAN : *std::max_element(numbers.begin(), numbers.end())};
}

Result least(Evaluation& at, const Arguments& arguments) {
  const std::vector<double> numbers = numbers_of(at, arguments);
  return Result{has_no_number(numbers) ? NAN : *std::min_element(numbers.begin(), numbers.end())};
}

// The number with its decimal point moved, as its digits say it: 1.255 by two places is 125.5, where a
// product would be 125.49999999999999.
double shifted(double number, int places) {
  const std::string digits = number_to_text(number) + "e" + std::to_string(places);
  double moved = number;
  (void)std::from_chars(digits.data(), digits.data() + digits.size(), moved);
  return moved;
}

// Halves go up, also below zero. A text may have a decimal comma, as the reference evaluator allows here
// only.
Result round(Evaluation& at, const Arguments& arguments) {
  const Value value = at.value(arguments[0]);
  double number = to_number(value);
  if (const auto* text = std::get_if<std::string>(&value); text != nullptr && std::isnan(number)) {
    std::string with_point = *text;
    std::replace(with_point.begin(), with_point.end(), ',', '.');
    number = text_to_number(with_point);
  }
  const double places = arguments.size() > 1 ? std::trunc(at.number(arguments[1])) : 0;
  if (std::isnan(places) || std::abs(places) > 300) return Result{NAN};
  if (!std::isfinite(number)) return Result{number};
  const double scaled = shifted(number, static_cast<int>(places)), below = std::floor(scaled);
  if (!std::isfinite(scaled)) return Result{number};
  return Result{shifted(scaled - below < 0.5 ? below : below + 1, -static_cast<int>(places))};
}

template <double (*compute)(double)>
Result of_one(Evaluation& at, const Arguments& arguments) {
  return Result{compute(at.number(arguments[0]))};
}

template <double (*compute)(double, double)>
Result of_two(Evaluation& at, const Arguments& arguments) {
  const double first = at.number(arguments[0]);
  return Result{compute(first, at.number(arguments[1]))};
}

double ten_to_the(double exponent) { return std::pow(10, exponent); }

constexpr Function number_table[] = {
    {"number", 1, 1,
     [](Evaluation& at, const Arguments& arguments) { return Result{at.number(arguments[0])}; }},
    {"random", 0, 0, [](Evaluation& at, const Arguments&) { return Result{at.scope().random()}; },
     Gives::something_else},
    {"int", 1, 1, of_one<std::trunc>},
    {"sum", 1, Function::any_number, sum},
    {"max", 1, Function::any_number, greatest},
    {"min", 1, Function::any_number, least},
    {"round", 1, 2, round},
    {"pow", 2, 2, of_two<std::pow>},
    {"log", 1, 1, of_one<std::log>},
    {"log10", 1, 1, of_one<std::log10>},
    {"abs", 1, 1, of_one<std::fabs>},
    {"sin", 1, 1, of_one<std::sin>},
    {"cos", 1, 1, of_one<std::cos>},
    {"tan", 1, 1, of_one<std::tan>},
    {"asin", 1, 1, of_one<std::asin>},
    {"acos", 1, 1, of_one<std::acos>},
    {"atan", 1, 1, of_one<std::atan>},
    {"atan2", 2, 2, of_two<std::atan2>},
    {"sqrt", 1, 1, of_one<std::sqrt>},
    {"exp", 1, 1, of_one<std::exp>},
    {"exp10", 1, 1, of_one<ten_to_the>},
    {"pi", 0, 0, [](Evaluation&, const Arguments&) { return Result{std::numbers::pi}; }},
};

}  // namespace

std::span<const Function> number_functions() { return number_table; }

}  // namespace buurtpeil
