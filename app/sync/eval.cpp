#include "sync/eval.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "form/expression.h"

namespace buurtpeil::sync {
namespace {

/// The message, the line of the expression that it is about, and a caret below the place.
std::string with_caret(std::string_view source, std::size_t offset, const std::string& message) {
  offset = std::min(offset, source.size());
  const std::size_t before = source.substr(0, offset).rfind('\n');
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::string_view line = source.substr(begin, source.find('\n', begin) - begin);
  std::string indent;  // tabs stay, a letter of several bytes is one place
  for (const char c : source.substr(begin, offset - begin)) {
    if (c == '\t') indent += c;
    if (c != '\t' && (static_cast<unsigned char>(c) & 0xC0) != 0x80) indent += ' ';
  }
  return fmt::format("{}\n  {}\n  {}^\n", message, line, indent);
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
