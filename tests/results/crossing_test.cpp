// Crossings: no sum or difference with the batches is about fewer people than the least.
#include "results/crossing.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>

using namespace buurtpeil;

namespace {

std::string text_of(const std::vector<Crossing>& crossings) {
  std::string text;
  for (const Crossing& crossing : crossings)
    for (const auto& [choice, tally] : crossing.by_choice)
      text += fmt::format("{}={}: {}\n", crossing.with, choice, tally.people);
  return text;
}

void add(CrossedPeople& people, std::int64_t batch, int number, const std::vector<std::string>& answers) {
  for (int i = 0; i < number; ++i) people.add(batch, answers, {1, {{"oak", 1}}});
}

/// The fewest people that any factors from -2 to 2 for the batches and rows are about, other than nobody.
std::int64_t fewest_people(const std::vector<std::vector<int>>& cells, const std::vector<bool>& published,
                           std::size_t tries, std::mt19937& random) {
  std::int64_t fewest = 1'000'000;
  for (std::size_t i = 0; i < tries; ++i) {
    std::vector<int> batch(cells.size()), row(published.size());
    for (int& factor : batch) factor = static_cast<int>(random() % 5) - 2;
    for (std::size_t r = 0; r < row.size(); ++r)
      row[r] = published[r] ? static_cast<int>(random() % 5) - 2 : 0;
    // Half of the time the best factors for these rows: each batch takes most of its people away.
    if (i % 2 == 0)
      for (std::size_t b = 0; b < cells.size(); ++b) {
        std::map<int, int> by_factor;
        for (std::size_t r = 0; r < row.size(); ++r) by_factor[row[r]] += cells[b][r];
        int most = -1;
        for (const auto& [factor, people] : by_factor)
          if (people > most) most = people, batch[b] = -factor;
      }
    std::int64_t about = 0;
    for (std::size_t b = 0; b < cells.size(); ++b)
      for (std::size_t r = 0; r < row.size(); ++r) about += batch[b] + row[r] != 0 ? cells[b][r] : 0;
    if (about > 0) fewest = std::min(fewest, about);
  }
  return fewest;
}

}  // namespace

TEST_CASE("a row that is nearly a batch is not published") {
  CrossedPeople people{{"garden"}, 10};
  add(people, 1, 9, {"yes"});
  add(people, 1, 1, {"no"});
  add(people, 2, 10, {"no"});
  add(people, 3, 10, {"no"});
  CHECK(text_of(people.published()) == "");
}

TEST_CASE("rows that cut every batch are published, and a rare answer is not") {
  CrossedPeople people{{"garden"}, 10};
  for (int batch = 0; batch < 10; ++batch) {
    add(people, batch, 5, {"yes"});
    add(people, batch, 4, {"no"});
    if (batch < 2) add(people, batch, 1, {"rare"});
  }
  CHECK(text_of(people.published()) == "garden=yes: 50\n");
  CrossedPeople without{{"garden"}, 10};
  for (int batch = 0; batch < 10; ++batch) add(without, batch, 5, {"yes"}), add(without, batch, 5, {"no"});
  CHECK(text_of(without.published()) == "garden=no: 50\ngarden=yes: 50\n");
}

TEST_CASE("a second crossing that tells nearly the same people apart as the first is left out") {
  CrossedPeople people{{"garden", "house"}, 10};
  for (int batch = 0; batch < 10; ++batch) {
    add(people, batch, 5, {"yes", "house"});
    add(people, batch, batch == 0 ? 4 : 5, {"no", "flat"});
    if (batch == 0) add(people, batch, 1, {"no", "house"});
  }
  CHECK(text_of(people.published()) == "garden=no: 50\ngarden=yes: 50\n");
}

TEST_CASE("nothing that can be had from batches and rows is about fewer people than the least") {
  std::mt19937 random{7};
  int crossings = 0;
  for (int evening = 0; evening < 300; ++evening) {
    const int least = 5 + static_cast<int>(random() % 6), rows = 2 + static_cast<int>(random() % 4);
    const std::size_t batches = 1 + random() % 8;
    std::discrete_distribution<int> answers{{5, 4, 2, 0.5, 0.3}};
    CrossedPeople people{{"q"}, least};
    std::vector<std::vector<int>> cells(batches, std::vector<int>(static_cast<std::size_t>(rows), 0));
    for (std::size_t batch = 0; batch < batches; ++batch)
      for (int i = 0; i < least; ++i) {
        const int row = std::min(answers(random), rows - 1);
        ++cells[batch][static_cast<std::size_t>(row)];
        people.add(static_cast<std::int64_t>(batch), {std::to_string(row)}, {1, {}});
      }
    const std::vector<Crossing> published = people.published();
    if (published.empty()) continue;
    ++crossings;
    std::vector<bool> is_published(static_cast<std::size_t>(rows), false);
    for (const auto& [choice, tally] : published.front().by_choice) is_published[std::stoul(choice)] = true;
    REQUIRE(fewest_people(cells, is_published, 2'000, random) >= least);
  }
  CHECK(crossings > 100);
}
