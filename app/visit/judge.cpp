#include "visit/judge.h"

#include <algorithm>
#include <cmath>

#include "form/expression/evaluation.h"
#include "form/expression/syntax.h"

namespace buurtpeil {
namespace {

/// The result for a condition. In ascending order of preference: "or" takes the larger one.
enum class Verdict {
  lacking,  ///< false, and only because something else is missing: no answer to this question changes it
  not_met,
  unknown,  ///< cannot be judged, as something else is missing
  met,
};

/// Empty, or NaN, which is what a calculation with something empty gives.
bool is_missing(const Value& value) {
  const auto* number = std::get_if<double>(&value);
  return number != nullptr ? std::isnan(*number) : is_empty(value) || to_text(value) == "NaN";
}

/// What the question's expressions see, and what they looked at.
class WatchedScope : public VisitScope {
 public:
  WatchedScope(Engine& engine, int item)
      : VisitScope(engine, item), own_{0, static_cast<std::uint32_t>(item)} {}

  Value value(Node node) const override {
    Value value = VisitScope::value(node);
    if (node == own_)
      saw_own = true;
    else if (node.tree == 0 && is_missing(value))
      saw_missing = true;
    return value;
  }

  mutable bool saw_own = false, saw_missing = false;

 private:
  Node own_;
};

class Judge {
 public:
  Judge(Engine& engine, int item) : scope_(engine, item), evaluation_(scope_) {}

  [[nodiscard]] Verdict judge(const Syntax& syntax) {
    if (syntax.kind == SyntaxKind::both) return both(syntax);
    if (syntax.kind == SyntaxKind::either) return either(syntax);
    return condition(syntax);
  }

 private:
  /// The right side is not evaluated when the left one is not met, as in XPath.
  [[nodiscard]] Verdict both(const Syntax& syntax) {
    const Verdict left = judge(syntax.parts[0]);
    if (left == Verdict::not_met) return left;
    const Verdict right = judge(syntax.parts[1]);
    if (right == Verdict::not_met || left == Verdict::met) return right;
    return right == Verdict::met ? left : Verdict::unknown;
  }

  [[nodiscard]] Verdict either(const Syntax& syntax) {
    const Verdict left = judge(syntax.parts[0]);
    return left == Verdict::met ? left : std::max(left, judge(syntax.parts[1]));
  }

  [[nodiscard]] Verdict condition(const Syntax& syntax) {
    scope_.saw_own = scope_.saw_missing = false;
    try {
      if (evaluation_.truth(syntax)) return Verdict::met;
      if (!scope_.saw_missing) return Verdict::not_met;
      if (!scope_.saw_own) return Verdict::lacking;
      const bool is_comparison =
          syntax.kind >= SyntaxKind::equal && syntax.kind <= SyntaxKind::greater_or_equal;
      if (!is_comparison) return Verdict::unknown;
      return lacks(syntax.parts[0]) || lacks(syntax.parts[1]) ? Verdict::unknown : Verdict::not_met;
    } catch (const Failure&) {
      return Verdict::unknown;  // an error at run time: the visitor cannot correct it
    }
  }

  /// Whether a side of a comparison is missing; not so where it makes up for it: coalesce(${a}, 0).
  [[nodiscard]] bool lacks(const Syntax& side) {
    scope_.saw_missing = false;
    return is_missing(evaluation_.value(side)) && scope_.saw_missing;
  }

  WatchedScope scope_;
  Evaluation evaluation_;
};

}  // namespace

bool is_met(const Expression& constraint, Engine& engine, int item) {
  return Judge(engine, item).judge(constraint.syntax()) != Verdict::not_met;
}

}  // namespace buurtpeil
