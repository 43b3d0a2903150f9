#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "form/compile/loading.h"
#include "form/compile/survey_lines.h"
#include "form/limits.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

/// Walks the lines from top to bottom, keeps the groups that are open, and holds names to the rules.
class SurveyWalk {
 public:
  explicit SurveyWalk(Loading& loading) : loading_(loading), rows_(loading.form.rows) { names_[-1]; }

  void line(const SurveyLine& line) {
    if (too_deep_) return;
    if (line.type.kind == TypeCell::Kind::end) return close(line);
    if (line.type.kind == TypeCell::Kind::begin && open_.size() == limits::container_depth) {
      too_deep_ = true;
      return loading_.problems.error(
          cell(line, "type"),
          fmt::format("groups stand more than {} deep inside each other", limits::container_depth));
    }
    const int index = static_cast<int>(rows_.size());
    Row row;
    row.type = line.type.type;
    row.name = name_of(line);
    row.cell = cell(line, "type");
    row.parent = open_.empty() ? -1 : open_.back();
    row.end = index + 1;
    check_name(line, row);
    row.path = row.parent < 0 ? row.name : rows_[row.parent].path + "/" + row.name;
    rows_.push_back(std::move(row));
    if (line.type.kind == TypeCell::Kind::begin) open(line, index);
    compile_row(loading_, line, index);
    if (line.type.or_other) add_other(line, index);
    if (rows_[index].has_way) add_way(line, index);
  }

  void finish() {
    if (too_deep_) return;
    for (const int index : open_) {
      rows_[index].end = static_cast<int>(rows_.size());
      if (told_.contains(index)) continue;
      const std::string word = word_of(rows_[index]);
      const std::string name = rows_[index].name.empty() ? "" : fmt::format(" '{}'", rows_[index].name);
      loading_.problems.error(rows_[index].cell,
                              fmt::format("the {}{} is never closed: add a row 'end {}'", word, name, word));
    }
  }

 private:
  static std::string word_of(const Row& row) { return row.type == Type::repeat ? "repeat" : "group"; }
  [[nodiscard]] Cell cell(const SurveyLine& line, std::string_view column) const {
    return loading_.survey.cell(line.row, column);
  }

  std::string name_of(const SurveyLine& line) {
    std::string name = loading_.survey.at(line.row, "name");
    if (line.type.word == "audit") {
      if (!name.empty() && name != "audit")
        loading_.problems.error(cell(line, "name"),
                                "an audit is always called 'audit'; leave its name empty");
      return "audit";
    }
    if (name.empty() && line.type.type == Type::note)
      name = fmt::format("generated_note_name_{}", line.row.number);
    return name;
  }

  void check_name(const SurveyLine& line, const Row& row) {
    const Cell place = cell(line, "name");
    if (row.name.empty() && line.type.guessed && line.type.word.empty()) return;  // perhaps it needs none
    if (row.name.empty()) {
      if (loading_.survey.heading("name") == nullptr)
        return loading_.problems.error({place.sheet, 1, loading_.survey.heading_row},
                                       "the sheet has no column 'name', under which answers are stored");
      loading_.problems.error(place,
                              fmt::format("this {} has no name; write one, as in 'garden': the answers "
                                          "are stored under it",
                                          line.type.word));
      return;
    }
    if (!is_name(row.name))
      loading_.problems.error(
          place, fmt::format("'{}' cannot be a name: a name begins with a letter or _ and has letters, "
                             "digits, _ - . only",
                             row.name));
    if (row.name == "meta")
      loading_.problems.error(
          place, "the name 'meta' is reserved for what the form stores about itself; choose another");
    reserve(row.parent, row.name, place, line.row.number);
    if (row.type != Type::repeat) return;
    if (row.name == loading_.root_name)
      loading_.problems.error(
          place,
          fmt::format("a repeat cannot be called '{}', which is the name of the form itself", row.name));
    const auto [other, is_new] = repeats_.try_emplace(row.name, row.parent);
    if (!is_new && other->second != row.parent)
      loading_.problems.error(
          place, fmt::format("there is another repeat called '{}'; the names of repeats are unique in the "
                             "whole form",
                             row.name));
  }

  void reserve(int parent, const std::string& name, const Cell& place, int line) {
    auto& names = names_[parent];
    const std::string where =
        parent < 0 ? "the form" : fmt::format("the {} '{}'", word_of(rows_[parent]), rows_[parent].name);
    for (const auto& [other, other_line] : names[lower_case(name)]) {
      if (other == name)
        loading_.problems.error(
            place, fmt::format("the name '{}' is already used in {}, in row {}", name, where, other_line));
      else
        loading_.problems.warning(
            place, fmt::format("'{}' and '{}' in {} differ in case only, which some programs that read "
                               "the answers do not see",
                               other, name, where));
      return;
    }
    names[lower_case(name)].emplace(name, line);
  }

  void open(const SurveyLine& line, int index) {
    // Other tools count in a calculation of this name beside the repeat, so that it cannot be a question's.
    const std::string& count = loading_.survey.at(line.row, "repeat_count");
    const bool is_reference = count.starts_with("${") && count.find('}') == count.size() - 1;
    if (rows_[index].type == Type::repeat && !count.empty() && !is_reference)
      reserve(rows_[index].parent, rows_[index].name + "_count", cell(line, "repeat_count"), line.row.number);
    open_.push_back(index);
    if (line.type.guessed) told_.insert(index);
  }

  void close(const SurveyLine& line) {
    const Cell place = cell(line, "type");
    if (open_.empty() && line.type.guessed) return;  // told as an unknown type
    if (open_.empty()) {
      loading_.problems.error(
          place, fmt::format("'end {0}' closes nothing: there is no 'begin {0}' before it that is still open",
                             line.type.word));
      return;
    }
    const auto closed = std::ranges::find(open_.rbegin(), open_.rend(), line.type.type,
                                          [&](int index) { return rows_[index].type; });
    if (closed != open_.rbegin() && told_.insert(open_.back()).second) {
      const Row& innermost = rows_[open_.back()];
      loading_.problems.error(
          place, fmt::format("'end {}' stands where 'end {}' is expected: the {} {}of row {} is still open",
                             line.type.word, word_of(innermost), word_of(innermost),
                             innermost.name.empty() ? "" : "'" + innermost.name + "' ", innermost.cell.row));
    }
    // One that encloses others is closed all the same, so that what follows is not told of the same mistake.
    if (closed == open_.rend()) return;
    rows_[*closed].end = static_cast<int>(rows_.size());
    open_.erase(std::next(closed).base());
  }

  /// or_other: a text question after the select, asked when "other" is among the answers.
  void add_other(const SurveyLine& line, int select) {
    Row row;
    row.name = rows_[select].name + "_other";
    row.path = rows_[select].path + "_other";
    row.cell = rows_[select].cell;
    row.parent = rows_[select].parent;
    row.end = static_cast<int>(rows_.size()) + 1;
    row.label = other_text(loading_.form, OtherWord::question);
    row.says_other = true;
    const int index = static_cast<int>(rows_.size());
    row.relevant =
        loading_.expression(fmt::format("selected(../{}, 'other')", rows_[select].name), row.cell, index);
    reserve(row.parent, row.name, cell(line, "name"), line.row.number);
    rows_.push_back(std::move(row));
  }

  /// Beside a place, how it was pointed out. Not there where the place is not.
  void add_way(const SurveyLine& line, int place) {
    Row row;
    row.type = Type::hidden;
    row.name = rows_[place].name + "_way";
    row.path = rows_[place].path + "_way";
    row.cell = rows_[place].cell;
    row.parent = rows_[place].parent;
    row.end = static_cast<int>(rows_.size()) + 1;
    const int index = static_cast<int>(rows_.size());
    row.relevant = loading_.expression(fmt::format("../{} != ''", rows_[place].name), row.cell, index);
    reserve(row.parent, row.name, cell(line, "name"), line.row.number);
    rows_.push_back(std::move(row));
  }

  Loading& loading_;
  std::vector<Row>& rows_;
  std::vector<int> open_;
  std::set<int> told_;  ///< open ones with something wrong about them that was told already
  bool too_deep_ = false;
  std::map<int, std::map<std::string, std::map<std::string, int>>>
      names_;                           ///< parent -> lower case -> name -> its line
  std::map<std::string, int> repeats_;  ///< name -> parent
};

}  // namespace

void load_survey(Loading& loading) {
  const Cell sheet{loading.survey.sheet, 1, loading.survey.heading_row};
  if (loading.survey.heading("type") == nullptr)
    return loading.problems.error(sheet,
                                  "the sheet has no column 'type'" + loading.survey.several_in_one("type"));
  if (loading.survey.rows.size() > limits::survey_rows)
    return loading.problems.error(sheet,
                                  fmt::format("the survey has more than {} rows", limits::survey_rows));
  const std::vector<SurveyLine> lines = write_out_loops(loading, read_survey_lines(loading));
  SurveyWalk walk(loading);
  for (const SurveyLine& line : lines) walk.line(line);
  walk.finish();
  if (loading.survey.rows.empty())
    loading.problems.warning({loading.survey.sheet, 0, 0}, "the form asks nothing");
}

}  // namespace buurtpeil
