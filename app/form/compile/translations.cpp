// check_translations: which texts a visitor would see in another language than the chosen one.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "form/compile/loading.h"

namespace buurtpeil {
namespace {

/// Languages that this text lacks. Columns without a language count as the default one.
std::vector<std::string> missing_in(const Form& form, const Text& text) {
  std::vector<std::string> missing;
  for (int i = 0; i < static_cast<int>(form.languages.size()); ++i) {
    const bool plain = i == form.default_language && text.by_language.contains("");
    if (!plain && !text.by_language.contains(form.languages[i].heading))
      missing.push_back(form.languages[i].heading);
  }
  return missing;
}

void check(Loading& loading, const Text& text, const Cell& cell, std::string_view what) {
  if (text.empty()) return;
  const std::vector<std::string> missing = missing_in(loading.form, text);
  if (!missing.empty())
    loading.problems.warning(cell,
                             fmt::format("{} is not translated into {}", what, fmt::join(missing, ", ")));
}

}  // namespace

void check_translations(Loading& loading) {
  const Form& form = loading.form;
  const auto cell = [](const SheetTable& table, const Cell& row, std::string_view column) {
    return table.cell(GridRow{row.row, {}}, column);
  };
  for (const Row& row : form.rows) {
    // The question that or_other adds is in our own words.
    if (row.says_other) continue;
    const auto text = [&](const Text& words, const char* column) {
      check(loading, words, cell(loading.survey, row.cell, column),
            fmt::format("the {} of '{}'", column, row.name));
    };
    text(row.label, "label");
    text(row.hint, "hint");
    text(row.required_message, "required_message");
    text(row.constraint_message, "constraint_message");
  }
  for (const auto& [list, choices] : form.choices)
    for (const Choice& choice : choices)
      if (choice.cell.sheet == loading.choices.sheet && !list.ends_with(" or_other"))
        check(loading, choice.label, cell(loading.choices, choice.cell, "label"),
              fmt::format("the label of '{}'", choice.name));
  for (const auto& [name, text] : form.settings_texts)
    check(loading, text, loading.settings.cell(loading.settings_row, name), fmt::format("{}", name));
}

}  // namespace buurtpeil
