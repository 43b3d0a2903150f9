// The attacker again, against whole stores: what the kiosks themselves show on the way, what the desk
// publishes before the round is closed and when it is. Each person chooses an answer of their own, so that
// what is published says whom it is about; two people are in one class when every number about one is about
// the other.
#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <set>

#include "results/publish.h"
#include "sync/count_round.h"
#include "sync/fixture.h"

using namespace buurtpeil;
using namespace buurtpeil::sync;
using namespace buurtpeil::test;

namespace {

constexpr int least = 5;
constexpr int people = 153;  // not whole batches

Form form_of_people() {
  std::string md = fmt::format(
      "| settings |\n| | form_id | kiosk_place | kiosk_results_least |\n| | round | place | {} |\n"
      "| survey |\n| | type | name | label | kiosk_results |\n| | select_one place | place | Where? | |\n"
      "| | select_one person | person | Who? | yes |\n| choices |\n| | list_name | name | label |\n",
      least);
  for (int i = 0; i < 8; ++i) md += fmt::format("| | place | place{0} | Place {0} |\n", i);
  for (int i = 0; i < people; ++i) md += fmt::format("| | person | p{0} | P{0} |\n", i);
  LoadedForm loaded = load_form_from_bytes("round.md", md, {});
  REQUIRE(loaded.form);
  return std::move(*loaded.form);
}

using Numbers = std::set<std::set<std::string>>;  ///< the people of each number that was published

void publish(const Results& results, Numbers& numbers) {
  const auto add = [&](const Tally& tally) {
    std::set<std::string> about;
    for (const auto& [person, amount] : tally.amounts) about.insert(person);
    REQUIRE(static_cast<std::int64_t>(about.size()) == tally.people);
    if (!about.empty()) numbers.insert(about);
  };
  const QuestionResults& question = results.questions.front();
  add(question.all);
  for (const auto& [place, tally] : question.places) add(tally);
}

/// The smallest class of published people.
std::size_t smallest_class(const Numbers& numbers) {
  std::map<std::vector<bool>, std::size_t> classes;
  for (int i = 0; i < people; ++i) {
    std::vector<bool> in;
    for (const auto& number : numbers) in.push_back(number.contains(fmt::format("p{}", i)));
    if (std::ranges::find(in, true) != in.end()) ++classes[in];
  }
  std::size_t smallest = people;
  for (const auto& [in, size] : classes) smallest = std::min(smallest, size);
  return smallest;
}

}  // namespace

TEST_CASE(
    "what kiosks and desk publish, before a round is closed and then, is about whole batches together") {
  const Form form = form_of_people();
  std::mt19937 random{11};
  std::discrete_distribution<int> places{{9, 5, 3, 2, 1, 1, 1, 0.5}};
  for (int evening = 0; evening < 10; ++evening) {
    const Folder folder;
    std::map<std::string, std::vector<Response>> kiosks;
    std::map<std::string, RoundCount> shown;
    Numbers numbers;
    std::size_t before = 0;
    const auto publish_at_desk = [&](const std::string& name, bool closed) {
      std::vector<StoreReader> readers;
      for (const auto& [kiosk, responses] : kiosks)
        readers.push_back(
            std::move(*StoreReader::open(store_of(folder / (name + kiosk + ".db"), {form}, responses))));
      std::vector<std::string> warnings;
      const auto results = results_of_stores(readers, {.closed = closed}, loader({form}), warnings);
      REQUIRE(results.has_value());
      publish(*results, numbers);
      return static_cast<std::size_t>(results->questions.front().all.people);
    };
    for (int i = 0; i < people; ++i) {
      const std::string kiosk = fmt::format("kiosk{}", random() % 3);
      Response response = answering(form, i,
                                    {{"place", value(fmt::format("place{}", places(random)))},
                                     {"person", value(fmt::format("p{}", i))}});
      response.kiosk = kiosk;
      std::vector<StoredAnswer> room;
      static_cast<void>(count_response(shown[kiosk], form, in_place(response, room)));
      publish(published(form, shown[kiosk]), numbers);
      kiosks[kiosk].push_back(std::move(response));
      if (i == people / 2) before = publish_at_desk("half", false);
    }
    const std::size_t open = publish_at_desk("open", false), closed = publish_at_desk("closed", true);
    CHECK(smallest_class(numbers) >= least);
    CHECK(before > 0);
    CHECK(open > before);
    CHECK(closed > people - least);
    for (const auto& number : numbers)  // so that two questions differ by nobody or by whole batches
      CHECK(number.size() % least == 0);
  }
}
