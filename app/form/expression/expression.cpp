#include "form/expression/expression.h"

#include <fmt/format.h>

#include "form/expression/functions.h"
#include "form/expression/syntax.h"

namespace buurtpeil {
namespace {

int strength_of(const Syntax& syntax) {
  for (const Operator& candidate : operators)
    if (candidate.kind == syntax.kind) return candidate.strength;
  return operand_strength;
}

std::string_view spelling_of(SyntaxKind kind) {
  for (const Operator& candidate : operators)
    if (candidate.kind == kind) return candidate.spelling;
  return {};
}

/// "/" alone: what follows it would be read as its first step ("/ and x", "/ * 2").
bool is_document(const Syntax& syntax) {
  return syntax.kind == SyntaxKind::path && syntax.start == PathStart::document && syntax.steps.empty();
}

std::string print_within(const Syntax& syntax, int strength) {
  std::string printed = print_syntax(syntax);
  return strength_of(syntax) < strength || is_document(syntax) ? "(" + printed + ")" : printed;
}

std::string print_step(const Step& step) {
  std::string printed;
  if (step.axis == Axis::child)
    printed = step.name;
  else if (step.name == "*")
    printed = step.axis == Axis::parent ? ".." : ".";
  else
    printed = (step.axis == Axis::parent ? "parent::" : "self::") + step.name;
  for (const Syntax& predicate : step.predicates) printed += "[" + print_syntax(predicate) + "]";
  return printed;
}

std::string print_path(const Syntax& path) {
  std::string printed;
  if (path.start == PathStart::document) printed = "/";
  if (path.start == PathStart::expression) {
    const bool is_path = path.parts[0].kind == SyntaxKind::path;
    printed =
        (is_path ? "(" + print_syntax(path.parts[0]) + ")" : print_within(path.parts[0], operand_strength)) +
        "/";
  }
  for (std::size_t i = 0; i < path.steps.size(); ++i)
    printed += (i == 0 ? "" : "/") + print_step(path.steps[i]);
  return printed;
}

std::string print_filter(const Syntax& filter) {
  const Syntax& operand = filter.parts[0];
  const bool needs_brackets = operand.kind == SyntaxKind::path || operand.kind == SyntaxKind::filter;
  std::string printed =
      needs_brackets ? "(" + print_syntax(operand) + ")" : print_within(operand, operand_strength);
  for (std::size_t i = 1; i < filter.parts.size(); ++i) printed += "[" + print_syntax(filter.parts[i]) + "]";
  return printed;
}

std::string print_call(const Syntax& call) {
  std::string printed = std::string(call.function->name) + "(";
  for (std::size_t i = 0; i < call.parts.size(); ++i)
    printed += (i == 0 ? "" : ", ") + print_syntax(call.parts[i]);
  return printed + ")";
}

// "current()/../name", "/data/street": a location path up to its first predicate; "" when it is another
// thing.
std::string print_plain_path(const Syntax& path) {
  std::string printed;
  if (path.start == PathStart::document) printed = "/";
  if (path.start == PathStart::expression) {
    const Syntax& start = path.parts[0];
    if (start.kind != SyntaxKind::call || start.function->name != "current") return {};
    printed = "current()/";
  }
  for (std::size_t i = 0; i < path.steps.size(); ++i) {
    const Step plain{path.steps[i].axis, path.steps[i].name, {}};
    printed += (i == 0 ? "" : "/") + print_step(plain);
    if (!path.steps[i].predicates.empty()) break;
  }
  return printed;
}

enum class Inside { nothing, predicate };

void collect(const Syntax& syntax, Inside inside, std::vector<Reference>& into) {
  const bool in_predicate = inside == Inside::predicate;
  if (syntax.kind == SyntaxKind::reference) {
    const bool last_saved = syntax.text.starts_with("last-saved#");
    into.push_back({last_saved ? Reference::Kind::last_saved : Reference::Kind::question,
                    last_saved ? syntax.text.substr(11) : syntax.text, syntax.offset, in_predicate});
  }
  if (syntax.kind == SyntaxKind::path) {
    std::string plain = print_plain_path(syntax);
    if (!plain.empty())
      into.push_back({Reference::Kind::path, std::move(plain), syntax.offset, in_predicate});
  }
  if (syntax.kind == SyntaxKind::call) {
    const std::string_view name = syntax.function->name;
    const bool names_instance = name == "instance" || name == "pulldata";
    if (names_instance && syntax.parts[0].kind == SyntaxKind::text)
      into.push_back({Reference::Kind::instance, syntax.parts[0].text, syntax.parts[0].offset, in_predicate});
  }
  for (std::size_t i = 0; i < syntax.parts.size(); ++i)
    collect(syntax.parts[i], syntax.kind == SyntaxKind::filter && i > 0 ? Inside::predicate : inside, into);
  for (const Step& step : syntax.steps)
    for (const Syntax& predicate : step.predicates) collect(predicate, Inside::predicate, into);
}

bool contains_volatile(const Syntax& syntax) {
  if (syntax.kind == SyntaxKind::call && syntax.function->gives == Gives::something_else) return true;
  for (const Syntax& part : syntax.parts)
    if (contains_volatile(part)) return true;
  for (const Step& step : syntax.steps)
    for (const Syntax& predicate : step.predicates)
      if (contains_volatile(predicate)) return true;
  return false;
}

}  // namespace

std::string print_syntax(const Syntax& syntax) {
  switch (syntax.kind) {
    case SyntaxKind::number:
      return number_to_text(syntax.number);
    case SyntaxKind::text: {
      const char quote = syntax.text.find('\'') == std::string::npos ? '\'' : '"';
      return quote + syntax.text + quote;
    }
    case SyntaxKind::reference:
      return "${" + syntax.text + "}";
    case SyntaxKind::call:
      return print_call(syntax);
    case SyntaxKind::path:
      return print_path(syntax);
    case SyntaxKind::filter:
      return print_filter(syntax);
    case SyntaxKind::negate:
      return "-" + print_within(syntax.parts[0], negation_strength);
    default:
      break;
  }
  const int strength = strength_of(syntax);
  return fmt::format("{} {} {}", print_within(syntax.parts[0], strength), spelling_of(syntax.kind),
                     print_within(syntax.parts[1], strength + 1));
}

std::expected<Expression, ExpressionError> Expression::parse(std::string_view source) {
  if (source.size() > max_expression_bytes)
    return std::unexpected(ExpressionError{
        max_expression_bytes, fmt::format("the expression is longer than {} bytes", max_expression_bytes)});
  std::expected<Syntax, ExpressionError> root = parse_syntax(source);
  if (!root) return std::unexpected(root.error());
  const bool is_volatile = contains_volatile(*root);
  return Expression(
      std::make_shared<const Parsed>(Parsed{std::string(source), std::move(*root), is_volatile}));
}

const std::string& Expression::source() const { return parsed_->source; }
std::string Expression::print() const { return print_syntax(parsed_->root); }
int Expression::depth() const { return parsed_->root.depth; }
bool Expression::is_volatile() const { return parsed_->is_volatile; }
const Syntax& Expression::syntax() const { return parsed_->root; }

std::vector<Reference> Expression::references() const {
  std::vector<Reference> references;
  collect(parsed_->root, Inside::nothing, references);
  return references;
}

}  // namespace buurtpeil
