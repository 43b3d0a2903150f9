// Texts in expressions that cannot be what they are used as, in whole messages.
#include <doctest/doctest.h>

#include "form/load_md.h"

using namespace buurtpeil;

namespace {

/// Problems of a form that has a question of each kind, and a note that is relevant when this holds.
std::string when(const std::string& relevant) {
  return problems_of(
      "| survey |\n"
      "| | type | name | label | relevant |\n"
      "| | integer | age | A | |\n"
      "| | date | day | D | |\n"
      "| | select_one trees | tree | T | |\n"
      "| | select_multiple trees or_other | seen | S | |\n"
      "| | select_one_from_file parks.csv | park | P | |\n"
      "| | text | word | W | |\n"
      "| | note | last | L | " +
          relevant +
          " |\n"
          "| choices |\n"
          "| | list_name | name | label |\n"
          "| | trees | oak | Oak |\n"
          "| | trees | birch | Birch |\n"
          "| | trees | 3 | Three |\n",
      {{"parks.csv", "name,label\na,A\n"}});
}

}  // namespace

TEST_CASE("a number that is compared with words is doubted") {
  CHECK(when("${age} > 'many'") ==
        "street.md: survey!D9: warning: 'many' is no number, so this comparison with the number 'age' is "
        "never true; write a number, without quotes\n"
        "  ${age} > 'many'\n"
        "           ^\n");
  CHECK(when("'5,5' != ${age} * 2") ==
        "street.md: survey!D9: warning: '5,5' is no number, so this comparison with the result of a "
        "calculation is always true; write a number, without quotes\n"
        "  '5,5' != ${age} * 2\n"
        "  ^\n");
}

TEST_CASE("a date that is compared with another text is doubted") {
  CHECK(when("../day = '1-3-2026'") ==
        "street.md: survey!D9: warning: '1-3-2026' is no date, so this comparison with 'day' is never true; "
        "write the year, the month and the day, as in '2026-03-01'\n"
        "  ../day = '1-3-2026'\n"
        "           ^\n");
  CHECK(when("${day} > '2026'") ==
        "street.md: survey!D9: warning: '2026' is no date and counts as days since 1970-01-01 in this "
        "comparison with 'day'; write the year, the month and the day, as in '2026-03-01'\n"
        "  ${day} > '2026'\n"
        "           ^\n");
}

TEST_CASE("a choice that is not in the list is doubted, and the nearest one named") {
  CHECK(when("${age} > 5 and ${tree} != 'brich'") ==
        "street.md: survey!D9: warning: 'brich' is no choice of 'tree', so this is always true; did you mean "
        "'birch'?\n"
        "  ${age} > 5 and ${tree} != 'brich'\n"
        "                            ^\n");
  CHECK(when("not(selected(${seen}, 'Oak'))") ==
        "street.md: survey!D9: warning: 'Oak' is no choice of 'seen', so this is never true; did you mean "
        "'oak'?\n"
        "  not(selected(${seen}, 'Oak'))\n"
        "                        ^\n");
  CHECK(when("${tree} = 'yes'") ==
        "street.md: survey!D9: warning: 'yes' is no choice of 'tree', so this is never true; write the name "
        "of a choice, as in 'oak'\n"
        "  ${tree} = 'yes'\n"
        "            ^\n");
}

TEST_CASE("calculating with words is doubted") {
  CHECK(when("${word} + ' trees' = ''") ==
        "street.md: survey!D9: warning: ' trees' is no number, so this calculation gives no number (NaN); "
        "write a number, without quotes, or join texts with concat()\n"
        "  ${word} + ' trees' = ''\n"
        "            ^\n");
  CHECK(when("10 div 'two' > 1") ==
        "street.md: survey!D9: warning: 'two' is no number, so this calculation gives no number (NaN); write "
        "a number, without quotes\n"
        "  10 div 'two' > 1\n"
        "         ^\n");
}

TEST_CASE("a constraint's '.' is its own question, and a choice_filter's is not") {
  CHECK(problems_of("| survey |\n"
                    "| | type | name | label | constraint | choice_filter |\n"
                    "| | select_one trees | tree | T | . != 'elk' | . != 'elk' and name != 'elk' |\n"
                    "| choices |\n"
                    "| | list_name | name | label |\n"
                    "| | trees | elm | Elm |\n") ==
        "street.md: survey!D3: warning: 'elk' is no choice of 'tree', so this is always true; did you mean "
        "'elm'?\n"
        "  . != 'elk'\n"
        "       ^\n");
}

TEST_CASE("what may well be meant is not doubted") {
  for (const char* sound :
       {"${age} != '' and ${day} = '' and ${tree} != '' and selected(${seen}, '')",
        "${age} > '5' and ${age} + '5' > '-0.5'", "${day} >= '2026-03-01' and ${day} - '2026-03-01' > 7",
        "${tree} = 'oak' and ${tree} > '2' and selected(${tree}, ' 3 ')", "selected(${seen}, 'other')",
        "${seen} = 'oak birch'", "${park} = 'b' and selected(${park}, 'c')",
        "${word} = 'many' and string(${age}) != 'NaN'",
        "count(instance('trees')/root/item[name = 'elm']) = 0"})
    CHECK_MESSAGE(when(sound).empty(), sound, when(sound));
}

TEST_CASE("what is calculated, or there by default, may be anything") {
  CHECK(problems_of("| survey |\n"
                    "| | type | name | label | default | calculation | relevant |\n"
                    "| | select_one trees | tree | T | none | | |\n"
                    "| | select_one trees | other_tree | T | | ${tree} | |\n"
                    "| | note | n | N | | | ${tree} = 'none' and ${other_tree} = 'none' |\n"
                    "| | note | m | M | | | ${tree} = 'elk' |\n"
                    "| choices |\n"
                    "| | list_name | name | label |\n"
                    "| | trees | elm | Elm |\n") ==
        "street.md: survey!D3: error: the default 'none' is no choice of the list 'trees'\n"
        "street.md: survey!F6: warning: 'elk' is no choice of 'tree', so this is never true; did you mean "
        "'elm'?\n"
        "  ${tree} = 'elk'\n"
        "            ^\n");
}
