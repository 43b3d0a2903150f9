// Any text as an expression: printed it parses again to the same, and both evaluate to the same.
#include "form/expression/expression.h"

#include <fmt/format.h>

#include "form/small_tree.h"
#include "fuzz.h"

namespace {

using namespace buurtpeil;

const SmallTree scope;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto expression = Expression::parse(fuzz::text_of(data, size));
  if (!expression) {
    fuzz::must(expression.error().offset <= size && !expression.error().message.empty(),
               "a mistake has a place and a sentence");
    return 0;
  }
  for (const Reference& reference : expression->references())
    fuzz::must(reference.offset < size, "a reference stands in the text");
  const std::string printed = expression->print();
  const auto again = Expression::parse(printed);
  // What is printed may be longer than what was written, and so too long or nested too deeply.
  if (!again) {
    const std::string& message = again.error().message;
    fuzz::must(message.contains("longer than") || message.contains("too deeply"),
               fmt::format("'{}' does not parse: {}", printed, message));
    return 0;
  }
  fuzz::must(again->print() == printed,
             fmt::format("'{}' prints as '{}' the second time", printed, again->print()));
  const std::string first = outcome_of(*expression, scope), second = outcome_of(*again, scope);
  fuzz::must(first == second, fmt::format("'{}' gives {}, printed again {}", printed, first, second));
  return 0;
}
