#include "results/sum.h"

#include <fmt/format.h>

#include <algorithm>

namespace buurtpeil {
namespace {

std::string why_not(const Results& a, const Results& b) {
  if (a.form_id != b.form_id)
    return fmt::format("'{}' and '{}' are two forms; results of one are added up", a.form_id, b.form_id);
  if (a.round != b.round)
    return fmt::format(
        "rounds '{}' and '{}' of form '{}' are shown beside each other, not added up; give "
        "those of one round",
        a.round, b.round, a.form_id);
  for (const std::string& kiosk : b.kiosks)
    if (std::ranges::find(a.kiosks, kiosk) != a.kiosks.end())
      return fmt::format("kiosk '{}' is in two of them, and would count twice; give each once", kiosk);
  for (const QuestionResults& question : b.questions)
    if (const QuestionResults* same = a.question(question.name); same && same->kind != question.kind)
      return fmt::format("question '{}' is {} in one and {} in the other; give results of one form",
                         question.name, to_name(same->kind), to_name(question.kind));
  return "";
}

void add_items(std::vector<ResultItem>& to, const std::vector<ResultItem>& others) {
  for (const ResultItem& item : others)
    if (std::ranges::find(to, item.name, &ResultItem::name) == to.end()) to.push_back(item);
}

template <class Tallies>
void add_tallies(Tallies& to, const Tallies& others) {
  for (const auto& [name, tally] : others) to[name] += tally;
}

void add_question(QuestionResults& to, const QuestionResults& other) {
  add_items(to.items, other.items);
  to.all += other.all;
  add_tallies(to.places, other.places);
  for (const Crossing& crossing : other.crossings) {
    const auto same = std::ranges::find(to.crossings, crossing.with, &Crossing::with);
    if (same == to.crossings.end())
      to.crossings.push_back(crossing);
    else
      add_tallies(same->by_choice, crossing.by_choice);
  }
}

}  // namespace

std::expected<void, Error> add_results(Results& to, const Results& other) {
  if (const std::string why = why_not(to, other); !why.empty()) return std::unexpected(Error{why});
  if (to.since.empty() || (!other.since.empty() && other.since < to.since)) to.since = other.since;
  to.until = std::max(to.until, other.until);
  to.least = std::min(to.least, other.least);
  to.kiosks.insert(to.kiosks.end(), other.kiosks.begin(), other.kiosks.end());
  std::ranges::sort(to.kiosks);
  to.responses += other.responses;
  to.doubted += other.doubted;
  to.skipped += other.skipped;
  to.refused += other.refused;
  to.timed_out += other.timed_out;
  add_items(to.places, other.places);
  for (const QuestionResults& question : other.questions) {
    const auto same = std::ranges::find(to.questions, question.name, &QuestionResults::name);
    if (same == to.questions.end())
      to.questions.push_back(question);
    else
      add_question(*same, question);
  }
  return {};
}

}  // namespace buurtpeil
