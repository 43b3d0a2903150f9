// Constraints that read answers which are missing: nobody gets stuck, and what can be judged is judged.
#include <doctest/doctest.h>

#include "support/scenario.h"

using namespace buurtpeil;

namespace {

/// Whether this answer to `b` is accepted where the constraint of `b` is this, and `a` is "refused", left out
/// (""), or a number. `left` is 10 - a, `rest` the same with 0 for a missing a; `kinds` and `never` have no
/// value, the latter because it is not relevant.
bool accepts(const std::string& constraint, const std::string& a, const std::string& b) {
  Scenario visit{R"(
| survey |
| | type | name | label | required | constraint | calculation | relevant |
| | integer | a | A | )" +
                 std::string(a == "refused" ? "yes" : "no") + R"( | | | |
| | select_multiple kind | kinds | Kinds | | | | |
| | integer | never | Never | | | | ${kinds} = 'oak' |
| | barcode | where | Where | | | | |
| | calculate | left | | | | 10 - ${a} | |
| | calculate | rest | | | | 10 - coalesce(${a}, 0) | |
| | text | b | B | yes | )" +
                 constraint + R"( | | |
| choices |
| | list_name | name | label |
| | kind | oak | Oak |
)"};
  a == "refused" ? visit.refuse("a") : visit.answer("a", a);
  visit.next().answer("b", b);
  return visit.question() == "end";
}

}  // namespace

TEST_CASE("a refused or skipped number does not make every later answer wrong") {
  Scenario visit{R"(
| survey |
| | type | name | label | required | constraint |
| | integer | cars | How many cars do you have? | yes | |
| | integer | bikes | And bicycles, if you may have ten together? | yes | . <= 10 - ${cars} |
)"};
  visit.refuse("cars").answer("bikes", "12");
  CHECK(visit.question() == "end");
  CHECK(visit.answers(Status::finished) == "cars: refused; bikes=12");
  visit.back().back().answer("cars", "3").answer("bikes", "8");
  CHECK(visit.complaint() == "bikes: constraint");
}

TEST_CASE("a condition that reads what is missing is held to be met, whyever it is missing") {
  for (const std::string constraint :
       {". <= 10 - ${a}", ". = ${a}", "${a} < .", ". <= ${left}", ". < ${never}", ". < ${where}", "${a} > 3",
        "selected(${kinds}, .)", ". > 3 and . < ${a}", "${a} > 0 and . < ${a}", "${a} != '' and . > 3",
        ". > 3 and ${a} != ''", ". <= max(${a}) - 1", ". <= if(. > 5, ${a}, 3)", "not(. < 3 or ${a} = '')",
        "regex(${a}, '[0-9]+') or . < ${a}", "${a} != '' or ${never} != ''",
        "date(${a}) < date('2026-01-01')"})
    for (const std::string missing : {"refused", ""}) {
      CAPTURE(constraint);
      CAPTURE(missing);
      CHECK(accepts(constraint, missing, "7"));
    }
}

TEST_CASE("what can be judged is judged, also where something else is missing") {
  for (const std::string constraint :
       {". > 10", ". > 10 and . < ${a}", ". < ${a} and . > 10", "${a} != '' and . < 3",
        "not(. > 3 or ${a} = '')", "${a} != '' or . > 10", ". > 10 or ${a} != ''", "${a} > 3 or . > 10",
        ". + coalesce(${a}, 0) <= 5", ". > ${rest}", ". <= count-selected(${kinds})",
        ". < if(${a} = '', 3, ${a})", ". < string-length(${a})", "regex(., '[a-z]+')", ". < sum(${a})"}) {
    CAPTURE(constraint);
    CHECK_FALSE(accepts(constraint, "", "7"));
  }
}

TEST_CASE("where nothing is missing a constraint means what it says") {
  CHECK(accepts(". <= 10 - ${a}", "3", "7"));
  CHECK_FALSE(accepts(". <= 10 - ${a}", "4", "7"));
  CHECK_FALSE(accepts(". <= ${left}", "4", "7"));
  CHECK_FALSE(accepts("${a} > 3", "2", "7"));
  CHECK_FALSE(accepts(". = ${a}", "2", "7"));
  CHECK_FALSE(accepts(". > 3", "2", "many"));
  CHECK_FALSE(accepts("${a} = 2 and . < 5", "2", "7"));
  CHECK(accepts("${a} = 3 or . = 7", "2", "7"));
}
