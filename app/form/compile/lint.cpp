// Doubtful types: ODK converts what it compares and calculates with without a word, so that a slip of the pen
// gives a condition that never holds. Such an expression is allowed, and the author is told.
//
// Warns about each text in quotes that cannot be what it is used as, with its place in the expression:
// - compared (= != < <= > >=) with an integer, a decimal, a range or the result of + - * div mod: no number;
// - compared with a date or dateTime: no date;
// - compared with a select_one, or looked for with selected() in any select: no choice of its list, where
//   that is in the sheet choices (files and answers to other questions are not known beforehand);
// - added, subtracted, multiplied or divided: no number.
// And about what is well formed and hardly ever meant:
// - a select_multiple or rank that is compared with one choice, as if that were all of the answer; not where
//   the expression asks selected() or count-selected() of it too: ". = 'none' or not(selected(., 'none'))";
// - once() inside another function: it gives the whole value that its row has, which that function then gets
//   again and again.
// '' asks whether there is an answer and is never doubtful, nor is a question that is calculated, or that
// has this text (or a calculation) as its default.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "form/compile/loading.h"
#include "form/expression/excerpt.h"
#include "form/expression/functions.h"
#include "form/expression/references.h"
#include "form/expression/syntax.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

bool is_equality(SyntaxKind kind) { return kind == SyntaxKind::equal || kind == SyntaxKind::unequal; }
bool is_comparison(SyntaxKind kind) {
  return kind >= SyntaxKind::equal && kind <= SyntaxKind::greater_or_equal;
}
bool is_arithmetic(SyntaxKind kind) { return kind >= SyntaxKind::add && kind <= SyntaxKind::modulo; }
bool is_words(const Syntax& syntax) { return syntax.kind == SyntaxKind::text && !syntax.text.empty(); }

/// Whether the evaluator can calculate with it; a date counts as days.
bool counts_as_number(const std::string& words) { return !std::isnan(to_number(Value{words})); }

/// What a comparison with something that nothing can equal gives.
std::string_view outcome(SyntaxKind comparison) {
  return comparison == SyntaxKind::unequal ? "always true" : "never true";
}

bool is_date(Type type) { return type == Type::date || type == Type::date_time; }

/// Whether the row may have this value without a visitor choosing it: by a calculation or a default.
bool may_begin_as(const Row& row, const std::string& words) {
  if (row.calculation) return true;
  if (!row.initial) return false;
  const Syntax& initial = row.initial->syntax();
  return initial.kind != SyntaxKind::text || initial.text.contains(words);
}

/// The names of the choices of one list.
struct NameSet {
  std::vector<std::string_view> in_order;
  std::set<std::string_view> sorted;
};

/// Where a relative path begins: at the row of the expression, or at each node that is filtered.
enum class From { row, filtered_node };

class ExpressionLint {
 public:
  explicit ExpressionLint(Loading& loading) : loading_(loading), form_(loading.form), index_(loading.form) {}

  void look_at(const Use& use) {
    use_ = &use;
    const bool in_filter = use.row >= 0 && loading_.is_in(use, "choice_filter");
    look_at(use.expression.syntax(), in_filter ? From::filtered_node : From::row);
    once(use.expression.syntax(), Gives::whole_value);
  }

 private:
  void look_at(const Syntax& syntax, From from) {
    if (is_comparison(syntax.kind)) {
      compared(syntax.kind, syntax.parts[0], syntax.parts[1], from);
      compared(syntax.kind, syntax.parts[1], syntax.parts[0], from);
    }
    if (is_arithmetic(syntax.kind))
      for (const Syntax& part : syntax.parts) calculated(syntax.kind, part);
    if (syntax.kind == SyntaxKind::call && syntax.function->name == "selected") selected(syntax, from);
    for (std::size_t i = 0; i < syntax.parts.size(); ++i)
      look_at(syntax.parts[i], syntax.kind == SyntaxKind::filter && i > 0 ? From::filtered_node : from);
    for (const Step& step : syntax.steps)
      for (const Syntax& predicate : step.predicates) look_at(predicate, From::filtered_node);
  }

  void compared(SyntaxKind comparison, const Syntax& value, const Syntax& words, From from) {
    if (!is_words(words)) return;
    if (is_arithmetic(value.kind) || value.kind == SyntaxKind::negate)
      return compared_with_number(comparison, "the result of a calculation", words);
    const Row* row = row_meant(value, from);
    if (row == nullptr || may_begin_as(*row, words.text)) return;
    if (is_number(row->type))
      compared_with_number(comparison, fmt::format("the number '{}'", row->name), words);
    if (is_date(row->type)) compared_with_date(comparison, *row, words);
    // Choices that are numbers may be compared with a number between them.
    if (row->type == Type::select_one && (is_equality(comparison) || !counts_as_number(words.text)))
      compared_with_choices(outcome(comparison), *row, words.text, words.offset);
    if ((row->type == Type::select_multiple || row->type == Type::rank) && is_equality(comparison))
      compared_with_several(comparison, *row, value, words);
  }

  void compared_with_several(SyntaxKind comparison, const Row& row, const Syntax& value,
                             const Syntax& words) {
    if (words.text.contains(' ') || asks_of_several(use_->expression.syntax(), row)) return;
    const std::string question = print_syntax(value);
    if (row.type == Type::rank)
      return warn(words.offset, fmt::format("'{}' ranks all of its choices, so this is {}; the first one is "
                                            "selected-at({}, 0)",
                                            row.name, outcome(comparison), question));
    const bool negated = comparison == SyntaxKind::unequal;
    const std::string call = fmt::format("selected({}, '{}')", question, words.text);
    warn(words.offset,
         fmt::format("this {} where '{}' is all that is chosen in '{}'; write {} to ask whether "
                     "it is among the chosen ones",
                     negated ? "does not hold only" : "holds only", words.text, row.name,
                     negated ? "not(" + call + ")" : call));
  }

  /// Whether the author knows that several can be chosen.
  [[nodiscard]] bool asks_of_several(const Syntax& syntax, const Row& row) const {
    const bool asks = syntax.kind == SyntaxKind::call &&
                      (syntax.function->name == "selected" || syntax.function->name == "count-selected");
    if (asks && row_meant(syntax.parts[0], From::row) == &row) return true;
    return std::ranges::any_of(syntax.parts, [&](const Syntax& part) { return asks_of_several(part, row); });
  }

  /// Whether what a part gives is the value of the whole expression.
  enum class Gives { whole_value, part_of_it };

  void once(const Syntax& syntax, Gives gives) {
    const bool is_call = syntax.kind == SyntaxKind::call;
    if (is_call && syntax.function->name == "once" && gives == Gives::part_of_it)
      warn(syntax.offset,
           "once() gives the whole value that this row has, so inside another function it is computed anew "
           "from its own result; compute it in a row of its own, and refer to that");
    const bool passes_on = is_call && (syntax.function->name == "if" || syntax.function->name == "coalesce" ||
                                       syntax.function->name == "once");
    for (std::size_t i = 0; i < syntax.parts.size(); ++i) {
      const bool is_condition = is_call && syntax.function->name == "if" && i == 0;
      once(syntax.parts[i], passes_on && !is_condition ? gives : Gives::part_of_it);
    }
  }

  void compared_with_number(SyntaxKind comparison, const std::string& number, const Syntax& words) {
    if (counts_as_number(words.text)) return;
    warn(words.offset,
         fmt::format("'{}' is no number, so this comparison with {} is {}; write a number, without quotes",
                     words.text, number, outcome(comparison)));
  }

  void compared_with_date(SyntaxKind comparison, const Row& row, const Syntax& words) {
    if (date_from_text(words.text)) return;
    const std::string happens =
        counts_as_number(words.text)
            ? fmt::format(" and counts as days since 1970-01-01 in this comparison with '{}'", row.name)
            : fmt::format(", so this comparison with '{}' is {}", row.name, outcome(comparison));
    warn(words.offset, fmt::format("'{}' is no date{}; write the year, the month and the day, as in "
                                   "'2026-03-01'",
                                   words.text, happens));
  }

  void selected(const Syntax& call, From from) {
    const Row* row = row_meant(call.parts[0], from);
    const Syntax& words = call.parts[1];
    const std::string name = words.kind == SyntaxKind::text ? std::string(trimmed(words.text)) : "";
    if (row != nullptr && is_select(row->type) && !name.empty() && !may_begin_as(*row, name))
      compared_with_choices(outcome(SyntaxKind::equal), *row, name, words.offset);
  }

  void compared_with_choices(std::string_view outcome, const Row& row, const std::string& name,
                             std::size_t offset) {
    // or_other brings the choice "other" along, except where it is refused for another reason.
    if (row.or_other && name == "other") return;
    const NameSet* names = names_of(row);
    if (names == nullptr || names->sorted.contains(name)) return;
    const std::string meant = loading_.suggest(name, names->in_order);
    const std::string advice =
        meant.empty() ? fmt::format("; write the name of a choice, as in '{}'", names->in_order.front())
                      : meant;
    warn(offset, fmt::format("'{}' is no choice of '{}', so this is {}{}", name, row.name, outcome, advice));
  }

  void calculated(SyntaxKind arithmetic, const Syntax& words) {
    if (!is_words(words) || counts_as_number(words.text)) return;
    const std::string_view to_join = arithmetic == SyntaxKind::add ? ", or join texts with concat()" : "";
    warn(words.offset, fmt::format("'{}' is no number, so this calculation gives no number (NaN); write a "
                                   "number, without quotes{}",
                                   words.text, to_join));
  }

  /// The one row that this means; nullptr for anything else.
  [[nodiscard]] const Row* row_meant(const Syntax& syntax, From from) const {
    if (syntax.kind == SyntaxKind::reference) {
      const std::vector<int> rows = index_.nearest(syntax.text, use_->row);
      return rows.size() == 1 ? &form_.rows[rows.front()] : nullptr;
    }
    if (syntax.kind != SyntaxKind::path) return nullptr;
    if (syntax.start == PathStart::context && from == From::filtered_node) return nullptr;
    if (std::ranges::any_of(syntax.steps, [](const Step& step) { return !step.predicates.empty(); }))
      return nullptr;
    const int row = index_.by_path(print_syntax(syntax), use_->row);
    return row < 0 ? nullptr : &form_.rows[row];
  }

  /// nullptr when what may be chosen is not in the sheet choices.
  [[nodiscard]] const NameSet* names_of(const Row& row) {
    const auto list = form_.choices.find(row.list);
    const bool searches = loading_.searches.contains(static_cast<int>(&row - form_.rows.data()));
    if (list == form_.choices.end() || list->second.empty() || searches ||
        row.list.starts_with("external_choices/") ||
        list->second.front().cell.sheet != loading_.choices.sheet)
      return nullptr;
    const auto [names, is_new] = names_.try_emplace(row.list);
    if (is_new)
      for (const Choice& choice : list->second) {
        names->second.in_order.push_back(choice.name);
        names->second.sorted.insert(choice.name);
      }
    return &names->second;
  }

  void warn(std::size_t offset, std::string message) {
    loading_.problems.add({.severity = Severity::warning,
                           .cell = use_->cell,
                           .message = std::move(message),
                           .excerpt = excerpt_of(use_->expression.source(), offset)});
  }

  Loading& loading_;
  const Form& form_;
  NameIndex index_;
  const Use* use_ = nullptr;              ///< that is being looked at
  std::map<std::string, NameSet> names_;  ///< by the key of the list
};

}  // namespace

void lint(Loading& loading) {
  ExpressionLint lint(loading);
  for (const Use& use : loading.uses) lint.look_at(use);
}

}  // namespace buurtpeil
