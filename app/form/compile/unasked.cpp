// check_unasked: warns about rows that are never relevant, because their condition is a constant falsehood.
#include <fmt/format.h>

#include <algorithm>

#include "form/compile/loading.h"
#include "form/expression/excerpt.h"

namespace buurtpeil {
namespace {

/// A condition without references and without volatile functions that is false: "1 = 2".
bool never_holds(const Expression& relevant) {
  if (!relevant.references().empty() || relevant.is_volatile()) return false;
  const auto value = relevant.evaluate(Scope(Moment{}));
  return value && !to_boolean(*value);
}

void warn(Loading& loading, int index) {
  const Row& row = loading.form.rows[index];
  const auto use = std::ranges::find_if(loading.uses, [&](const Use& one) {
    return one.row == index && one.expression.source() == row.relevant->source();
  });
  if (use == loading.uses.end() || loading.problems.is_about(use->cell)) return;  // that says why
  const char* what = row.is_container() ? "nothing in '{}' is ever asked" : "'{}' is never asked";
  loading.problems.warning(use->cell, fmt::format(fmt::runtime(what), row.name) +
                                          fmt::format(": {} holds for nobody; remove the row, or disable it",
                                                      row.relevant->source()));
}

}  // namespace

void check_unasked(Loading& loading) {
  const std::vector<Row>& rows = loading.form.rows;
  std::vector<bool> is_never(rows.size());
  bool asks = false;
  for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
    const Row& row = rows[i];
    const bool by_itself = row.relevant && never_holds(*row.relevant);
    const bool above = row.parent >= 0 && is_never[row.parent];
    is_never[i] = by_itself || above;
    asks = asks || (!is_never[i] && row.is_shown());
    if (by_itself && !above && (row.is_container() || row.is_shown())) warn(loading, i);
  }
  if (!asks && !loading.problems.has_errors())
    loading.problems.warning({loading.survey.sheet, 0, 0},
                             "the form asks nothing: a visit is over as soon as it begins");
}

}  // namespace buurtpeil
