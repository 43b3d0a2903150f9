// Which responses nobody can have meant, by the time that their screens were seen.
#include "visit/doubt.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/scenario.h"

using namespace buurtpeil;

namespace {

/// Five questions of eight words each.
const std::string five = [] {
  std::string form = "| survey |\n| | type | name | label | required |\n";
  for (int i = 1; i <= 5; ++i)
    form += fmt::format("| | select_one yn | q{} | Do you think that this is good number{}? | |\n", i, i);
  return form + "| choices |\n| | list_name | name | label |\n| | yn | y | Yes |\n| | yn | n | No |\n";
}();

constexpr int floor_of_eight_words_ms = 1'100;

/// Answers each question of `five` and goes on, so long after the screen appeared.
Scenario& walk(Scenario& visit, std::initializer_list<int> ms_a_screen) {
  int number = 0;
  for (const int ms : ms_a_screen) {
    visit.pass(ms / 2).tap(fmt::format("q{}", ++number), "y").pass(ms - ms / 2).next();
  }
  return visit;
}

std::string doubt_about(Scenario& visit) {
  CHECK(visit.question() == "end");
  return to_name(visit.visit().response(Status::finished, visit.now()).doubt);
}

std::string tenths_of(Scenario& visit) {
  std::string all;
  for (const auto& [path, tenths] : visit.visit().response(Status::finished, visit.now()).tenths)
    all += fmt::format("{}={} ", path, tenths);
  return all;
}

std::string doubt_at(std::initializer_list<int> ms_a_screen) {
  Scenario visit{five};
  return doubt_about(walk(visit, ms_a_screen));
}

}  // namespace

TEST_CASE("words are counted in scripts with and without spaces") {
  CHECK(words_in("") == 0);
  CHECK(words_in("How green is your street?") == 5);
  CHECK(words_in(" – 20 trees, e.g. “oaks” … \n") == 4);
  CHECK(words_in("Het plein\u00a0en Jan's auto’s") == 5);
  CHECK(words_in("كم شجرة في شارعكم؟") == 4);
  CHECK(words_in("Скільки дерев на вашій вулиці?") == 5);
  CHECK(words_in("您的街道有多少棵树？") == 5);  // nine letters
  CHECK(words_in("木は何本ありますか。") == 5);  // nine letters
  CHECK(words_in("ถนนของคุณมีต้นไม้กี่ต้น") == 4);      // 23 letters and signs
  CHECK(words_in("在 Tolkade 有树") == 3);
}

TEST_CASE("the floor of a screen grows with its words, up to ten") {
  CHECK(floor_ms(0) == 300);
  CHECK(floor_ms(8) == floor_of_eight_words_ms);
  CHECK(floor_ms(10) == 1'300);
  CHECK(floor_ms(60) == 1'300);
}

TEST_CASE("hasty is what was left too soon on most screens") {
  CHECK(doubt_at({400, 400, 400, 400, 400}) == "hasty");  // five touches a second
  CHECK(doubt_at({1'099, 1'099, 1'099, 1'100, 1'100}) == "hasty");
  CHECK(doubt_at({1'099, 1'099, 1'100, 1'100, 1'100}) == "");
  CHECK(doubt_at({3'000, 300, 3'000, 300, 3'000}) == "");
  CHECK(doubt_at({1'300, 1'300, 1'300, 1'300, 1'300}) == "");
}

TEST_CASE("a visit that is left is not doubted, nor one that tells too little") {
  Scenario left{five};
  walk(left, {200, 200, 200, 200});
  CHECK(left.visit().response(Status::abandoned, left.now()).doubt == Doubt::none);
  const auto skips = [](std::initializer_list<int> answered) {
    Scenario visit{five};
    walk(visit, answered);
    while (visit.question() != "end") visit.pass(1'000).next();
    return doubt_about(visit);
  };
  CHECK(skips({200, 200}) == "");
  CHECK(skips({200, 200, 200}) == "hasty");
}

TEST_CASE("who answers three with care and passes by the others fast meant them") {
  Scenario visit{five};
  walk(visit, {2'000, 2'000, 2'000});
  visit.pass(200).next();
  CHECK(doubt_about(visit.pass(200).refuse("q5")) == "");
}

TEST_CASE("a screen counts with all the time that it was seen") {
  Scenario visit{five};
  walk(visit, {600, 600, 600, 600, 600});
  CHECK(doubt_about(visit) == "hasty");
  CHECK(tenths_of(visit) == "q1=6 q2=6 q3=6 q4=6 q5=6 ");
  visit.back().pass(500).back().pass(500).back().pass(500);  // to q3, past q4 and q5
  visit.next().next().next();
  CHECK(tenths_of(visit) == "q1=6 q2=6 q3=11 q4=11 q5=11 ");
  CHECK(doubt_about(visit) == "");
}

TEST_CASE("a screen that was not seen does not count: the invitation's question") {
  Scenario visit{five};
  walk(visit, {0, 400, 400, 2'000, 2'000});
  CHECK(tenths_of(visit) == "q2=4 q3=4 q4=20 q5=20 ");
  CHECK(doubt_about(visit) == "");
  Scenario two{five};
  walk(two, {0, 0, 0, 200, 200});
  CHECK(doubt_about(two) == "");
}

TEST_CASE("of a page with several questions the words of those that were answered count") {
  const auto page = [](int ms, int answered) {
    Scenario visit{
        "| survey |\n| | type | name | label | appearance |\n"
        "| | note | n | A note of very many words that nobody has to read before going on from here | |\n"
        "| | begin_group | g | G | field-list |\n"
        "| | text | a | One two three four? | |\n| | text | b | One two three four? | |\n"
        "| | end_group | | | |\n"
        "| | text | c | One two? | |\n| | text | d | One two? | |\n"};
    visit.pass(10).next().pass(ms);
    visit.fill("g/a", "x");
    if (answered > 1) visit.fill("g/b", "x");
    visit.next().pass(100).answer("c", "x").pass(9'000).answer("d", "x");
    return doubt_about(visit);
  };
  CHECK(page(700, 1) == "");
  CHECK(page(699, 1) == "hasty");
  CHECK(page(1'100, 2) == "");
  CHECK(page(1'099, 2) == "hasty");
}

TEST_CASE("time is kept over a restart, and its tenths are those of what stands") {
  Scenario visit{five};
  visit.pass(500).tap("q1", "y").pass(600).restart().pass(700).next();
  visit.pass(2'345).tap("q2", "n").next();
  CHECK(tenths_of(visit) == "q1=18 q2=23 ");
  CHECK(visit.visit().draft(visit.now()).response.tenths.size() == 2);
  Scenario repeat{
      "| survey |\n| | type | name | label |\n| | begin_repeat | r | R |\n| | text | a | A? |\n"
      "| | end_repeat | | |\n"};
  repeat.pass(1'000).answer("r[1]/a", "x");
  repeat.visit().add_instance("r", repeat.now());
  repeat.pass(2'000).answer("r[2]/a", "x").pass(4'000);
  CHECK(tenths_of(repeat) == "r[1]/a=10 r[2]/a=20 ");
  repeat.visit().remove_instance("r", repeat.now());
  CHECK(tenths_of(repeat) == "r[1]/a=10 ");
  repeat.visit().add_instance("r", repeat.now());
  repeat.pass(500);
  CHECK(tenths_of(repeat) == "r[1]/a=10 r[2]/a=5 ");
}

TEST_CASE("the same answers within a minute, by somebody who does not read again, are repeated") {
  const auto imprint = [](int ms_a_screen, std::int64_t begins_ms) {
    Scenario visit{five};
    visit.pass(begins_ms);  // the first screen is there meanwhile
    walk(visit, {ms_a_screen, ms_a_screen, ms_a_screen, ms_a_screen, ms_a_screen});
    return visit.visit().imprint(visit.now());
  };
  const Imprint first = imprint(3'000, 0);
  CHECK(first.answered == 5);
  CHECK_FALSE(first.unread);
  CHECK(is_repeated(imprint(1'200, 30'000), first));
  CHECK_FALSE(is_repeated(imprint(1'200, 80'000), first));
  CHECK_FALSE(is_repeated(imprint(3'000, 30'000), first));
  CHECK_FALSE(is_repeated(first, std::nullopt));
}

TEST_CASE("what a response is told by is its answers, whatever is computed from the moment") {
  const std::string form =
      "| survey |\n| | type | name | label | calculation |\n| | start | begun | | |\n"
      "| | calculate | at | | now() |\n| | text | a | A? | |\n| | text | b | B? | |\n";
  const auto imprint = [&](const std::string& a, int after_ms) {
    Scenario visit{form};
    visit.pass(after_ms).answer("a", a);
    return visit.pass(after_ms).refuse("b").visit().imprint(visit.now());
  };
  CHECK(imprint("x", 1'000).answers == imprint("x", 70'000).answers);
  CHECK(imprint("x", 1'000).answers != imprint("y", 1'000).answers);
  CHECK(imprint("x", 1'000).answered == 1);
}

TEST_CASE("repeated takes five answers, a minute and a pace at which the average person cannot read") {
  const Imprint before{.answers = 7, .answered = 5, .unread = true, .ended_ms = 1'000};
  const Imprint same{.answers = 7, .answered = 5, .unread = true, .ended_ms = 61'000};
  CHECK(is_repeated(same, before));
  const auto but = [&](auto change) {
    Imprint other = same;
    change(other);
    return is_repeated(other, before);
  };
  CHECK_FALSE(but([](Imprint& one) { one.answers = 8; }));
  CHECK_FALSE(but([](Imprint& one) { one.answered = 4; }));
  CHECK_FALSE(but([](Imprint& one) { one.unread = false; }));
  CHECK_FALSE(but([](Imprint& one) { one.ended_ms = 61'001; }));
  CHECK(is_unread({{8, 2'315}}));
  CHECK_FALSE(is_unread({{8, 2'316}}));
  CHECK_FALSE(is_unread({{8, 2'315}, {8, 2'316}}));
  CHECK_FALSE(is_unread({}));
}
