// Half of the visits see choices from their other end where a screen hides some of them; what closes a list
// by custom stays at its end, and the order stays the author's where it means something.
#include <string>

#include <doctest/doctest.h>

#include "support/at_kiosk.h"

using namespace buurtpeil;

namespace {

const std::string form = R"(
| survey |
| | type                | name     | label::English (en) | appearance | parameters     |
| | select_one plain    | plain    | Plain               |            |                |
| | select_multiple plain | several | Several            | columns    |                |
| | select_one closing  | closing  | Closing             |            |                |
| | select_one dutch    | dutch    | Dutch               |            |                |
| | select_one amidst   | amidst   | Amidst              |            |                |
| | select_one plain or_other | told | Told               |            |                |
| | select_one plain    | random   | Random              |            | randomize=true |
| | rank plain          | ranked   | Ranked              |            |                |
| | select_one plain    | likert   | Likert              | likert     |                |
| | select_one plain    | faces    | Faces               | likert faces |              |
| | select_one plain    | closed   | Closed              | minimal    |                |
| | select_one plain    | row      | Row                 | list       |                |
| | select_one yes_no   | yes_no   | Yes or no           |            |                |
| choices |
| | list_name | name | label::English (en) |
| | plain     | a    | A                   |
| | plain     | b    | B                   |
| | plain     | c    | C                   |
| | closing   | a    | A                   |
| | closing   | b    | B                   |
| | closing   | other | Other              |
| | closing   | none | None of these       |
| | closing   | dont_know | I don't know   |
| | closing   | no_answer | No answer      |
| | dutch     | a    | A                   |
| | dutch     | b    | B                   |
| | dutch     | anders | Anders            |
| | dutch     | weet_niet | Weet ik niet   |
| | amidst    | a    | A                   |
| | amidst    | other | Other              |
| | amidst    | b    | B                   |
| | yes_no    | yes  | Yes                 |
| | yes_no    | unknown | I don't know     |
)";

/// How many choices of the screen's question stand the other way round where some are hidden.
std::size_t reversed(AtKiosk& kiosk) {
  const View view = kiosk.kiosk().view(kiosk.now());
  const auto& fields = std::get<QuestionView>(view).fields;
  return std::get<ChoiceField>(fields.front()).reversed_if_hidden;
}

/// Begins visits, and deletes them, until one sees lists from their other end.
void begins_reversed(AtKiosk& kiosk) {
  for (int visits = 0; visits < 30; ++visits) {
    kiosk.begins();
    if (reversed(kiosk) > 0) return;
    kiosk.does(event::Leave{}).does(event::Delete{}).does(event::Next{});
  }
  FAIL("none of thirty visits");
}

}  // namespace

TEST_CASE("what may stand the other way round: lists of cards, but for what closes them by custom") {
  AtKiosk kiosk{form};
  begins_reversed(kiosk);
  std::string counts;
  while (kiosk.head() == "question en") {
    const View view = kiosk.kiosk().view(kiosk.now());
    counts += asked_of(std::get<QuestionView>(view).fields.front()).path + " " +
              std::to_string(reversed(kiosk)) + "\n";
    kiosk.does(event::Next{});
  }
  CHECK(counts ==
        "plain 3\nseveral 3\nclosing 2\ndutch 2\namidst 3\ntold 3\nrandom 0\nranked 0\nlikert 0\nfaces 0\n"
        "closed 0\nrow 0\nyes_no 0\n");
}

TEST_CASE("a visit keeps its order on the way back and after a restart") {
  AtKiosk kiosk{form};
  begins_reversed(kiosk);
  kiosk.does(event::Choose{"plain", "a"}).does(event::Next{}).does(event::Back{});
  CHECK(reversed(kiosk) == 3);
  kiosk.restarts_after(1000);
  kiosk.does(event::Stay{});
  CHECK(reversed(kiosk) == 3);
}

TEST_CASE(
    "about half of the visits see it so, and what is stored and looked back at is in the form's order") {
  AtKiosk kiosk{form};
  int heads = 0;
  for (int visits = 0; visits < 100; ++visits) {
    kiosk.begins();
    heads += reversed(kiosk) > 0 ? 1 : 0;
    kiosk.does(event::Leave{}).does(event::Delete{}).does(event::Next{});
  }
  CHECK(heads > 35);
  CHECK(heads < 65);
  begins_reversed(kiosk);
  kiosk.does(event::Next{}).does(event::Choose{"several", "c"}).does(event::Choose{"several", "a"});
  const View view = kiosk.kiosk().view(kiosk.now());
  std::string order;
  for (const auto& option : std::get<ChoiceField>(std::get<QuestionView>(view).fields.front()).options)
    order += option.name;
  CHECK(order == "abc");
  kiosk.does(event::Leave{}).does(event::Keep{});
  CHECK(kiosk.stored().starts_with("abandoned en plain:skipped several=a c closing:not_reached "));
}
