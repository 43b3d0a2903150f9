// check_translations: which texts a visitor would see in another language than the chosen one. A column that
// says nothing in a language is one problem, however many rows lack it; else each row is one.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "form/compile/loading.h"

namespace buurtpeil {
namespace {

/// Languages (indices in Form::languages) that this text lacks. Columns without a language count as the
/// default one.
std::vector<int> missing_in(const Form& form, const Text& text) {
  std::vector<int> missing;
  for (int i = 0; i < static_cast<int>(form.languages.size()); ++i) {
    const bool plain = i == form.default_language && text.by_language.contains("");
    if (!plain && !text.by_language.contains(form.languages[i].heading)) missing.push_back(i);
  }
  return missing;
}

/// Labels without a language may be one of their own.
const std::string& called(const Language& language) {
  return language.heading.empty() ? language.name : language.heading;
}

/// The texts of one column of a sheet ("label"), in all its languages.
class Column {
 public:
  Column(Loading& loading, const SheetTable& table, std::string name)
      : loading_(loading), table_(table), name_(std::move(name)) {}

  /// `owner` is the row's name.
  void add(const Text& text, int row, const std::string& owner) {
    if (text.empty()) return;
    texts_.push_back({table_.cell(GridRow{row, {}}, name_), owner, missing_in(loading_.form, text)});
  }

  void check() const {
    std::set<int> whole;  // languages in which no row has it
    for (int language = 0; language < static_cast<int>(loading_.form.languages.size()); ++language) {
      const auto lacks = [&](const Written& one) { return std::ranges::count(one.missing, language) > 0; };
      if (texts_.size() < 2 || !std::ranges::all_of(texts_, lacks)) continue;
      whole.insert(language);
      missing_everywhere(loading_.form.languages[language].heading);
    }
    for (const Written& one : texts_) {
      std::vector<std::string> missing;
      for (const int language : one.missing)
        if (!whole.contains(language)) missing.push_back(called(loading_.form.languages[language]));
      if (!missing.empty())
        loading_.problems.warning(one.cell, fmt::format("the {} of '{}' is not translated into {}", name_,
                                                        one.owner, fmt::join(missing, ", ")));
    }
  }

 private:
  struct Written {
    Cell cell;
    std::string owner;
    std::vector<int> missing;
  };

  void missing_everywhere(const std::string& language) const {
    const auto heading = std::ranges::find_if(
        table_.headings, [&](const Heading& one) { return one.column == name_ && one.language == language; });
    Cell first = texts_.front().cell;
    if (heading != table_.headings.end()) {
      first.column = heading->place;
      return loading_.problems.warning(
          {table_.sheet, heading->place, table_.heading_row},
          fmt::format("{} is empty in {} rows, first {}", heading->written, texts_.size(), cell_name(first)));
    }
    loading_.problems.warning(
        {table_.sheet, first.column, table_.heading_row},
        fmt::format("there is no column {}{}, and {} rows have a {}, first {}", name_,
                    language.empty() ? "" : "::" + language, texts_.size(), name_, cell_name(first)));
  }

  Loading& loading_;
  const SheetTable& table_;
  std::string name_;
  std::vector<Written> texts_;
};

void check_survey(Loading& loading) {
  Column label(loading, loading.survey, "label"), hint(loading, loading.survey, "hint"),
      required(loading, loading.survey, "required_message"),
      constraint(loading, loading.survey, "constraint_message");
  for (const Row& row : loading.form.rows) {
    if (row.says_other) continue;  // in our own words
    label.add(row.label, row.cell.row, row.name);
    hint.add(row.hint, row.cell.row, row.name);
    required.add(row.required_message, row.cell.row, row.name);
    constraint.add(row.constraint_message, row.cell.row, row.name);
  }
  for (const Column& column : {label, hint, required, constraint}) column.check();
}

}  // namespace

void check_translations(Loading& loading) {
  check_survey(loading);
  Column label(loading, loading.choices, "label");
  for (const auto& [list, choices] : loading.form.choices)
    for (const Choice& choice : choices)
      if (choice.cell.sheet == loading.choices.sheet && !list.ends_with(" or_other"))
        label.add(choice.label, choice.cell.row, choice.name);
  label.check();
  for (const auto& [name, text] : loading.form.settings_texts) {
    std::vector<std::string> missing;
    for (const int language : missing_in(loading.form, text))
      missing.push_back(called(loading.form.languages[language]));
    if (!text.empty() && !missing.empty())
      loading.problems.warning(loading.settings.cell(loading.settings_row, name),
                               fmt::format("{} is not translated into {}", name, fmt::join(missing, ", ")));
  }
}

}  // namespace buurtpeil
