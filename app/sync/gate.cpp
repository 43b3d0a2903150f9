#include "sync/gate.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "form/did.h"
#include "form/strings.h"
#include "sync/cells.h"
#include "sync/columns.h"
#include "sync/csv_sheet.h"
#include "sync/unjudged.h"

namespace buurtpeil::sync {
namespace {

/// Letters, not bytes; of a reference nobody knows the length, so it counts as nothing.
std::size_t letters_in(const Sentence& sentence) {
  std::size_t letters = 0;
  for (const Piece& piece : sentence)
    letters += static_cast<std::size_t>(std::ranges::count_if(
        piece.words, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  return letters;
}

struct Lengths {
  ProblemList& problems;

  void check(const Text& text, std::size_t longest, const Cell& cell, const std::string& what) const {
    for (const auto& [language, sentence] : text.by_language) {
      const std::size_t letters = letters_in(sentence);
      if (letters <= longest) continue;
      const std::string in = language.empty() ? "" : " in " + language;
      problems.error(cell, fmt::format("{}{} has {} letters; people on their feet read {} at most", what, in,
                                       letters, longest));
    }
  }
};

bool is_switched_off(const Form& form, const char* setting) {
  const auto found = form.settings.find(setting);
  return found != form.settings.end() && yes_or_no(found->second) == false;
}

void check_row(const Form& form, const Row& row, ProblemList& problems) {
  const Lengths lengths{problems};
  lengths.check(row.label, longest_question, row.cell, fmt::format("the label of '{}'", row.name));
  lengths.check(row.hint, longest_question, row.cell, fmt::format("the hint of '{}'", row.name));
  if (!is_asked(row.type)) return;
  if (row.constraint && row.constraint_message.empty())
    problems.error(row.cell, fmt::format("'{}' has a constraint and no constraint_message: visitors would "
                                         "hear that they are wrong, but not what is right",
                                         row.name));
  if (row.required && row.type != Type::acknowledge && is_switched_off(form, "kiosk_refuse"))
    problems.error(row.cell, fmt::format("'{}' is required and kiosk_refuse is no: who cannot answer can "
                                         "only walk away; make it optional or allow refusing",
                                         row.name));
  const bool has_list = is_select(row.type) && form.choices.contains(row.list);
  if (has_list && choices_of(form, row).empty())
    problems.error(row.cell, fmt::format("'{}' has nothing to choose from", row.name));
}

/// What people want to know before they answer, and after.
void check_answers_to_people(const Form& form, const Cell& settings, ProblemList& problems) {
  for (const auto& [name, what] :
       {std::pair{"kiosk_decided", "what is already decided"}, std::pair{"kiosk_open", "what is still open"},
        std::pair{"kiosk_who", "who decides"}, std::pair{"kiosk_when", "when people hear back"}})
    if (!form.settings_texts.contains(name))
      problems.error(settings, fmt::format("the settings have no {}: {}; visitors read it before and after "
                                           "they answer",
                                           name, what));
  const auto published = std::ranges::find_if(form.rows, [](const Row& row) { return row.has_results; });
  if (published != form.rows.end() && form.place < 0 && !form.settings.contains("kiosk_place"))
    problems.error(settings,
                   fmt::format("the settings have no kiosk_place, the question that says where: the "
                               "results of '{}' would be of everybody together; name it",
                               published->name));
}

void check_lines_of_dids(const Form& form, const Cell& settings, ProblemList& problems) {
  for (int language = 0; language < std::max(1, static_cast<int>(form.languages.size())); ++language) {
    const std::vector<Did> dids = dids_of(form, language);
    const std::string in = form.languages.empty() ? "" : " in " + form.languages[language].heading;
    if (dids.size() > most_dids)
      problems.error(settings, fmt::format("kiosk_did{} has {} lines; people on their feet read {} at most",
                                           in, dids.size(), most_dids));
    for (const Did& did : dids)
      for (const std::string& part : {did.said, did.did, did.state})
        if (const std::size_t letters = letters_in({{part, {}}}); letters > longest_choice)
          problems.error(settings,
                         fmt::format("'{}' of kiosk_did{} has {} letters; people on their feet read "
                                     "{} at most",
                                     part, in, letters, longest_choice));
  }
}

}  // namespace

void check_columns(const Form& form, ProblemList& problems) {
  for (const Table& table : tables_of({&form})) {
    std::map<std::string, const Column*> taken;  // null for a fixed one
    for (const std::string& header : fixed_headers(table)) taken.emplace(header, nullptr);
    for (const Column& column : table.columns) {
      const auto [other, is_new] = taken.emplace(column.header, &column);
      if (is_new) continue;
      const std::string rest =
          other->second == nullptr
              ? fmt::format(
                    "the answers to '{}' and what every export has under that name; give the question "
                    "another name",
                    column.path)
              : fmt::format("the answers to '{}' and to '{}'; give one of them another name",
                            other->second->path, column.path);
      problems.warning(column.row->cell,
                       fmt::format("the column '{}' of the export would hold {}", column.header, rest));
    }
  }
}

void check_for_deployment(const Form& form, const std::vector<std::string>& sheets, ProblemList& problems) {
  for (const Row& row : form.rows) check_row(form, row, problems);
  check_unjudged(form, problems);
  const Lengths lengths{problems};
  for (const auto& [list, choices] : form.choices)
    for (const Choice& choice : choices)
      lengths.check(choice.label, longest_choice, choice.cell, fmt::format("the label of '{}'", choice.name));
  const auto sheet = std::ranges::find(sheets, "settings",
                                       [](const std::string& name) { return lower_case(trimmed(name)); });
  const Cell settings{sheet == sheets.end() ? "" : *sheet, 0, 0};
  for (const auto& [name, text] : form.settings_texts)
    if (name != "kiosk_did") lengths.check(text, longest_kiosk_text, settings, name);
  check_answers_to_people(form, settings, problems);
  check_lines_of_dids(form, settings, problems);
}

}  // namespace buurtpeil::sync
