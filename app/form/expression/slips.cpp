#include "form/expression/slips.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "form/expression/functions.h"
#include "form/expression/syntax.h"
#include "form/strings.h"
#include "form/suggestion.h"

namespace buurtpeil {
namespace {

struct Slip {
  std::string_view written, meant;
};

// Signs of other languages.
constexpr std::array signs = std::to_array<Slip>({
    {"&&", "write 'and'"},
    {"||", "write 'or'"},
    {"≠", "write '!='"},
    {"≤", "write '<='"},
    {"≥", "write '>='"},
    {"×", "write '*'"},
    {"÷", "write 'div'"},
    {"–", "write the hyphen '-' for minus"},
    {"−", "write the hyphen '-' for minus"},
    {"&", "texts are joined with concat()"},
    {"%", "write 'div 100', or 'mod' for the rest of a division"},
    {"!", "write not(...), or '!=' for unequal"},
    {";", "between arguments stands a comma"},
    {"{", "a reference is written ${name}"},
    {"^", "write pow()"},
});
// Two signs of which the first one alone is an operator.
constexpr std::array pairs = std::to_array<Slip>({
    {"==", "="},
    {"<>", "!="},
    {"=<", "<="},
    {"=>", ">="},
    {"||", "or"},
});

constexpr std::array words = std::to_array<Slip>({
    {"en", "and"},
    {"und", "and"},
    {"et", "and"},
    {"of", "or"},
    {"oder", "or"},
    {"ou", "or"},
    {"is", "="},
    {"eq", "="},
    {"gt", ">"},
    {"lt", "<"},
    {"ge", ">="},
    {"le", "<="},
    {"ne", "!="},
    {"gelijk", "="},
    {"then", ","},
    {"else", ","},
    {"dan", ","},
    {"anders", ","},
});

const Operator* operator_called(std::string_view word) {
  const auto found = std::ranges::find(operators, word, &Operator::spelling);
  return found == operators.end() ? nullptr : &*found;
}

bool is_operator_word(std::string_view word) {
  return word.size() > 1 && word.front() >= 'a' && word.front() <= 'z' && operator_called(word) != nullptr;
}

constexpr std::array calls = std::to_array<Slip>({
    {"niet", "not"},
    {"en", "and"},
    {"of", "or"},
    {"als", "if"},
    {"som", "sum"},
    {"len", "string-length"},
    {"length", "string-length"},
    {"lengte", "string-length"},
    {"ifelse", "if"},
    {"iif", "if"},
    {"vandaag", "today"},
    {"nu", "now"},
    {"gekozen", "selected"},
    {"isblank", ""},
    {"isempty", ""},
    {"is-empty", ""},
    {"is_empty", ""},
    {"isnull", ""},
    {"avg", "sum"},
    {"floor", "int"},
    {"ceiling", "round"},
    {"concatenate", "concat"},
});

}  // namespace

std::string slip_at(std::string_view rest, std::string_view word, std::string_view before) {
  const std::string small = lower_case(word);
  if (small != word && is_operator_word(small))
    return fmt::format("'{}' is not known; write it in small letters: {}", word, small);
  for (const Slip& slip : words)
    if (small == slip.written) return fmt::format("'{}' is not known; write '{}'", word, slip.meant);
  for (const Slip& slip : signs)
    if (rest.starts_with(slip.written)) return fmt::format("'{}' is not known; {}", slip.written, slip.meant);
  const bool number_before = !before.empty() && before.front() >= '0' && before.front() <= '9';
  if (number_before && rest.size() > 1 && rest.starts_with(',') && rest[1] >= '0' && rest[1] <= '9')
    return "a number has a point, as in 0.5, and no comma";
  return "";
}

std::string slip_in_pair(std::string_view pair) {
  for (const Slip& slip : pairs)
    if (pair.starts_with(slip.written))
      return fmt::format("'{}' is not known; write '{}'", slip.written, slip.meant);
  return "";
}

std::string slip_after(std::string_view before) {
  if (is_operator_word(before)) return fmt::format("'{}' has nothing before it; is it one too many?", before);
  if (function_named(before) != nullptr)
    return fmt::format("after '{0}' the brackets are missing: {0}(...)", before);
  return "";
}

bool has_decimal_comma(std::string_view source) {
  const auto is_digit = [&](std::size_t at) { return source[at] >= '0' && source[at] <= '9'; };
  for (std::size_t at = source.find(',', 1); at != std::string_view::npos; at = source.find(',', at + 1))
    if (at + 1 < source.size() && is_digit(at - 1) && is_digit(at + 1)) return true;
  return false;
}

std::string slip_in_call(std::string_view name) {
  const std::string small = lower_case(name);
  if (small != name && function_named(small) != nullptr)
    return fmt::format("unknown function '{}'; write it in small letters: {}()", name, small);
  if (is_operator_word(small))
    return fmt::format("'{0}' is no function: it stands between two parts, as in ${{a}} {0} ${{b}}", small);
  for (const Slip& slip : calls)
    if (small == slip.written)
      return slip.meant.empty()
                 ? fmt::format(
                       "unknown function '{}'; to ask whether there is no answer write ${{name}} = ''", name)
             : is_operator_word(slip.meant)
                 ? fmt::format("unknown function '{}'; write '{}' between the two", name, slip.meant)
                 : fmt::format("unknown function '{}'; did you mean '{}'?", name, slip.meant);
  return fmt::format("unknown function '{}'{}", name, did_you_mean(name, function_names()));
}

}  // namespace buurtpeil
