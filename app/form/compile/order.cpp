// check_order: what a question needs of another one that comes after it. Its condition, text or choices are
// computed when it comes up, and what is asked later is empty then.
//
// Not doubted: what stands on the same screen; calculations, which are computed again with each answer,
// unless a text or condition needs one of which all answers come later; what has a default, is a calculation
// itself or is filled in by the machine; an answer that the expression allows for being empty (${a} = '',
// coalesce); earlier turns of a repeat (indexed-repeat, predicates, sum and the like inside the repeat); two
// constraints that are held against each other.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <climits>
#include <span>

#include "form/compile/loading.h"
#include "form/expression/excerpt.h"
#include "form/expression/functions.h"
#include "form/expression/references.h"
#include "form/expression/syntax.h"

namespace buurtpeil {
namespace {

constexpr std::array<std::string_view, 10> columns_of_the_moment = {
    "relevant", "constraint", "choice_filter", "required",      "read_only",
    "label",    "hint",       "repeat_count",  "guidance_hint", "image"};

bool is_call_of_any(const Syntax& syntax, std::span<const std::string_view> functions) {
  return syntax.kind == SyntaxKind::call &&
         std::ranges::find(functions, syntax.function->name) != functions.end();
}
bool compares_with_nothing(const Syntax& syntax) {
  return (syntax.kind == SyntaxKind::equal || syntax.kind == SyntaxKind::unequal) &&
         std::ranges::any_of(syntax.parts, [](const Syntax& part) {
           return part.kind == SyntaxKind::text && part.text.empty();
         });
}
constexpr std::array<std::string_view, 5> functions_for_empty = {"coalesce", "string-length", "once",
                                                                 "count-selected", "count-non-empty"};
constexpr std::array<std::string_view, 5> functions_of_all = {"sum", "count", "min", "max", "join"};

/// Which rows an expression reads as they are now.
class Reads {
 public:
  struct One {
    int row;
    std::size_t offset;
  };

  Reads(const Form& form, const NameIndex& index, int from) : form_(form), index_(index), from_(from) {}

  /// Without those that it allows for being empty.
  [[nodiscard]] std::vector<One> of(const Expression& expression) {
    look_at(expression.syntax(), false);
    std::erase_if(found_, [&](const One& one) { return allowed_.contains(one.row); });
    return std::move(found_);
  }
  /// Whether it allows for anything being empty.
  [[nodiscard]] bool allows_for_empty() const { return !allowed_.empty(); }

 private:
  void look_at(const Syntax& syntax, bool of_all) {
    static constexpr std::array<std::string_view, 1> earlier_turns = {"indexed-repeat"};
    if (is_call_of_any(syntax, earlier_turns)) return;
    const bool allows = compares_with_nothing(syntax) || is_call_of_any(syntax, functions_for_empty);
    of_all = of_all || is_call_of_any(syntax, functions_of_all);
    if (const int row = row_meant(syntax); row >= 0 && !(of_all && in_one_repeat(row)))
      found_.push_back({row, syntax.offset});
    const std::size_t before = found_.size();
    const std::size_t parts = syntax.kind == SyntaxKind::filter ? 1 : syntax.parts.size();
    for (std::size_t i = 0; i < parts; ++i) look_at(syntax.parts[i], of_all);
    if (allows)
      for (std::size_t i = before; i < found_.size(); ++i) allowed_.insert(found_[i].row);
  }

  [[nodiscard]] int row_meant(const Syntax& syntax) const {
    if (syntax.kind == SyntaxKind::reference) {
      const std::vector<int> rows = index_.meant(syntax.text, from_);
      return rows.size() == 1 ? rows.front() : -1;
    }
    if (syntax.kind != SyntaxKind::path || syntax.start == PathStart::expression) return -1;
    const auto has_predicates = [](const Step& step) { return !step.predicates.empty(); };
    return std::ranges::any_of(syntax.steps, has_predicates) ? -1
                                                             : index_.by_path(print_syntax(syntax), from_);
  }

  [[nodiscard]] bool in_one_repeat(int row) const {
    for (int at = from_; at >= 0; at = form_.rows[at].parent)
      if (form_.rows[at].type == Type::repeat && row > at && row < form_.rows[at].end) return true;
    return false;
  }

  const Form& form_;
  const NameIndex& index_;
  int from_;
  std::vector<One> found_;
  std::set<int> allowed_;
};

class OrderCheck {
 public:
  explicit OrderCheck(Loading& loading)
      : loading_(loading), form_(loading.form), index_(form_), first_asked_(form_.rows.size(), nothing) {
    find_first_asked();
  }

  void look_at(const Use& use) {
    const Row& row = form_.rows[use.row];
    if (!row.is_shown() && !row.is_container()) return;
    const bool is_default = loading_.is_in(use, "default");
    if (!is_default && std::ranges::none_of(columns_of_the_moment, [&](std::string_view column) {
          return loading_.is_in(use, column);
        }))
      return;
    for (const Reads::One& read : Reads(form_, index_, use.row).of(use.expression)) {
      const int asked = first_asked_[read.row];
      if (asked == nothing || asked == sometime || asked == use.row) continue;
      if (is_default ? !has_answer_at_creation(use.row, asked) : is_later(use, asked))
        warn(use, read, asked, is_default);
    }
  }

 private:
  // Of a calculation that needs no answer, and of one that may have a value before the first of them.
  static constexpr int nothing = INT_MAX, sometime = -1;

  /// For each row the first question whose answer is in its value: itself, or of a calculation the first of
  /// those that it reads. Rows mostly refer to earlier ones, so that few rounds suffice; what is not at rest
  /// then is not doubted.
  void find_first_asked() {
    constexpr int most_rounds = 8;
    for (int i = 0; i < static_cast<int>(form_.rows.size()); ++i) {
      const Row& row = form_.rows[i];
      if (is_asked(row.type) && row.is_shown() && !row.initial && !row.calculation) first_asked_[i] = i;
    }
    for (int round = 0; round <= most_rounds; ++round) {
      bool at_rest = true;
      for (int i = 0; i < static_cast<int>(form_.rows.size()); ++i) {
        const Row& row = form_.rows[i];
        if (!row.calculation || first_asked_[i] == sometime) continue;
        const int first = row.initial ? sometime : first_of(*row.calculation, i);
        if (first == first_asked_[i]) continue;
        first_asked_[i] = round == most_rounds ? sometime : first;
        at_rest = false;
      }
      if (at_rest) return;
    }
  }

  [[nodiscard]] int first_of(const Expression& calculation, int row) const {
    Reads reads(form_, index_, row);
    int first = nothing;
    for (const Reads::One& read : reads.of(calculation)) first = std::min(first, first_asked_[read.row]);
    return reads.allows_for_empty() ? sometime : first;
  }

  [[nodiscard]] bool is_later(const Use& use, int asked) const {
    const Row& row = form_.rows[use.row];
    if (asked < row.end) return false;
    for (int at = use.row; at >= 0; at = form_.rows[at].parent)
      if (form_.rows[at].group_style.one_screen && asked < form_.rows[at].end) return false;
    if (!loading_.is_in(use, "constraint") || !form_.rows[asked].constraint) return true;
    const auto back = Reads(form_, index_, asked).of(*form_.rows[asked].constraint);
    return std::ranges::find(back, use.row, &Reads::One::row) == back.end();
  }

  /// Where a repeat is added after the question was answered.
  [[nodiscard]] bool has_answer_at_creation(int row, int asked) const {
    for (int at = row; at >= 0; at = form_.rows[at].parent)
      if (form_.rows[at].type == Type::repeat && asked < at) return true;
    return false;
  }

  void warn(const Use& use, const Reads::One& read, int asked, bool is_default) {
    const Row& other = form_.rows[asked];
    const std::string& source = use.expression.source();
    const std::string value = asked == read.row ? fmt::format("'{}' is asked", other.name)
                                                : fmt::format("'{}' is computed from '{}', which is asked",
                                                              form_.rows[read.row].name, other.name);
    const std::string when =
        is_default ? fmt::format(
                         "{} after the defaults are filled in, so that it is still empty; write a "
                         "calculation instead, with '${{{}}}' as its trigger",
                         value, other.name)
                   : fmt::format("{} later, in row {}, so that it is still empty here; ask it before", value,
                                 other.cell.row);
    const bool alone = source.find_first_of(" =<>(+*|") == std::string::npos;
    loading_.problems.add({.severity = Severity::warning,
                           .cell = use.cell,
                           .message = when,
                           .excerpt = alone ? "" : excerpt_of(source, read.offset)});
  }

  Loading& loading_;
  const Form& form_;
  NameIndex index_;
  std::vector<int> first_asked_;
};

}  // namespace

void check_order(Loading& loading) {
  OrderCheck order(loading);
  for (const Use& use : loading.uses)
    if (use.row >= 0) order.look_at(use);
}

}  // namespace buurtpeil
