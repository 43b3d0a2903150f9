#include "sync/count_round.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "form/strings.h"
#include "results/contribution.h"
#include "results/crossing.h"
#include "results/publish.h"
#include "sync/merge.h"
#include "sync/stores.h"

namespace buurtpeil::sync {
namespace {

bool has_results(const Form& form) {
  return std::ranges::any_of(form.rows, [](const Row& row) { return row.has_results; });
}

/// Somebody's answer to a question, and what the questions with which it is crossed were answered.
struct Person {
  std::string place, day;
  Tally answer;
  std::vector<std::string> crossed;
};

/// One question at all kiosks: the batches, and who is in them as far as that is still needed.
class QuestionRound {
 public:
  QuestionRound(std::vector<std::string> crossed, int least)
      : crossed_people_(std::move(crossed), least), least_(least) {}

  void add(const std::string& kiosk, Person person) {
    count(kiosks_[kiosk], waiting_[kiosk], std::move(person));
  }

  /// Publishes who still waits: batches of all kiosks together, and at last of all places.
  void close() {
    std::map<std::string, std::vector<Person>> late;
    for (auto& [kiosk, places] : waiting_)
      for (auto& [place, people] : places)
        for (Person& person : people) count(at_the_end_, late, std::move(person));
    Tally batch;
    std::vector<Person> rest;
    for (auto& [place, people] : late) std::ranges::move(people, std::back_inserter(rest));
    const std::size_t whole =
        rest.size() / static_cast<std::size_t>(least_) * static_cast<std::size_t>(least_);
    PlaceCount& together = at_the_end_[std::string(together_place)];
    for (std::size_t i = 0; i < whole; ++i) {
      together.published += rest[i].answer;
      if (together.since.empty()) together.since = rest[i].day;
      together.until = std::max(together.until, rest[i].day);
      publish_crossed(batch_ + static_cast<std::int64_t>(i) / least_, rest[i]);
    }
    waiting_.clear();
  }

  /// By place, all kiosks added up; nothing waits in it.
  [[nodiscard]] PlaceCounts published() const {
    PlaceCounts sum;
    const auto add = [&](const PlaceCounts& counts) {
      for (const auto& [place, count] : counts) {
        if (count.published.people == 0) continue;
        PlaceCount& to = sum[place];
        to.published += count.published;
        if (to.since.empty() || count.since < to.since) to.since = count.since;
        to.until = std::max(to.until, count.until);
      }
    };
    for (const auto& [kiosk, counts] : kiosks_) add(counts);
    add(at_the_end_);
    return sum;
  }

  [[nodiscard]] std::vector<Crossing> crossings() const { return crossed_people_.published(); }

 private:
  using Waiting = std::map<std::string, std::vector<Person>>;

  void count(PlaceCounts& counts, Waiting& waiting, Person person) {
    const std::vector<std::string> changed =
        count_person(counts, person.place, person.answer, person.day, least_);
    const std::string where = changed.back();  // of two places the batch of several is the last
    std::vector<Person>& batch = waiting[where];
    batch.push_back(std::move(person));
    if (counts.at(where).waiting.people > 0) return;
    for (const Person& published : batch) publish_crossed(batch_, published);
    ++batch_;
    batch.clear();
  }

  void publish_crossed(std::int64_t batch, const Person& person) {
    if (!person.crossed.empty()) crossed_people_.add(batch, person.crossed, person.answer);
  }

  std::map<std::string, PlaceCounts> kiosks_;
  std::map<std::string, Waiting> waiting_;
  PlaceCounts at_the_end_;
  CrossedPeople crossed_people_;
  std::int64_t batch_ = 0;
  int least_;
};

/// A number that is not counted by batches is told in tens, rounded down: nobody is found by it.
std::int64_t in_tens(std::int64_t number) { return number / 10 * 10; }

/// A round of one form, while its responses come by.
class Round {
 public:
  explicit Round(const Form& newest) : form_(newest) {}

  void add(const Form& form, const StoredResponse& response) {
    if (response.status != Status::finished) return;
    ++responses_;
    if (response.doubt != Doubt::none) {
      ++doubted_;
      return;
    }
    kiosks_.insert(std::string(response.kiosk));
    count_absences(form, response);
    const std::string place = place_of(form, response), day = to_iso_local(response.ended).substr(0, 10);
    for (Contribution& contribution : contributions_of(form, response)) {
      const Row& row = form.rows[static_cast<std::size_t>(contribution.row)];
      const auto [question, is_new] =
          questions_.try_emplace(row.path, names_of_crossed(row), form_.results_least);
      question->second.add(std::string(response.kiosk),
                           {place, day, std::move(contribution.person), crossed_of(form, row, response)});
    }
  }

  [[nodiscard]] Results results(const RoundRequest& request) {
    RoundCount counted;
    for (auto& [path, question] : questions_) {
      if (request.closed) question.close();
      counted[path] = question.published();
    }
    Results results = buurtpeil::published(form_, counted);
    results.municipality = request.municipality;
    results.kiosks.assign(kiosks_.begin(), kiosks_.end());
    results.responses = in_tens(responses_);
    results.doubted = in_tens(doubted_);
    results.skipped = in_tens(absences_[Absence::skipped]);
    results.refused = in_tens(absences_[Absence::refused]);
    results.timed_out = in_tens(absences_[Absence::timed_out]);
    if (!request.closed) return results;
    for (const auto& [path, question] : questions_)
      if (const int row = form_.row_of(path); row >= 0)
        for (QuestionResults& published : results.questions)
          if (published.name == form_.rows[static_cast<std::size_t>(row)].name)
            published.crossings = question.crossings();
    return results;
  }

 private:
  [[nodiscard]] std::vector<std::string> names_of_crossed(const Row& row) const {
    std::vector<std::string> names;
    if (const int own = form_.row_of(row.path); own >= 0)
      for (const int index : form_.rows[static_cast<std::size_t>(own)].crossed_with) {
        const Row& other = form_.rows[static_cast<std::size_t>(index)];
        const std::size_t times =
            other.type == Type::select_multiple ? result_items_of(form_, other).size() : 1;
        names.insert(names.end(), times, other.name);
      }
    return names;
  }

  [[nodiscard]] std::vector<std::string> crossed_of(const Form& form, const Row& row,
                                                    const StoredResponse& response) const {
    std::vector<std::string> answers;
    const int own = form_.row_of(row.path);
    if (own < 0) return answers;
    for (const int index : form_.rows[static_cast<std::size_t>(own)].crossed_with) {
      const Row& other = form_.rows[static_cast<std::size_t>(index)];
      const auto answer = std::ranges::find(response.answers, other.path, &StoredAnswer::path);
      const bool answered = answer != response.answers.end() && form.row_of(other.path) >= 0;
      const std::string value{answered ? answer->value : std::string_view{}};
      if (other.type != Type::select_multiple) {
        answers.push_back(value);
        continue;
      }
      const std::vector<std::string> chosen = words_of(value);
      for (const ResultItem& item : result_items_of(form_, other))
        answers.push_back(std::ranges::count(chosen, item.name) > 0 ? item.name : "");
    }
    return answers;
  }

  void count_absences(const Form& form, const StoredResponse& response) {
    for (const StoredAnswer& answer : response.answers)
      if (answer.absence != Absence::none)
        if (const int row = form.row_of(answer.path);
            row >= 0 && form.rows[static_cast<std::size_t>(row)].has_results)
          ++absences_[answer.absence];
  }

  const Form& form_;
  std::map<std::string, QuestionRound> questions_;  ///< by path
  std::set<std::string> kiosks_;
  std::int64_t responses_ = 0, doubted_ = 0;
  std::map<Absence, std::int64_t> absences_;
};

std::expected<std::string, Error> form_of(const std::map<std::string, Versions>& forms,
                                          const std::string& wanted) {
  std::vector<std::string> with_results;
  for (const auto& [form_id, versions] : forms)
    if (std::ranges::any_of(versions.newest_first, [](const Form* form) { return has_results(*form); }))
      with_results.push_back(form_id);
  if (with_results.empty())
    return std::unexpected(
        Error{"no form in these stores has results; mark questions in its column kiosk_results"});
  if (!wanted.empty()) {
    if (std::ranges::find(with_results, wanted) != with_results.end()) return wanted;
    return std::unexpected(Error{fmt::format("no form '{}' with results is in these stores; there are: {}",
                                             wanted, fmt::join(with_results, ", "))});
  }
  if (with_results.size() == 1) return with_results.front();
  return std::unexpected(
      Error{fmt::format("these stores have results of several forms, {}; name one with --form",
                        fmt::join(with_results, ", "))});
}

}  // namespace

std::expected<Results, Error> results_of_stores(const std::vector<StoreReader>& stores,
                                                const RoundRequest& request, const FormLoader& load,
                                                std::vector<std::string>& warnings) {
  const auto forms = versions_in(stores, load, warnings);
  if (!forms) return std::unexpected(forms.error());
  const auto form_id = form_of(*forms, request.form_id);
  if (!form_id) return std::unexpected(form_id.error());
  const Versions& versions = forms->at(*form_id);
  const std::string wanted = request.round.value_or(versions.newest_first.front()->round);
  const auto newest =
      std::ranges::find_if(versions.newest_first, [&](const Form* form) { return form->round == wanted; });
  if (newest == versions.newest_first.end())
    return std::unexpected(Error{
        fmt::format("form '{}' has no round '{}' in these stores; see its kiosk_round", *form_id, wanted)});
  Round round{**newest};
  auto merge = Merge::of(stores, *form_id);
  if (!merge) return std::unexpected(merge.error());
  while (true) {
    const auto response = merge->next();
    if (!response) return std::unexpected(response.error());
    if (*response == nullptr) return round.results(request);
    const Form* form = merge->is_duplicate() ? nullptr : versions.of((*response)->form_hash);
    if (form != nullptr && form->round == wanted) round.add(*form, **response);
  }
}

}  // namespace buurtpeil::sync
