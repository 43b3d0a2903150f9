#include "kiosk/robot/robot.h"

#include <doctest/doctest.h>

#include "kiosk/robot/trace.h"

using namespace buurtpeil;

namespace {

std::vector<Target> targets(const std::vector<std::string>& names) {
  std::vector<Target> all;
  for (const std::string& name : names) all.push_back({name, Box{0, 0, 10, 10}, true});
  return all;
}

std::string tapped(Robot& robot, const View& view, const std::vector<Target>& all) {
  const auto target = robot.tap(view, all);
  return target ? target->name : "";
}

const std::vector<Target> number_keys =
    targets({"field:age", "key:0", "key:1", "key:2", "key:erase", "key:close", "next", "leave"});

QuestionView asks_age(const std::string& value, const std::string& complaint = "") {
  WriteField field;
  field.path = "age";
  field.keyboard = Keyboard::whole_number;
  field.value = value;
  field.complaint = complaint;
  QuestionView view;
  view.fields = {field};
  return view;
}

QuestionView asks_street(const std::string& selected) {
  ChoiceField field;
  field.path = "street";
  field.options = {{"elm", "Elm", selected == "elm"}, {"oak", "Oak", selected == "oak"}};
  QuestionView view;
  view.fields = {field};
  return view;
}

}  // namespace

TEST_CASE("the robot walks from the invitation to the first question") {
  Robot robot{1, 1};
  CHECK(tapped(robot, AttractView{}, targets({"start"})) == "start");
  LanguageView languages;
  languages.languages = {{"ar", "", Direction::right_to_left}};
  CHECK(tapped(robot, languages, targets({"language:ar"})) == "language:ar");
  CHECK(tapped(robot, IntroView{}, targets({"start", "back"})) == "start");
}

TEST_CASE("the robot begins in any language, by the line of the invitation that is in it") {
  AttractView view;
  for (const char* code : {"nl", "ar"}) view.invitations.push_back({code, {}, {}, "", {}});
  std::set<std::string> taps, without_room;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    Robot robot{1, seed}, other{1, seed};
    taps.insert(tapped(robot, view, targets({"start", "language:ar", "language"})));
    without_room.insert(tapped(other, view, targets({"start", "language"})));
  }
  CHECK(taps == std::set<std::string>{"language:ar", "start"});
  CHECK(without_room == std::set<std::string>{"start"});
}

TEST_CASE("what the invitation asks is traced by the question's path") {
  AttractView view;
  CHECK(trace_block(view, targets({"start"}), 1).starts_with("view attract path= frame=1\n"));
  view.first.emplace().path = "mood";
  CHECK(trace_block(view, targets({"choice:mood=good"}), 2).starts_with("view attract path=mood frame=2\n"));
}

TEST_CASE("the robot chooses an option once, then goes on") {
  Robot robot{1, 3};
  const auto all = targets({"choice:street=elm", "choice:street=oak", "next"});
  const std::string choice = tapped(robot, asks_street(""), all);
  REQUIRE(choice.starts_with("choice:street="));
  CHECK(tapped(robot, asks_street(choice.substr(14)), all) == "next");
}

TEST_CASE("the robot scrolls to what it cannot reach") {
  Robot robot{1, 3};
  auto all = targets({"choice:street=elm", "choice:street=oak", "next", "more"});
  all[0].reachable = all[1].reachable = false;
  CHECK(tapped(robot, asks_street(""), all) == "more");
}

TEST_CASE("the robot scrolls to the end of the page and then back, not to and fro") {
  Robot robot{1, 3};
  auto all = targets({"choice:street=elm", "choice:street=oak", "next", "more", "up"});
  all[0].reachable = all[1].reachable = false;
  CHECK(tapped(robot, asks_street(""), all) == "more");
  all[3].reachable = false;  // the end of the page
  CHECK(tapped(robot, asks_street(""), all) == "up");
  all[3].reachable = true;
  CHECK(tapped(robot, asks_street(""), all) == "up");
}

TEST_CASE("the robot puts the caret into a field before it types, and begins no number with 0") {
  Robot robot{1, 3};
  CHECK(tapped(robot, asks_age(""), number_keys) == "field:age");
  const std::string key = tapped(robot, asks_age(""), number_keys);
  CHECK((key == "key:1" || key == "key:2"));
}

TEST_CASE(
    "after a complaint the robot erases what it wrote and tries anew, twenty times, then it leaves and says "
    "why") {
  Robot robot{1, 3};
  std::string value;
  int erased = 0, nexts = 0;
  for (std::string tap; tap != "leave";) {
    tap = tapped(robot, asks_age(value, nexts > 0 ? "Too old." : ""), number_keys);
    REQUIRE_FALSE(tap.empty());
    if (tap == "next") ++nexts;
    if (tap == "key:erase") ++erased, value.pop_back();
    if (tap == "key:0" || tap == "key:1" || tap == "key:2") value += tap.back();
  }
  CHECK(nexts == Robot::most_tries);
  CHECK(erased >= Robot::most_tries - 1);
  CHECK(robot.complaint() == "the robot found no valid answer in 20 tries at 'age'");
  CHECK(tapped(robot, LeaveView{}, targets({"keep", "erase", "stay"})) == "keep");
  CHECK(tapped(robot, ThanksView{}, targets({"done"})) == "done");
}

TEST_CASE("the robot finishes at the invitation after its last visit") {
  Robot robot{2, 1};
  for (int visit = 0; visit < 2; ++visit) {
    CHECK(tapped(robot, AttractView{}, targets({"start"})) == "start");
    CHECK(tapped(robot, IntroView{}, targets({"start"})) == "start");
    CHECK(tapped(robot, ThanksView{}, targets({"done"})) == "done");
    CHECK_FALSE(robot.finished());
  }
  CHECK(tapped(robot, AttractView{}, targets({"start"})) == "");
  CHECK(robot.finished());
  CHECK(robot.complaint() == "");
}

TEST_CASE("the robot gives up where there is no way on, and when the kiosk is out of service") {
  Robot lost{1, 1};
  for (int look = 0; look <= Robot::most_vain; ++look)
    CHECK(tapped(lost, IntroView{}, targets({"back"})) == "");
  CHECK(lost.finished());
  CHECK(lost.complaint() == "the robot does not get on at 'intro': it cannot reach 'start'");

  Robot ignored{1, 1};
  for (int tap = 0; tap <= Robot::most_alike; ++tap)
    CHECK(tapped(ignored, IntroView{}, targets({"start"})) == "start");
  CHECK(tapped(ignored, IntroView{}, targets({"start"})) == "");
  CHECK(ignored.complaint() == "the robot does not get on at 'intro': it taps in vain on 'start'");

  Robot unserved{1, 1};
  CHECK(tapped(unserved, OutOfServiceView{}, {}) == "");
  CHECK(unserved.finished());
  CHECK(unserved.complaint() == "the kiosk is out of service");
}

TEST_CASE("a trace says what can be touched where, and nothing that was answered") {
  auto all = targets({"next", "choice:street=elm"});
  all[1].reachable = false;
  all[0].box = {1600, 940.25F, 260, 90};
  CHECK(trace_block(asks_street("oak"), all, 41) ==
        "view question path=street frame=41\ntarget next 1600.0 940.2 260.0 90.0\nend\n");
  CHECK(trace_block(AttractView{}, {}, 1) == "view attract path= frame=1\nend\n");
}
