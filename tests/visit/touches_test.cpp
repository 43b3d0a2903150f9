// What a touch makes of an answer: the same on the kiosk, at the desk and here.
#include <doctest/doctest.h>

#include "support/scenario.h"
#include "visit/points.h"
#include "visit/scale.h"
#include "visit/steps.h"

using namespace buurtpeil;

namespace {

/// Half past seven in the evening in the Netherlands' winter.
constexpr Moment evening{1'772'389'810'000, 60, 1'000};

Row row_of(Type type) {
  Row row;
  row.type = type;
  return row;
}

std::string text_of(const Steps& steps) {
  return steps.far_down + "|" + steps.down + "|" + steps.up + "|" + steps.far_up;
}

}  // namespace

TEST_CASE("a tap chooses, adds, takes away, or puts last in a ranking") {
  Scenario visit{R"(
| survey |
| | type                  | name | label | appearance |
| | begin_group           | all  |       | field-list |
| | select_one trees      | one  | One   |            |
| | select_multiple trees | some | Some  |            |
| | rank trees            | rank | Rank  |            |
| | acknowledge           | read | Read  |            |
| | end_group             |      |       |            |
| choices |
| | list_name | name | label |
| | trees     | oak  | Oak   |
| | trees     | elm  | Elm   |
| | trees     | ash  | Ash   |
)"};
  visit.tap("all/one", "oak").tap("all/one", "elm").tap("all/one", "elm").tap("all/one", "fig");
  visit.tap("all/some", "ash").tap("all/some", "oak").tap("all/some", "elm").tap("all/some", "ash");
  visit.tap("all/rank", "ash").tap("all/rank", "oak").tap("all/rank", "elm").tap("all/rank", "ash");
  visit.tap("all/rank", "ash").tap("all/read", "OK").tap("all/nothing", "oak");
  CHECK(visit.response() == "all/one=elm; all/some=oak elm; all/rank=oak elm ash; all/read=OK");
  visit.tap("all/read", "OK").tap("all/some", "oak").tap("all/some", "elm");
  CHECK(visit.response() == "all/one=elm; all/rank=oak elm ash");
}

TEST_CASE("of names that are written those count that are offered, and a decimal may have a comma") {
  Scenario visit{R"(
| survey |
| | type             | name | label | appearance |
| | begin_group      | all  |       | field-list |
| | select_one trees | one  | One   |            |
| | rank trees       | rank | Rank  |            |
| | decimal          | wide | Wide  |            |
| | text             | why  | Why   |            |
| | note             | n    | N     |            |
| | end_group        |      |       |            |
| choices |
| | list_name | name | label |
| | trees     | oak  | Oak   |
| | trees     | elm  | Elm   |
)"};
  visit.write("all/one", "fig elm oak").write("all/rank", "elm fig elm oak").write("all/wide", "2,50");
  visit.write("all/why", "a, b").write("all/n", "x").write("all/nothing", "x");
  CHECK(visit.response() == "all/one=elm; all/rank=elm oak; all/wide=2.5; all/why=a, b");
}

TEST_CASE("who declines once more has not declined") {
  Scenario visit{"| survey |\n| | type | name | label | required |\n| | text | a | A | yes |\n"};
  visit.write("a", "x").decline("a");
  CHECK(visit.answers() == "a: refused");
  visit.decline("a");
  CHECK(visit.answers() == "a: not_reached");
}

TEST_CASE("points are given, taken back and refused together") {
  Scenario visit{R"(
| survey |
| | type        | name  | label | appearance        | parameters |
| | begin_group | split | Split | field-list points | total=250  |
| | integer     | a     | A     |                   |            |
| | integer     | b     | B     |                   |            |
| | end_group   |       |       |                   |            |
)"};
  visit.write("split/b", "240");
  CHECK(visit.response() == "");  // they do not add up yet
  const auto prompts = visit.visit().prompts();
  const PointsDivision division = division_of(visit.form(), parts_of_points(visit.form(), prompts, "split"));
  CHECK(prompts[0].value == "0");
  CHECK(division.total == 250);
  CHECK(division.divided == 240);
  REQUIRE(division.parts[0].steps.size() == 2);
  CHECK(division.parts[0].steps[0].by == 20);
  CHECK(division.parts[0].steps[0].more == 10);
  CHECK(division.parts[1].steps[1].by == 2);
  CHECK(division.parts[1].steps[1].less == 238);
  visit.write("split/a", "10");
  CHECK(visit.response() == "split/a=10; split/b=240");
  visit.decline("split");
  CHECK(visit.answers() == "split/a: refused; split/b: refused");
  visit.decline("split").write("split/a", "250").write("split", "");
  CHECK(visit.answers() == "split/a: not_reached; split/b: not_reached");
}

TEST_CASE("a slider gives the value of its stop, and nothing beyond its ends") {
  Scenario visit{
      "| survey |\n| | type | name | label | parameters |\n"
      "| | range | r | R | start=2 end=-1 step=0.5 |\n"};
  visit.slide("r", 1).slide("r", 7).slide("r", -1);
  CHECK(visit.response() == "r=-0.5");
  const Scale scale{*visit.form().rows[0].range};
  CHECK(scale.stops() == 7);
  CHECK(scale.moves_from("").less == 6);
  CHECK(scale.moves_from("").more == 0);
  CHECK(scale.moves_from("0.2").less == 2);
  CHECK(scale.moves_from("0.2").more == 3);
  CHECK(scale.moves_from("2").more == -1);
  CHECK(scale.moves_from("2").far_less == -1);
}

TEST_CASE("steps go round in a day and a time, and end with what is counted") {
  CHECK(text_of(count_steps("")) == "|0|1|");
  CHECK(text_of(count_steps("0")) == "||1|10");
  CHECK(text_of(count_steps("12")) == "2|11|13|22");
  const auto time = day_steps(row_of(Type::time), "23:50:00.000+01:00", evening);
  REQUIRE(time.size() == 2);
  CHECK(text_of(time[0].steps) ==
        "17:50:00.000+01:00|22:50:00.000+01:00|00:50:00.000+01:00|05:50:00.000+01:00");
  CHECK(time[1].above == 51);
  const auto date = day_steps(row_of(Type::date), "2026-01-31", evening);
  REQUIRE(date.size() == 3);
  CHECK(text_of(date[0].steps) == "2026-01-21|2026-01-30|2026-01-01|2026-01-10");
  CHECK(text_of(date[1].steps) == "|2026-12-31|2026-02-28|");
  CHECK(date[1].above == 2);
  const auto nothing = day_steps(row_of(Type::date), "", evening);
  CHECK(text_of(nothing[2].steps) == "|2026-03-01|2026-03-01|");
  CHECK_FALSE(nothing[2].here);
  Row year = row_of(Type::date);
  year.date_style.parts = DateStyle::Parts::year;
  CHECK(text_of(day_steps(year, "2100-01-01", evening)[0].steps) == "2090-01-01|2099-01-01||");
}
