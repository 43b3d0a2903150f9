// Next skips no question that has just appeared; whoever answers is never kept waiting.
#include <doctest/doctest.h>

#include "kiosk/forms.h"
#include "support/at_kiosk.h"
#include "support/ui_robot.h"

using namespace buurtpeil;

namespace {

constexpr const char* three = R"(
| survey |
| | type | name | label |
| | select_one yn | first | First? |
| | select_one yn | second | Second? |
| | text | third | Third? |
| choices |
| | list_name | name | label |
| | yn | yes | Yes |
| | yn | no | No |
)";

std::string asked(AtKiosk& kiosk) {
  const View view = kiosk.kiosk().view(kiosk.now());
  const auto* question = std::get_if<QuestionView>(&view);
  return question ? asked_of(question->fields.front()).path + (question->unread ? ", unread" : "")
                  : name_of(view);
}

}  // namespace

TEST_CASE("a question is skipped only when it was on the screen for a second") {
  AtKiosk kiosk{three};
  kiosk.begins();
  CHECK(asked(kiosk) == "first, unread");
  kiosk.does(event::Next{}, Session::read_ms - 1);
  CHECK(asked(kiosk) == "first, unread");
  kiosk.waits(1);
  CHECK(asked(kiosk) == "first");
  kiosk.does(event::Next{}, 0);
  CHECK(asked(kiosk) == "second, unread");
}

TEST_CASE("two taps on Next, at any pace up to a second, skip one question, also at the end of the visit") {
  for (const std::int64_t gap_ms : {0, 120, 400, 700, 999}) {
    CAPTURE(gap_ms);
    AtKiosk kiosk{three};
    kiosk.begins().does(event::Next{}).does(event::Next{}, gap_ms);
    CHECK(asked(kiosk).starts_with("second"));
    kiosk.does(event::Choose{"second", "yes"}).does(event::Next{}).does(event::Next{}, gap_ms);
    CHECK(asked(kiosk).starts_with("third"));
  }
}

TEST_CASE(
    "a fast and deliberate visitor loses nothing: each answer counts at once, and so does Next after it") {
  AtKiosk kiosk{three};
  kiosk.begins();
  const std::int64_t moment_ms = 150;  // before that no screen takes a press
  kiosk.does(event::Choose{"first", "yes"}, moment_ms).does(event::Next{}, moment_ms);
  kiosk.does(event::Choose{"second", "no"}, moment_ms).does(event::Next{}, moment_ms);
  kiosk.does(event::Write{"third", "x"}, moment_ms).does(event::Next{}, moment_ms);
  CHECK(asked(kiosk) == "thanks");
  CHECK(kiosk.stored() == "finished  first=yes second=no third=x seconds=0\n");
}

TEST_CASE("what was seen before is not waited for again: back and forth goes as fast as anybody wants") {
  AtKiosk kiosk{three};
  kiosk.begins().does(event::Next{}).does(event::Next{});
  kiosk.does(event::Back{}, 150).does(event::Back{}, 150);
  CHECK(asked(kiosk) == "first");
  kiosk.does(event::Next{}, 150).does(event::Next{}, 150);
  CHECK(asked(kiosk) == "third, unread");
}

TEST_CASE("a question that an answer brings along is read, too, before Next skips it") {
  AtKiosk kiosk{R"(
| survey |
| | type | name | label | relevant |
| | begin_group | both | Both | |
| | select_one yn | garden | Garden? | |
| | text | what | What? | ${garden} = 'yes' |
| | end_group | | | |
| | text | last | Last? | |
| choices |
| | list_name | name | label |
| | yn | yes | Yes |
| | yn | no | No |
)"};
  kiosk.begins();
  SUBCASE("none comes") {
    kiosk.does(event::Choose{"both/garden", "no"}, 150).does(event::Next{}, 150);
    CHECK(asked(kiosk) == "last, unread");
  }
  SUBCASE("one comes") {
    kiosk.does(event::Choose{"both/garden", "yes"}).does(event::Next{}, 150);
    CHECK(asked(kiosk) == "both/what, unread");
    kiosk.does(event::Next{}, Session::read_ms - 1);
    CHECK(asked(kiosk) == "both/what, unread");
    kiosk.does(event::Next{}, 1);
    CHECK(asked(kiosk) == "last, unread");
  }
}

TEST_CASE("a note is gone past at once, and so is a question that is refused") {
  AtKiosk kiosk{R"(
| survey |
| | type | name | label | required |
| | note | hello | Hello | |
| | integer | age | Age? | yes |
| | text | last | Last? | |
)"};
  kiosk.begins().does(event::Next{}, 150);
  CHECK(asked(kiosk) == "age, unread");
  kiosk.does(event::Refuse{"age"}, 150).does(event::Next{}, 150);
  CHECK(asked(kiosk) == "last, unread");
}

TEST_CASE("a question that goes on by itself does so at once") {
  AtKiosk kiosk{R"(
| survey |
| | type | name | label | appearance |
| | select_one yn | first | First? | quick |
| | select_one yn | second | Second? | quick |
| choices |
| | list_name | name | label |
| | yn | yes | Yes |
| | yn | no | No |
)"};
  kiosk.begins().does(event::Choose{"first", "yes"}, 150);
  CHECK(asked(kiosk) == "second, unread");
}

TEST_CASE("Next passes no question that was never in sight: it shows it") {
  AtKiosk kiosk{R"(
| survey |
| | type | name | label | appearance |
| | begin_group | both | Both | field-list |
| | select_one yn | first | Do you like the trees in your street? | |
| | select_one yn | second | Do the cars in your street drive too fast? | |
| | end_group | | | |
| | text | last | Last? | |
| choices |
| | list_name | name | label |
| | yn | yes | Yes |
| | yn | no | No |
)"};
  kiosk.begins().does(event::SetLook{{.text = TextScale::largest}});
  UiRobot robot{{.width_px = 1280, .height_px = 800, .mm_per_pixel = 0.17F}};
  const View view = kiosk.kiosk().view(kiosk.now());
  robot.show(view);
  const auto in_sight = [&](const char* name) {
    const Target* target = robot.target(name);
    return target != nullptr && target->reachable;
  };
  REQUIRE_FALSE(in_sight("choice:both/second=no"));
  std::optional<Event> event;
  int taps = 0;
  do {
    event = robot.tap(view, "next");
    robot.show(view);
    ++taps;
  } while (in_words(event) != "next" && taps < 10);
  CHECK(in_words(event) == "next");
  CHECK(taps > 1);
  CHECK(in_sight("choice:both/second=no"));
}
