#include "form/problem.h"

#include <algorithm>

namespace buurtpeil {
namespace {

std::string column_letters(int column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters;
}

}  // namespace

std::string to_line(const std::string& file, const Problem& problem) {
  std::string line = file + ": ";
  if (!problem.cell.sheet.empty()) {
    line += problem.cell.sheet;
    if (problem.cell.row > 0)
      line += "!" + column_letters(problem.cell.column) + std::to_string(problem.cell.row);
    line += ": ";
  }
  line += (problem.severity == Severity::error ? "error: " : "warning: ") + problem.message;
  return problem.excerpt.empty() ? line : line + "\n" + problem.excerpt;
}

bool has_errors(const std::vector<Problem>& problems) {
  return std::ranges::any_of(problems, [](const Problem& p) { return p.severity == Severity::error; });
}

std::vector<Problem> problems_at_start(std::vector<Problem> problems) {
  for (Problem& problem : problems)
    if (problem.gate == Gate::stops_kiosk) problem.severity = Severity::error;
  return problems;
}

}  // namespace buurtpeil
