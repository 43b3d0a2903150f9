#include "sync/codebook.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "sync/csv.h"
#include "sync/csv_sheet.h"

namespace buurtpeil::sync {
namespace {

/// The languages of all versions, or the one column without a language.
std::vector<std::string> headings_of(const std::vector<const Form*>& versions) {
  std::vector<std::string> headings;
  for (const Form* form : versions)
    for (const Language& language : form->languages)
      if (std::ranges::find(headings, language.heading) == headings.end())
        headings.push_back(language.heading);
  if (headings.empty()) headings.emplace_back();
  return headings;
}

/// The words in exactly this language; the column without a language stands in where the form has both.
std::string in_heading(const Text& text, const std::string& heading) {
  auto words = text.by_language.find(heading);
  if (words == text.by_language.end()) words = text.by_language.find("");
  return words == text.by_language.end() ? "" : plain_text(words->second);
}

std::string choices_cell(const Form& form, const Row& row, const std::string& heading) {
  std::string lines;
  for (const Choice& choice : choices_of(form, row)) {
    std::string label = in_heading(choice.label, heading);
    std::ranges::replace(label, '\n', ' ');
    lines += (lines.empty() ? "" : "\n") + choice.name + "=" + label;
  }
  return lines;
}

/// One spelling of a question, and the versions that have it.
struct Entry {
  std::vector<std::string> cells;
  std::string versions;
};

std::vector<std::string> cells_of(const Form& form, const Row& row, const std::vector<std::string>& headings,
                                  const Style& style) {
  std::vector<std::string> cells = {std::string(traits_of(row.type).name)};
  for (const std::string& heading : headings)
    cells.push_back(text_cell(in_heading(row.label, heading), style));
  for (const std::string& heading : headings)
    cells.push_back(text_cell(choices_cell(form, row, heading), style));
  return cells;
}

std::vector<Entry> entries_of(const Table& table, const Column& column,
                              const std::vector<const Form*>& versions,
                              const std::vector<std::string>& headings, const Style& style) {
  std::vector<Entry> entries;
  for (const Form* form : versions) {
    const Row* row = row_in(*form, table, column);
    if (row == nullptr) continue;
    const std::vector<std::string> cells = cells_of(*form, *row, headings, style);
    const std::string version(version_name(form->version, form->hash));
    const auto same = std::ranges::find(entries, cells, &Entry::cells);
    if (same == entries.end())
      entries.push_back({cells, version});
    else
      same->versions += ", " + version;
  }
  if (entries.empty()) entries.push_back({std::vector<std::string>(1 + 2 * headings.size()), ""});
  return entries;
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

std::vector<std::string> codebook_lines(const std::vector<Table>& tables,
                                        const std::vector<const Form*>& versions, const Style& style) {
  const std::vector<std::string> headings = headings_of(versions);
  std::vector<std::string> header = {"name", "type"};
  for (const char* what : {"label", "choices"})
    for (const std::string& heading : headings)
      header.push_back(heading.empty() ? what : std::string{what} + "::" + heading);
  header.emplace_back("versions");
  std::vector<std::string> lines = {csv_line(header, style.separator())};
  for (const Table& table : tables)
    for (const Column& column : table.columns) {
      if (column.part > 0) continue;  // a geopoint is one question
      for (Entry& entry : entries_of(table, column, versions, headings, style)) {
        entry.cells.insert(entry.cells.begin(), text_cell(name_of(table, column), style));
        entry.cells.push_back(text_cell(entry.versions, style));
        lines.push_back(csv_line(entry.cells, style.separator()));
      }
    }
  return lines;
}

}  // namespace buurtpeil::sync
