#include "form/problem.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "form/limits.h"

namespace buurtpeil {
namespace {

std::string column_letters(int column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters;
}

const char* word_of(Severity severity) { return severity == Severity::error ? "error: " : "warning: "; }

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The end of the quoted words that begin at `at`, after the closing quote; `at` for an apostrophe ("a
/// kiosk's") or a quote that is never closed.
std::size_t end_of_quoted(std::string_view text, std::size_t at) {
  if (text[at] != '\'' || (at > 0 && is_letter(text[at - 1]))) return at;
  for (std::size_t end = text.find('\'', at + 1); end != std::string_view::npos;
       end = text.find('\'', end + 1))
    if (end + 1 == text.size() || !is_letter(text[end + 1])) return end + 1;
  return at;
}

}  // namespace

std::string cell_name(const Cell& cell) { return column_letters(cell.column) + std::to_string(cell.row); }

std::string kind_of(const Problem& problem) {
  std::string kind = word_of(problem.severity);
  const std::string_view text = problem.message;
  for (std::size_t at = 0; at < text.size() && text[at] != ';';) {
    if (const std::size_t end = end_of_quoted(text, at); end > at) {
      kind += "''";
      at = end;
    } else if (is_digit(text[at])) {
      while (at < text.size() && is_digit(text[at])) ++at;
      kind += '0';
    } else {
      kind += text[at++];
    }
  }
  return kind;
}

std::vector<std::string> to_lines(const std::string& file, const std::vector<Problem>& problems,
                                  Listing listing) {
  std::vector<std::string> lines;
  std::map<std::string, std::size_t> counted;
  std::map<std::string, std::size_t> last;  // of each kind that is not shown whole: index in `lines`
  for (const Problem& problem : problems) {
    const std::string kind = kind_of(problem);
    const std::size_t number = ++counted[kind];
    if (listing == Listing::brief && number > limits::shown_of_a_kind) continue;
    lines.push_back(to_line(file, problem));
    if (number == limits::shown_of_a_kind) last[kind] = lines.size() - 1;
  }
  if (listing == Listing::brief)
    for (const auto& [kind, index] : last)
      if (const std::size_t more = counted[kind] - limits::shown_of_a_kind; more > 0)
        lines[index] += fmt::format("\n  and {} more like this; buurtpeil-sync check --all lists them", more);
  return lines;
}

std::string to_line(const std::string& file, const Problem& problem) {
  std::string line = file + ": ";
  if (!problem.cell.sheet.empty()) {
    line += problem.cell.sheet;
    if (problem.cell.row > 0) line += "!" + cell_name(problem.cell);
    line += ": ";
  }
  line += word_of(problem.severity) + problem.message;
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
