// Repeats whose form does not count their instances: the visitor does.
#include <doctest/doctest.h>

#include "support/scenario.h"

using namespace buurtpeil;

namespace {

const std::string places = R"(
| survey |
| | type         | name  | label    | default | required |
| | begin_repeat | place | A place  |         |          |
| | text         | name  | Its name |         | yes      |
| | integer      | trees | Trees?   | 3       |          |
| | end_repeat   |       |          |         |          |
| | note         | bye   | Bye      |         |          |
)";

void add(Scenario& visit, const std::string& repeat) { visit.visit().add_instance(repeat, visit.now()); }
void remove(Scenario& visit, const std::string& repeat) {
  visit.visit().remove_instance(repeat, visit.now());
}

}  // namespace

TEST_CASE("after the last instance of a repeat another one is offered") {
  Scenario visit{places};
  visit.answer("place[1]/name", "Park").next();
  CHECK(visit.question() == "place");
  CHECK(visit.text() == "A place");
  CHECK(visit.visit().prompts().at(0).value == "1");
  CHECK(visit.progress() == "3 of 4");
  add(visit, "place");
  CHECK(visit.question() == "place[2]/name");
  CHECK(visit.visit().prompts().at(0).group_position == 2);
  CHECK(visit.progress() == "3 of 6");
  visit.answer("place[2]/name", "Square").next();
  CHECK(visit.question() == "place");
  visit.next();
  CHECK(visit.question() == "bye");
  visit.back().back();
  CHECK(visit.question() == "place[2]/trees");
  CHECK(visit.response() == "place[1]/name=Park; place[1]/trees=3; place[2]/name=Square; place[2]/trees=3");
}

TEST_CASE("the last instance goes with its answers, and a new one begins afresh") {
  Scenario visit{places};
  visit.answer("place[1]/name", "Park").next();
  add(visit, "place");
  visit.answer("place[2]/name", "Square").answer("place[2]/trees", "7");
  remove(visit, "place");
  CHECK(visit.question() == "place");
  CHECK(visit.response() == "place[1]/name=Park; place[1]/trees=3");
  CHECK(visit.visit().draft(visit.now()).working.find("Square") == std::string::npos);
  add(visit, "place");
  CHECK(visit.question() == "place[2]/name");
  CHECK(visit.response() == "place[1]/name=Park; place[1]/trees=3; place[2]/trees=3");
}

TEST_CASE("the only instance may go as well, and come back") {
  Scenario visit{places};
  visit.answer("place[1]/name", "Park").next();
  remove(visit, "place");
  CHECK(visit.question() == "place");
  CHECK(visit.visit().prompts().at(0).value == "0");
  CHECK(visit.response() == "");
  remove(visit, "place");
  visit.next();
  CHECK(visit.question() == "bye");
  visit.back();
  add(visit, "place");
  CHECK(visit.question() == "place[1]/name");
  CHECK(visit.response() == "place[1]/trees=3");
}

TEST_CASE("a draft carries the instances of a repeat, also those that were taken away") {
  Scenario visit{places};
  visit.answer("place[1]/name", "Park").next();
  add(visit, "place");
  visit.answer("place[2]/name", "Square").restart();
  CHECK(visit.question() == "place[2]/trees");
  visit.next().restart();
  CHECK(visit.question() == "place");
  CHECK(visit.visit().prompts().at(0).value == "2");
  remove(visit, "place");
  visit.restart();
  CHECK(visit.question() == "place");
  CHECK(visit.response() == "place[1]/name=Park; place[1]/trees=3");
}

TEST_CASE("repeats may lie in repeats, and each asks at its own end") {
  Scenario visit{R"(
| survey |
| | type         | name   | label  | appearance |
| | begin_repeat | street | Street |            |
| | text         | name   | Name   |            |
| | begin_repeat | tree   | Tree   | field-list |
| | text         | kind   | Kind   |            |
| | text         | age    | Age    |            |
| | end_repeat   |        |        |            |
| | end_repeat   |        |        |            |
)"};
  visit.answer("street[1]/name", "Elm Road").fill("street[1]/tree[1]/kind", "elm").next();
  CHECK(visit.question() == "street[1]/tree");
  add(visit, "street[1]/tree");
  CHECK(visit.question() == "street[1]/tree[2]/kind street[1]/tree[2]/age");
  visit.next().next();
  CHECK(visit.question() == "street");
  add(visit, "street");
  visit.next();
  CHECK(visit.question() == "street[2]/tree[1]/kind street[2]/tree[1]/age");
  visit.next();
  CHECK(visit.question() == "street[2]/tree");
  visit.next();
  remove(visit, "street");
  CHECK(visit.response() == "street[1]/name=Elm Road; street[1]/tree[1]/kind=elm");
  visit.next();
  CHECK(visit.question() == "end");
}

TEST_CASE("a repeat that a form counts, or in which nothing is asked, asks for no more") {
  Scenario visit{R"(
| survey |
| | type         | name  | label | repeat_count | calculation |
| | begin_repeat | tree  | Tree  | 2            |             |
| | text         | kind  | Kind  |              |             |
| | end_repeat   |       |       |              |             |
| | begin_repeat | sum   | Sum   |              |             |
| | calculate    | total |       |              | 1 + 1       |
| | end_repeat   |       |       |              |             |
)"};
  visit.next().next();
  CHECK(visit.question() == "end");
}

TEST_CASE("the condition of a repeat belongs to each of its instances, which keep their positions") {
  Scenario visit{R"(
| survey |
| | type | name | label | relevant | repeat_count | calculation |
| | select_multiple plot | plots | Which plots do you use? | | | |
| | begin_repeat | plot | Plot | selected(${plots}, string(position(.))) | 3 | |
| | integer | size | How large is plot ${nr}? | | | |
| | calculate | nr | | | | position(..) |
| | end_repeat | | | | | |
| | calculate | total | | | | sum(${size}) |
| | calculate | many | | | | concat(count(${plot}), count(/data/plot), count(/data/plot[2]), count(${size})) |
| | calculate | third | | | | indexed-repeat(${size}, ${plot}, 3) |
| choices |
| | list_name | name | label |
| | plot | 1 | The first |
| | plot | 2 | The second |
| | plot | 3 | The third |
)"};
  CHECK(visit.progress() == "1 of 1");
  visit.answer("plots", "1 3");
  CHECK(visit.question() == "plot[1]/size");
  visit.answer("plot[1]/size", "10");
  CHECK(visit.question() == "plot[3]/size");
  CHECK(visit.text() == "How large is plot 3?");
  CHECK(visit.visit().prompts().at(0).group_position == 3);
  visit.answer("plot[3]/size", "5").restart();
  CHECK(visit.question() == "end");
  CHECK(visit.answers(Status::finished) ==
        "plots=1 3; plot[1]/size=10; plot[1]/nr=1; plot[3]/size=5; plot[3]/nr=3; total=15; many=2202; "
        "third=5");
  visit.back().back().back().answer("plots", "2");
  CHECK(visit.question() == "plot[2]/size");
  visit.next();
  CHECK(visit.answers(Status::finished) ==
        "plots=2; plot[2]/size: skipped; plot[2]/nr=2; total=0; many=1111; third=");
  visit.back().back().answer("plots", "");
  CHECK(visit.question() == "end");
  CHECK(visit.answers(Status::finished) == "plots: skipped; total=0; many=0000; third=");
}

TEST_CASE("another instance is offered only where it would be relevant") {
  Scenario visit{R"(
| survey |
| | type         | name  | label   | relevant |
| | select_one yn | garden | Garden? | |
| | begin_repeat | tree  | Tree    | ${garden} = 'yes' and position(current()) < 3 |
| | text         | kind  | Kind?   | |
| | end_repeat   |       |         | |
| | text         | last  | Last?   | |
| choices |
| | list_name | name | label |
| | yn | yes | Yes |
| | yn | no | No |
)"};
  visit.answer("garden", "no");
  CHECK(visit.question() == "last");
  visit.back().answer("garden", "yes").next();
  CHECK(visit.question() == "tree");
  CHECK_FALSE(visit.visit().prompts().at(0).complete);
  add(visit, "tree");
  CHECK(visit.question() == "tree[2]/kind");
  visit.next();
  CHECK(visit.visit().prompts().at(0).complete);
  add(visit, "tree");
  CHECK(visit.question() == "tree");
  CHECK(visit.visit().prompts().at(0).value == "2");
  remove(visit, "tree");
  remove(visit, "tree");
  CHECK(visit.question() == "tree");
  visit.back().fill("garden", "no").next();
  CHECK(visit.question() == "last");
  CHECK(visit.answers() == "garden=no; last: not_reached");
}

TEST_CASE("the last relevant instance is taken away, wherever it stands") {
  Scenario visit{R"(
| survey |
| | type         | name  | label | relevant            |
| | begin_repeat | tree  | Tree  | position(.) mod 2 = 1 |
| | text         | kind  | Kind? |                     |
| | end_repeat   |       |       |                     |
)"};
  visit.visit().repeat("tree", 4, visit.now());
  visit.answer("tree[1]/kind", "oak").answer("tree[3]/kind", "elm");
  CHECK(visit.question() == "tree");
  CHECK(visit.visit().prompts().at(0).value == "2");
  remove(visit, "tree");
  CHECK(visit.visit().prompts().at(0).value == "1");
  CHECK(visit.answers() == "tree[1]/kind=oak");
}
