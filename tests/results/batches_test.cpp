// When people are published, person by person.
#include "results/batches.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace buurtpeil;

namespace {

/// Everything that is counted, a line a place.
std::string text_of(const PlaceCounts& question) {
  std::string text;
  for (const auto& [place, count] : question) {
    text += fmt::format("[{}] {} published", place, count.published.people);
    for (const auto& [item, amount] : count.published.amounts) text += fmt::format(" {}={}", item, amount);
    text += fmt::format(", {} waiting, {} together, {}..{}\n", count.waiting.people, count.together,
                        count.since, count.until);
  }
  return text;
}

struct Counted {
  PlaceCounts question = {};
  int least = 10;
  std::string day = "2026-03-01";

  Counted& come(int people, const std::string& place, const std::string& item) {
    for (int i = 0; i < people; ++i)
      static_cast<void>(count_person(question, place, {1, {{item, 1}}}, day, least));
    return *this;
  }
};

}  // namespace

TEST_CASE("people of a place are published when the tenth is there, not before") {
  Counted evening;
  evening.come(6, "tolkade", "oak").come(3, "tolkade", "elm");
  CHECK(text_of(evening.question) == "[tolkade] 0 published, 9 waiting, 0 together, 2026-03-01..\n");
  evening.day = "2026-03-02";
  evening.come(1, "tolkade", "elm");
  CHECK(text_of(evening.question) ==
        "[tolkade] 10 published elm=4 oak=6, 0 waiting, 0 together, 2026-03-01..2026-03-02\n");
  evening.come(9, "tolkade", "elm");
  CHECK(evening.question.at("tolkade").published.people == 10);
  evening.come(1, "tolkade", "elm");
  CHECK(text_of(evening.question) ==
        "[tolkade] 20 published elm=14 oak=6, 0 waiting, 0 together, 2026-03-01..2026-03-02\n");
}

TEST_CASE("a thousandth of the least is nobody, and so is one less than the least") {
  for (const int least : {5, 10, 1000}) {
    Counted evening{.least = least};
    evening.come(least == 1000 ? 1 : 0, "tolkade", "oak");
    CHECK(published_total(evening.question) == Tally{});
    evening.come(least - 1 - (least == 1000 ? 1 : 0), "tolkade", "oak");
    CHECK(published_total(evening.question) == Tally{});
    evening.come(1, "tolkade", "oak");
    CHECK(published_total(evening.question) == Tally{least, {{"oak", least}}});
  }
}

TEST_CASE("people of many small places are published together, and none of the places by itself") {
  Counted evening;
  for (int turn = 0; turn < 4; ++turn)
    for (const char* place : {"a", "b", "c", "d", "e", "f", "g", "h", "i"}) evening.come(1, place, "oak");
  CHECK(published_total(evening.question) == Tally{10, {{"oak", 10}}});
  for (const auto& [place, count] : evening.question)
    CHECK_MESSAGE((count.published.people == (place == together_place ? 10 : 0)), place);
}

TEST_CASE("a place to which many people come late is still published by itself") {
  Counted evening;
  for (const char* place : {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"}) evening.come(1, place, "oak");
  evening.come(20, "tolkade", "elm");
  CHECK(evening.question.at("tolkade").published == Tally{20, {{"elm", 20}}});
}

TEST_CASE("a batch that was to be of several places and has people of one alone is that place's") {
  Counted evening{.least = 5};
  evening.come(1, "a", "oak").come(1, "b", "oak").come(1, "c", "oak").come(1, "d", "oak").come(1, "e", "oak");
  // From here on every second one of a place goes together; of "f" five of ten do.
  evening.come(9, "f", "elm");
  CHECK(evening.question.at("f").published == Tally{5, {{"elm", 5}}});
  CHECK(evening.question.at(std::string(together_place)).published.people == 0);
}

TEST_CASE("where no place is asked everybody is of one place") {
  Counted evening;
  evening.come(25, "", "oak");
  CHECK(text_of(evening.question) ==
        "[] 20 published oak=20, 5 waiting, 0 together, 2026-03-01..2026-03-01\n");
}

TEST_CASE("what is counted goes to the store and comes back as it was") {
  Counted evening;
  evening.come(13, "tolkade", "oak");
  for (const char* place : {"a", "b", "c", "d", "e", "f", "g", "h", "i"}) evening.come(2, place, "elm");
  for (const auto& [place, count] : evening.question) CHECK(count_of(row_of("trees", place, count)) == count);
}
