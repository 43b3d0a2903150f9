// Visitors at human speeds lose nothing; a child that taps through, and whoever answers again and again, is
// marked.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "kiosk/robot/robot.h"
#include "kiosk/robot/trace.h"
#include "support/at_kiosk.h"
#include "support/plain_ui.h"

using namespace buurtpeil;

namespace {

const std::string demo = BUURTPEIL_ASSETS "/forms/leefomgeving.md";
const std::string every_view = BUURTPEIL_TESTS "/forms/every_view.md";

/// "finished hasty", "finished ": a line for each stored response.
std::vector<std::string> doubts(const AtKiosk& kiosk, const std::string& form_id) {
  std::vector<std::string> all;
  const auto reader = StoreReader::open(kiosk.store_file());
  REQUIRE(reader.has_value());
  const auto read = reader->responses(form_id, [&](const Response& response) {
    all.push_back(to_name(response.status) + " " + to_name(response.doubt));
  });
  REQUIRE(read.has_value());
  return all;
}

/// The robot's visits, with so long before each tap; how many were finished, and how many of these doubted.
std::string visits_at(const std::string& asked, const std::string& form_id, std::int64_t tap_ms, int visits) {
  AtKiosk kiosk{asked};
  Robot robot{visits, 5};
  PlainUi ui;
  while (!robot.finished()) {
    const View view = kiosk.kiosk().view(kiosk.now());
    const auto target = robot.tap(view, ui.targets(view));
    if (!target) continue;
    if (const auto event = ui.tap(view, target->name)) kiosk.does(*event, tap_ms);
  }
  CHECK(robot.complaint() == "");
  const auto all = doubts(kiosk, form_id);
  return fmt::format("{} finished, {} hasty, {} repeated", all.size(),
                     std::ranges::count(all, "finished hasty"), std::ranges::count(all, "finished repeated"));
}

/// The recorded walk (tests/e2e/walk_test.cpp) without its window: a key and a list that is opened are
/// touches, what is typed is there after as many, a drag leads to any value.
class RecordedWalk {
 public:
  RecordedWalk(AtKiosk& kiosk, std::int64_t touch_ms) : kiosk_(kiosk), touch_ms_(touch_ms) {}

  /// Where it does not get on, or "".
  std::string walk() {
    std::ifstream file(BUURTPEIL_TESTS "/e2e/every_view_walk.txt");
    for (std::string line; std::getline(file, line);) {
      std::istringstream words(line);
      std::string verb, what, rest;
      words >> verb >> what;
      std::getline(words >> std::ws, rest);
      const View view = kiosk_.kiosk().view(kiosk_.now());
      if (verb == "question" && question_of(view) != what) return line + "\n" + kiosk_.screen();
      const std::size_t touches = verb == "type" ? rest.size() : 1;
      if (const auto event = event_of(verb, what, rest, view))
        kiosk_.does(*event, static_cast<std::int64_t>(touches) * touch_ms_);
    }
    return "";
  }

 private:
  std::optional<Event> event_of(const std::string& verb, const std::string& what, const std::string& rest,
                                const View& view) {
    if (verb == "type") return event::Write{typed_at_ = what, typed_ = rest};
    if (verb == "touch") return event::Choose{"part", "green"};
    if (verb == "drag" || verb == "lift") return event::Slide{what.substr(what.find(':') + 1), 3};
    if (verb != "tap") return std::nullopt;
    if (what == "adjust") return event::ShowLook{};
    if (what == "key:erase") return typed_.pop_back(), event::Write{typed_at_, typed_};
    return ui_.tap(view, what).value_or(event::Touch{});
  }

  AtKiosk& kiosk_;
  std::int64_t touch_ms_;
  PlainUi ui_;
  std::string typed_at_, typed_;
};

/// Five questions, each on its own screen.
const std::string five = [] {
  std::string rows = "| survey |\n| | type | name | label |\n";
  for (int i = 1; i <= 5; ++i)
    rows += fmt::format("| | select_one faces | q{0} | What do you think of this number{0}? |\n", i);
  return rows +
         "| choices |\n| | list_name | name | label |\n| | faces | good | Good |\n| | faces | bad | Bad |\n"
         "| settings |\n| | form_id | kiosk_review |\n| | five | no |\n";
}();

void answers_all(AtKiosk& kiosk, const std::string& answer, std::int64_t touch_ms) {
  kiosk.does(event::Start{}, touch_ms).does(event::Start{}, touch_ms);
  for (int i = 1; i <= 5; ++i)
    kiosk.does(event::Choose{fmt::format("q{}", i), answer}, touch_ms).does(event::Next{}, touch_ms);
  REQUIRE(kiosk.head().starts_with("thanks"));
  kiosk.does(event::Next{}, touch_ms);
}

}  // namespace

TEST_CASE("visitors at human speeds, and quick ones, are never doubted") {
  for (const std::int64_t tap_ms : {650, 700, 1'000, 2'500}) {
    CAPTURE(tap_ms);
    CHECK(visits_at(demo, "leefomgeving", tap_ms, 20) == "20 finished, 0 hasty, 0 repeated");
    CHECK(visits_at(every_view, "every_view", tap_ms, 5) == "5 finished, 0 hasty, 0 repeated");
  }
}

TEST_CASE("the recorded walk through every view is nobody's haste at human speeds") {
  for (const std::int64_t touch_ms : {650, 1'000, 3'000}) {
    AtKiosk kiosk{every_view};
    CHECK(RecordedWalk(kiosk, touch_ms).walk() == "");
    CHECK(doubts(kiosk, "every_view") == std::vector<std::string>{"finished "});
  }
}

TEST_CASE("a child that taps five times a second is marked, and kept") {
  CHECK(visits_at(demo, "leefomgeving", 200, 20) == "20 finished, 20 hasty, 0 repeated");
}

TEST_CASE("the same answers once more within a minute are marked, where nobody reads again") {
  AtKiosk kiosk{five};
  answers_all(kiosk, "good", 2'000);
  answers_all(kiosk, "good", 800);  // above the floor
  answers_all(kiosk, "good", 800);
  answers_all(kiosk, "bad", 800);
  kiosk.waits(60'000);
  answers_all(kiosk, "bad", 800);
  answers_all(kiosk, "bad", 2'000);
  using Lines = std::vector<std::string>;
  CHECK(doubts(kiosk, "five") ==
        Lines{"finished ", "finished repeated", "finished repeated", "finished ", "finished ", "finished "});
  kiosk.restarts_after(1'000);
  answers_all(kiosk, "bad", 800);
  CHECK(doubts(kiosk, "five").back() == "finished ");
}

TEST_CASE("people who touch the same face one after the other are people") {
  AtKiosk kiosk{R"(
| survey |
| | type             | name | label                         | appearance |
| | select_one faces | mood | How was your visit?           | faces      |
| | select_one faces | wait | How long did you have to wait? | faces     |
| choices |
| | list_name | name | label |
| | faces     | good | Good  |
| | faces     | bad  | Bad   |
| settings |
| | form_id | kiosk_first | kiosk_review |
| | mood    | yes         | no           |
)"};
  for (int person = 0; person < 3; ++person)
    kiosk.does(event::Choose{"mood", "good"}, 300)
        .does(event::Start{}, 300)
        .does(event::Choose{"wait", "good"}, 300)
        .does(event::Next{}, 100)
        .does(event::Next{}, 300);
  CHECK(doubts(kiosk, "mood") == std::vector<std::string>(3, "finished "));
}
