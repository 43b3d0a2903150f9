#include "form/survey_lines.h"

#include <fmt/format.h>

#include "form/limits.h"
#include "form/suggestion.h"
#include "form/text.h"

namespace buurtpeil {
namespace {

/// A row of the survey sheet may also set the form's title or id: the oldest forms have no settings sheet.
bool is_setting(Loading& loading, const std::string& type, const std::string& value) {
  const std::string word = lower_case(replace_all(type, "_", " "));
  if (word == "form title" || word == "set form title")
    loading.form.title = value;
  else if (word == "form id" || word == "set form id")
    loading.form.id = value;
  else
    return false;
  return true;
}

bool is_disabled(Loading& loading, const GridRow& row) {
  const std::string& disabled = loading.survey.at(row, "disabled");
  if (disabled.empty()) return false;
  loading.problems.warning(loading.survey.cell(row, "disabled"),
                           "the column 'disabled' is old; use relevant instead");
  return yes_or_no(disabled).value_or(false);
}

void set_cell(GridRow& row, const Heading& heading, std::string text) {
  const auto index = static_cast<std::size_t>(heading.place) - 1;
  if (row.cells.size() <= index) row.cells.resize(index + 1);
  row.cells[index] = std::move(text);
}

/// The words of a choice's label in a language, or in none; without its references.
std::string label_of(const Choice& choice, const std::string& language) {
  auto found = choice.label.by_language.find(language);
  if (found == choice.label.by_language.end()) found = choice.label.by_language.find("");
  std::string words;
  if (found != choice.label.by_language.end())
    for (const Piece& piece : found->second) words += piece.words;
  return words;
}

SurveyLine container(const GridRow& row, TypeCell::Kind kind) {
  return {row, {.kind = kind, .type = Type::group, .word = "group", .list = ""}};
}

/// The group of one choice: the loop's lines with the choice's words in them.
void append_turn(Loading& loading, const std::vector<SurveyLine>& lines, std::size_t begin, std::size_t end,
                 const Choice& choice, std::vector<SurveyLine>& into) {
  const Table& survey = loading.survey;
  SurveyLine group = container(lines[begin].row, TypeCell::Kind::begin);
  for (const Heading& heading : survey.headings) {
    if (heading.column == "name")
      set_cell(group.row, heading, choice.name);
    else if (heading.column == "label")
      set_cell(group.row, heading, label_of(choice, heading.language));
    else if (heading.column != "type" && !survey.at(group.row, heading).empty())
      set_cell(group.row, heading, "");
  }
  into.push_back(group);
  for (std::size_t i = begin + 1; i < end; ++i) {
    SurveyLine line = lines[i];
    for (const Heading& heading : survey.headings) {
      const std::string& cell = survey.at(line.row, heading);
      if (!cell.contains("%(")) continue;
      set_cell(line.row, heading,
               replace_all(replace_all(cell, "%(label)s", label_of(choice, heading.language)), "%(name)s",
                           choice.name));
    }
    into.push_back(std::move(line));
  }
  into.push_back(container(lines[begin].row, TypeCell::Kind::end));
}

/// Index of the end of the loop that begins at `begin`; the number of lines when it has none.
std::size_t end_of_loop(const std::vector<SurveyLine>& lines, std::size_t begin) {
  int open = 0;
  for (std::size_t i = begin; i < lines.size(); ++i) {
    if (lines[i].type.kind == TypeCell::Kind::begin_loop)
      ++open;
    else if (lines[i].type.kind == TypeCell::Kind::end_loop && --open == 0)
      return i;
  }
  return lines.size();
}

}  // namespace

std::vector<SurveyLine> read_survey_lines(Loading& loading) {
  const Table& survey = loading.survey;
  std::vector<SurveyLine> lines;
  for (GridRow row : survey.rows) {
    if (loading.clean_spaces)
      for (std::string& cell : row.cells) cell = collapse_spaces(cell);
    if (is_disabled(loading, row)) continue;
    const std::string type = plain_quotes(survey.at(row, "type"));
    if (type.empty()) {
      if (!survey.at(row, "name").empty() || survey.has(row, "label"))
        loading.problems.error(survey.cell(row, "type"),
                               "the row has no type; write one, or clear its name and label");
      continue;
    }
    if (is_setting(loading, type, survey.at(row, "name"))) continue;
    const auto known = read_type(type);
    if (known)
      lines.push_back({std::move(row), *known});
    else
      loading.problems.error(survey.cell(row, "type"),
                             fmt::format("unknown type '{}'{}", type, suggest_type(type)));
  }
  return lines;
}

std::vector<SurveyLine> write_out_loops(Loading& loading, std::vector<SurveyLine> lines) {
  const auto cell = [&](std::size_t i) { return loading.survey.cell(lines[i].row, "type"); };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].type.kind == TypeCell::Kind::end_loop) {
      loading.problems.error(
          cell(i), "'end loop' closes nothing: there is no 'begin loop' before it that is still open");
      lines.erase(lines.begin() + static_cast<long>(i--));
      continue;
    }
    if (lines[i].type.kind != TypeCell::Kind::begin_loop) continue;
    const std::size_t end = end_of_loop(lines, i);
    const auto list = loading.form.choices.find(lines[i].type.list);
    const bool closed = end < lines.size();
    if (!closed) loading.problems.error(cell(i), "the loop is never closed: add a row 'end loop'");
    if (list == loading.form.choices.end())
      loading.problems.error(
          cell(i), fmt::format("the loop goes over the list '{}', which is not in the sheet choices",
                               lines[i].type.list));
    bool possible = closed && list != loading.form.choices.end();
    for (std::size_t j = i; j < end; ++j)
      if (lines[j].type.kind == TypeCell::Kind::begin && lines[j].type.type == Type::repeat) {
        loading.problems.error(cell(j), "a repeat cannot stand inside a loop");
        possible = false;
      }
    std::vector<SurveyLine> written = {container(lines[i].row, TypeCell::Kind::begin)};
    if (possible)
      for (const Choice& choice : list->second) {
        append_turn(loading, lines, i, end, choice, written);
        if (lines.size() + written.size() > limits::survey_rows) break;
      }
    written.push_back(container(lines[closed ? end : i].row, TypeCell::Kind::end));
    const std::size_t stop = std::min(end + 1, lines.size());
    lines.erase(lines.begin() + static_cast<long>(i), lines.begin() + static_cast<long>(stop));
    lines.insert(lines.begin() + static_cast<long>(i), written.begin(), written.end());
    if (lines.size() > limits::survey_rows) break;
  }
  std::erase_if(lines, [](const SurveyLine& line) {
    return line.type.kind == TypeCell::Kind::begin_loop || line.type.kind == TypeCell::Kind::end_loop;
  });
  return lines;
}

}  // namespace buurtpeil
