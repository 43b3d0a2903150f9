#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "form/compile/commonest_words.h"
#include "form/compile/loading.h"
#include "form/language_names.h"
#include "form/limits.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

constexpr std::array kiosk_texts = {"kiosk_attract", "kiosk_attract_image", "kiosk_intro", "kiosk_thanks",
                                    "kiosk_decided", "kiosk_open",          "kiosk_who",   "kiosk_when",
                                    "kiosk_did",     "kiosk_round_name"};

/// "Nederlands (nl)" -> name and code; "nl" or "Dutch" alone -> what is known of it; other words are both.
Language language_of_heading(const std::string& heading) {
  Language language{.heading = heading, .name = heading, .code = heading};
  const std::size_t open = heading.rfind('(');
  if (heading.ends_with(')') && open != std::string::npos && open > 0) {
    language.name = trimmed(heading.substr(0, open));
    language.code = trimmed(heading.substr(open + 1, heading.size() - open - 2));
  } else if (const LanguageName* coded = language_with_code(heading)) {
    language.name = coded->own;
  } else if (const LanguageName* called = language_called(heading)) {
    language.code = called->code;
  }
  return language;
}

/// Two regions of one language, "pt" and "pt-BR" alone, need more than its name.
void tell_apart(std::vector<Language>& languages) {
  std::map<std::string, int> named;
  for (const Language& language : languages) ++named[language.name];
  for (Language& language : languages)
    if (named[language.name] > 1 && language.heading == language.code)
      language.name += " (" + language.code + ")";
}

/// Speech, direction and the kiosk's own words go by the code.
void check_code(Loading& loading, const Language& language, const Cell& cell) {
  const std::string code = lower_case(language.code.substr(0, language.code.find_first_of("-_")));
  const bool is_code = (code.size() == 2 || code.size() == 3) &&
                       code.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
  if (!is_code)
    loading.problems.warning(
        cell, fmt::format("the language '{0}' has no code; write it as in 'Nederlands (nl)', so that the "
                          "kiosk knows which language it is",
                          language.heading));
}

void add_languages(Loading& loading, const SheetTable& table) {
  std::vector<Language>& languages = loading.form.languages;
  for (const Heading& heading : table.headings) {
    if (!heading.known || heading.language.empty()) continue;
    if (std::ranges::any_of(languages, [&](const Language& l) { return l.heading == heading.language; }))
      continue;
    const Cell cell{table.sheet, heading.place, table.heading_row};
    if (languages.size() == limits::languages)
      return loading.problems.error(cell,
                                    fmt::format("the form has more than {} languages", limits::languages));
    const Language language = language_of_heading(heading.language);
    for (const Language& other : languages)  // by the code, since a visitor and a draft choose by it
      if (lower_case(other.code) == lower_case(language.code))
        loading.problems.warning(
            cell, fmt::format("'{}' and '{}' count as two languages; write them the same way", other.heading,
                              heading.language));
    languages.push_back(language);
    check_code(loading, languages.back(), cell);
  }
}

bool has_column_without_language(const Loading& loading) {
  for (const SheetTable* table : {&loading.survey, &loading.choices})
    if (table->heading("label") != nullptr || table->heading("hint") != nullptr) return true;
  return false;
}

/// The language of what stands in columns without one, as far as its words tell.
std::string language_of_plain_columns(const Loading& loading) {
  constexpr std::size_t enough_bytes = 20'000;
  std::string words;
  for (const SheetTable* table : {&loading.survey, &loading.choices, &loading.settings})
    for (const char* column : {"label", "hint", "kiosk_intro", "kiosk_attract", "kiosk_thanks"}) {
      const Heading* heading = table->heading(column);
      for (const GridRow& row : table->rows)
        if (heading != nullptr && words.size() < enough_bytes) words += table->at(row, *heading) + "\n";
    }
  return language_of_words(words);
}

/// How many labels of the survey stand in a column without a language, and how many rows have a label at all.
std::pair<int, int> plain_labels(const SheetTable& survey) {
  const Heading* plain = survey.heading("label");
  int plain_ones = 0, all = 0;
  for (const GridRow& row : survey.rows) {
    const bool is_plain = plain != nullptr && !survey.at(row, *plain).empty();
    plain_ones += is_plain ? 1 : 0;
    all += is_plain || std::ranges::any_of(survey.headings, [&](const Heading& heading) {
             return heading.column == "label" && !survey.at(row, heading).empty();
           });
  }
  return {plain_ones, all};
}

/// Labels without a language beside ones that have it: in most rows they are a language of their own, which
/// other tools show as "default"; in some they stand in for what is not translated.
void add_plain_language(Loading& loading) {
  Form& form = loading.form;
  const auto [plain, all] = plain_labels(loading.survey);
  const std::string code = form.plain_language.empty() ? "en" : form.plain_language;
  const LanguageName& name = *language_with_code(code);
  const auto same = std::ranges::find_if(
      form.languages, [&](const Language& l) { return language_with_code(l.code) == &name; });
  const Heading* heading = loading.survey.heading("label");
  const Cell cell{loading.survey.sheet, heading == nullptr ? 0 : heading->place,
                  heading == nullptr ? 0 : loading.survey.heading_row};
  if (plain * 2 < all) {
    loading.problems.warning(
        cell,
        "labels without a language stand beside ones that have it, and are shown only where "
        "those are missing; write their language in the heading");
  } else if (same != form.languages.end()) {
    loading.problems.warning(
        cell,
        fmt::format("the column 'label' has no language and seems to be in {0}, which has a column: it "
                    "is shown only where 'label::{0}' is empty; remove it, or write its language in the "
                    "heading",
                    same->heading));
  } else {
    loading.problems.warning(
        cell, fmt::format("the column 'label' has no language beside ones that have it, and is taken to be "
                          "{0} ({1}); write 'label::{0} ({1})'",
                          name.own, name.code));
    form.languages.insert(form.languages.begin(),
                          {.heading = "", .name = std::string(name.own), .code = std::string(name.code)});
  }
}

/// The pictures of the invitation are files beside the form like those of questions.
void name_attract_pictures(Loading& loading) {
  const auto pictures = loading.form.settings_texts.find("kiosk_attract_image");
  if (pictures == loading.form.settings_texts.end()) return;
  const Cell cell = loading.settings.cell(loading.settings_row, "kiosk_attract_image");
  for (const auto& [language, names] : pictures->second.by_language)
    for (const Piece& piece : names)
      for (const std::string& file : lines_of(piece.words))
        loading.named_media.emplace(file, Loading::NamedMedia{cell, "image"});
}

}  // namespace

void load_settings(Loading& loading) {
  Form& form = loading.form;
  const Sheet* sheet = loading.sheet("settings");
  if (sheet == nullptr) {
    if (const std::string meant = loading.suggest_sheet("settings"); !meant.empty())
      loading.problems.warning({}, "there is no sheet called 'settings'" + meant);
    return;
  }
  const SheetTable& table = loading.settings = read_table(*sheet, SheetKind::settings, loading.problems);
  if (table.rows.empty()) return;
  const GridRow& row = loading.settings_row = table.rows.front();
  for (const Heading& heading : table.headings)
    if (heading.language.empty() && !heading.column.empty() && !table.at(row, heading).empty())
      form.settings[heading.column] = plain_quotes(table.at(row, heading));

  const auto take = [&](const char* name, std::string& into) {
    if (const auto found = form.settings.extract(name)) into = found.mapped();
  };
  take("form_id", form.id);
  take("form_title", form.title);
  take("version", form.version);
  take("default_language", loading.default_language);
  take("name", loading.root_name);
  if (!is_name(loading.root_name))
    loading.problems.error(
        table.cell(row, "name"),
        fmt::format("'{}' cannot be the form's name: a name begins with a letter or _ and has letters, "
                    "digits, _ - . only",
                    loading.root_name));
  loading.clean_spaces = yes_or_no(form.settings["clean_text_values"]).value_or(true);
  loading.omits_instance_id = yes_or_no(form.settings["omit_instanceid"]).value_or(false);
  std::erase_if(form.settings, [](const auto& setting) { return setting.second.empty(); });
  if (loading.omits_instance_id && form.settings.contains("public_key"))
    loading.problems.error(table.cell(row, "omit_instanceid"),
                           "an encrypted form needs its instanceID; remove omit_instanceID or public_key");
  if (const auto name = form.settings.find("instance_name"); name != form.settings.end())
    (void)loading.expression(name->second, table.cell(row, "instance_name"), -1);
}

void load_languages(Loading& loading) {
  Form& form = loading.form;
  for (const SheetTable* table : {&loading.survey, &loading.choices, &loading.settings})
    add_languages(loading, *table);
  form.plain_language = language_of_plain_columns(loading);
  const std::string& wanted = loading.default_language;
  const bool is_named = !wanted.empty() && lower_case(wanted) != "default";
  const auto same = [&](const Language& l) {
    return lower_case(l.heading) == lower_case(wanted) || lower_case(l.code) == lower_case(wanted) ||
           lower_case(l.name) == lower_case(wanted);
  };
  const bool has_columns = std::ranges::any_of(form.languages, same);
  if (is_named && !has_columns) {
    // The columns without a language are then in this one: a visitor chooses it like the others, and
    // in_language() finds them.
    form.languages.insert(form.languages.begin(), language_of_heading(wanted));
    form.plain_language = form.languages.front().code;
    const Cell cell = loading.settings.cell(loading.settings_row, "default_language");
    check_code(loading, form.languages.front(), cell);
    if (form.languages.size() > 1 && !has_column_without_language(loading))
      loading.problems.warning(cell, fmt::format("no column is in the default language '{}'", wanted));
  } else if (!form.languages.empty() && has_column_without_language(loading)) {
    add_plain_language(loading);
  }
  tell_apart(form.languages);
  if (is_named)
    form.default_language =
        static_cast<int>(std::ranges::find_if(form.languages, same) - form.languages.begin());
  else if (!form.languages.empty() && form.languages.front().heading.empty())
    form.default_language = 0;
}

void load_settings_texts(Loading& loading) {
  for (const char* name : kiosk_texts) {
    Text text = loading.text(loading.settings, loading.settings_row, name, -1);
    if (!text.empty()) loading.form.settings_texts[name] = std::move(text);
    loading.form.settings.erase(name);
  }
  name_attract_pictures(loading);
  const Cell sheet{loading.settings.sheet, 0, 0};
  for (const auto& [name, what] :
       {std::pair{"kiosk_intro", "who asks, why, and what happens with the answers"},
        std::pair{"kiosk_thanks", "what is decided, what is open, and when people hear back"}})
    if (!loading.form.settings_texts.contains(name))
      loading.problems.warning(
          sheet, fmt::format("the settings have no {}: {}; visitors get the kiosk's own words", name, what));
  for (const char* name : {"kiosk_refuse", "kiosk_review"})
    if (const auto found = loading.form.settings.find(name);
        found != loading.form.settings.end() && !yes_or_no(found->second))
      loading.problems.error(loading.settings.cell(loading.settings_row, name),
                             fmt::format("{} is yes or no, not '{}'", name, found->second));
}

}  // namespace buurtpeil
