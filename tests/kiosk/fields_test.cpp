// Questions that are neither chosen nor typed: what stands on the screen, and what each tap stores.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/at_kiosk.h"

using namespace buurtpeil;

TEST_CASE("a ranking is tapped in order, and a second tap takes a number away") {
  AtKiosk kiosk{R"(
| survey |
| | type        | name  | label::English (en) |
| | rank trees  | trees | Which?    |
| | acknowledge | read  | The rules |
| choices |
| | list_name | name | label::English (en) |
| | trees     | oak  | Oak   |
| | trees     | elm  | Elm   |
| | trees     | ash  | Ash   |
)"};
  kiosk.begins().does(event::Choose{"trees", "ash"}).does(event::Choose{"trees", "oak"});
  kiosk.does(event::Choose{"trees", "ash"}).does(event::Next{});
  CHECK(kiosk.screen() ==
        "question en\n"
        "50% progress question_number 1 2\n"
        "? trees: Which?\n"
        "  [1] oak: Oak\n"
        "  [ ] elm: Elm\n"
        "  [ ] ash: Ash\n"
        "  rank\n"
        "  ! complaint_incomplete\n"
        "next: next | leave: leave\n");
  kiosk.does(event::Choose{"trees", "ash"}).does(event::Choose{"trees", "elm"}).does(event::Next{});
  CHECK(kiosk.screen() ==
        "question en\n"
        "100% progress question_number 2 2\n"
        "? read: The rules\n"
        "  as acknowledge\n"
        "  [ ] OK: acknowledge\n"
        "next: finish | back: back | leave: leave\n");
  kiosk.does(event::Choose{"read", "OK"}).does(event::Choose{"read", "OK"});
  CHECK(kiosk.screen().find("[ ] OK") != std::string::npos);
  kiosk.does(event::Choose{"read", "OK"}).does(event::Next{});
  CHECK(kiosk.stored() == "finished en trees=oak ash elm read=OK seconds=11\n");
}

namespace {

/// A form of one question of that type, with more columns "parameters" and "appearance", and a note after it.
AtKiosk one_question(const std::string& type, const std::string& parameters = "",
                     const std::string& appearance = "") {
  return AtKiosk{"| survey |\n| | type | name | label::English (en) | parameters | appearance |\n| | " +
                 type + " | q | Q | " + parameters + " | " + appearance + " | \n| | note | n | N | | |\n"};
}

/// Its lines between the question and the buttons.
std::string columns(const AtKiosk& kiosk) {
  const std::string screen = kiosk.screen();
  const std::size_t begin = screen.find("  ");
  return screen.substr(begin, screen.find("next:") - begin);
}

/// The same after writing a value.
std::string columns(AtKiosk& kiosk, const std::string& value) {
  return columns(kiosk.does(event::Write{"q", value}));
}

}  // namespace

TEST_CASE("a date begins today; days and months go round, and a day fits its month") {
  AtKiosk kiosk = one_question("date", "", "no-calendar");
  kiosk.begins();
  CHECK(columns(kiosk) ==
        "  day: '' 2026-03-01 2026-03-01\n"
        "  month: '' 2026-03-01 2026-03-01\n"
        "  year: '' 2026-03-01 2026-03-01\n"
        "  step\n");
  CHECK(columns(kiosk, "2024-01-31") ==
        "  day: '31' 2024-01-21 2024-01-30 2024-01-01 2024-01-10\n"
        "  month: 'Jan' 2024-12-31 2024-02-29\n"
        "  year: '2024' 2014-01-31 2023-01-31 2025-01-31 2034-01-31\n"
        "  [clear]\n"
        "  step\n");
  CHECK(columns(kiosk, "2096-12-01") ==
        "  day: '1' 2096-12-22 2096-12-31 2096-12-02 2096-12-11\n"
        "  month: 'Dec' 2096-11-01 2096-01-01\n"
        "  year: '2096' 2086-12-01 2095-12-01 2097-12-01\n"
        "  [clear]\n"
        "  step\n");
}

TEST_CASE("a date may be a month or a year alone") {
  AtKiosk month = one_question("date", "", "month-year no-calendar");
  month.begins();
  CHECK(columns(month, "2024-01-01") ==
        "  month: 'Jan' 2024-12-01 2024-02-01\n"
        "  year: '2024' 2014-01-01 2023-01-01 2025-01-01 2034-01-01\n"
        "  [clear]\n"
        "  step\n");
  AtKiosk year = one_question("date", "", "year no-calendar");
  year.begins();
  CHECK(columns(year) == "  year: '' 2026-01-01 2026-01-01\n  counter\n");
}

TEST_CASE("a time has the offset of the kiosk's clock") {
  AtKiosk kiosk = one_question("time");
  kiosk.begins();
  CHECK(columns(kiosk) ==
        "  hour: '' 19:00:00.000+01:00 19:00:00.000+01:00\n"
        "  minute: '' 19:00:00.000+01:00 19:00:00.000+01:00\n"
        "  step\n");
  CHECK(columns(kiosk, "00:55:00.000+01:00") ==
        "  hour: '00' 18:55:00.000+01:00 23:55:00.000+01:00 01:55:00.000+01:00 06:55:00.000+01:00\n"
        "  minute: '55' 00:40:00.000+01:00 00:54:00.000+01:00 00:56:00.000+01:00 00:10:00.000+01:00\n"
        "  [clear]\n"
        "  step\n");
  kiosk.does(event::Next{}).does(event::Next{});
  CHECK(kiosk.stored().starts_with("finished en q=00:55:00.000+01:00 "));
}

TEST_CASE("a moment has five columns, and the offset of the machine's zone then") {
  AtKiosk kiosk = one_question("dateTime", "", "no-calendar");
  kiosk.begins();
  CHECK(columns(kiosk, "2026-02-28T23:59:00.000Z") ==
        "  day: '28' 2026-02-18T23:59:00.000+00:00 2026-02-27T23:59:00.000+00:00 2026-02-01T23:59:0"
        "0.000+00:00 2026-02-10T23:59:00.000+00:00\n"
        "  month: 'Feb' 2026-01-28T23:59:00.000+00:00 2026-03-28T23:59:00.000+00:00\n"
        "  year: '2026' 2016-02-28T23:59:00.000+00:00 2025-02-28T23:59:00.000+00:00 2027-02-28T23:5"
        "9:00.000+00:00 2036-02-28T23:59:00.000+00:00\n"
        "  hour: '23' 2026-02-28T17:59:00.000+00:00 2026-02-28T22:59:00.000+00:00 2026-02-28T00:59:"
        "00.000+00:00 2026-02-28T05:59:00.000+00:00\n"
        "  minute: '59' 2026-02-28T23:44:00.000+00:00 2026-02-28T23:58:00.000+00:00 2026-02-28T23:0"
        "0:00.000+00:00 2026-02-28T23:14:00.000+00:00\n"
        "  [clear]\n"
        "  step\n");
  kiosk.does(event::Write{"q", ""});
  CHECK(columns(kiosk).find("clear") == std::string::npos);
}

TEST_CASE("the next button has one word until the last screen, answered or not") {
  AtKiosk kiosk{R"(
| survey |
| | type        | name   | label::English (en) | required | appearance |
| | begin_group | both   | Both                |          | field-list |
| | text        | first  | First?              |          |            |
| | text        | second | Second?             |          |            |
| | end_group   |        |                     |          |            |
| | begin_group | told   | Told                |          | field-list |
| | note        | before | Read this.          |          |            |
| | text        | third  | Third?              |          |            |
| | end_group   |        |                     |          |            |
| | note        | only   | And this.           |          |            |
| | text        | must   | Fourth?             | yes      |            |
| | text        | last   | Last?               |          |            |
)"};
  const auto button = [&] {
    const std::string screen = kiosk.screen();
    const std::size_t at = screen.find("next: ");
    return screen.substr(at, screen.find_first_of(" \n", at + 6) - at);
  };
  kiosk.begins();
  CHECK(button() == "next: next");
  kiosk.does(event::Next{});
  CHECK(button() == "next: next");
  kiosk.does(event::Write{"told/third", "a tree"});
  CHECK(button() == "next: next");
  kiosk.does(event::Next{});
  CHECK(button() == "next: next");
  kiosk.does(event::Next{});
  CHECK(button() == "next: next");
  kiosk.does(event::Write{"must", "a park"}).does(event::Next{});
  CHECK(button() == "next: next");  // all answers are looked back at before the end
}

TEST_CASE(
    "after an instance of a repeat the visitor adds another one, or goes on, or takes the last one away") {
  AtKiosk kiosk{R"(
| survey |
| | type         | name  | label::English (en) |
| | begin_repeat | place | A place |
| | text         | name  | Its name |
| | end_repeat   |       |         |
)"};
  kiosk.begins().does(event::Write{"place[1]/name", "Park"}).does(event::Next{});
  CHECK(kiosk.screen() ==
        "question en\n"
        "50%\n"
        "group: A place\n"
        "? place: repeat_another (repeat_so_far 1)\n"
        "  add: repeat_add | go on: repeat_go_on | remove: repeat_remove\n"
        "back: back | leave: leave\n");
  kiosk.does(event::Add{"place"});
  CHECK(kiosk.screen() ==
        "question en\n"
        "67% progress question_number 2 at_least 2\n"
        "group: A place (2)\n"
        "? place[2]/name: Its name\n"
        "  text: ''\n"
        "  type_text\n"
        "next: next | back: back | leave: leave\n");
  kiosk.does(event::Write{"place[2]/name", "Square"}).restarts_after(1000);
  kiosk.does(event::Stay{}).does(event::Next{}).does(event::Add{"place"}).does(event::Next{});
  kiosk.does(event::Remove{"place"}).does(event::Remove{"place[2]"}).does(event::Write{"place", "9"});
  CHECK(kiosk.screen().find("(repeat_so_far 2)") != std::string::npos);
  kiosk.does(event::Next{});
  CHECK(kiosk.stored().starts_with("finished en place[1]/name=Park place[2]/name=Square seconds="));
}

TEST_CASE("a long list can be searched; a shorter one where the form means it") {
  const auto list = [](const std::string& appearance, int choices) {
    std::string form = "| survey |\n| | type | name | label | appearance |\n| | select_one x | q | Q | " +
                       appearance + " |\n| choices |\n| | list_name | name | label |\n";
    for (int i = 1; i <= choices; ++i) form += "| | x | c" + std::to_string(i) + " | C |\n";
    AtKiosk kiosk{form};
    return kiosk.begins().screen().find("\n  search\n") != std::string::npos;
  };
  CHECK(!list("", 30));
  CHECK(list("", 31));
  CHECK(!list("minimal", 12));
  CHECK(list("minimal", 13));
  CHECK(list("autocomplete", 13));
}

TEST_CASE("a long list is made once, and after a tap all but what is chosen is as it was") {
  std::string form =
      "| survey |\n| | type | name | label |\n| | select_one x | q | Q |\n| choices |\n"
      "| | list_name | name | label |\n";
  for (int i = 1; i <= 10'000; ++i) form += fmt::format("| | x | c{0} | Choice {0} |\n", i);
  AtKiosk kiosk{form};
  const auto options = [&] {
    const View view = kiosk.kiosk().view(kiosk.now());
    return std::get<ChoiceField>(std::get<QuestionView>(view).fields.at(0)).options;
  };
  kiosk.begins();
  const auto first = options();
  CHECK(first.size() == 10'000);
  CHECK(options().same_as(first));
  kiosk.does(event::Choose{"q", "c9999"});
  CHECK(!options().same_as(first));
  CHECK(options().shares_with(first));
  CHECK(options()[9998].selected);
  CHECK(!first[9998].selected);
  kiosk.does(event::Choose{"q", "c7"});
  CHECK(!options()[9998].selected);
  CHECK(options()[6].selected);
}

TEST_CASE("where the form limits a selection, it is said how many are chosen of how many") {
  AtKiosk visitor{R"(
| survey |
| | type | name | label | constraint |
| | select_multiple theme | themes | Q | count-selected(.) <= 2 |
| choices |
| | list_name | name | label |
| | theme | trees | Trees |
| | theme | homes | Homes |
| | theme | water | Water |
| settings |
| | form_id |
| | themes |
)"};
  visitor.begins();
  const auto said = [&] {
    const View view = visitor.kiosk().view(visitor.now());
    const auto& field = std::get<ChoiceField>(std::get<QuestionView>(view).fields.front());
    return field.instruction + (field.instruction_kind == Asked::Instruction::too_many ? "!" : "");
  };
  CHECK(said() == "selected_of 0 2");
  visitor.does(event::Choose{"themes", "trees"}).does(event::Choose{"themes", "water"});
  CHECK(said() == "selected_of 2 2");
  visitor.does(event::Choose{"themes", "homes"});
  CHECK(said() == "selected_over 3 2!");
  visitor.does(event::Choose{"themes", "trees"});
  CHECK(said() == "selected_of 2 2");
}

TEST_CASE("a limit that depends on other answers is said as soon as they are there") {
  AtKiosk visitor{R"(
| survey |
| | type | name | label | constraint | calculation | appearance |
| | begin_group | all | All | | | field-list |
| | integer | budget | Budget | . >= 0 | | |
| | select_multiple theme | themes | Q | count-selected(.) <= ${most} | | |
| | end_group | | | | | |
| | calculate | most | | | ${budget} div 10 | |
| choices |
| | list_name | name | label |
| | theme | trees | Trees |
| | theme | homes | Homes |
| | theme | water | Water |
| settings |
| | form_id |
| | themes |
)"};
  visitor.begins();
  const auto said = [&] {
    const View view = visitor.kiosk().view(visitor.now());
    return std::get<ChoiceField>(std::get<QuestionView>(view).fields.at(1)).instruction;
  };
  CHECK(said() == "several");
  visitor.does(event::Write{"all/budget", "25"});
  CHECK(said() == "selected_of 0 2");
  visitor.does(event::Choose{"all/themes", "trees"}).does(event::Write{"all/budget", "19"});
  CHECK(said() == "selected_of 1 1");
  visitor.does(event::Write{"all/budget", "30"});  // all of them
  CHECK(said() == "several");
  visitor.does(event::Write{"all/budget", ""});
  CHECK(said() == "several");
}

TEST_CASE("a minus is offered where a number below nought can be valid") {
  AtKiosk visitor{R"(
| survey |
| | type | name | label | constraint | appearance |
| | begin_group | all | All | | field-list |
| | integer | trees | Q | . >= 0 and . <= 20 | |
| | integer | above | Q | . > -1 | |
| | decimal | share | Q | . > -1 | |
| | integer | warm | Q | . >= -20 | |
| | integer | any | Q | | |
| | integer | more | Q | . >= ${trees} | |
| | end_group | | | | |
| settings |
| | form_id |
| | numbers |
)"};
  visitor.begins();
  const auto with_minus = [&] {
    const View view = visitor.kiosk().view(visitor.now());
    std::string names;
    for (const Field& field : std::get<QuestionView>(view).fields)
      if (std::get<WriteField>(field).negative) names += asked_of(field).path + " ";
    return names;
  };
  CHECK(with_minus() == "all/share all/warm all/any all/more ");
  visitor.does(event::Write{"all/trees", "3"});
  CHECK(with_minus() == "all/share all/warm all/any ");
}

TEST_CASE("an answer beyond a limit of its constraint is told the limit") {
  const auto told = [](const std::string& type, const std::string& constraint, const std::string& answer) {
    AtKiosk visitor{R"(
| survey |
| | type | name | label | constraint |
| | )" + type + " | q | Q | " +
                    constraint + R"( |
| | note | n | N | |
| choices |
| | list_name | name | label |
| | x | a | A |
| | x | b | B |
| | x | c | C |
)"};
    visitor.begins();
    for (std::size_t at = 0; type == "select_multiple x" && at < answer.size(); ++at)
      visitor.does(event::Choose{"q", answer.substr(at, 1)});
    if (type != "select_multiple x") visitor.does(event::Write{"q", answer});
    visitor.does(event::Next{});
    const View view = visitor.kiosk().view(visitor.now());
    return asked_of(std::get<QuestionView>(view).fields.front()).complaint.words;
  };
  CHECK(told("integer", ". >= 1 and . < 100", "0") == "complaint_from_to 1 99");
  CHECK(told("integer", ". >= 1 and . < 100", "100") == "complaint_from_to 1 99");
  CHECK(told("integer", ". > 4", "4") == "complaint_at_least 5");
  CHECK(told("decimal", ". <= 2.5", "3") == "complaint_at_most 2.5");
  CHECK(told("select_multiple x", "count-selected(.) <= 2", "abc") == "complaint_choose_most 2");
  CHECK(told("select_multiple x", "count-selected(.) >= 2", "a") == "complaint_choose_least 2");
  // Within them, or where the limit itself is not allowed.
  CHECK(told("integer", ". <= 10 and . mod 2 = 0", "3") == "complaint_constraint");
  CHECK(told("decimal", ". < 2.5", "3") == "complaint_constraint");
}
