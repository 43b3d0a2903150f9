// Columns and types of XLSForm that no other test names, each by what it does during a visit.
#include <doctest/doctest.h>

#include "support/scenario.h"

using namespace buurtpeil;

TEST_CASE("a hidden row has a value and is never asked") {
  Scenario visit{R"(
| survey |
| | type   | name   | label | default | calculation      |
| | hidden | place  |       | square  |                  |
| | text   | name   | Name  |         |                  |
| | hidden | greets |       |         | concat(${name}, ' at ', ${place}) |
)"};
  CHECK(visit.question() == "name");
  visit.answer("name", "Oak");
  CHECK(visit.question() == "end");
  CHECK(visit.response() == "place=square; name=Oak; greets=Oak at square");
}

TEST_CASE("choices come from the sheet external_choices") {
  Scenario visit{R"(
| survey |
| | type                     | name | label | choice_filter |
| | text                     | town | Town  |               |
| | select_one_external kinds | kind | Kind  | town=${town}  |
| external_choices |
| | list_name | name | label | town |
| | kinds     | oak  | Oak   | a    |
| | kinds     | elm  | Elm   | b    |
)"};
  visit.answer("town", "b");
  CHECK(visit.options() == "Elm");
  visit.answer("kind", "elm");
  CHECK(visit.response() == "town=b; kind=elm");
}

TEST_CASE("an attached XML file is data to look up") {
  Scenario visit{R"(
| survey |
| | type         | name  | label | calculation |
| | xml-external | trees |       |             |
| | text         | tree  | Tree  |             |
| | calculate    | high  |       | instance('trees')/root/item[name = ${tree}]/high |
)",
                 {{"trees.xml", "<root><item><name>oak</name><high>30</high></item></root>"}}};
  visit.answer("tree", "oak");
  CHECK(visit.response() == "tree=oak; high=30");
}

TEST_CASE("what is wrong is told in the form's own words, a hint stands beside the question") {
  Scenario visit{R"(
| survey |
| | type | name | label | hint       | required | required_message   | constraint | constraint_message |
| | text | name | Name  | any at all | yes      | Something, please. | . != 'x'   | Anything but x.    |
)"};
  CHECK(visit.text() == "Name (any at all)");
  visit.next();
  CHECK(visit.complaint() == "name: required, Something, please.");
  visit.answer("name", "x");
  CHECK(visit.complaint() == "name: constraint, Anything but x.");
}

TEST_CASE("a row that is disabled is not there") {
  Scenario visit{R"(
| survey |
| | type | name | label | disabled |
| | text | a    | A     | yes      |
| | text | b    | B     |          |
)"};
  visit.answer("b", "x");
  CHECK(visit.response() == "b=x");
}

TEST_CASE("a table-list is one screen, as a field-list is") {
  Scenario visit{R"(
| survey |
| | type            | name | label | appearance |
| | begin group     | all  | All   | table-list |
| | select_one size | a    | A     |            |
| | select_one size | b    | B     |            |
| | end group       |      |       |            |
| choices |
| | list_name | name | label |
| | size      | big  | Big   |
)"};
  CHECK(visit.question() == "all/a all/b");
}

TEST_CASE("settings change how a form is read") {
  Scenario visit{R"(
| survey |
| | type            | name | label     | calculation |
| | select_one size | a    | A   and B |             |
| | calculate       | b    |           | /town/a     |
| choices |
| | list_name | name | label |
| | size      | big  | Big   |
| | size      | big  | Large |
| settings |
| | allow_choice_duplicates | clean_text_values | form_id | name |
| | yes                     | no                | sizes   | town |
)"};
  CHECK(visit.form().id == "sizes");
  CHECK(visit.text() == "A   and B");
  CHECK(visit.options() == "Big Large");
  visit.answer("a", "big");
  CHECK(visit.response() == "a=big; b=big");
}

TEST_CASE("jr:itext gives the form's own texts in the visitor's language") {
  Scenario visit{R"(
| survey |
| | type            | name  | label::English (en) | label::Nederlands (nl) | calculation |
| | begin_group     | plan  | | | |
| | select_one kind | tree  | Which tree?         | Welke boom?            |             |
| | end_group | | | | |
| | calculate | asked | | | jr:itext('/data/plan/tree:label') |
| | calculate | first | | | jr:itext('kind-0') |
| | calculate | none | | | concat('<', jr:itext('kind-2'), jr:itext('/data/x:label'), jr:itext('x'), '>') |
| choices |
| | list_name | name | label::English (en) | label::Nederlands (nl) |
| | kind      | oak  | Oak                 | Eik                    |
| | kind      | elm  | Elm                 | Iep                    |
)"};
  visit.answer("plan/tree", "elm");
  CHECK(visit.response() == "plan/tree=elm; asked=Which tree?; first=Oak; none=<>");
}
