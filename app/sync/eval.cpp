#include "sync/eval.h"

#include <fmt/format.h>

#include <string_view>

#include "form/expression/excerpt.h"
#include "form/expression/expression.h"

namespace buurtpeil::sync {
namespace {

/// The message, the line of the expression that it is about, and a caret below the place.
std::string with_caret(std::string_view source, std::size_t offset, const std::string& message) {
  return fmt::format("{}\n{}\n", message, excerpt_of(source, offset));
}

Outcome failed(std::string message) { return {.exit_code = 1, .out = "", .err = std::move(message)}; }

}  // namespace

Outcome evaluate(const std::string& source, Moment now) {
  const auto expression = Expression::parse(source);
  if (!expression) return failed(with_caret(source, expression.error().offset, expression.error().message));
  for (const Reference& reference : expression->references())
    if (reference.kind == Reference::Kind::question || reference.kind == Reference::Kind::last_saved)
      return failed(with_caret(source, reference.offset,
                               fmt::format("'{}' is a question of a form, and there is none here; 'try' "
                                           "evaluates with a form",
                                           reference.name)));
  const auto value = expression->evaluate(Scope(now));
  if (!value) return failed(value.error().message + "\n");
  return {.exit_code = 0, .out = fmt::format("{} {}\n", type_name(*value), to_text(*value)), .err = ""};
}

}  // namespace buurtpeil::sync
