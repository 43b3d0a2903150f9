#include "sync/unjudged.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "form/expression/functions.h"
#include "form/expression/references.h"
#include "form/expression/syntax.h"
#include "form/strings.h"

namespace buurtpeil::sync {
namespace {

bool is_equality(const Syntax& syntax) {
  return syntax.kind == SyntaxKind::equal || syntax.kind == SyntaxKind::unequal;
}
bool is_nothing(const Syntax& syntax) { return syntax.kind == SyntaxKind::text && syntax.text.empty(); }

/// ${a} = '', or != ''.
bool tests_for_nothing(const Syntax& syntax) {
  return is_equality(syntax) && (is_nothing(syntax.parts[0]) || is_nothing(syntax.parts[1]));
}

bool is_call_of(const Syntax& syntax, std::string_view function) {
  return syntax.kind == SyntaxKind::call && syntax.function->name == function;
}

/// Has a value whatever its arguments are: a number of things, a length, a text.
bool has_a_value_for_nothing(const Syntax& call) {
  static constexpr std::array<std::string_view, 8> functions = {
      "count", "count-selected", "count-non-empty", "string-length", "sum", "concat", "join", "position"};
  return call.kind == SyntaxKind::call && std::ranges::count(functions, call.function->name) > 0;
}

class Unjudged {
 public:
  explicit Unjudged(const Form& form) : form_(form), index_(form) {
    const auto refuse = form.settings.find("kiosk_refuse");
    may_refuse_ = refuse == form.settings.end() || yes_or_no(refuse->second) != false;
  }

  /// Names of the questions without which the constraint of this row cannot be judged.
  [[nodiscard]] std::set<std::string> names_read_by(int row) {
    found_.clear();
    followed_ = {row};
    const std::set<int> given = given_to(row);
    look_at(form_.rows[row].constraint->syntax(), row, given);
    return found_;
  }

 private:
  using Rows = std::set<int>;

  /// Rows that its own conditions and those around it read: it is asked only where these have an answer.
  [[nodiscard]] Rows given_to(int row) const {
    Rows given;
    for (int at = row; at >= 0; at = form_.rows[at].parent)
      if (const auto& relevant = form_.rows[at].relevant)
        for (const Reference& reference : relevant->references())
          for (const int target : rows_of(reference, at)) given.insert(target);
    return given;
  }

  [[nodiscard]] std::vector<int> rows_of(const Reference& reference, int from) const {
    if (reference.kind == Reference::Kind::question) return index_.nearest(reference.name, from);
    if (reference.kind != Reference::Kind::path || reference.inside_predicate) return {};
    const int row = index_.by_path(reference.name, from);
    return row < 0 ? std::vector<int>{} : std::vector<int>{row};
  }

  /// `guarded`: rows for which the form says what holds where they are missing.
  void look_at(const Syntax& syntax, int row, const Rows& guarded) {
    if (tests_for_nothing(syntax) || has_a_value_for_nothing(syntax)) return;
    if (syntax.kind == SyntaxKind::either || is_call_of(syntax, "if")) {
      Rows more = guarded;
      tested(syntax, row, more);
      for (const Syntax& part : syntax.parts) look_at(part, row, more);
      return;
    }
    if (is_call_of(syntax, "coalesce")) return look_at(syntax.parts.back(), row, guarded);
    if (syntax.kind == SyntaxKind::reference)
      for (const int target : index_.nearest(syntax.text, row)) reads(target, row, guarded);
    const bool is_path = syntax.kind == SyntaxKind::path && syntax.start != PathStart::expression;
    if (is_path)
      if (const int target = index_.by_path(print_syntax(syntax), row); target >= 0)
        reads(target, row, guarded);
    for (const Syntax& part : syntax.parts) look_at(part, row, guarded);
    for (const Step& step : syntax.steps)
      for (const Syntax& predicate : step.predicates) look_at(predicate, row, guarded);
  }

  /// What an "or" or "if" asks about being empty.
  void tested(const Syntax& syntax, int row, Rows& into) const {
    if (tests_for_nothing(syntax)) {
      for (const Syntax& side : syntax.parts) {
        if (side.kind == SyntaxKind::reference)
          for (const int target : index_.nearest(side.text, row)) into.insert(target);
        if (side.kind == SyntaxKind::path) into.insert(index_.by_path(print_syntax(side), row));
      }
      return;
    }
    const bool goes_in = syntax.kind == SyntaxKind::either || syntax.kind == SyntaxKind::both;
    if (is_call_of(syntax, "if")) return tested(syntax.parts[0], row, into);
    if (goes_in)
      for (const Syntax& part : syntax.parts) tested(part, row, into);
  }

  void reads(int target, int row, const Rows& guarded) {
    const Row& other = form_.rows[target];
    if (target == row || guarded.contains(target) || other.is_container()) return;
    if (!other.calculation) {
      if (may_be_missing(target)) found_.insert(other.name);
    } else if (followed_.insert(target).second) {
      look_at(other.calculation->syntax(), target, guarded);
    }
  }

  [[nodiscard]] bool may_be_missing(int row) const {
    const Row& question = form_.rows[row];
    if (!is_asked(question.type)) return false;
    const bool always_required = question.required && question.required->references().empty();
    bool always_asked = true;
    for (int at = row; at >= 0; at = form_.rows[at].parent)
      always_asked = always_asked && !form_.rows[at].relevant;
    return may_refuse_ || !always_required || !always_asked;
  }

  const Form& form_;
  NameIndex index_;
  bool may_refuse_ = true;
  std::set<std::string> found_;
  std::set<int> followed_;  ///< the row and calculations that were looked into
};

}  // namespace

void check_unjudged(const Form& form, ProblemList& problems) {
  Unjudged unjudged(form);
  for (int i = 0; i < static_cast<int>(form.rows.size()); ++i) {
    const Row& row = form.rows[i];
    if (!is_asked(row.type) || !row.constraint) continue;
    const std::set<std::string> names = unjudged.names_read_by(i);
    if (names.empty()) continue;
    problems.add(
        {.severity = Severity::warning,
         .cell = row.cell,
         .message = fmt::format("the constraint of '{}' cannot be judged, and is held to be met, where "
                                "'{}' is left out; coalesce(${{{}}}, 0) says what to take then",
                                row.name, fmt::join(names, "' or '"), *names.begin()),
         .gate = Gate::passes});
  }
}

}  // namespace buurtpeil::sync
