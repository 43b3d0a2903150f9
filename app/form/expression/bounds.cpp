#include "form/expression/bounds.h"

#include <algorithm>

#include "form/expression/functions.h"
#include "form/expression/syntax.h"

namespace buurtpeil {
namespace {

bool is_own_value(const Syntax& syntax, std::string_view name) {
  if (syntax.kind == SyntaxKind::reference) return syntax.text == name;
  if (syntax.kind != SyntaxKind::path || syntax.start == PathStart::expression) return false;
  if (syntax.steps.size() == 1 && syntax.steps[0].axis == Axis::self)
    return syntax.start == PathStart::context && syntax.steps[0].predicates.empty();
  return false;
}

bool is_bounded(const Syntax& syntax, std::string_view name, Bounded what) {
  if (what == Bounded::answer) return is_own_value(syntax, name);
  return syntax.kind == SyntaxKind::call && syntax.function->name == "count-selected" &&
         is_own_value(syntax.parts[0], name);
}

bool is_call_of_current(const Syntax& syntax) {
  return syntax.kind == SyntaxKind::call && syntax.function->name == "current";
}

// Rather too often than too seldom: a path that ends in the question's name may lead to another one.
bool looks_at_own(const Syntax& syntax, std::string_view name) {
  if (is_own_value(syntax, name) || is_call_of_current(syntax)) return true;
  const auto looks = [&](const Syntax& part) { return looks_at_own(part, name); };
  for (const Step& step : syntax.steps)
    if (std::ranges::any_of(step.predicates, looks)) return true;
  if (syntax.kind == SyntaxKind::path) {
    if (syntax.steps.empty() || syntax.steps.back().axis != Axis::child || syntax.steps.back().name == name)
      return true;
    const bool from_current = syntax.start == PathStart::expression && is_call_of_current(syntax.parts[0]);
    if (from_current && syntax.steps.front().axis == Axis::parent) return false;
  }
  return std::ranges::any_of(syntax.parts, looks);
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
    case SyntaxKind::less:
      return SyntaxKind::greater_or_equal;
    case SyntaxKind::less_or_equal:
      return SyntaxKind::greater;
    case SyntaxKind::greater:
      return SyntaxKind::less_or_equal;
    case SyntaxKind::greater_or_equal:
      return SyntaxKind::less;
    case SyntaxKind::unequal:
      return SyntaxKind::equal;
    default:
      return SyntaxKind::number;  // no comparison that bounds
  }
}

std::optional<double> constant_of(const Syntax& syntax) {
  if (syntax.kind == SyntaxKind::number) return syntax.number;
  if (syntax.kind != SyntaxKind::negate || syntax.parts[0].kind != SyntaxKind::number) return std::nullopt;
  return -syntax.parts[0].number;
}

class Bounds {
 public:
  Bounds(std::string_view name, Bounded what) : name_(name), what_(what) {}

  void read(const Syntax& syntax, bool holds) {
    const SyntaxKind joined = holds ? SyntaxKind::both : SyntaxKind::either;
    if (syntax.kind == joined) {
      for (const Syntax& part : syntax.parts) read(part, holds);
    } else if (syntax.kind == SyntaxKind::call && syntax.function->name == "not") {
      read(syntax.parts[0], !holds);
    } else if (syntax.parts.size() == 2 && syntax.kind >= SyntaxKind::equal &&
               syntax.kind <= SyntaxKind::greater_or_equal) {
      const SyntaxKind kind = holds ? syntax.kind : negated(syntax.kind);
      if (is_bounded(syntax.parts[0], name_, what_))
        add(kind, syntax.parts[1]);
      else if (is_bounded(syntax.parts[1], name_, what_))
        add(turned_round(kind), syntax.parts[0]);
    }
  }

  std::vector<Bound> found;

 private:
  void add(SyntaxKind kind, const Syntax& number) {
    if (looks_at_own(number, name_)) return;
    const auto expression = Expression::parse(print_syntax(number));
    if (!expression || expression->is_volatile()) return;
    const bool equal = kind == SyntaxKind::equal;
    if (equal || kind == SyntaxKind::greater || kind == SyntaxKind::greater_or_equal)
      found.push_back({Bound::Side::least, kind != SyntaxKind::greater, *expression, constant_of(number)});
    if (equal || kind == SyntaxKind::less || kind == SyntaxKind::less_or_equal)
      found.push_back({Bound::Side::most, kind != SyntaxKind::less, *expression, constant_of(number)});
  }

  std::string_view name_;
  Bounded what_;
};

}  // namespace

std::vector<Bound> bounds_of(const Expression& constraint, std::string_view name, Bounded what) {
  Bounds bounds(name, what);
  bounds.read(constraint.syntax(), true);
  return std::move(bounds.found);
}

}  // namespace buurtpeil
