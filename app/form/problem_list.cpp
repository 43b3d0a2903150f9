#include "form/problem_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "form/limits.h"

namespace buurtpeil {
namespace {

auto key(const Problem& problem) {
  return std::tie(problem.cell.sheet, problem.cell.row, problem.cell.column, problem.message);
}

}  // namespace

void ProblemList::add(Problem problem) {
  // A form over the limit by this much is told no more; the list stays small whatever comes in.
  if (problems_.size() < 10 * limits::problems) problems_.push_back(std::move(problem));
}

bool ProblemList::has_errors() const { return buurtpeil::has_errors(problems_); }

bool ProblemList::is_about(const Cell& cell) const {
  return std::ranges::any_of(problems_, [&](const Problem& problem) {
    return std::tie(problem.cell.sheet, problem.cell.row, problem.cell.column) ==
           std::tie(cell.sheet, cell.row, cell.column);
  });
}

std::vector<Problem> ProblemList::in_order(const std::vector<std::string>& sheets) const {
  std::vector<Problem> sorted = problems_;
  const auto place = [&](const Problem& problem) {
    if (problem.cell.sheet.empty()) return -1L;
    return std::ranges::find(sheets, problem.cell.sheet) - sheets.begin();
  };
  std::ranges::stable_sort(sorted, [&](const Problem& a, const Problem& b) {
    return std::tuple(place(a), a.cell.row, a.cell.column) < std::tuple(place(b), b.cell.row, b.cell.column);
  });
  std::vector<Problem> kept;
  for (Problem& problem : sorted)
    if (std::ranges::none_of(kept.rbegin(), kept.rbegin() + std::min<long>(8, static_cast<long>(kept.size())),
                             [&](const Problem& other) { return key(other) == key(problem); }))
      kept.push_back(std::move(problem));
  if (kept.size() > limits::problems) {
    const std::size_t more = kept.size() - limits::problems;
    std::ranges::stable_partition(kept, [](const Problem& p) { return p.severity == Severity::error; });
    kept.resize(limits::problems);
    kept.push_back({Severity::error, {}, fmt::format("and {} problems more", more)});
  }
  return kept;
}

}  // namespace buurtpeil
