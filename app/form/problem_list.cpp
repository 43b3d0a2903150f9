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
  const std::size_t first = problems_.size() - std::min<std::size_t>(problems_.size(), 8);
  for (std::size_t i = first; i < problems_.size(); ++i)
    if (key(problems_[i]) == key(problem)) return;
  // The list stays small whatever comes in, and warnings take no room from errors.
  if (++(problem.severity == Severity::error ? errors_ : warnings_) <= limits::problems)
    problems_.push_back(std::move(problem));
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
  const auto more = [&](Severity severity, std::size_t added, const char* noun) {
    if (added > limits::problems)
      kept.push_back({severity, {}, fmt::format("and {} {} more", added - limits::problems, noun)});
  };
  more(Severity::error, errors_, "errors");
  more(Severity::warning, warnings_, "warnings");
  return kept;
}

}  // namespace buurtpeil
