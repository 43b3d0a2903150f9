// A person's way through a form: screens, complaints, back and on, languages, reasons.
#include <doctest/doctest.h>

#include "support/scenario.h"

using namespace buurtpeil;

namespace {

const std::string street = R"(
| survey  |
| | type | name | label | relevant | required | constraint | constraint_message | required_message |
| | select_one yes_no | has_garden | Do you have a garden? | | yes | | | Please choose |
| | integer | garden_size | How large is it, in m2? | ${has_garden} = 'yes' | | . > 0 | More than 0 | |
| | note | thanks | Almost done | | | | | |
| | select_multiple greenery | greenery | What grows in the street?| | | | | |
| choices |
|         | list_name | name  | label |
|         | yes_no    | yes   | Yes   |
|         | yes_no    | no    | No    |
|         | greenery  | oak   | Oak   |
|         | greenery  | elm   | Elm   |
)";

}  // namespace

TEST_CASE("changing an answer hides the questions that depended on it") {
  Scenario visit{street};
  visit.answer("has_garden", "yes").answer("garden_size", "20");
  CHECK(visit.question() == "thanks");
  visit.back().back().answer("has_garden", "no");
  CHECK(visit.question() == "thanks");
  CHECK(visit.response() == "has_garden=no");
  CHECK(visit.answers() == "has_garden=no; garden_size: not_asked; greenery: not_reached");
}

TEST_CASE("a value that became irrelevant comes back when it is relevant again") {
  Scenario visit{street};
  visit.answer("has_garden", "yes").answer("garden_size", "20").back().back().answer("has_garden", "no");
  visit.back().answer("has_garden", "yes");
  CHECK(visit.response() == "has_garden=yes; garden_size=20");
}

TEST_CASE("what is required or not met keeps the visitor here, with the form's own words") {
  Scenario visit{street};
  visit.next();
  CHECK(visit.question() == "has_garden");
  CHECK(visit.complaint() == "has_garden: required, Please choose");
  visit.answer("has_garden", "yes").answer("garden_size", "0");
  CHECK(visit.complaint() == "garden_size: constraint, More than 0");
  visit.fill("garden_size", "1");
  CHECK(visit.complaint() == "");
  visit.answer("garden_size", "many");
  CHECK(visit.complaint() == "garden_size: not a whole number");
  visit.answer("garden_size", "1.5");
  CHECK(visit.complaint() == "garden_size: not a whole number");
  visit.answer("garden_size", "1234567890123456");
  CHECK(visit.complaint() == "garden_size: too long");
  visit.answer("garden_size", "007");
  CHECK(visit.response() == "has_garden=yes; garden_size=7");
}

TEST_CASE("an empty answer needs to meet no constraint, and counts as skipped") {
  Scenario visit{street};
  visit.answer("has_garden", "yes").next();
  CHECK(visit.question() == "thanks");
  CHECK(visit.answers() == "has_garden=yes; garden_size: skipped; greenery: not_reached");
}

TEST_CASE("nothing that is stored is calculated from an answer that is not valid") {
  Scenario visit{R"(
| survey |
| | type      | name  | label     | calculation                           | constraint |
| | integer   | trees | How many? |                                       | . <= 20    |
| | calculate | left  |           | if(${trees} = '', '', 20 - ${trees}) |            |
)"};
  visit.answer("trees", "50");
  CHECK(visit.response() == "");
  visit.answer("trees", "5");
  CHECK(visit.response() == "trees=5; left=15");
}

TEST_CASE("who would rather not say may go on") {
  Scenario visit{street};
  CHECK_FALSE(visit.visit().has_answers());
  visit.refuse("has_garden");
  CHECK(visit.question() == "thanks");
  CHECK(visit.visit().has_answers());
  CHECK(visit.answers() == "has_garden: refused; garden_size: not_asked; greenery: not_reached");
  visit.back().answer("has_garden", "no");
  CHECK(visit.response() == "has_garden=no");
}

TEST_CASE("what is on the screen when the visit ends has the reason that the client gives") {
  Scenario visit{street};
  visit.answer("has_garden", "yes").fill("garden_size", "-5");
  CHECK(visit.answers(Status::abandoned, Absence::timed_out) ==
        "has_garden=yes; garden_size: timed_out; greenery: not_reached");
}

TEST_CASE("the place in the form counts the screens that are relevant now") {
  Scenario visit{street};
  CHECK(visit.progress() == "1 of 3");
  CHECK(visit.visit().at_start());
  visit.fill("has_garden", "yes");
  CHECK(visit.progress() == "1 of 4");
  visit.next().next().next();
  CHECK(visit.progress() == "4 of 4");
  visit.answer("greenery", "elm oak");
  CHECK(visit.progress() == "5 of 4");
  CHECK(visit.question() == "end");
  CHECK(visit.answers(Status::finished) == "has_garden=yes; garden_size: skipped; greenery=elm oak");
  visit.back();
  CHECK(visit.question() == "greenery");
  CHECK(visit.options() == "Oak* Elm*");
}

TEST_CASE("a field-list is one screen, of those questions that are relevant") {
  Scenario visit{R"(
| survey |
| | type        | name    | label   | relevant    | required | appearance |
| | begin_group | balance | Balance |             |          | field-list |
| | integer     | homes   | Homes   |             | yes      |            |
| | begin_group | more    | More    |             |          |            |
| | integer     | green   | Green   | ${homes}> 3 |          |            |
| | end_group   |         |         |             |          |            |
| | end_group   |         |         |             |          |            |
| | text        | idea    | Idea    |             |          |            |
)"};
  CHECK(visit.question() == "balance/homes");
  CHECK(visit.visit().prompts().at(0).group_label == "Balance");
  visit.next();
  CHECK(visit.complaint() == "balance/homes: required");
  visit.fill("balance/homes", "4");
  CHECK(visit.question() == "balance/homes balance/more/green");
  CHECK(visit.visit().prompts().at(1).group_label == "More");
  visit.answer("balance/more/green", "2").answer("idea", "A pond");
  CHECK(visit.response() == "balance/homes=4; balance/more/green=2; idea=A pond");
}

TEST_CASE("a question that its own answer makes irrelevant gives way to the next") {
  Scenario visit{R"(
| survey |
| | type      | name | label | relevant     | calculation | trigger |
| | text      | a    | A     | ${seen} = '' |             |         |
| | calculate | seen |       |              | 'yes'       | ${a}    |
| | integer   | b    | B     |              |             |         |
)"};
  visit.fill("a", "x");
  CHECK(visit.question() == "b");
}

TEST_CASE("texts are in the visitor's language, with answers in them") {
  Scenario visit{R"(
| survey   |
| | type | name | label::Nederlands (nl) | label::English (en) | hint::English (en) | calculation |
| | select_one town | town | Waar? | Where? | Tap one | |
| | calculate | place | | | | jr:choice-name(${town}, '${town}') |
| | text | idea | Wat mist u in ${place}? | What lacks ${place}? | | |
| choices  |
| | list_name | name  | label::Nederlands (nl) | label::English (en) |
| | town      | hague | Den-Haag               | The-Hague           |
)"};
  CHECK(visit.text() == "Waar? (Tap one)");
  CHECK(visit.options() == "Den-Haag");
  visit.speak("en");
  CHECK(visit.text() == "Where? (Tap one)");
  CHECK(visit.options() == "The-Hague");
  visit.answer("town", "hague");
  CHECK(visit.text() == "What lacks The-Hague?");
  visit.speak("nl");
  CHECK(visit.text() == "Wat mist u in Den-Haag?");
  CHECK(visit.response() == "town=hague; place=Den-Haag");
  CHECK(visit.visit().response(Status::finished, visit.now()).language == "nl");
}

TEST_CASE("the last check finds what a later answer made invalid, and goes there") {
  Scenario visit{R"(
| survey |
| | type    | name  | label | constraint                      |
| | integer | a     | A     | . > ${limit} or ${limit} = ''   |
| | integer | limit | Limit |                                 |
)"};
  visit.answer("a", "5").answer("limit", "7");
  CHECK(visit.question() == "a");
  CHECK(visit.complaint() == "a: constraint");
  visit.answer("a", "8");
  CHECK(visit.question() == "limit");
  visit.next();
  CHECK(visit.question() == "end");
}

TEST_CASE("a form without anything to ask is at its end at once") {
  Scenario visit{R"(
| survey |
| | type  | name  |
| | today | today |
)"};
  CHECK(visit.question() == "end");
  CHECK(visit.answers(Status::finished) == "today=2026-03-01");
}
