#include "form/compile/survey_lines.h"

#include <fmt/format.h>

#include "form/limits.h"
#include "form/strings.h"
#include "form/suggestion.h"

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
  return {row, {.kind = kind, .type = Type::group, .word = "group"}};
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

/// Writes one loop after the other, outermost first, until none is left or what they write is too much.
class LoopWriter {
 public:
  LoopWriter(Loading& loading, std::vector<SurveyLine>& lines) : loading_(loading), lines_(lines) {}

  /// Puts groups in the place of the loop that begins at line `begin`. False when it is too much.
  bool write(std::size_t begin) {
    const std::size_t end = end_of_loop(lines_, begin);
    std::vector<SurveyLine> written = {container(lines_[begin].row, TypeCell::Kind::begin)};
    const std::vector<Choice>* choices = choices_of(begin, end);
    for (std::size_t i = 0; choices != nullptr && i < choices->size(); ++i) {
      write_turn(begin, end, (*choices)[i], written);
      if (lines_.size() + written.size() <= limits::survey_rows && bytes_ <= limits::loop_bytes) continue;
      loading_.problems.error(cell(begin), fmt::format("the loop writes out more than {} rows or {} MB",
                                                       limits::survey_rows, limits::loop_bytes >> 20));
      return false;
    }
    written.push_back(container(lines_[begin].row, TypeCell::Kind::end));
    const auto first = lines_.begin() + static_cast<long>(begin);
    lines_.erase(first, lines_.begin() + static_cast<long>(std::min(end + 1, lines_.size())));
    lines_.insert(lines_.begin() + static_cast<long>(begin), written.begin(), written.end());
    return true;
  }

  [[nodiscard]] Cell cell(std::size_t line) const { return loading_.survey.cell(lines_[line].row, "type"); }

 private:
  /// What the loop goes over; nullptr, with the reason among the problems, when it cannot be written.
  const std::vector<Choice>* choices_of(std::size_t begin, std::size_t end) {
    const std::string& list = lines_[begin].type.list;
    const auto choices = loading_.form.choices.find(list);
    bool possible = end < lines_.size() && choices != loading_.form.choices.end();
    if (end == lines_.size())
      loading_.problems.error(cell(begin), "the loop is never closed: add a row 'end loop'");
    if (choices == loading_.form.choices.end())
      loading_.problems.error(
          cell(begin),
          fmt::format("the loop goes over the list '{}', which is not in the sheet choices", list));
    for (std::size_t i = begin; i < end; ++i) {
      if (lines_[i].type.kind != TypeCell::Kind::begin || lines_[i].type.type != Type::repeat) continue;
      loading_.problems.error(cell(i), "a repeat cannot stand inside a loop");
      possible = false;
    }
    return possible ? &choices->second : nullptr;
  }

  /// The group of one choice: the loop's lines with the choice's words in them.
  void write_turn(std::size_t begin, std::size_t end, const Choice& choice, std::vector<SurveyLine>& into) {
    SurveyLine group = container(lines_[begin].row, TypeCell::Kind::begin);
    for (const Heading& heading : loading_.survey.headings) {
      if (heading.column == "name")
        set_cell(group.row, heading, choice.name);
      else if (heading.column == "label")
        set_cell(group.row, heading, label_of(choice, heading.language));
      else if (heading.column != "type" && !loading_.survey.at(group.row, heading).empty())
        set_cell(group.row, heading, "");
    }
    into.push_back(group);
    for (std::size_t i = begin + 1; i < end && bytes_ <= limits::loop_bytes; ++i) {
      SurveyLine line = lines_[i];
      for (const Heading& heading : loading_.survey.headings) {
        const std::string& text = loading_.survey.at(line.row, heading);
        bytes_ += text.size();
        if (text.contains("%(")) set_cell(line.row, heading, in_turn(text, choice, heading.language));
      }
      into.push_back(std::move(line));
    }
    into.push_back(container(lines_[begin].row, TypeCell::Kind::end));
  }

  /// The text with the choice's words; as it is when that would be more than a loop may write.
  std::string in_turn(const std::string& text, const Choice& choice, const std::string& language) {
    const std::string label = label_of(choice, language);
    constexpr std::size_t shortest_mark = std::string_view("%(name)s").size();
    bytes_ += text.size() / shortest_mark * std::max(label.size(), choice.name.size());
    if (bytes_ > limits::loop_bytes) return text;
    return replace_all(replace_all(text, "%(label)s", label), "%(name)s", choice.name);
  }

  Loading& loading_;
  std::vector<SurveyLine>& lines_;
  std::size_t bytes_ = 0;  ///< written so far, at most
};

}  // namespace

std::vector<SurveyLine> read_survey_lines(Loading& loading) {
  const SheetTable& survey = loading.survey;
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
      if (!survey.at(row, "name").empty()) lines.push_back({std::move(row), {.guessed = true}});
      continue;
    }
    if (is_setting(loading, type, survey.at(row, "name"))) continue;
    auto known = read_type(type);
    if (!known) {
      loading.problems.error(survey.cell(row, "type"),
                             fmt::format("unknown type '{}'{}", type, suggest_type(type)));
      known = read_type(meant_type(type)).value_or(TypeCell{});
      known->guessed = true;
    }
    lines.push_back({std::move(row), std::move(*known)});
  }
  return lines;
}

std::vector<SurveyLine> write_out_loops(Loading& loading, std::vector<SurveyLine> lines) {
  LoopWriter writer(loading, lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].type.kind == TypeCell::Kind::end_loop)
      loading.problems.error(
          writer.cell(i), "'end loop' closes nothing: there is no 'begin loop' before it that is still open");
    else if (lines[i].type.kind == TypeCell::Kind::begin_loop && !writer.write(i))
      break;
  }
  std::erase_if(lines, [](const SurveyLine& line) {
    return line.type.kind == TypeCell::Kind::begin_loop || line.type.kind == TypeCell::Kind::end_loop;
  });
  return lines;
}

}  // namespace buurtpeil
