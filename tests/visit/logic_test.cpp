// What is computed during a visit, and how often.
#include <doctest/doctest.h>

#include "support/scenario.h"

using namespace buurtpeil;

TEST_CASE("a calculation follows what it depends on, in whatever order the rows stand") {
  Scenario visit{R"(
| survey |
| | type      | name  | label           | calculation         | relevant    |
| | calculate | sum   |                 | ${twice} + 1        |             |
| | calculate | twice |                 | ${a} * 2            |             |
| | integer   | a     | A               |                     |             |
| | note      | told  | It is ${sum}    |                     | ${sum} > 10 |
| | text      | b     | B               |                     |             |
)"};
  CHECK(visit.response() == "sum=NaN; twice=NaN");
  visit.answer("a", "5");
  CHECK(visit.question() == "told");
  CHECK(visit.text() == "It is 11");
  CHECK(visit.response() == "sum=11; twice=10; a=5");
}

TEST_CASE("only what depends on a changed answer is computed again") {
  Scenario visit{R"(
| survey |
| | type      | name | label | calculation | relevant  | constraint |
| | integer   | a    | A     |             |           | . > 0      |
| | integer   | b    | B     |             |           | . > 0      |
| | calculate | aa   |       | ${a} * 2    |           |            |
| | calculate | bb   |       | ${b} * 2    |           |            |
| | calculate | abb  |       | ${bb}+${a}  |           |            |
| | text      | big  | Big   |             | ${aa} > 9 |            |
)"};
  const auto evaluations_of = [&](auto act) {
    const long before = visit.visit().evaluations();
    act();
    return visit.visit().evaluations() - before;
  };
  CHECK(visit.visit().evaluations() == 4);  // three calculations, one relevance
  CHECK(evaluations_of([&] { (void)visit.visit().prompts(); }) == 0);
  CHECK(evaluations_of([&] { visit.fill("a", "3"); }) == 3);  // aa, abb, the relevance of big
  CHECK(evaluations_of([&] { visit.fill("a", "3"); }) == 0);  // nothing changed
  CHECK(evaluations_of([&] { visit.next(); }) == 1);          // the constraint of a
  CHECK(evaluations_of([&] { visit.fill("b", "4"); }) == 2);  // bb, abb
  CHECK(evaluations_of([&] { visit.next(); }) == 1);          // the constraint of b: a's still holds
  CHECK(visit.question() == "end");
  CHECK(visit.response() == "a=3; b=4; aa=6; bb=8; abb=11");
}

TEST_CASE("a choice that the filter no longer offers is dropped") {
  Scenario visit{R"(
| survey |
| | type                  | name     | label    | choice_filter          |
| | select_one district   | district | District |                        |
| | select_one place      | place    | Place    | district = ${district} |
| | select_multiple place | places   | Places   | district = ${district} or name = ${place} |
| choices |
| | list_name | name  | label | district |
| | district  | north | North |          |
| | district  | south | South |          |
| | place     | quay  | Quay  | north    |
| | place     | hill  | Hill  | north    |
| | place     | field | Field | south    |
)"};
  visit.answer("district", "north");
  CHECK(visit.options() == "Quay Hill");
  visit.answer("place", "hill");
  CHECK(visit.options() == "Quay Hill");
  visit.answer("places", "quay hill").back().back().back();
  visit.answer("district", "south");
  CHECK(visit.options() == "Field");
  CHECK(visit.answers() == "district=south; place: not_reached; places: skipped");
}

TEST_CASE("defaults are words or computed, once, at the beginning") {
  Scenario visit{R"(
| survey |
| | type    | name  | label | default      | calculation |
| | text    | a     | A     | here         |             |
| | date    | day   | Day   | today()      |             |
| | integer | twice | Twice | 2 * 21       |             |
| | integer | five  | Five  | 5            |             |
| | text    | after | After | ${a}         |             |
)"};
  CHECK_FALSE(visit.visit().has_answers());
  CHECK(visit.response() == "a=here; day=2026-03-01; twice=42; five=5; after=here");
  visit.answer("a", "there");
  CHECK(visit.response() == "a=there; day=2026-03-01; twice=42; five=5; after=here");
}

TEST_CASE("a trigger computes when its question changes, and only then") {
  Scenario visit{R"(
| survey |
| | type      | name  | label | calculation | trigger |
| | integer   | a     | A     |             |         |
| | integer   | b     | B     |             |         |
| | calculate | sum   |       | ${a} + ${b} | ${b}    |
| | text      | c     | C     |             |         |
)"};
  visit.answer("a", "1");
  CHECK(visit.response() == "a=1");
  visit.answer("b", "2");
  CHECK(visit.response() == "a=1; b=2; sum=3");
  visit.back().back().answer("a", "10");
  CHECK(visit.response() == "a=10; b=2; sum=3");
  visit.answer("b", "3");
  CHECK(visit.response() == "a=10; b=3; sum=13");
}

TEST_CASE("dates are compared as days, and a stored false is a text") {
  Scenario visit{R"(
| survey |
| | type      | name  | label | calculation                          | constraint    |
| | date      | day   | Day   |                                      | . <= today()  |
| | calculate | next  |       | date(${day} + 1)                     |               |
| | calculate | late  |       | ${day} > date('2026-01-01')          |               |
| | calculate | trap  |       | if(${late}, 'true', 'false')         |               |
| | text      | end   | End   |                                      |               |
)"};
  visit.answer("day", "2026-03-02");
  CHECK(visit.complaint() == "day: constraint");
  visit.answer("day", "2025-12-31");
  CHECK(visit.response() == "day=2025-12-31; next=2026-01-01; late=false; trap=true");
}

TEST_CASE("choices in random order keep it during a visit, and a seed gives the order of every tool") {
  Scenario visit{R"(
| survey |
| | type             | name | label | parameters                |
| | select_one six   | a    | A     | randomize=true, seed=42   |
| | select_one six   | b    | B     | randomize=true            |
| choices |
| | list_name | name | label |
| | six       | A    | A     |
| | six       | B    | B     |
| | six       | C    | C     |
| | six       | D    | D     |
| | six       | E    | E     |
| | six       | F    | F     |
)"};
  CHECK(visit.options() == "A F C B D E");
  visit.next();
  const std::string order = visit.options();
  visit.back().next();
  CHECK(visit.options() == order);
  visit.restart();
  CHECK(visit.options() == order);
}

TEST_CASE("attached data and choice lists are looked up") {
  Scenario visit{R"(
| survey |
| | type             | name  | label | calculation |
| | csv-external     | trees |       |             |
| | select_one kind  | kind  | Kind  |             |
| | calculate        | metre |       | pulldata('trees', 'height', 'name', ${kind}) |
| | calculate        | also  |       | instance('trees')/root/item[name = ${kind}]/height + 1 |
| | calculate        | many  |       | count(instance('trees')/root/item[height > 10]) |
| | calculate        | words |       | jr:choice-name(${kind}, '${kind}') |
| choices |
| | list_name | name | label   |
| | kind      | oak  | An oak  |
| | kind      | elm  | An elm  |
)",
                 {{"trees.csv", "name,height\noak,20\nelm,15\nrose,1\n"}}};
  visit.answer("kind", "elm");
  CHECK(visit.response() == "kind=elm; metre=15; also=16; many=2; words=An elm");
}

TEST_CASE("a repeat is there as often as its count says, each time with its own answers") {
  Scenario visit{R"(
| survey |
| | type         | name   | label                     | repeat_count | calculation | default |
| | integer      | trees  | How many trees?           |              |             |         |
| | begin_repeat | tree   | Tree                      | ${trees}     |             |         |
| | calculate    | number |                           |              | position(..) |        |
| | text         | kind   | What is tree ${number}?   |              |             | oak     |
| | integer      | height | How high is the ${kind}?  |              |             |         |
| | end_repeat   |        |                           |              |             |         |
| | calculate    | total  |                           |              | sum(${height}) |      |
| | calculate    | second |                           |              | indexed-repeat(${kind}, ${tree}, 2) | |
| | note         | told   | ${total} metres           |              |             |         |
)"};
  visit.answer("trees", "2");
  CHECK(visit.question() == "tree[1]/kind");
  visit.answer("tree[1]/kind", "elm");
  CHECK(visit.text() == "How high is the elm?");
  visit.answer("tree[1]/height", "5");
  CHECK(visit.text() == "What is tree 2?");
  visit.answer("tree[2]/kind", "ash").answer("tree[2]/height", "7");
  CHECK(visit.text() == "12 metres");
  CHECK(visit.response() ==
        "trees=2; tree[1]/number=1; tree[1]/kind=elm; tree[1]/height=5; tree[2]/number=2; tree[2]/kind=ash; "
        "tree[2]/height=7; total=12; second=ash");
  visit.restart();
  CHECK(visit.text() == "12 metres");
  visit.back().back().back().back().back().answer("trees", "1");
  CHECK(visit.response() == "trees=1; tree[1]/number=1; tree[1]/kind=elm; tree[1]/height=5; total=5");
  visit.back().answer("trees", "2");
  CHECK(visit.response() ==
        "trees=2; tree[1]/number=1; tree[1]/kind=elm; tree[1]/height=5; tree[2]/number=2; tree[2]/kind=ash; "
        "tree[2]/height=7; total=12; second=ash");
}

TEST_CASE("a repeat whose count looks into the repeat itself is not there") {
  Scenario visit{R"(
| survey |
| | type         | name  | label | repeat_count |
| | begin repeat | place | Place | nothing      |
| | text         | name  | Name  |              |
| | end repeat   |       |       |              |
| | text         | last  | Last  |              |
)"};
  CHECK(visit.question() == "last");
}

TEST_CASE("a long chain of calculations is no deeper than the machine's stack, in either direction") {
  constexpr int length = 5'000;
  const auto chain = [](int step) {
    std::string form = "| survey |\n| | type | name | label | calculation |\n| | integer | n | N | |\n";
    for (int i = 1; i <= length; ++i) {
      const int from = i + step;
      const std::string before = from < 1 || from > length ? "${n}" : "${c" + std::to_string(from) + "}";
      form += "| | calculate | c" + std::to_string(i) + " | | " + before + " + 1 |\n";
    }
    return form + "| | note | last | ${c1} ${c" + std::to_string(length) + "} | |\n";
  };
  Scenario backward{chain(-1)};
  backward.answer("n", "1");
  CHECK(backward.text() == "2 5001");
  Scenario forward{chain(1)};
  forward.answer("n", "1");
  CHECK(forward.text() == "5001 2");
}

TEST_CASE("an expression that would take for ever has no value") {
  std::string form = R"(
| survey |
| | type            | name  | label | calculation |
| | select_one long | one   | One   |             |
| | calculate | pairs | | count(instance('long')/root/item[name = instance('long')/root/item/name]) |
| | calculate       | few   |       | count(instance('long')/root/item) |
| choices |
| | list_name | name | label |
)";
  for (int i = 0; i < 5'000; ++i) form += "| | long | n" + std::to_string(i) + " | N |\n";
  Scenario visit{form};
  CHECK(visit.response() == "few=5000");
}
