// The settings of a round of asking: where people are, how many make a result, what became of what was said
// before, and the core that several forms share.
#include <fmt/format.h>

#include <algorithm>

#include "form/compile/loading.h"
#include "form/did.h"
#include "form/limits.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

Cell cell_of(const Loading& loading, const char* setting) {
  return loading.settings.cell(loading.settings_row, setting);
}

void read_least(Loading& loading) {
  const std::string written = loading.take_setting("kiosk_results_least");
  if (written.empty()) return;
  const auto number = number_of(written);
  if (!number || *number < limits::fewest_people || *number > limits::most_fewest_people ||
      *number != static_cast<int>(*number))
    return loading.problems.error(
        cell_of(loading, "kiosk_results_least"),
        fmt::format("kiosk_results_least is a whole number from {} to {}, not '{}': what is told about fewer "
                    "people may tell who they are",
                    limits::fewest_people, limits::most_fewest_people, written));
  loading.form.results_least = static_cast<int>(*number);
}

void read_round(Loading& loading) {
  Form& form = loading.form;
  form.round = loading.take_setting("kiosk_round");
  if (form.round.size() > limits::round_bytes)
    loading.problems.error(cell_of(loading, "kiosk_round"),
                           fmt::format("kiosk_round is longer than {} letters; write '2', and its name for "
                                       "people in kiosk_round_name",
                                       limits::round_bytes));
  if (form.round.empty() && form.settings_texts.contains("kiosk_round_name"))
    loading.problems.warning(cell_of(loading, "kiosk_round_name"),
                             "the round has a name and no kiosk_round, by which rounds are told apart; write "
                             "it there, as in '2'");
}

void read_core(Loading& loading) {
  const std::string written = loading.take_setting("kiosk_core");
  const std::vector<std::string> words = words_of(written);
  if (words.empty()) return;
  if (words.size() != 2 || written.size() > limits::round_bytes)
    return loading.problems.error(
        cell_of(loading, "kiosk_core"),
        fmt::format("kiosk_core is the form_id and the version of the core, as in 'region 3', not '{}'",
                    written));
  loading.form.core_id = words[0];
  loading.form.core_version = words[1];
}

/// Why the question cannot say where people are, and what to do; or "".
std::string objection_to_place(const Form& form, const Row& row) {
  if (row.type != Type::select_one || row.heads_table())
    return fmt::format("is a {}; name a select_one", traits_of(row.type).name);
  for (int around = row.parent; around >= 0; around = form.rows[around].parent)
    if (form.rows[around].type == Type::repeat)
      return "stands in a repeat, where one person answers several times; ask it outside of one";
  if (row.list.starts_with("${")) return "offers what somebody wrote during this visit; give it a list";
  const auto list = form.choices.find(row.list);
  if (list != form.choices.end() && list->second.size() > limits::result_choices)
    return fmt::format("has {} choices, and there can be {} places; ask for larger ones", list->second.size(),
                       limits::result_choices);
  return "";
}

/// Places without results, and results that are crossed with what they are told by anyway.
void check_use_of_places(Loading& loading, const Row& place) {
  const Cell cell = cell_of(loading, "kiosk_place");
  const auto has_results = [](const Row& row) { return row.has_results; };
  if (std::ranges::none_of(loading.form.rows, has_results) && !loading.problems.has_errors())
    loading.problems.warning(cell,
                             "kiosk_place says where people are, and no question has kiosk_results; write "
                             "yes beside those whose results are shown");
  for (const Loading::Published& written : loading.published) {
    const Row& row = loading.form.rows[written.row];
    if (std::ranges::count(row.crossed_with, loading.form.place) > 0)
      loading.problems.warning(written.with_cell,
                               fmt::format("'{}' is crossed with '{}', by which all results are told anyway "
                                           "(kiosk_place); remove that",
                                           row.name, place.name));
  }
}

/// The lines of kiosk_did in one language; nothing where one of them is none.
std::vector<Did> checked_dids(Loading& loading, const Cell& cell, const Sentence& sentence) {
  std::vector<Did> dids;
  const std::vector<std::string> lines = lines_of(words_of(sentence).words);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto did = read_did(lines[i]);
    if (did)
      dids.push_back(std::move(*did));
    else
      loading.problems.error(cell, fmt::format("line {} of kiosk_did {}", i + 1, did.error()));
  }
  return dids.size() == lines.size() ? dids : std::vector<Did>{};
}

/// Each language says the same of the same.
void check_dids(Loading& loading) {
  const auto text = loading.form.settings_texts.find("kiosk_did");
  if (text == loading.form.settings_texts.end()) return;
  std::vector<Did> first;
  std::string first_heading;
  for (const Heading& heading : loading.settings.headings) {
    const auto sentence = text->second.by_language.find(heading.language);
    if (heading.column != "kiosk_did" || sentence == text->second.by_language.end()) continue;
    const Cell cell = loading.settings.cell(loading.settings_row, heading);
    const std::vector<Did> dids = checked_dids(loading, cell, sentence->second);
    if (dids.empty()) continue;
    if (first.empty()) {
      first = dids;
      first_heading = heading.written;
    } else if (first.size() != dids.size()) {
      loading.problems.warning(
          cell, fmt::format("{} has {} lines, and {} has {}; say the same in each language", heading.written,
                            dids.size(), first_heading, first.size()));
    } else if (const auto [one, other] = std::ranges::mismatch(first, dids, {}, &Did::kind, &Did::kind);
               one != first.end()) {
      loading.problems.warning(
          cell,
          fmt::format("line {} of {} ends in '{}', and in {} in '{}'; say the same in each language",
                      one - first.begin() + 1, heading.written, other->state, first_heading, one->state));
    }
  }
}

/// These texts are for everybody, before and after a visit, when nothing is answered.
void check_texts(Loading& loading) {
  for (const auto& [name, text] : loading.form.settings_texts)
    for (const auto& [language, sentence] : text.by_language)
      for (const Piece& piece : sentence)
        if (piece.reference)
          loading.problems.warning(
              cell_of(loading, name.c_str()),
              fmt::format("{} of {} is left out: what stands there is the same for every visitor",
                          piece.reference->source(), name));
}

}  // namespace

void load_round(Loading& loading) {
  read_least(loading);
  read_round(loading);
  read_core(loading);
  check_dids(loading);
  check_texts(loading);
}

void check_place(Loading& loading) {
  Form& form = loading.form;
  const auto setting = form.settings.find("kiosk_place");
  if (setting == form.settings.end()) return;
  std::string name = setting->second;
  if (name.starts_with("${") && name.ends_with('}')) name = name.substr(2, name.size() - 3);
  const Cell cell = cell_of(loading, "kiosk_place");
  const auto row = std::ranges::find(form.rows, name, &Row::name);
  if (row == form.rows.end()) {
    std::vector<std::string_view> known;
    for (const Row& one : form.rows)
      if (one.type == Type::select_one) known.push_back(one.name);
    return loading.problems.error(
        cell, fmt::format("unknown question '{}' in kiosk_place{}", name, loading.suggest(name, known)));
  }
  if (const auto other = std::ranges::find(row + 1, form.rows.end(), name, &Row::name);
      other != form.rows.end())
    return loading.problems.error(
        cell, fmt::format("'{}' in kiosk_place is the name of several questions (rows {} and {}); give them "
                          "different names",
                          name, row->cell.row, other->cell.row));
  if (const std::string objection = objection_to_place(form, *row); !objection.empty())
    return loading.problems.error(
        cell, fmt::format("'{}' cannot say where people are (kiosk_place): it {}", name, objection));
  form.place = static_cast<int>(row - form.rows.begin());
  form.settings.erase(setting);
  check_use_of_places(loading, *row);
}

}  // namespace buurtpeil
