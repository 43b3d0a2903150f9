// A robot's finger on every screen: each button gives its event, a scroll gives none.
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <imgui.h>

#include "support/displays.h"
#include "support/sample_views.h"
#include "support/ui_robot.h"

using namespace buurtpeil;

namespace {

// The event of each target of a screen, in the order in which they are given.
std::string events_of(const std::string& view_name, const std::vector<std::string>& targets) {
  const View view = sample_view(view_name);
  std::string events;
  for (const std::string& target : targets) {
    UiRobot robot(landscape);
    robot.show(view);
    events += (events.empty() ? "" : ", ") + in_words(robot.tap(view, target));
  }
  return events;
}

}  // namespace

TEST_CASE("the attract screen starts wherever it is touched") {
  CHECK(events_of("attract", {"start"}) == "start");
  UiRobot robot(landscape);
  const View view = sample_view("attract");
  robot.show(view);
  CHECK(in_words(robot.tap_at(view, 5, 5)) == "start");
  CHECK(in_words(robot.tap_at(view, 1900, 1070)) == "start");
}

TEST_CASE("a touch on another language's invitation begins in that language") {
  CHECK(events_of("attract", {"language:uk", "language:ar", "language"}) ==
        "language uk, language ar, languages");
}

TEST_CASE("an invitation that asks gives the touched answer, and begins wherever else it is touched") {
  CHECK(events_of("attract_faces", {"choice:situation=4", "language:uk", "language"}) ==
        "choose situation=4, language uk, languages");
  CHECK(events_of("attract_choices", {"choice:heating=pump"}) == "choose heating=pump");
  UiRobot robot(landscape);
  const View view = sample_view("attract_faces");
  robot.show(view);
  CHECK(in_words(robot.tap_at(view, 1900, 1070)) == "start");
}

TEST_CASE("the faces of the invitation are larger than those of a page: they are seen from three metres") {
  const auto height = [](const char* name, const char* target) {
    UiRobot robot(landscape);
    robot.show(sample_view(name));
    return robot.target(target)->box.height;
  };
  CHECK(height("attract_faces", "choice:situation=4") >
        1.2F * height("question_faces", "choice:situation=4"));
}

TEST_CASE("each language and the way back can be touched") {
  CHECK(events_of("language", {"language:nl", "language:uk", "language:ar", "back"}) ==
        "language nl, language uk, language ar, back");
}

TEST_CASE("each button of the other screens gives its event") {
  CHECK(events_of("intro", {"start", "back", "language"}) == "start, back, languages");
  CHECK(events_of("question_choices",
                  {"next", "back", "leave", "language", "choice:field=green", "refuse:field"}) ==
        "next, back, leave, languages, choose field=green, refuse field");
  CHECK(events_of("question_list", {"choice:green=enough", "choice:traffic=too_fast"}) ==
        "choose green=enough, choose traffic=too_fast");
  CHECK(events_of("question_repeat", {"add:place", "next", "remove:place"}) ==
        "add place, next, remove place");
  CHECK(events_of("question_rank", {"choice:themes=energy", "rank:themes=homes", "rank:themes=homes:up",
                                    "rank:themes=parking:down"}) ==
        "choose themes=energy, choose themes=homes, write themes=homes parking, "
        "write themes=homes parking");
  CHECK(events_of("question_range", {"step:moved:value:up", "step:moved:value:down", "clear:moved"}) ==
        "write moved=value+1, write moved=value-1, write moved=");
  CHECK(events_of("question_date", {"step:moved:day:up", "step:moved:month:down", "step:moved:year:far_up",
                                    "step:moved:year:far_down"}) ==
        "write moved=day+1, write moved=month-1, write moved=year+10, write moved=year-10");
  CHECK(events_of("still_there", {"yes", "stop"}) == "stay, leave");
  CHECK(events_of("leave", {"keep", "delete", "stay"}) == "keep, delete, stay");
  CHECK(events_of("thanks", {"done"}) == "next");
  CHECK(events_of("thanks_erased", {"done", "take_back"}) == "next, take back");
  CHECK(events_of("thanks_results", {"results", "done", "did"}) == "results, next, did");
}

TEST_CASE(
    "what others said can be turned, compared and left; what was done is one touch from the invitation") {
  CHECK(events_of("results_then_and_now",
                  {"next", "back", "leave", "compare:all", "compare:region", "compare:round", "language"}) ==
        "next, back, finish, compare all, compare region, compare , languages");
  CHECK(events_of("results_numbers", {"finish", "back"}) == "finish, back");
  CHECK(events_of("results_none", {"finish", "back"}) == "finish, back");
  CHECK(events_of("did", {"next", "back"}) == "next, back");
  CHECK(events_of("attract_finding", {"did", "start"}) == "did, start");
  CHECK(events_of("attract_faces_finding", {"did", "choice:situation=4"}) == "did, choose situation=4");
  UiRobot robot(landscape);
  const View view = sample_view("attract_finding");
  robot.show(view);
  CHECK(in_words(robot.tap_at(view, 900, 1000)) == "start");
}

TEST_CASE("the tools of the page open what they say, and each setting leads to its look") {
  CHECK(events_of("question_choices", {"adjust", "language"}) == "adjust, languages");
  CHECK(events_of("look", {"look:text=largest", "look:contrast=high", "look:lower_half", "look:silent",
                           "look:still", "language", "done"}) ==
        "look largest normal, look normal high, look normal normal lower, look normal normal silent, "
        "look normal normal still, languages, back");
  CHECK(events_of("look_changed", {"reset", "look:still"}) == "look normal normal, look normal high");
}

TEST_CASE("a touch beside everything says only that somebody is there") {
  UiRobot robot(landscape);
  const View view = sample_view("question_choices");
  robot.show(view);
  CHECK(in_words(robot.tap_at(view, 2, 600)) == "touch");
}

TEST_CASE("any touch on still there goes on, and so does its button") {
  UiRobot robot(landscape);
  const View view = sample_view("still_there");
  robot.show(view);
  CHECK(in_words(robot.tap_at(view, 2, 600)) == "stay");
}

TEST_CASE("Next is tapped five times without moving the finger") {
  UiRobot robot(landscape);
  const View view = sample_view("question_choices");
  robot.show(view);
  for (int times = 0; times < 5; ++times) CHECK(in_words(robot.tap(view, "next")) == "next");
}

TEST_CASE("lifting the finger beside the button on which it came down does nothing") {
  UiRobot robot(landscape);
  const View view = sample_view("question_choices");
  robot.show(view);
  const Box next = robot.target("next")->box;
  CHECK(in_words(robot.drag(view, next.x + 20, next.y + 20, next.x + 20, next.y - 200)) == "touch");
  CHECK(in_words(robot.drag(view, next.x + 20, next.y - 200, next.x + 20, next.y + 20)) == "touch");
}

TEST_CASE("a finger that came down on the screen before does not tap this one") {
  UiRobot robot(landscape);
  const View before = sample_view("question_choices");
  const View after = sample_view("question_several");
  robot.show(before);
  const Box next = robot.target("next")->box;
  ImGui::GetIO().AddMousePosEvent(next.x + 20, next.y + 20);
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  robot.frame(before);
  robot.frame(before);
  robot.frame(after);
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  CHECK(in_words(robot.frame(after)) == "touch");
}

TEST_CASE("a finger that moves over the choices scrolls and taps nothing") {
  UiRobot robot(tablet);
  const View view = sample_view("question_several");
  robot.show(view);
  const Box first = robot.target("choice:themes=energy")->box;
  CHECK(in_words(robot.drag(view, first.x + 50, first.y + 20, first.x + 50, first.y - 150)) == "touch");
  CHECK(robot.target("choice:themes=energy")->box.y < first.y - 100);
}
