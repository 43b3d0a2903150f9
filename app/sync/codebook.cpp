#include "sync/codebook.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "sync/csv.h"

namespace buurtpeil::sync {
namespace {

/// The headings of `newest`, or the one column without a language.
std::vector<std::string> headings_of(const Form* newest) {
  std::vector<std::string> headings;
  if (newest != nullptr)
    for (const Language& language : newest->languages) headings.push_back(language.heading);
  if (headings.empty()) headings.emplace_back();
  return headings;
}

/// The words in exactly this language; the column without a language stands in where the form has both.
std::string in_heading(const Text& text, const std::string& heading) {
  auto words = text.by_language.find(heading);
  if (words == text.by_language.end()) words = text.by_language.find("");
  return words == text.by_language.end() ? "" : plain_text(words->second);
}

std::string choices_cell(const Column& column, const std::string& heading) {
  std::string lines;
  for (const Choice& choice : choices_of(*column.form, *column.row)) {
    std::string label = in_heading(choice.label, heading);
    std::ranges::replace(label, '\n', ' ');
    lines += (lines.empty() ? "" : "\n") + choice.name + "=" + label;
  }
  return lines;
}

std::string name_of(const Table& table, const Column& column) {
  std::string name = table.repeat.empty() ? column.path : column.path.substr(table.repeat.size() + 1);
  std::ranges::replace(name, '/', '-');
  if (table.repeat.empty()) return name;
  std::string repeat = table.repeat;
  std::ranges::replace(repeat, '/', '-');
  return repeat + "/" + name;
}

}  // namespace

std::vector<std::string> codebook_lines(const std::vector<Table>& tables, const Form* newest,
                                        const Style& style) {
  const std::vector<std::string> headings = headings_of(newest);
  std::vector<std::string> header = {"name", "type"};
  for (const char* what : {"label", "choices"})
    for (const std::string& heading : headings)
      header.push_back(heading.empty() ? what : std::string{what} + "::" + heading);
  std::vector<std::string> lines = {csv_line(header, style.separator())};
  for (const Table& table : tables) {
    for (const Column& column : table.columns) {
      if (column.part > 0) continue;  // a geopoint is one question
      std::vector<std::string> cells = {text_cell(name_of(table, column), style)};
      cells.emplace_back(column.row == nullptr ? "" : traits_of(column.row->type).name);
      for (const std::string& heading : headings)
        cells.push_back(column.row == nullptr ? ""
                                              : text_cell(in_heading(column.row->label, heading), style));
      for (const std::string& heading : headings)
        cells.push_back(column.row == nullptr ? "" : text_cell(choices_cell(column, heading), style));
      lines.push_back(csv_line(cells, style.separator()));
    }
  }
  return lines;
}

}  // namespace buurtpeil::sync
