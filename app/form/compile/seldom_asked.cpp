// share_asked: a guess from the conditions around a question, before anybody has answered.
#include <algorithm>

#include "form/compile/loading.h"
#include "form/expression/functions.h"
#include "form/expression/references.h"
#include "form/expression/syntax.h"

namespace buurtpeil {
namespace {

/// Of a condition whose shape says nothing.
constexpr double unknown_share = 0.5;

class Guess {
 public:
  Guess(const Form& form, const NameIndex& names, int row) : form_(form), names_(names), row_(row) {}

  [[nodiscard]] double share(const Syntax& condition) const {
    const auto& parts = condition.parts;
    switch (condition.kind) {
      case SyntaxKind::both:
        return share(parts[0]) * share(parts[1]);
      case SyntaxKind::either:
        return std::min(1.0, share(parts[0]) + share(parts[1]));
      case SyntaxKind::equal:
        return one_choice(parts[0], parts[1]);
      case SyntaxKind::unequal:
        return 1 - one_choice(parts[0], parts[1]);
      case SyntaxKind::call:
        return of_call(condition);
      default:
        return unknown_share;
    }
  }

 private:
  [[nodiscard]] double of_call(const Syntax& call) const {
    const std::string_view name = call.function->name;
    if (name == "true") return 1;
    if (name == "false") return 0;
    if (name == "not") return 1 - share(call.parts[0]);
    if (name == "selected") return one_choice(call.parts[0], call.parts[1]);
    return unknown_share;
  }

  /// ${street} = 'high_street': one of as many as its list has.
  [[nodiscard]] double one_choice(const Syntax& left, const Syntax& right) const {
    const Syntax& question = left.kind == SyntaxKind::reference ? left : right;
    const Syntax& value = &question == &left ? right : left;
    if (question.kind != SyntaxKind::reference || value.kind != SyntaxKind::text || value.text.empty())
      return unknown_share;
    const std::vector<int> rows = names_.nearest(question.text, row_);
    if (rows.size() != 1 || form_.rows[rows.front()].type != Type::select_one) return unknown_share;
    const auto list = form_.choices.find(form_.rows[rows.front()].list);
    if (list == form_.choices.end() || list->second.empty()) return unknown_share;
    return 1.0 / static_cast<double>(list->second.size());
  }

  const Form& form_;
  const NameIndex& names_;
  int row_;
};

}  // namespace

double share_asked(const Form& form, const NameIndex& names, int row) {
  double share = 1;
  for (int at = row; at >= 0; at = form.rows[at].parent)
    if (form.rows[at].relevant) share *= Guess(form, names, at).share(form.rows[at].relevant->syntax());
  return share;
}

}  // namespace buurtpeil
