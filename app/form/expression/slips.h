// What authors write in expressions that other languages have: what is meant, for the parser's messages.
#pragma once

#include <string>
#include <string_view>

namespace buurtpeil {

/// One sentence with the remedy about what stands where the parser can go on with nothing: `rest` is the
/// source from there on, `word` the name or character that it begins with, `before` the name that it follows.
/// "" when nobody knows.
[[nodiscard]] std::string slip_at(std::string_view rest, std::string_view word, std::string_view before);

/// The same about the name before it: an operator with nothing to its left, a function without brackets.
[[nodiscard]] std::string slip_after(std::string_view before);

/// The same about two signs that belong together, of which the parser took the first one for an operator.
[[nodiscard]] std::string slip_in_pair(std::string_view pair);

/// "0,5" somewhere in it.
[[nodiscard]] bool has_decimal_comma(std::string_view source);

/// A function of that name is unknown.
[[nodiscard]] std::string slip_in_call(std::string_view name);

}  // namespace buurtpeil
