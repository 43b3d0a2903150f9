// Room for questions of a form's own, in the groups of its core.
#include <doctest/doctest.h>

#include "load_md.h"

using namespace buurtpeil;

TEST_CASE("a group of a core has room for questions of a form's own") {
  const LoadedForm loaded = load_md(R"(
| survey |
| | type | name | label | kiosk_slot |
| | begin_group | street | Street | 2 |
| | text | idea | Your idea? | |
| | end_group | | | |
| | begin_group | town | Town | 0 |
| | text | wish | Your wish? | |
| | end_group | | | |
)" + own_texts);
  CHECK(lines_of(loaded) == "");
  REQUIRE(loaded.form);
  CHECK(loaded.form->rows[0].slot == 2);
  CHECK(loaded.form->rows[1].slot == std::nullopt);
  CHECK(loaded.form->rows[2].slot == 0);
}

TEST_CASE("room for own questions is a number beside a group that divides no points") {
  CHECK(survey_problems("| | type | name | label | appearance | parameters | kiosk_slot |\n"
                        "| | begin_group | street | Street | | | a few |\n"
                        "| | text | idea | Your idea? | | | 1 |\n"
                        "| | end_group | | | | | |\n"
                        "| | begin_group | town | Town | field-list points | total=10 | 1 |\n"
                        "| | integer | trees | Trees | | | |\n"
                        "| | integer | roads | Roads | | | |\n"
                        "| | end_group | | | | | |\n"
                        "| | begin_repeat | place | Place | | | 101 |\n"
                        "| | text | what | What? | | | |\n"
                        "| | end_repeat | | | | | |\n") ==
        "street.md: survey!F3: error: kiosk_slot is the number of own questions that fit in the group, 0 to "
        "100, not 'a few'\n"
        "street.md: survey!F4: error: only a group has room for own questions (kiosk_slot); write it in a "
        "row 'begin_group'\n"
        "street.md: survey!F6: error: 'town' divides points over its own numbers alone; give another group "
        "room for own questions (kiosk_slot)\n"
        "street.md: survey!F10: error: kiosk_slot is the number of own questions that fit in the group, 0 to "
        "100, not '101'\n");
}
