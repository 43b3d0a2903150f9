// Choices that come from files, by select_one_from_file and by search() in an appearance.
#include <doctest/doctest.h>

#include "support/scenario.h"

using namespace buurtpeil;

namespace {

const std::string places =
    "place_code,place_label,kind,sortby,open,picture\n"
    "t2,Zeilhoek,town,2,yes,\n"
    "t1,Tolkade,Town,1,no,\n"
    "v1,Korenrand,village,3,yes,\n"
    "v1,Korenrand again,village,4,yes,\n"
    "v2,,village,5,yes,\n";

/// What is offered by this call, with a list of these rows.
std::string offered(const std::string& call,
                    const std::string& rows = "| | towns | place_code | place_label |\n",
                    const std::string& kind = "") {
  Scenario visit{
      "| survey |\n"
      "| | type | name | label | appearance |\n"
      "| | text | kind | Kind? | |\n"
      "| | select_one towns | town | Town? | " +
          call +
          " |\n"
          "| choices |\n"
          "| | list_name | name | label |\n" +
          rows,
      {{"places.csv", places}}};
  visit.answer("kind", kind);
  return visit.options();
}

}  // namespace

TEST_CASE("a search() offers the records of a file by its columns") {
  CHECK(offered("minimal search('places')") == "Tolkade Zeilhoek Korenrand v2");
  CHECK(offered("search('places', 'matches', 'kind', 'town')") == "Tolkade Zeilhoek");
  CHECK(offered("search('places', 'startswith', 'kind', 'V')") == "Korenrand v2");
  CHECK(offered("search('places', 'endswith', 'place_label', 'hoek')") == "Zeilhoek");
  CHECK(offered("search('places', 'contains', 'place_label, kind', 'wn')") == "Tolkade Zeilhoek");
  CHECK(offered("search('places', 'contains', '', '', 'open', 'yes')") == "Zeilhoek Korenrand v2");
  CHECK(offered("search('places', 'matches', 'kind', 'town', 'open', 'YES')") == "Zeilhoek");
  CHECK(offered("search('places', 'contains', 'kind', ${kind})", "| | towns | place_code | place_label |\n",
                "lage") == "Korenrand v2");
  CHECK(offered("search('places', 'contains', 'kind', concat(${kind}, ')'))") == "");
  CHECK(offered("search('places')", "| | towns | Place-Code | place_label,kind, open |\n") ==
        "Tolkade (kind: Town) (open: no) Zeilhoek (kind: town) (open: yes) Korenrand (kind: village) (open: "
        "yes) "
        "(kind: village) (open: yes)");
}

TEST_CASE("choices whose name is a whole number stay as they are in a search") {
  const std::string rows =
      "| | towns | -1 | First |\n| | towns | place_code | place_label |\n| | towns | -99 | Elsewhere |\n";
  CHECK(offered("search('places', 'matches', 'kind', 'town')", rows) == "First Tolkade Zeilhoek Elsewhere");
  CHECK(offered("search('places', 'matches', 'kind', 'city')", rows) == "First Elsewhere");
}

TEST_CASE("what a search offers is chosen, stored and looked up like any choice") {
  Scenario visit{R"(
| survey |
| | type                       | name | label      | appearance                                   |
| | select_one places or_other | town | Your town? | search('places', 'matches', 'kind', 'town') |
| | select_multiple places     | more | And more?  | search('places')                             |
| choices |
| | list_name | name       | label       |
| | places    | place_code | place_label |
)",
                 {{"places.csv", places}}};
  CHECK(visit.options() == "Tolkade Zeilhoek Other");
  visit.tap("town", "other");
  CHECK(visit.question() == "town town_other");
  visit.tap("town", "t1");
  CHECK(visit.options() == "Tolkade* Zeilhoek Other");
  visit.next().tap("more", "v2").tap("more", "t1").restart();
  CHECK(visit.options() == "Tolkade* Zeilhoek Korenrand v2*");
  CHECK(visit.response() == "town=t1; more=t1 v2");
}

TEST_CASE("pulldata reads the file that a search reads, whatever the list is called") {
  Scenario visit{R"(
| survey |
| | type              | name | label                 | appearance       | calculation |
| | select_one places | town | Your town             | search('places') |             |
| | calculate         | kind |                       | | pulldata('places', 'kind', 'place_code', ${town}) |
| | calculate         | word |                       | | jr:choice-name(${town}, '${town}') |
| | note              | note | ${word} is a ${kind}. |                  |             |
| choices |
| | list_name | name       | label       |
| | places    | place_code | place_label |
)",
                 {{"places.csv", places}}};
  visit.answer("town", "v1");
  CHECK(visit.text() == "Korenrand is a village.");
  CHECK(visit.response() == "town=v1; kind=village; word=Korenrand");
}

TEST_CASE("one choice may have spaces in its name, or the name of another") {
  Scenario visit{R"(
| survey |
| | type                           | name  | label                       | default  |
| | select_one_from_file towns.csv | town  | Where do you live?          |          |
| | select_one_from_file towns.csv | work  | And work?                   | den haag |
| | select_one streets             | where | In which street?            |          |
| choices |
| | list_name | name       | label      |
| | streets   | lange laan | Lange laan |
| | streets   | kade       | Kade       |
)",
                 {{"towns.csv", "name,label\nden haag,Den Haag\nrijswijk,Rijswijk\nrijswijk,Again\n"}}};
  CHECK(visit.options() == "Den Haag Rijswijk Again");
  visit.tap("town", "den haag");
  CHECK(visit.options() == "Den Haag* Rijswijk Again");
  visit.next();
  CHECK(visit.options() == "Den Haag* Rijswijk Again");
  visit.tap("work", "rijswijk").next();
  visit.tap("where", "lange laan").restart();
  CHECK(visit.options() == "Lange laan* Kade");
  visit.next();
  CHECK(visit.question() == "end");
  CHECK(visit.response() == "town=den haag; work=rijswijk; where=lange laan");
}
