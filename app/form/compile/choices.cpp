#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "form/compile/loading.h"
#include "form/language_names.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

/// What an author's own column may be called: it becomes a name in expressions.
bool is_own_column(const Heading& heading) { return !heading.known && is_name(heading.column); }

void check_headings(Loading& loading, const SheetTable& table) {
  for (const char* required : {"list_name", "name"})
    if (table.heading(required) == nullptr)
      loading.problems.error(
          {table.sheet, 1, table.heading_row},
          fmt::format("the sheet has no column '{}'{}", required, table.several_in_one(required)));
  for (const Heading& heading : table.headings)
    if (!heading.known && !is_own_column(heading))
      loading.problems.warning(
          {table.sheet, heading.place, table.heading_row},
          fmt::format("the column '{}' is passed over: to be used in a filter its name may have letters, "
                      "digits, _ - . only",
                      heading.written));
}

Choice read_choice(Loading& loading, const SheetTable& table, const GridRow& row) {
  Choice choice{.name = plain_quotes(table.at(row, "name")),
                .label = {},
                .media = {},
                .columns = {},
                .cell = table.cell(row, "name")};
  choice.label = loading.text(table, row, "label", -1);
  choice.media = loading.media(table, row, -1);
  for (const Heading& heading : table.headings)
    if (is_own_column(heading) && !table.at(row, heading).empty())
      choice.columns[heading.column] = table.at(row, heading);
  return choice;
}

/// Reads a sheet of choices; `prefix` keeps the lists of external_choices apart from those of choices.
void read_lists(Loading& loading, SheetTable& table, const Sheet& sheet, const std::string& prefix) {
  table = read_table(sheet, SheetKind::choices, loading.problems);
  if (table.rows.empty()) return;
  check_headings(loading, table);
  if (table.heading("list_name") == nullptr || table.heading("name") == nullptr) return;
  const auto duplicates = loading.form.settings.find("allow_choice_duplicates");
  const bool allow_duplicates =
      duplicates != loading.form.settings.end() && yes_or_no(duplicates->second).value_or(false);
  const bool has_labels =
      std::ranges::find(table.headings, "label", &Heading::column) != table.headings.end();
  std::map<std::string, std::set<std::string>> seen;
  for (const GridRow& row : table.rows) {
    const std::string& list = table.at(row, "list_name");
    if (list.empty()) {
      if (!table.at(row, "name").empty())
        loading.problems.warning(table.cell(row, "list_name"),
                                 "the choice belongs to no list and is passed over");
      continue;
    }
    Choice choice = read_choice(loading, table, row);
    if (choice.name.empty()) {
      loading.problems.error(choice.cell,
                             "the choice has no name: the value that is stored when it is chosen");
      continue;
    }
    if (choice.label.empty() && choice.media.empty() && prefix.empty())
      has_labels ? loading.problems.warning(table.cell(row, "label"),
                                            fmt::format("the choice '{}' has no label", choice.name))
                 : loading.problems.warning({table.sheet, 1, table.heading_row},
                                            "the sheet has no column 'label' with the words of the choices");
    if (!seen[list].insert(choice.name).second && !allow_duplicates && prefix.empty())
      loading.problems.error(
          choice.cell,
          fmt::format("the list '{}' has the choice '{}' twice; rename one, or set allow_choice_duplicates "
                      "to yes in the settings",
                      list, choice.name));
    loading.form.choices[prefix + list].push_back(std::move(choice));
  }
}

}  // namespace

void load_choices(Loading& loading) {
  if (const Sheet* sheet = loading.sheet("choices")) read_lists(loading, loading.choices, *sheet, "");
  if (const Sheet* sheet = loading.sheet("external_choices"))
    read_lists(loading, loading.external_choices, *sheet, "external_choices/");
}

std::string list_with_other(Loading& loading, const std::string& list) {
  const std::string extended = list + " or_other";
  auto& lists = loading.form.choices;
  if (lists.contains(extended)) return extended;
  std::vector<Choice> choices = lists[list];
  for (const Choice& choice : choices)
    if (choice.name == "other") return list;
  choices.push_back({.name = "other",
                     .label = other_text(loading.form, OtherWord::choice),
                     .media = {},
                     .columns = {},
                     .cell = choices.empty() ? Cell{} : choices.back().cell});
  lists[extended] = std::move(choices);
  return extended;
}

Text other_text(const Form& form, OtherWord word) {
  struct Words {
    std::string_view code;
    const char *choice, *question;
  };
  // Other tools write "Other" and "Specify other." whatever the language.
  static constexpr std::array words = std::to_array<Words>({
      {"nl", "Anders", "Wat dan?"},
      {"en", "Other", "Please say what"},
      {"tr", "Başka", "Lütfen yazın"},
      {"pl", "Inne", "Co innego?"},
      {"uk", "Інше", "Що саме?"},
      {"ar", "غير ذلك", "ما هو؟"},
      {"de", "Etwas anderes", "Was denn?"},
      {"fr", "Autre", "Précisez"},
  });
  const auto in = [&](std::string_view code) -> std::string {
    const LanguageName* language = language_with_code(code);
    const auto found =
        language == nullptr ? words.end() : std::ranges::find(words, language->code, &Words::code);
    if (found == words.end()) return "";
    return word == OtherWord::choice ? found->choice : found->question;
  };
  Text text;
  std::vector<std::string> codes;  // whose words stand in for those that are not known, first to last
  if (form.default_language >= 0) codes.push_back(form.languages[form.default_language].code);
  for (const Language& language : form.languages) {
    codes.push_back(language.code);
    if (const std::string translated = in(language.code); !translated.empty())
      text.by_language[language.heading] = {{translated, {}}};
  }
  for (const std::string& code : codes.empty() ? std::vector{form.plain_language} : codes)
    if (const std::string known = in(code); !known.empty()) {
      text.by_language.try_emplace("", Sentence{{known, {}}});
      return text;
    }
  text.by_language.try_emplace("", Sentence{{in("en"), {}}});
  return text;
}

}  // namespace buurtpeil
