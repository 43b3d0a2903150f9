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
