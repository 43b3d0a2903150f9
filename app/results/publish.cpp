#include "results/publish.h"

#include <algorithm>
#include <array>

#include "results/contribution.h"

namespace buurtpeil {
namespace {

constexpr std::array told_by_the_form = {"kiosk_did", "kiosk_decided", "kiosk_open", "kiosk_who",
                                         "kiosk_when"};

WordsByLanguage text_of(const Form& form, const char* name) {
  const auto found = form.settings_texts.find(name);
  return found == form.settings_texts.end() ? WordsByLanguage{} : words_by_language(form, found->second);
}

std::string earlier(const std::string& a, const std::string& b) {
  return a.empty() || (!b.empty() && b < a) ? b : a;
}

QuestionResults results_of(const Form& form, const Row& row, const PlaceCounts* count, Results& all) {
  QuestionResults question{.name = row.name,
                           .kind = result_kind_of(row),
                           .labels = words_by_language(form, row.label),
                           .items = result_items_of(form, row),
                           .places = {},
                           .all = {},
                           .crossings = {}};
  if (count != nullptr) question.all = published_total(*count);
  // Of a file with a filter only what somebody chose: the rest may be ideas that nobody has released.
  if (row.choice_filter && form.attachments.contains(row.list))
    std::erase_if(question.items, [&](const ResultItem& item) { return question.all.of(item.name) == 0; });
  if (count == nullptr) return question;
  for (const auto& [place, counted] : *count) {
    if (counted.published.people == 0) continue;
    all.since = earlier(all.since, counted.since);
    all.until = std::max(all.until, counted.until);
    const bool is_place = std::ranges::find(all.places, place, &ResultItem::name) != all.places.end();
    if (is_place) question.places[place] = counted.published;
  }
  return question;
}

}  // namespace

std::vector<ResultRow> count_response(RoundCount& round, const Form& form, const StoredResponse& response) {
  std::vector<ResultRow> changed;
  const std::string place = place_of(form, response);
  const std::string day = to_iso_local(response.ended).substr(0, 10);
  for (const Contribution& contribution : contributions_of(form, response)) {
    const std::string& path = form.rows[static_cast<std::size_t>(contribution.row)].path;
    PlaceCounts& question = round[path];
    for (const std::string& where :
         count_person(question, place, contribution.person, day, form.results_least))
      changed.push_back(row_of(path, where, question[where]));
  }
  return changed;
}

RoundCount round_of(const std::vector<ResultRow>& rows) {
  RoundCount round;
  for (const ResultRow& row : rows) round[row.question][row.place] = count_of(row);
  return round;
}

Results published(const Form& form, const RoundCount& round) {
  Results results{.form_id = form.id,
                  .version = form.version,
                  .round = form.round,
                  .round_names = text_of(form, "kiosk_round_name"),
                  .municipality = {},
                  .since = {},
                  .until = {},
                  .core_id = form.core_id,
                  .core_version = form.core_version,
                  .least = form.results_least,
                  .kiosks = {},
                  .places = {},
                  .questions = {},
                  .texts = {}};
  if (form.place >= 0)
    results.places = result_items_of(form, form.rows[static_cast<std::size_t>(form.place)]);
  for (const Row& row : form.rows) {
    if (!row.has_results) continue;
    const auto count = round.find(row.path);
    results.questions.push_back(
        results_of(form, row, count == round.end() ? nullptr : &count->second, results));
  }
  for (const char* name : told_by_the_form)
    if (WordsByLanguage words = text_of(form, name); !words.empty()) results.texts[name] = std::move(words);
  if (!form.title.empty()) results.texts["title"] = {{"", form.title}};
  return results;
}

}  // namespace buurtpeil
