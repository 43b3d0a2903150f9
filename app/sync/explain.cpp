#include "sync/explain.h"

#include <fmt/format.h>

namespace buurtpeil::sync {
namespace {

const char* fate_of(const Row& row, const Standing& standing, const std::set<std::string>& asked) {
  if (!standing.relevant) return "was not asked";
  if (asked.contains(standing.path)) return "was asked";
  if (row.is_container()) return "is asked";
  if (is_asked(row.type) || row.type == Type::note) return "was not reached";
  return row.calculation ? "was computed" : "is not for a visitor";
}

const char* kind_of(const Row& row) {
  if (row.type == Type::group) return "group ";
  return row.type == Type::repeat ? "repeat " : "";
}

std::string lines_of(const Condition& condition) {
  std::string lines = fmt::format("  {}{}: {} is {}\n", kind_of(*condition.row), condition.row->name,
                                  condition.row->relevant->source(), condition.holds);
  for (const auto& [reference, value] : condition.values)
    lines += value.empty() ? fmt::format("    {} is empty\n", reference)
                           : fmt::format("    {} is '{}'\n", reference, value);
  return lines;
}

/// Why a row in a repeat stands nowhere.
std::string without_place(const Form& form, const Row& row) {
  const Row* repeat = &row;
  while (repeat->type != Type::repeat && repeat->parent >= 0)
    repeat = &form.rows[static_cast<std::size_t>(repeat->parent)];
  const std::string why =
      repeat->repeat_count ? ", and its repeat_count is " + repeat->repeat_count->source() : "";
  return fmt::format("{} was not asked: the repeat {} has no instances{}\n", row.path, repeat->path, why);
}

}  // namespace

std::string explain(const Form& form, const Row& row, const Visit& visit,
                    const std::set<std::string>& asked) {
  const std::vector<Standing> standings = visit.standings(row);
  if (standings.empty()) return without_place(form, row);
  std::string lines;
  for (const Standing& standing : standings) {
    lines += fmt::format("{} {}{}\n", standing.path, fate_of(row, standing, asked),
                         standing.conditions.empty() ? ": it has no conditions" : "");
    for (const Condition& condition : standing.conditions) lines += lines_of(condition);
  }
  return lines;
}

}  // namespace buurtpeil::sync
