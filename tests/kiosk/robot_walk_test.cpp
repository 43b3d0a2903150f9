// The robot visitor against the kiosk itself; only the window is missing.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "kiosk/forms.h"
#include "kiosk/robot/robot.h"
#include "support/at_kiosk.h"
#include "support/needs.h"
#include "support/plain_ui.h"

using namespace buurtpeil;

namespace {

/// Lets the robot tap until it has finished, and gives what it complains of.
std::string walk(AtKiosk& kiosk, int visits, std::uint64_t seed) {
  Robot robot{visits, seed};
  PlainUi ui;
  for (int taps = 0; taps < 10'000 && !robot.finished(); ++taps) {
    const View view = kiosk.kiosk().view(kiosk.now());
    const auto target = robot.tap(view, ui.targets(view));
    if (!target) continue;
    if (const auto event = ui.tap(view, target->name)) kiosk.does(*event);
  }
  CHECK(robot.finished());
  return robot.complaint();
}

}  // namespace

TEST_CASE("the robot completes its visits, and the same seed gives the same answers") {
  AtKiosk first{street_form}, second{street_form}, other{street_form};
  CHECK(walk(first, 20, 7) == "");
  CHECK(walk(second, 20, 7) == "");
  CHECK(walk(other, 20, 8) == "");
  const std::string stored = first.stored();
  CHECK(std::ranges::count(stored, '\n') == 20);
  CHECK(stored.find("abandoned") == std::string::npos);
  CHECK(stored == second.stored());
  CHECK(stored != other.stored());
}

TEST_CASE("the robot answers what the invitation asks") {
  AtKiosk kiosk{R"(
| survey |
| | type          | name  | label  | required |
| | select_one yn | trees | Trees? | yes      |
| choices |
| | list_name | name | label |
| | yn        | yes  | Yes   |
| | yn        | no   | No    |
| settings |
| | form_id | kiosk_first | kiosk_refuse |
| | three   | yes         | no           |
)"};
  CHECK(walk(kiosk, 10, 1) == "");
  const std::string stored = kiosk.stored();
  CHECK(std::ranges::count(stored, '\n') == 10);
  for (const char* answer : {"trees=yes", "trees=no"}) CHECK(stored.find(answer) != std::string::npos);
}

TEST_CASE("the robot keeps trying until a constraint is met") {
  AtKiosk kiosk{R"(
| survey |
| | type | name | label | required | constraint |
| | integer | age | Which? | yes | . mod 3 = 0 |
| settings |
| | form_id | kiosk_refuse |
| | three | no |
)"};
  CHECK(walk(kiosk, 10, 1) == "");
  CHECK(std::ranges::count(kiosk.stored(), '\n') == 10);
}

TEST_CASE("the robot answers scales, counters, calendars, times and points") {
  AtKiosk kiosk{R"(
| survey |
| | type        | name   | label | appearance        | parameters | required | constraint |
| | range       | line   | L     |                   | end=200    | yes      | . mod 3 = 0 |
| | range       | stars  | S     | rating            | end=5      | yes      | |
| | range       | wheel  | W     | picker            |            | yes      | |
| | integer     | count  | C     | counter           |            | yes      | |
| | date        | day    | D     |                   |            | yes      | |
| | date        | year   | Y     | year              |            | yes      | |
| | time        | time   | T     |                   |            | yes      | |
| | dateTime    | moment | M     |                   |            | yes      | |
| | begin_group | split  | P     | field-list points | total=100  |          | |
| | integer     | trees  | Trees |                   |            | yes      | |
| | integer     | homes  | Homes |                   |            | yes      | |
| | end_group   |        |       |                   |            |          | |
| settings |
| | form_id | kiosk_refuse |
| | values | no |
)"};
  CHECK(walk(kiosk, 10, 5) == "");
  CHECK(std::ranges::count(kiosk.stored(), '\n') == 10);
  CHECK(kiosk.stored().find("abandoned") == std::string::npos);
}

TEST_CASE("a constraint that cannot be met ends the visit as abandoned") {
  AtKiosk kiosk{R"(
| survey |
| | type | name | label | required | constraint |
| | select_one yes_no | garden | A garden? | yes | |
| | integer | age | Which? | yes | . > 1000 |
| choices |
| | list_name | name | label |
| | yes_no | yes | Yes |
| settings |
| | form_id | kiosk_refuse |
| | never | no |
)"};
  CHECK(walk(kiosk, 1, 1) == "the robot found no valid answer in 20 tries at 'age'");
  CHECK(kiosk.stored().starts_with("abandoned  garden=yes age:not_reached seconds="));
}

TEST_CASE("the same seed never makes the same ids: a second run loses nothing of the first") {
  Config config;
  config.seed = 7;
  AtKiosk kiosk{street_form, config};
  CHECK(walk(kiosk, 3, 7) == "");
  kiosk.restarts_after(1000);
  CHECK(walk(kiosk, 3, 7) == "");
  CHECK(std::ranges::count(kiosk.stored(), '\n') == 6);
}

TEST_CASE("the robot gets through the demo form") {
  AtKiosk kiosk{test::bytes_of(BUURTPEIL_ASSETS "/forms/leefomgeving.md")};
  CHECK(walk(kiosk, 10, 1) == "");
  CHECK(std::ranges::count(kiosk.stored(), '\n') == 10);
}

TEST_CASE("the robot ranks, and acknowledges") {
  AtKiosk kiosk{R"(
| survey |
| | type        | name  | label     | required | constraint           |
| | rank trees  | trees | Which?    | yes      | starts-with(., 'ash') |
| | acknowledge | read  | The rules | yes      |                      |
| choices |
| | list_name | name | label |
| | trees     | oak  | Oak   |
| | trees     | elm  | Elm   |
| | trees     | ash  | Ash   |
| settings |
| | form_id | kiosk_refuse |
| | order   | no           |
)"};
  CHECK(walk(kiosk, 10, 1) == "");
  const std::string stored = kiosk.stored();
  CHECK(std::ranges::count(stored, '\n') == 10);
  CHECK(stored.find("trees=ash elm oak read=OK") != std::string::npos);
  CHECK(stored.find("trees=ash oak elm read=OK") != std::string::npos);
}

TEST_CASE("the robot opens lists, fills in tables and says what other is") {
  std::string form = R"(
| survey |
| | type              | name | label | appearance | required |
| | begin_group       | all  | All   | field-list |          |
| | select_one x      | one  | One   | minimal    | yes      |
| | select_multiple y | more | More  | minimal    | yes      |
| | select_one y      | long | Long  | search     | yes      |
| | end_group         |      |       |            |          |
| | begin_group       | t    | T     | table-list |          |
| | select_one x      | a    | A     |            | yes      |
| | select_one x      | b    | B     |            | yes      |
| | end_group         |      |       |            |          |
| | select_one x or_other | c | C    |            | yes      |
| settings |
| | form_id | kiosk_refuse |
| | lists   | no           |
| choices |
| | list_name | name | label |
| | x         | a    | A     |
| | x         | b    | B     |
)";
  for (int i = 1; i <= 20; ++i) form += "| | y | c" + std::to_string(i) + " | C |\n";
  AtKiosk kiosk{form};
  CHECK(walk(kiosk, 10, 3) == "");
  const std::string stored = kiosk.stored();
  CHECK(std::ranges::count(stored, '\n') == 10);
  CHECK(stored.find("abandoned") == std::string::npos);
  CHECK(stored.find(" c=other c_other=") != std::string::npos);
}

TEST_CASE("the robot steps through ranges, days and times until it meets a constraint") {
  AtKiosk kiosk{R"(
| survey |
| | type     | name | label | required | constraint        |
| | range    | r    | R     | yes      | . > 3             |
| | date     | d    | D     | yes      | . > today() |
| | time     | t    | T     | yes      |                   |
| | dateTime | m    | M     | yes      |                   |
| settings |
| | form_id | kiosk_refuse |
| | steps   | no           |
)"};
  CHECK(walk(kiosk, 10, 1) == "");
  const std::string stored = kiosk.stored();
  CHECK(std::ranges::count(stored, '\n') == 10);
  CHECK(stored.find("abandoned") == std::string::npos);
  CHECK(stored.find("skipped") == std::string::npos);
}

TEST_CASE("the robot adds to a repeat, and goes on") {
  AtKiosk kiosk{R"(
| survey |
| | type         | name  | label    | required |
| | begin_repeat | place | A place  |          |
| | text         | name  | Its name | yes      |
| | end_repeat   |       |          |          |
)"};
  CHECK(walk(kiosk, 20, 1) == "");
  const std::string stored = kiosk.stored();
  CHECK(std::ranges::count(stored, '\n') == 20);
  CHECK(stored.find("place[1]/name") != std::string::npos);
  CHECK(stored.find("place[2]/name") != std::string::npos);
}

TEST_CASE("the robot answers every type of question, as others write them" *
          needs{BUURTPEIL_SHARED "/corpus"}) {
  const std::string form = BUURTPEIL_SHARED "/corpus/spreadsheets/all-question-types.xlsx";
  AtKiosk kiosk{form};
  CHECK(walk(kiosk, 5, 1) == "");
  const std::string stored = kiosk.stored();
  CHECK(std::ranges::count(stored, '\n') == 5);
  CHECK(stored.find("abandoned") == std::string::npos);
  CHECK(stored.find("not_reached") == std::string::npos);
  CHECK(stored.find("timed_out") == std::string::npos);
}
