// Plays somebody who has every number that was ever published of an evening, and adds and subtracts them.
//
// Each person answers with an item of their own, so that what is published says whom it is about. All numbers
// together cut the people into classes: two are in one class when every number that is about the one is about
// the other. Whatever is added and subtracted, with whatever factors, is about whole classes; so no number
// about 1 to least - 1 people can be had if no class of published people is that small. The test finds the
// classes of thousands of evenings, and tries sums and differences one by one besides.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <set>

#include "results/batches.h"

using namespace buurtpeil;

namespace {

using People = std::vector<bool>;  ///< who a number is about

struct Evening {
  int people = 0, places = 0, questions = 0, kiosks = 0, least = 0;
  double answers = 1;  ///< how many of the people answer a question
};

Evening evening_of(std::mt19937& random) {
  const auto between = [&](int low, int high) { return std::uniform_int_distribution{low, high}(random); };
  return {between(1, 240), between(1, 20), between(1, 4),
          between(1, 3),   between(5, 12), between(3, 10) / 10.0};
}

/// All that was ever published: of a question (numbers of different questions are about different answers)
/// the people of each number.
struct Publications {
  std::vector<std::set<People>> by_question;
  std::vector<std::int64_t> totals;  ///< "so many people answered", of all questions and moments
};

People people_in(const Tally& tally, int all) {
  People people(static_cast<std::size_t>(all));
  for (const auto& [item, amount] : tally.amounts) people[std::stoul(item)] = true;
  return people;
}

/// What is published after each visit: every place, the total of each kiosk, and of all kiosks together.
Publications publish(const Evening& evening, std::mt19937& random) {
  Publications published{std::vector<std::set<People>>(static_cast<std::size_t>(evening.questions)), {}};
  std::vector<std::vector<PlaceCounts>> kiosks(
      static_cast<std::size_t>(evening.kiosks),
      std::vector<PlaceCounts>(static_cast<std::size_t>(evening.questions)));
  std::vector<double> weights;
  for (int place = 1; place <= evening.places; ++place) weights.push_back(1.0 / place);
  std::discrete_distribution<int> places{weights.begin(), weights.end()};
  std::bernoulli_distribution answers{evening.answers};
  for (int person = 0; person < evening.people; ++person) {
    auto& kiosk = kiosks[random() % kiosks.size()];
    const std::string place = fmt::format("place{}", places(random));
    for (std::size_t question = 0; question < kiosk.size(); ++question) {
      if (!answers(random)) continue;
      const Tally answer{1, {{std::to_string(person), 1}}};
      for (const std::string& changed :
           count_person(kiosk[question], place, answer, "2026-03-01", evening.least))
        published.by_question[question].insert(people_in(kiosk[question][changed].published, evening.people));
      Tally all;
      for (const auto& other : kiosks) all += published_total(other[question]);
      published.by_question[question].insert(people_in(published_total(kiosk[question]), evening.people));
      published.by_question[question].insert(people_in(all, evening.people));
      published.totals.push_back(all.people);
    }
  }
  return published;
}

/// Sizes of the classes of people whom something was published about.
std::vector<std::int64_t> classes_of(const std::set<People>& numbers, int people) {
  std::map<std::vector<bool>, std::int64_t> classes;
  for (int person = 0; person < people; ++person) {
    std::vector<bool> in;
    for (const People& number : numbers) in.push_back(number[static_cast<std::size_t>(person)]);
    if (std::ranges::find(in, true) != in.end()) ++classes[in];
  }
  std::vector<std::int64_t> sizes;
  for (const auto& [in, size] : classes) sizes.push_back(size);
  return sizes;
}

/// How many people a sum of numbers with factors is about.
std::int64_t people_about(const std::vector<std::pair<const People*, int>>& sum) {
  std::int64_t about = 0;
  for (std::size_t person = 0; person < sum.front().first->size(); ++person) {
    int factor = 0;
    for (const auto& [number, times] : sum) factor += (*number)[person] ? times : 0;
    about += factor != 0;
  }
  return about;
}

}  // namespace

TEST_CASE("nothing that can be had by adding and subtracting is about fewer people than the least") {
  std::mt19937 random{20260301};
  std::int64_t evenings = 0, numbers = 0, sums = 0, smallest = 1000, published_people = 0, people = 0;
  for (; evenings < 2'000; ++evenings) {
    const Evening evening = evening_of(random);
    const Publications published = publish(evening, random);
    for (const std::set<People>& question : published.by_question) {
      numbers += static_cast<std::int64_t>(question.size());
      for (const std::int64_t size : classes_of(question, evening.people)) {
        REQUIRE(size >= evening.least);
        smallest = std::min(smallest, size);
      }
      const std::vector<People> all(question.begin(), question.end());
      for (int i = 0; i < 20 && !all.empty(); ++i, ++sums) {
        const auto any = [&] { return &all[random() % all.size()]; };
        const std::int64_t about = people_about({{any(), 1}, {any(), -1}, {any(), 1}, {any(), -1}});
        REQUIRE((about == 0 || about >= evening.least));
      }
    }
    // Two questions of the same people: the numbers of people differ by nobody or by as many.
    for (const std::int64_t total : published.totals) REQUIRE(total % evening.least == 0);
    if (evening.places > 5) {
      people += evening.people;
      published_people += published.totals.empty() ? 0 : published.totals.back();
    }
  }
  CHECK(numbers > 50'000);
  CHECK(smallest == 5);
  MESSAGE(
      fmt::format("{} evenings, {} numbers, {} sums and differences; the smallest class had {} people; with "
                  "more than five places {} of {} people were published",
                  evenings, numbers, sums, smallest, published_people, people));
}
