// check_language_values: calculations whose value is words in the visitor's language. In the export one
// neighbourhood would stand under as many names as the form has languages. Where a text shows it, which is
// how a form shows the label of a choice, it keeps no form from going out.
#include <fmt/format.h>

#include <algorithm>

#include "form/compile/loading.h"
#include "form/expression/functions.h"
#include "form/expression/references.h"
#include "form/expression/syntax.h"

namespace buurtpeil {
namespace {

class LanguageValues {
 public:
  explicit LanguageValues(const Loading& loading)
      : loading_(loading),
        form_(loading.form),
        index_(form_),
        in_texts_(form_.rows.size()),
        in_language_(form_.rows.size()) {
    for (const Use& use : loading.uses)
      if (is_text(use)) show(use.expression, use.row);
    find_calculations();
  }

  [[nodiscard]] bool is_for_texts(int row) const { return in_texts_[row]; }
  /// Its calculation gives words in the visitor's language.
  [[nodiscard]] bool gives_words(int row) const { return in_language_[row]; }

 private:
  /// One may be calculated from another, which is above it but for a few.
  void find_calculations() {
    constexpr int most_turns = 8;  // each finds those that stand above what they refer to
    bool found = true;
    for (int turn = 0; found && turn < most_turns; ++turn) {
      found = false;
      for (int row = 0; row < static_cast<int>(form_.rows.size()); ++row) {
        if (in_language_[row] || !form_.rows[row].calculation) continue;
        in_language_[row] = gives_words(form_.rows[row].calculation->syntax(), row);
        found = found || in_language_[row];
      }
    }
  }

  /// What is only compared or counted gives none.
  [[nodiscard]] bool gives_words(const Syntax& syntax, int row) const {
    if (is_in_language(syntax)) return true;
    if (syntax.kind == SyntaxKind::reference)
      return std::ranges::any_of(index_.meant(syntax.text, row),
                                 [&](int meant) { return bool{in_language_[meant]}; });
    if (syntax.kind != SyntaxKind::call) return false;
    const std::string_view name = syntax.function->name;
    const bool is_if = name == "if";
    if (name == "string-length" || name == "contains" || name == "selected" || name == "regex") return false;
    return std::ranges::any_of(syntax.parts, [&](const Syntax& part) {
      return !(is_if && &part == &syntax.parts.front()) && gives_words(part, row);
    });
  }

  /// In a text that people see: a label, a hint, a message, the label of a choice.
  [[nodiscard]] bool is_text(const Use& use) const {
    if (use.row < 0) return use.cell.sheet == loading_.choices.sheet;
    for (const char* column : {"label", "hint", "guidance_hint", "required_message", "constraint_message"})
      if (loading_.is_in(use, column)) return true;
    return false;
  }

  /// Marks what the expression refers to, and what that is calculated from.
  void show(const Expression& expression, int from) {
    std::vector<std::pair<const Expression*, int>> open = {{&expression, from}};
    while (!open.empty()) {
      const auto [next, at] = open.back();
      open.pop_back();
      for (const Reference& reference : next->references()) {
        if (reference.kind != Reference::Kind::question) continue;
        for (const int row : index_.meant(reference.name, at)) {
          if (in_texts_[row]) continue;
          in_texts_[row] = true;
          if (form_.rows[row].calculation) open.emplace_back(&*form_.rows[row].calculation, row);
        }
      }
    }
  }

  [[nodiscard]] bool is_in_language(const Syntax& syntax) const {
    if (syntax.kind == SyntaxKind::path) return is_label_of_list(syntax);
    if (syntax.kind != SyntaxKind::call) return false;
    const std::string_view name = syntax.function->name;
    if (name == "jr:itext") return true;
    if (name == "jr:choice-name") return names_translated_list(syntax.parts[1]);
    if (name == "pulldata") return is_translated_column(syntax);
    const bool formats = name == "format-date" || name == "format-date-time";
    return formats && syntax.parts[1].kind == SyntaxKind::text &&
           (syntax.parts[1].text.contains("%a") || syntax.parts[1].text.contains("%b"));
  }

  /// instance('towns')/root/item[...]/label
  [[nodiscard]] bool is_label_of_list(const Syntax& path) const {
    if (path.start != PathStart::expression || path.steps.empty() || path.steps.back().name != "label")
      return false;
    const Syntax& start = path.parts.front();
    return start.kind == SyntaxKind::call && start.function->name == "instance" &&
           start.parts.front().kind == SyntaxKind::text && is_translated(start.parts.front().text);
  }

  /// The second argument of jr:choice-name() is the name of a question in quotes.
  [[nodiscard]] bool names_translated_list(const Syntax& question) const {
    if (question.kind != SyntaxKind::text) return false;
    const std::string& text = question.text;
    const bool in_marks = text.starts_with("${") && text.ends_with('}');
    const std::string name = in_marks ? text.substr(2, text.size() - 3) : text.substr(text.rfind('/') + 1);
    return std::ranges::any_of(form_.rows,
                               [&](const Row& row) { return row.name == name && is_translated(row.list); });
  }

  [[nodiscard]] bool is_translated(const std::string& list) const {
    const auto found = form_.choices.find(list);
    return found != form_.choices.end() && std::ranges::any_of(found->second, [](const Choice& choice) {
             return choice.label.by_language.size() > 1;
           });
  }

  /// pulldata('towns', 'label', ...) of a file that has label::nl and label::en.
  [[nodiscard]] bool is_translated_column(const Syntax& call) const {
    if (call.parts[0].kind != SyntaxKind::text || call.parts[1].kind != SyntaxKind::text) return false;
    const auto file = loading_.attached_files.find(call.parts[0].text + ".csv");
    if (file == loading_.attached_files.end()) return false;
    const std::vector<std::string>& columns = file->second.columns;
    const std::string& column = call.parts[1].text;
    return std::ranges::find(columns, column) == columns.end() &&
           std::ranges::any_of(columns, [&](const std::string& c) { return c.starts_with(column + "::"); });
  }

  const Loading& loading_;
  const Form& form_;
  NameIndex index_;
  std::vector<bool> in_texts_, in_language_;
};

}  // namespace

void check_language_values(Loading& loading) {
  if (loading.form.languages.size() < 2) return;
  const LanguageValues values(loading);
  for (int i = 0; i < static_cast<int>(loading.form.rows.size()); ++i) {
    const Row& row = loading.form.rows[i];
    if (!row.calculation || row.is_shown() || !values.gives_words(i)) continue;
    const Cell cell = loading.survey.cell(GridRow{row.cell.row, {}}, "calculation");
    std::string words = fmt::format(
        "the value of '{}' is in the visitor's language, so that the export has one thing under "
        "several names; count by the name of the choice, which is the same in all languages",
        row.name);
    if (values.is_for_texts(i))
      loading.problems.at_desk(cell, std::move(words));
    else
      loading.problems.warning(cell, std::move(words));
  }
}

}  // namespace buurtpeil
