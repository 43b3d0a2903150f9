// What no visitor would ever see, in whole messages.
#include <doctest/doctest.h>

#include "form/load_md.h"

using namespace buurtpeil;

TEST_CASE("a condition that holds for nobody is told, once for all that it hides") {
  CHECK(survey_problems("| | type | name | label | relevant | calculation | appearance |\n"
                        "| | begin_group | g | Together | | | field-list |\n"
                        "| | text | never | Never asked | 1 = 2 | | |\n"
                        "| | end_group | | | | | |\n"
                        "| | begin_group | h | Neither | false() | | |\n"
                        "| | text | nor | Nor this | 'a' = 'b' | | |\n"
                        "| | end_group | | | | | |\n"
                        "| | calculate | sum | | false() | 1 + 1 | |\n"
                        "| | text | chance | Perhaps? | random() > 2 | | |\n"
                        "| | text | other | Perhaps? | ${never} = '' and 1 = 2 | | |\n"
                        "| | text | more | More? | 1 = 1 | | |\n") ==
        "street.md: survey!D4: warning: 'never' is never asked: 1 = 2 holds for nobody; remove the row, or "
        "disable it\n"
        "street.md: survey!D6: warning: nothing in 'h' is ever asked: false() holds for nobody; remove the "
        "row, or disable it\n");
}

TEST_CASE("a form that asks nothing is told to") {
  CHECK(survey_problems("| | type | name | label | relevant | calculation |\n"
                        "| | text | a | A? | 1 = 2 | |\n"
                        "| | select_one yn | b | | | 'yes' |\n"
                        "| | today | today | | | |\n"
                        "| choices |\n"
                        "| | list_name | name | label |\n"
                        "| | yn | yes | Yes |\n") ==
        "street.md: survey: warning: the form asks nothing: a visit is over as soon as it begins\n"
        "street.md: survey!D3: warning: 'a' is never asked: 1 = 2 holds for nobody; remove the row, or "
        "disable it\n");
}
