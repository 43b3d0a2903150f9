// Types of questions: what they take, what they show, how they are stored.
#include <doctest/doctest.h>

#include "support/scenario.h"

using namespace buurtpeil;

TEST_CASE("a decimal takes a point, and is stored in one spelling") {
  Scenario visit{"| survey |\n| | type | name | label |\n| | decimal | n | N |\n| | text | t | T |\n"};
  visit.answer("n", "2,5");
  CHECK(visit.complaint() == "n: not a number");
  visit.answer("n", "1e3");
  CHECK(visit.complaint() == "n: not a number");
  visit.answer("n", "-02.50");
  CHECK(visit.response() == "n=-2.5");
}

TEST_CASE("a text has a length") {
  Scenario visit{"| survey |\n| | type | name | label |\n| | text | t | T |\n| | note | n | N |\n"};
  visit.answer("t", std::string(10'001, 'x'));
  CHECK(visit.complaint() == "t: too long");
  visit.answer("t", std::string(10'000, 'x'));
  CHECK(visit.question() == "n");
  // Beyond all measure it is cut off, between two letters.
  visit.back();
  std::string trees;
  for (int i = 0; i < 10'000; ++i) trees += "🌳";
  visit.fill("t", trees);
  CHECK(visit.visit().prompts().at(0).value.size() == 20'000);
  visit.fill("t", "x" + trees);
  CHECK(visit.visit().prompts().at(0).value.size() == 19'997);
}

TEST_CASE("other is a choice with a question of its own, on the same screen") {
  Scenario visit{R"(
| survey |
| | type                          | name  | label |
| | select_one kind or_other      | kind  | Kind  |
| | select_multiple kind or_other | kinds | Kinds |
| choices |
| | list_name | name | label |
| | kind      | oak  | Oak   |
)"};
  CHECK(visit.visit().prompts().at(0).options.size() == 2);
  CHECK(visit.progress() == "1 of 2");
  visit.answer("kind", "other");
  CHECK(visit.question() == "kind kind_other");
  CHECK(visit.progress() == "1 of 2");
  visit.answer("kind_other", "Yew");
  CHECK(visit.question() == "kinds");
  visit.answer("kinds", "oak other").answer("kinds_other", "Fir");
  CHECK(visit.response() == "kind=other; kind_other=Yew; kinds=oak other; kinds_other=Fir");
  visit.back().back().answer("kind", "oak");
  CHECK(visit.question() == "kinds kinds_other");
  CHECK(visit.response() == "kind=oak; kinds=oak other; kinds_other=Fir");
  visit.restart().back().answer("kind", "other");
  CHECK(visit.question() == "kind kind_other");
  CHECK(visit.response() == "kind=other; kind_other=Yew; kinds=oak other; kinds_other=Fir");
}

TEST_CASE("what other is may stay unsaid, and is asked once a list and once an instance of a repeat") {
  Scenario visit{R"(
| survey |
| | type                     | name  | label | appearance |
| | begin_repeat             | place |       | |
| | select_one kind or_other | kind  | Kind  |
| | end_repeat               |       |       |
| | begin_group              | all   | All   | field-list |
| | select_one kind or_other | last  | Last  |
| | note                     | end   | End   |
| | end_group                |       |       |
| choices |
| | list_name | name | label |
| | kind      | oak  | Oak   |
)"};
  visit.fill("place[1]/kind", "other");
  CHECK(visit.question() == "place[1]/kind place[1]/kind_other");
  visit.next();
  CHECK(visit.question() == "place");
  visit.visit().add_instance("place", visit.now());
  CHECK(visit.question() == "place[2]/kind");
  visit.answer("place[2]/kind", "oak").next();
  visit.fill("all/last", "other");
  CHECK(visit.question() == "all/last all/last_other all/end");
}

TEST_CASE("a select with the appearance label asks nothing, even where it is required") {
  Scenario visit{R"(
| survey |
| | type            | name  | label | appearance   | required |
| | begin_group     | table | Table | field-list   |          |
| | select_one size | heads | Heads | label        | yes      |
| | select_one size | a     | A     | list-nolabel |          |
| | end_group       |       |       |              |          |
| choices |
| | list_name | name | label |
| | size      | big  | Big   |
)"};
  CHECK(visit.question() == "table/heads table/a");
  visit.answer("table/a", "big");
  CHECK(visit.question() == "end");
  CHECK(visit.answers(Status::finished) == "table/heads: skipped; table/a=big");
}

TEST_CASE("dates, times, ranges and acknowledgements are checked by their type") {
  Scenario visit{R"(
| survey |
| | type        | name | label | parameters       | required |
| | date        | d    | D     |                  |          |
| | time        | t    | T     |                  |          |
| | dateTime    | m    | M     |                  |          |
| | range       | r    | R     | start=1 end=5 step=1 |      |
| | acknowledge | ok   | OK?   |                  | yes      |
)"};
  visit.answer("d", "2026-02-30");
  CHECK(visit.complaint() == "d: constraint");
  visit.answer("d", "2026-02-28").answer("t", "25:00");
  CHECK(visit.complaint() == "t: constraint");
  visit.answer("t", "23:59").answer("m", "yesterday");
  CHECK(visit.complaint() == "m: constraint");
  visit.answer("m", "2026-02-28T12:00:00.000+01:00").answer("r", "6");
  CHECK(visit.complaint() == "r: constraint");
  visit.answer("r", "3").next();
  CHECK(visit.complaint() == "ok: required");
  visit.answer("ok", "OK");
  CHECK(visit.question() == "end");
  CHECK(visit.response() == "d=2026-02-28; t=23:59; m=2026-02-28T12:00:00.000+01:00; r=3; ok=OK");
}

TEST_CASE("a default is read as a value of its type") {
  Scenario visit{R"(
| survey |
| | type     | name      | label | default               | calculation | trigger |
| | date     | day       | A     | 2024-02-29 00:00:00   |             |         |
| | date     | yesterday | B     | today() - 1           |             |         |
| | date     | fixed     | C     |                       | 20512.5     |         |
| | dateTime | moment    | D     | 2024-02-29 7:05       |             |         |
| | dateTime | midnight  | E     | today() + 1           |             |         |
| | time     | clock     | F     | 7:05                  |             |         |
| | time     | now       | G     | now()                 |             |         |
| | integer  | whole     | H     | 12.0                  |             |         |
| | integer  | cut       | I     | 7 div 2               |             |         |
| | integer  | nothing   | J     | number('x')           |             |         |
| | range    | scale     | K     | 2.0                   |             |         |
| | date     | fired     | L     |                       | today() + 1 | ${go}   |
| | text     | go        | M     |                       |             |         |
)"};
  CHECK(visit.response() ==
        "day=2024-02-29; yesterday=2026-02-28; fixed=2026-02-28; moment=2024-02-29T07:05:00.000+00:00; "
        "midnight=2026-03-02T00:00:00.000+00:00; clock=07:05:00.000+01:00; now=19:04:07.123+01:00; whole=12; "
        "cut=3; scale=2");
}

TEST_CASE("what may only be read is shown with its value and cannot be missing") {
  Scenario visit{R"(
| survey |
| | type    | name | label | read_only | default | required | calculation |
| | integer | a    | A     | yes       | 3       |          |             |
| | text    | b    | B     | ${a} = 3  |         | yes      |             |
| | text    | c    | C     | yes       |         |          | ${a} * 2    |
)"};
  CHECK(visit.visit().prompts().at(0).read_only);
  visit.next();
  CHECK(visit.visit().prompts().at(0).read_only);
  visit.next();
  CHECK(visit.visit().prompts().at(0).value == "6");
  visit.next();
  CHECK(visit.answers(Status::finished) == "a=3; b: skipped; c=6");
}

TEST_CASE("what a computed question is overwritten with stands until its calculation depends on a change") {
  Scenario visit{R"(
| survey |
| | type    | name  | label | calculation |
| | integer | a     | A     |             |
| | integer | twice | Twice | ${a} * 2    |
| | integer | more  | More  |             |
)"};
  visit.answer("a", "2").answer("twice", "5").restart();
  CHECK(visit.response() == "a=2; twice=5");
  visit.back().back().answer("a", "3");
  CHECK(visit.response() == "a=3; twice=6");
}

TEST_CASE("what a kiosk does not have is passed over, and what it knows is filled in") {
  Scenario visit{R"(
| survey |
| | type     | name     | label | calculation |
| | start    | begun    |       |             |
| | end      | ended    |       |             |
| | today    | day      |       |             |
| | deviceid | device   |       |             |
| | image    | photo    | Photo |             |
| | calculate | tomorrow |      | date(${day} + 1) |
| | text     | idea     | Idea  |             |
)"};
  CHECK(visit.question() == "idea");
  visit.pass(1'000).answer("idea", "Trees");
  CHECK(visit.answers(Status::finished) ==
        "begun=2026-03-01T19:04:07.123+01:00; ended=2026-03-01T19:04:08.123+01:00; day=2026-03-01; "
        "device=hall; "
        "photo: unsupported; tomorrow=2026-03-02; idea=Trees");
}

TEST_CASE("choices may be what was answered in a repeat") {
  Scenario visit{R"(
| survey |
| | type               | name   | label    | repeat_count |
| | begin_repeat       | person | Person   | 3            |
| | text               | name   | Name     |              |
| | end_repeat         |        |          |              |
| | select_one ${name} | oldest | Oldest?  |              |
)"};
  visit.answer("person[1]/name", "An").next().answer("person[3]/name", "Bo");
  CHECK(visit.options() == "An Bo");
  visit.answer("oldest", "Bo");
  CHECK(visit.response() == "person[1]/name=An; person[3]/name=Bo; oldest=Bo");
}

TEST_CASE("points that are divided have to add up") {
  Scenario visit{R"(
| survey |
| | type        | name   | label  | appearance        | parameters |
| | begin_group | points | Points | field-list points | total=100  |
| | integer     | green  | Green  |                   |            |
| | integer     | homes  | Homes  |                   |            |
| | integer     | cars   | Cars   |                   |            |
| | end_group   |        |        |                   |            |
| | text        | why    | Why?   |                   |            |
)"};
  visit.fill("points/green", "60").fill("points/homes", "30").next();
  CHECK(visit.complaint() == "points/homes: total");
  CHECK(visit.response() == "");
  visit.fill("points/cars", "20");
  CHECK(visit.complaint() == "");
  visit.next();
  CHECK(visit.complaint() == "points/cars: total");
  visit.answer("points/cars", "10");
  CHECK(visit.question() == "why");
  CHECK(visit.response() == "points/green=60; points/homes=30; points/cars=10");
  visit.back().fill("points/green", "").fill("points/homes", "").answer("points/cars", "");
  CHECK(visit.question() == "why");
}

TEST_CASE("a ranking counts once it has every choice, or none") {
  Scenario visit{R"(
| survey |
| | type       | name | label |
| | rank trees | r    | R     |
| | note       | n    | ${r}  |
| choices |
| | list_name | name | label |
| | trees     | oak  | Oak   |
| | trees     | elm  | Elm   |
)"};
  visit.answer("r", "elm");
  CHECK(visit.complaint() == "r: incomplete");
  CHECK(visit.response() == "");
  visit.answer("r", "elm oak");
  CHECK(visit.question() == "n");
  CHECK(visit.response() == "r=elm oak");
  visit.back().answer("r", "");
  CHECK(visit.question() == "n");
}
