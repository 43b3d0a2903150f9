#include "results/compare.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace buurtpeil {
namespace {

std::set<std::string> names_of(const QuestionResults& question) {
  std::set<std::string> names;
  for (const ResultItem& item : question.items) names.insert(item.name);
  return names;
}

/// In one of the languages that both have, or they have none in common.
bool same_words(const WordsByLanguage& here, const WordsByLanguage& there) {
  bool shared = false;
  for (const auto& [language, words] : here) {
    const auto found = there.find(language);
    if (found != there.end() && found->second == words) return true;
    shared = shared || found != there.end();
  }
  return !shared;
}

std::int64_t whole_of(const QuestionResults& question, const Tally& tally) {
  if (question.kind != ResultKind::points) return tally.people;
  std::int64_t points = 0;
  for (const ResultItem& item : question.items) points += tally.of(item.name);
  return points;
}

}  // namespace

Comparable comparable(const QuestionResults& here, const Results& others, std::string_view form_id) {
  const QuestionResults* there = others.question(here.name);
  if (there == nullptr || there->all.people == 0) return Comparable::not_there;
  const bool alike = there->kind == here.kind && names_of(*there) == names_of(here) &&
                     (others.form_id == form_id || same_words(here.labels, there->labels));
  return alike ? Comparable::yes : Comparable::asked_otherwise;
}

const Tally* published_of(const QuestionResults& question, std::string_view place) {
  if (place.empty()) return question.all.people > 0 ? &question.all : nullptr;
  const auto found = question.places.find(place);
  return found == question.places.end() || found->second.people == 0 ? nullptr : &found->second;
}

double share_of(const QuestionResults& question, const Tally& tally, std::string_view item) {
  if (question.kind == ResultKind::order) {
    const auto count = static_cast<double>(question.items.size());
    const double place = mean_place(tally, item);
    return place <= 0 ? 0 : std::clamp((count + 1 - place) / count, 0.0, 1.0);
  }
  const std::int64_t whole = whole_of(question, tally);
  if (whole <= 0) return 0;
  return std::clamp(static_cast<double>(tally.of(item)) / static_cast<double>(whole), 0.0, 1.0);
}

int percent_of(const QuestionResults& question, const Tally& tally, std::string_view item) {
  return percent_in_fives(tally.of(item), whole_of(question, tally));
}

double mean_place(const Tally& tally, std::string_view item) {
  return tally.people <= 0 ? 0 : static_cast<double>(tally.of(item)) / static_cast<double>(tally.people);
}

std::vector<std::string> in_order(const QuestionResults& question, const Tally& tally) {
  std::vector<std::string> names;
  for (const ResultItem& item : question.items) names.push_back(item.name);
  std::ranges::stable_sort(names, {}, [&](const std::string& name) { return tally.of(name); });
  return names;
}

ShareChange change_between(const QuestionResults& question, const Tally& then, const Tally& now) {
  const bool order = question.kind == ResultKind::order;
  const double least = order ? 0.5 : 10;
  double most = 0;
  ShareChange change;
  for (const ResultItem& item : question.items) {
    const double by = order ? mean_place(then, item.name) - mean_place(now, item.name)
                            : percent_of(question, now, item.name) - percent_of(question, then, item.name);
    const bool larger =
        std::abs(by) > most || (std::abs(by) == most && by > 0 && change.kind == ShareChange::Kind::fewer);
    if (std::abs(by) < least || !larger) continue;
    most = std::abs(by);
    change = {by > 0 ? ShareChange::Kind::more : ShareChange::Kind::fewer, item.name};
  }
  return change;
}

std::string words_in(const WordsByLanguage& words, std::string_view language) {
  if (const auto found = words.find(std::string(language)); found != words.end() && !found->second.empty())
    return found->second;
  for (const auto& [code, text] : words)
    if (!text.empty()) return text;
  return "";
}

}  // namespace buurtpeil
