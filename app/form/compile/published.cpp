// kiosk_results and kiosk_with: which questions' answers are shown to those who answered and published, and
// what the report crosses them with. What could tell of one person is refused here already: texts, dates,
// numbers as they are, answers in a repeat.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "form/compile/loading.h"
#include "form/expression/references.h"
#include "form/limits.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

constexpr std::string_view how_to_write_classes =
    "write their lower ends with spaces between, as in '0 10 20 50'";
/// Cells of a crossing in the report from which most are about too few people.
constexpr std::size_t many_cells = 60;
/// Of so many visitors one is asked: from here on the author is told.
constexpr double seldom = 1.0 / 20;

bool is_inside_repeat(const Form& form, const Row& row) {
  for (int around = row.parent; around >= 0; around = form.rows[around].parent)
    if (form.rows[around].type == Type::repeat) return true;
  return false;
}

const std::vector<Choice>* list_of(const Form& form, const Row& row) {
  const auto list = form.choices.find(row.list);
  return list == form.choices.end() ? nullptr : &list->second;
}

/// Of a select or ranking; "" when its results may be told.
std::string objection_to_choices(const Form& form, const Row& row) {
  if (row.heads_table()) return "names the columns of a table; mark the questions below it";
  if (row.list.starts_with("${")) return "offers what somebody wrote during this visit; remove that";
  const std::vector<Choice>* list = list_of(form, row);
  if (list != nullptr && list->size() > limits::result_choices)
    return fmt::format("has {} choices, of which each is about too few people; {} at most", list->size(),
                       limits::result_choices);
  return "";
}

std::string objection_to_kind(const Form& form, const Row& row) {
  switch (traits_of(row.type).type_class) {
    case TypeClass::asked:
      break;
    case TypeClass::container:
      if (row.type == Type::repeat)
        return "is a repeat, in which one person answers several times; ask it outside of one";
      return row.group_style.points ? "" : "is a group; mark the questions in it";
    case TypeClass::computed:
      return "is computed; mark the question that it is made of";
    case TypeClass::passed_over:
      return fmt::format("is passed over: {}; remove that", traits_of(row.type).lacks);
    case TypeClass::note:
    case TypeClass::metadata:
    case TypeClass::attached:
      return "asks nothing; remove that";
  }
  if (is_select(row.type)) return objection_to_choices(form, row);
  if (form.is_part_of_points(row))
    return fmt::format("is a part of the points of '{0}'; mark '{0}'", form.rows[row.parent].name);
  if (is_number(row.type)) return "";
  if (row.type == Type::text)
    return "is a text, and nobody has read what people write before it is shown; remove that";
  if (row.type == Type::acknowledge) return "only asks for agreement; remove that";
  return fmt::format("is a {}, which may tell who somebody is; ask it in classes, with select_one",
                     traits_of(row.type).name);
}

/// Why its results cannot be told, and what to do; or "".
std::string objection_to(const Form& form, const Row& row) {
  std::string objection = objection_to_kind(form, row);
  if (!objection.empty()) return objection;
  if (is_inside_repeat(form, row))
    return "stands in a repeat, where one person answers several times; ask it outside of one";
  if (row.read_only && row.read_only->source() == "true()") return "may only be read; remove that";
  return "";
}

/// The results of one line of the survey.
class Results {
 public:
  Results(Loading& loading, const NameIndex& names, const Loading::Published& written)
      : loading_(loading), names_(names), written_(written), row_(loading.form.rows[written.row]) {}

  void read() {
    const auto wished = yes_or_no(written_.results);
    if (written_.results.empty() || wished == false) return;
    if (const std::string objection = objection_to(loading_.form, row_); !objection.empty())
      return error(fmt::format("'{}' can have no kiosk_results: it {}", row_.name, objection));
    row_.has_results = wished ? is_told_whole() : takes_classes();
    if (row_.has_results) check_rarity();
  }

 private:
  void error(std::string message) { loading_.problems.error(written_.results_cell, std::move(message)); }

  /// "yes": each choice or step by itself.
  bool is_told_whole() {
    if (row_.type == Type::integer || row_.type == Type::decimal)
      return error(fmt::format("'{}' is a number, whose answers are published in classes only; {}", row_.name,
                               how_to_write_classes)),
             false;
    if (!row_.range) return true;
    const double steps = std::floor(std::abs(row_.range->end - row_.range->start) / row_.range->step + 1e-9);
    if (steps < static_cast<double>(limits::result_classes)) return true;
    error(fmt::format("'{}' has {:.0f} values, and results have at most {} classes; {}", row_.name, steps + 1,
                      limits::result_classes, how_to_write_classes));
    return false;
  }

  bool takes_classes() {
    if (!is_number(row_.type))
      return error(fmt::format("kiosk_results of '{}' is yes or no, not '{}'", row_.name, written_.results)),
             false;
    std::vector<double> classes;
    for (const std::string& word : words_of(written_.results)) {
      const auto number = number_of(word);
      if (!number)
        return error(fmt::format("'{}' is no number; for classes {}", word, how_to_write_classes)), false;
      if (row_.type == Type::integer && *number != std::floor(*number))
        return error(
                   fmt::format("'{}' is a whole number, and none is {}; let its classes begin at whole ones",
                               row_.name, word)),
               false;
      if (!classes.empty() && *number <= classes.back())
        return error(fmt::format("the class of {} stands behind that of {}; write them in ascending order",
                                 word, classes.back())),
               false;
      classes.push_back(*number);
    }
    if (classes.size() < 2 || classes.size() > limits::result_classes)
      return error(fmt::format("'{}' has {} here, and results have 2 to {}; {}", row_.name,
                               classes.size() == 1 ? "1 class" : fmt::format("{} classes", classes.size()),
                               limits::result_classes, how_to_write_classes)),
             false;
    if (row_.range && classes.back() > std::max(row_.range->start, row_.range->end))
      return error(fmt::format("nobody can be in the class from {} on: '{}' ends at {}; remove it",
                               classes.back(), row_.name, std::max(row_.range->start, row_.range->end))),
             false;
    row_.result_classes = std::move(classes);
    return true;
  }

  void check_rarity() {
    const double share = share_asked(loading_.form, names_, written_.row);
    if (share <= 0 || share >= seldom) return;  // never: check_unasked() says so
    const double visitors = std::ceil(1 / share);
    loading_.problems.at_desk(
        written_.results_cell,
        fmt::format(
            "'{}' is asked of about one visitor in {:.0f}, if all choices are as likely: results come "
            "after {:.0f} visitors; ask it of more people, or remove kiosk_results",
            row_.name, visitors, visitors * loading_.form.results_least));
  }

  Loading& loading_;
  const NameIndex& names_;
  const Loading::Published& written_;
  Row& row_;
};

/// Rounds and regions find a question by its name, without its groups.
void check_names(Loading& loading) {
  std::map<std::string, int> first;
  for (const Loading::Published& written : loading.published) {
    const Row& row = loading.form.rows[written.row];
    if (!row.has_results) continue;
    const auto [other, is_new] = first.try_emplace(row.name, row.cell.row);
    if (!is_new)
      loading.problems.error(
          written.results_cell,
          fmt::format(
              "the question of row {} with kiosk_results is called '{}' too, and results are compared "
              "by the names of questions; rename one",
              other->second, row.name));
  }
}

class Crossings {
 public:
  Crossings(Loading& loading, const Loading::Published& written)
      : loading_(loading), written_(written), row_(loading.form.rows[written.row]) {}

  void read() {
    if (written_.with.empty()) return;
    if (!row_.has_results) {
      if (!loading_.problems.is_about(written_.results_cell))  // which says why
        error(
            fmt::format("'{0}' has no kiosk_results, so nothing of it is crossed; write it, or remove "
                        "kiosk_with",
                        row_.name));
      return;
    }
    const std::vector<std::string> names = words_of(written_.with);
    if (names.size() > limits::crossings)
      return error(fmt::format("'{}' is crossed with {} questions, and the report has room for {}; choose",
                               row_.name, names.size(), limits::crossings));
    for (std::string name : names) {
      if (name.starts_with("${") && name.ends_with('}')) name = name.substr(2, name.size() - 3);
      cross(name);
    }
  }

 private:
  void error(std::string message) { loading_.problems.error(written_.with_cell, std::move(message)); }

  /// The row of that name with results, else any of that name, else -1.
  [[nodiscard]] int named(const std::string& name) const {
    int found = -1;
    for (int i = 0; i < static_cast<int>(loading_.form.rows.size()); ++i) {
      const Row& row = loading_.form.rows[i];
      if (row.name == name && (found < 0 || row.has_results)) found = i;
    }
    return found;
  }

  void cross(const std::string& name) {
    const std::vector<Row>& rows = loading_.form.rows;
    const int with = named(name);
    if (with < 0) {
      std::vector<std::string_view> known;
      for (const Row& row : rows)
        if (row.has_results && &row != &row_) known.push_back(row.name);
      return error(fmt::format("unknown question '{}'{}", name, loading_.suggest(name, known)));
    }
    if (with == written_.row) return error(fmt::format("'{}' is crossed with itself; remove that", name));
    if (std::ranges::count(row_.crossed_with, with) > 0)
      return error(fmt::format("'{}' is crossed with '{}' twice; remove one", row_.name, name));
    const Row& other = rows[with];
    if (other.type != Type::select_one && other.type != Type::select_multiple)
      return error(
          fmt::format("'{}' cannot be crossed with '{}', which is a {}: only with a select_one or "
                      "select_multiple",
                      row_.name, name, traits_of(other.type).name));
    if (!other.has_results)
      return error(fmt::format(
          "'{}' cannot be crossed with '{}', which has no kiosk_results; write yes there", row_.name, name));
    const std::vector<Choice>* list = list_of(loading_.form, other);
    if (list != nullptr && list->size() > limits::crossed_choices)
      return error(fmt::format("'{}' cannot be crossed with '{}', which has {} choices: {} at most",
                               row_.name, name, list->size(), limits::crossed_choices));
    row_.crossed_with.push_back(with);
    check_size(other, list == nullptr ? 0 : list->size());
  }

  /// Of how many things an answer to this question can be.
  [[nodiscard]] std::size_t items() const {
    if (!row_.result_classes.empty()) return row_.result_classes.size() + 1;
    if (row_.range)
      return static_cast<std::size_t>(std::abs(row_.range->end - row_.range->start) / row_.range->step) + 1;
    const std::vector<Choice>* list = list_of(loading_.form, row_);
    return list == nullptr ? 1 : list->size();
  }

  void check_size(const Row& other, std::size_t choices) {
    const std::size_t cells = items() * choices;
    if (cells > many_cells)
      loading_.problems.at_desk(
          written_.with_cell,
          fmt::format("'{}' by '{}' is a table of {} numbers, most of them about very few people; cross with "
                      "a question of fewer choices",
                      row_.name, other.name, cells));
  }

  Loading& loading_;
  const Loading::Published& written_;
  Row& row_;
};

}  // namespace

void check_published(Loading& loading) {
  const NameIndex names(loading.form);
  std::size_t questions = 0;
  for (const Loading::Published& written : loading.published) {
    Results(loading, names, written).read();
    if (loading.form.rows[written.row].has_results && ++questions > limits::result_questions)
      return loading.problems.error(
          written.results_cell,
          fmt::format("more than {} questions have kiosk_results; choose what people want to know",
                      limits::result_questions));
  }
  check_names(loading);
  for (const Loading::Published& written : loading.published) Crossings(loading, written).read();
}

}  // namespace buurtpeil
