#include "form/expression/selection_limit.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "form/expression/functions.h"
#include "form/expression/syntax.h"
#include "form/limits.h"

namespace buurtpeil {
namespace {

bool is_own_value(const Syntax& syntax, std::string_view name) {
  if (syntax.kind == SyntaxKind::reference) return syntax.text == name;
  if (syntax.kind != SyntaxKind::path || syntax.start == PathStart::expression) return false;
  if (syntax.steps.size() == 1 && syntax.steps[0].axis == Axis::self)
    return syntax.start == PathStart::context && syntax.steps[0].predicates.empty();
  return false;
}

bool counts_selected(const Syntax& syntax, std::string_view name) {
  return syntax.kind == SyntaxKind::call && syntax.function->name == "count-selected" &&
         is_own_value(syntax.parts[0], name);
}

SyntaxKind turned_round(SyntaxKind kind) {
  switch (kind) {
    case SyntaxKind::less:
      return SyntaxKind::greater;
    case SyntaxKind::less_or_equal:
      return SyntaxKind::greater_or_equal;
    case SyntaxKind::greater:
      return SyntaxKind::less;
    case SyntaxKind::greater_or_equal:
      return SyntaxKind::less_or_equal;
    default:
      return kind;
  }
}

SyntaxKind negated(SyntaxKind kind) {
  switch (kind) {
    case SyntaxKind::greater:
      return SyntaxKind::less_or_equal;
    case SyntaxKind::greater_or_equal:
      return SyntaxKind::less;
    default:
      return SyntaxKind::number;  // no comparison from above
  }
}

enum class Said { so, not_so };

// As a number, which need not be whole: "count-selected(.) < 3.5".
std::optional<double> limit_of(const Syntax& syntax, std::string_view name, Said said) {
  if (syntax.kind == SyntaxKind::both && said == Said::so) {
    const auto first = limit_of(syntax.parts[0], name, said), second = limit_of(syntax.parts[1], name, said);
    return first && second ? std::min(*first, *second) : first ? first : second;
  }
  if (syntax.kind == SyntaxKind::call && syntax.function->name == "not" && said == Said::so)
    return limit_of(syntax.parts[0], name, Said::not_so);
  if (syntax.parts.size() != 2) return std::nullopt;
  const bool counts_first = counts_selected(syntax.parts[0], name);
  const Syntax& number = syntax.parts[counts_first ? 1 : 0];
  if (number.kind != SyntaxKind::number || (!counts_first && !counts_selected(syntax.parts[1], name)))
    return std::nullopt;
  SyntaxKind kind = counts_first ? syntax.kind : turned_round(syntax.kind);
  if (said == Said::not_so) kind = negated(kind);
  if (kind == SyntaxKind::less_or_equal || kind == SyntaxKind::equal) return std::floor(number.number);
  if (kind == SyntaxKind::less) return std::ceil(number.number) - 1;
  return std::nullopt;
}

}  // namespace

int selection_limit(const Expression& constraint, std::string_view name) {
  const auto limit = limit_of(constraint.syntax(), name, Said::so);
  return limit && *limit >= 1 && *limit < static_cast<double>(limits::rows) ? static_cast<int>(*limit) : 0;
}

}  // namespace buurtpeil
