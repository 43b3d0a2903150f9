// Next is quiet for as long as a screen waits for its first answer: to pass it by is not what is asked.
#include <doctest/doctest.h>

#include "support/at_kiosk.h"

using namespace buurtpeil;

namespace {

bool waits(AtKiosk& kiosk) { return std::get<QuestionView>(kiosk.kiosk().view(kiosk.now())).waits; }

}  // namespace

TEST_CASE("a screen waits until something on it is answered or refused; a note waits for nothing") {
  AtKiosk kiosk{R"(
| survey |
| | type | name | label::English (en) | appearance | required | default |
| | note | hello | Hello | | | |
| | text | idea | Idea | | | |
| | integer | age | Age | | yes | |
| | integer | set | Set | | | 3 |
| | begin_group | both | Both | field-list | | |
| | text | one | One | | | |
| | text | two | Two | | | |
| | end_group | | | | | |
)"};
  kiosk.begins();
  CHECK_FALSE(waits(kiosk));
  kiosk.does(event::Next{});
  CHECK(waits(kiosk));
  kiosk.does(event::Write{"idea", "x"});
  CHECK_FALSE(waits(kiosk));
  kiosk.does(event::Write{"idea", ""});
  CHECK(waits(kiosk));
  kiosk.does(event::Next{});
  CHECK(waits(kiosk));
  kiosk.does(event::Refuse{"age"});
  CHECK_FALSE(waits(kiosk));
  kiosk.does(event::Next{});
  CHECK_FALSE(waits(kiosk));  // there is an answer already
  kiosk.does(event::Next{});
  CHECK(waits(kiosk));
  kiosk.does(event::Write{"both/two", "x"});
  CHECK_FALSE(waits(kiosk));
}
