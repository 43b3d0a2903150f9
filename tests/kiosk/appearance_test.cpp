// Appearances that change what a visitor meets, on the screen.
#include <doctest/doctest.h>

#include "support/at_kiosk.h"

using namespace buurtpeil;

TEST_CASE("a text of several lines is asked for as such") {
  AtKiosk kiosk{R"(
| survey |
| | type | name | label::English (en) | appearance |
| | text | idea | Idea                | multiline  |
)"};
  kiosk.begins();
  CHECK(kiosk.screen() ==
        "question en\n"
        "1/1 progress 1 1\n"
        "? idea: Idea\n"
        "  text, several lines: ''\n"
        "  type_text\n"
        "next: finish | leave: leave\n");
}
