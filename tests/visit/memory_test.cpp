// What expressions remember and draw: a restart forgets nothing of it, and to store a draft changes nothing.
#include <doctest/doctest.h>

#include "support/random_visitor.h"
#include "support/scenario.h"

using namespace buurtpeil;

TEST_CASE("once() keeps its first value after a restart") {
  Scenario visit{R"(
| survey |
| | type      | name  | label     | calculation |
| | integer   | a     | How many? |             |
| | calculate | first |           | once(${a})  |
)"};
  visit.answer("a", "1").restart().back().answer("a", "2");
  CHECK(visit.response() == "a=2; first=1");
  visit.restart();
  CHECK(visit.response() == "a=2; first=1");
}

TEST_CASE("what was computed once is kept while it is not relevant, a day as a day") {
  Scenario visit{R"(
| survey |
| | type      | name  | label | calculation                   | relevant |
| | text      | a     | A     |                               |          |
| | text      | show  | Show? |                               |          |
| | calculate | first |       | once(${a})                    | ${show} != 'no' |
| | calculate | day   |       | once(if(${a} = '', '', date('2026-03-01'))) | ${show} != 'no' |
| | calculate | next  |       | ${day} + 1                    | ${show} != 'no' |
| | calculate | drawn |       | if(${a} = '', '', random())   | ${show} != 'no' |
)"};
  visit.answer("a", "x");
  const std::string before = visit.response();
  CHECK(before.find("next=20514") != std::string::npos);
  visit.fill("show", "no").restart().fill("show", "").restart();
  CHECK(visit.response() == before);
  visit.back().fill("a", "y").restart();
  CHECK(visit.response().find("a=y; first=x; day=2026-03-01; next=20514;") == 0);
}

TEST_CASE("what is drawn at random is the same after a restart, whatever it decides") {
  for (const char* column : {"relevant", "required", "choice_filter", "calculation", "default"}) {
    std::string form = "| survey |\n| | type | name | label | " + std::string(column) + " |\n";
    for (int i = 0; i < 20; ++i)
      form += "| | select_one yn | q" + std::to_string(i) + " | Q | random() < 0.5 |\n";
    form += "| choices |\n| | list_name | name | label |\n| | yn | true | T |\n| | yn | false | F |\n";
    Scenario visit{form};
    const auto all = [&] {
      std::string shown;
      for (int i = 0; i < 40; ++i) visit.back();
      for (int i = 0; i < 40 && visit.question() != "end"; ++i) {
        const Prompt prompt = visit.visit().prompts().at(0);
        shown +=
            prompt.path + (prompt.required ? "*" : "") + prompt.value + std::to_string(prompt.options.size());
        prompt.required ? visit.refuse(prompt.path) : visit.next();
      }
      return shown + visit.answers();
    };
    const std::string before = all();
    visit.restart();
    CAPTURE(column);
    CHECK(all() == before);
    CHECK(all() == before);
  }
}

TEST_CASE("draws differ between places, expressions and firings of a trigger") {
  Scenario visit{R"(
| survey |
| | type         | name | label | calculation | trigger | repeat_count |
| | text         | a    | A     |             |         |              |
| | calculate    | one  |       | round(random() * 1000000) | |        |
| | calculate    | two  |       | round(random() * 1000000) | |        |
| | calculate    | both |       | random() = random()       | |        |
| | calculate    | roll |       | round(random() * 1000000) | ${a} |    |
| | begin_repeat | tree | Tree  |             |         | 2            |
| | calculate    | id   |       | uuid()      |         |              |
| | end_repeat   |      |       |             |         |              |
)"};
  const auto values = [&] {
    std::map<std::string, std::string> known;
    for (const auto& [path, answer] : visit.visit().response(Status::draft, visit.now()).answers)
      known[path] = answer.value;
    return known;
  };
  visit.fill("a", "1");
  const auto first = values();
  CHECK(first.at("one") != first.at("two"));
  CHECK(first.at("both") == "false");
  CHECK(first.at("tree[1]/id") != first.at("tree[2]/id"));
  visit.restart().fill("a", "2");
  const auto second = values();
  CHECK(second.at("roll") != first.at("roll"));
  CHECK(second.at("one") == first.at("one"));
}

TEST_CASE("a trigger that changed while its calculation was not relevant fires after a restart too") {
  const auto fired = [](bool restarts) {
    Scenario visit{R"(
| survey |
| | type      | name | label | calculation | trigger | relevant      |
| | text      | a    | A     |             |         |               |
| | text      | show | Show  |             |         |               |
| | calculate | told |       | ${a}        | ${a}    | ${show} = ''  |
)"};
    visit.answer("a", "1").answer("show", "no").back().back().answer("a", "2");
    if (restarts) visit.restart();
    visit.fill("show", "");
    return visit.response();
  };
  CHECK(fired(false) == "a=2; told=2");
  CHECK(fired(true) == "a=2; told=2");
}

TEST_CASE("what a visitor wrote over a calculation outlives a draft with another answer that is not valid") {
  Scenario visit{R"(
| survey |
| | type        | name  | label | calculation | constraint | appearance |
| | begin_group | both  | Both  |             |            | field-list |
| | integer     | a     | A     |             | . < 10     |            |
| | integer     | twice | Twice | ${a} * 2    |            |            |
| | end_group   |       |       |             |            |            |
)"};
  visit.fill("both/a", "50").fill("both/twice", "7");
  (void)visit.response();
  CHECK(visit.visit().prompts().at(1).value == "7");
}

TEST_CASE("the moment of a calculation is not moved by storing a draft") {
  Scenario visit{R"(
| survey |
| | type        | name | label    | calculation         | constraint | appearance |
| | begin_group | both | Both     |                     |            | field-list |
| | note        | told | At ${at} |                     |            |            |
| | integer     | a    | A        |                     | . < 10     |            |
| | calculate   | at   |          | concat(${a}, now()) |            |            |
| | end_group   |      |          |                     |            |            |
)"};
  visit.fill("both/a", "50").pass(5'000).next();
  (void)visit.visit().draft(visit.now());
  CHECK(visit.text() == "At 502026-03-01T19:04:07.123+01:00");
}

TEST_CASE("a constraint on the moment is judged when the visitor goes on, drafts stored or not") {
  Scenario visit{R"(
| survey |
| | type | name | label | constraint                          |
| | text | a    | A     | format-date-time(now(), '%S') > 10 |
)"};
  visit.fill("a", "x").next();
  CHECK(visit.complaint() == "a: constraint");
  (void)visit.visit().draft(visit.now());
  visit.pass(5'000).next();
  CHECK(visit.question() == "end");
}

TEST_CASE("whoever does anything at all, with drafts stored after each step or without, ends up the same") {
  const LoadedForm loaded = load_form_from_bytes("hostile.md", R"(
| survey |
| | type|name|label|calculation|constraint|relevant|required|repeat_count|trigger|appearance |
| | integer | a | A | | . < 5 and random() < 0.9 | | | | | |
| | calculate | first | | once(concat(${a}, random())) | | | | | | |
| | calculate | again | | concat(once(${first}), ${a}) | | | | | | |
| | calculate | id | | if(${a} > 1, uuid(), '') | | | | | | |
| | begin_repeat | tree | Tree | | | | | if(${a} > 0, 2, 1) | | |
| | integer | high | High | ${a} + 1 | . < 4 | | | | | |
| | calculate | mine | | once(random() + position(..)) | | ${a} != 2 | | | | |
| | text | why | Why | | | random() < 0.5 | random() < 0.5 | | | |
| | end_repeat | | | | | | | | | |
| | begin_group | g | G | | | | | | | field-list |
| | text | b | B | | . != ${a} | | | | | |
| | text | roll | Roll | random() | | | | | ${b} | |
| | select_one t | c | C | | | ${a} < 3 | | | | |
| | end_group | | | | | | | | | |
| choices |
| | list_name | name | label |
| | t | oak | Oak |
| | t | elm | Elm |
)",
                                                 {});
  REQUIRE(loaded.form);
  const auto end_of = [&](unsigned seed, bool stores) {
    std::mt19937 random(seed);
    Visit visit(*loaded.form, Beginning{"uuid:1", "hall", "", -1, seed}, walk_moment);
    for (int step = 0; step < 40; ++step) {
      do_anything(visit, *loaded.form, random);
      if (!stores) continue;
      (void)visit.draft(walk_moment);
      (void)visit.response(Status::finished, walk_moment);
    }
    return shown(visit) + written(visit.response(Status::finished, walk_moment));
  };
  for (unsigned seed = 1; seed <= 50; ++seed) CHECK(end_of(seed, true) == end_of(seed, false));
  for (unsigned seed = 1; seed <= 20; ++seed) CHECK(walk(*loaded.form, seed, 40) == "");
}
