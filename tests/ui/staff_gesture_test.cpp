// The gesture that opens the staff's screens, and what is none.
#include "ui/screens/staff_gesture.h"

#include <doctest/doctest.h>

#include <random>

#include <imgui.h>

#include "support/sample_views.h"
#include "support/ui_robot.h"

using namespace buurtpeil;

namespace {

constexpr StaffGesture::Screen screen{1920, 1080, 72};

/// Touches at given places and times; says what came of each: "." the screen's, "t" taken, "!" complete.
struct Hand {
  StaffGesture gesture;
  double now_s = 0;
  std::string came = {};

  Hand& touch(float x, float y, double held_s, double pause_s = 0.5, bool moved = false) {
    now_s += pause_s;
    gesture.press({x, y, now_s}, screen);
    now_s += held_s;
    const auto outcome = gesture.lift({x, y, now_s}, moved);
    came += outcome == StaffGesture::Outcome::not_ours ? "."
            : outcome == StaffGesture::Outcome::taken  ? "t"
                                                       : "!";
    return *this;
  }
};

}  // namespace

TEST_CASE("a corner held and the corner beside it tapped twice is the gesture") {
  CHECK(Hand{}.touch(20, 1060, 3).touch(1900, 1060, 0.1).touch(1880, 1050, 0.1).came == "tt!");
  CHECK(Hand{}.touch(1900, 1060, 5).touch(20, 1060, 0.1).touch(20, 1060, 0.1).came == "tt!");
  CHECK(Hand{}.touch(20, 20, 4).touch(1900, 20, 0.1).touch(1900, 20, 0.1).came == "tt!");
}

TEST_CASE("anything else is the screen's") {
  CHECK(Hand{}.touch(20, 1060, 2.9).touch(1900, 1060, 0.1).touch(1900, 1060, 0.1).came == "...");
  CHECK(Hand{}.touch(20, 1060, 13).touch(1900, 1060, 0.1).touch(1900, 1060, 0.1).came == "...");
  CHECK(Hand{}.touch(20, 1060, 3, 0.5, true).touch(1900, 1060, 0.1).touch(1900, 1060, 0.1).came == "...");
  CHECK(Hand{}.touch(80, 1060, 3).touch(1900, 1060, 0.1).touch(1900, 1060, 0.1).came == "...");
  CHECK(Hand{}.touch(20, 1060, 3).touch(1900, 20, 0.1).touch(1900, 20, 0.1).came == "t..");
  CHECK(Hand{}.touch(20, 1060, 3).touch(900, 500, 0.1).touch(1900, 1060, 0.1).touch(1900, 1060, 0.1).came ==
        "t...");
  CHECK(Hand{}.touch(20, 1060, 3).touch(1900, 1060, 0.1, 3.1).touch(1900, 1060, 0.1).came == "t..");
  CHECK(Hand{}.touch(20, 1060, 3).touch(1900, 1060, 0.1).touch(1900, 1060, 0.1, 3.1).came == "tt.");
}

TEST_CASE("a million touches of a child, a tenth of them held for long, never are the gesture") {
  std::mt19937 random{7};
  Hand hand;
  for (int i = 0; i < 1'000'000; ++i) {
    const auto x = static_cast<float>(random() % 1920), y = static_cast<float>(random() % 1080);
    hand.touch(x, y, random() % 10 == 0 ? 3.5 : 0.2);
  }
  CHECK(hand.came.find('!') == std::string::npos);
}

namespace {

/// Holds the finger there for so many frames of a sixtieth second; what came of it, as events.
std::string hold(UiRobot& robot, const View& view, float x, float y, int frames) {
  std::string events;
  const auto draw = [&](int count) {
    for (int frame = 0; frame < count; ++frame)
      if (const auto event = robot.frame(view)) events += in_words(event) + "; ";
  };
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(x, y);
  io.AddMouseButtonEvent(0, true);
  draw(frames);
  io.AddMouseButtonEvent(0, false);
  draw(3);
  return events;
}

constexpr int three_seconds = 200;

}  // namespace

TEST_CASE("on the screen the gesture asks for staff, and begins no visit on the way") {
  UiRobot robot{{1920, 1080, 0.277F}};
  const View view = sample_view("attract");
  robot.show(view);
  std::string events = hold(robot, view, 20, 1060, three_seconds);
  for (int tap = 0; tap < 2; ++tap) events += hold(robot, view, 1900, 1060, 5);
  CHECK(events == "touch; touch; ask staff; ");
}

TEST_CASE(
    "the gesture works where buttons lie in the corners, and touches none of them; a tap there is a tap") {
  UiRobot robot{{1280, 800, 0.170F}};  // a corner is 117 pixels wide
  const View view = sample_view("question_choices");
  robot.show(view);
  const Target *back = robot.target("back"), *next = robot.target("next");
  REQUIRE(back != nullptr);
  REQUIRE(next != nullptr);
  const float y = back->box.y + back->box.height / 2;
  const float left = back->box.x + 20, right = next->box.x + next->box.width - 20;
  std::string events = hold(robot, view, left, y, three_seconds);
  for (int tap = 0; tap < 2; ++tap) events += hold(robot, view, right, y, 5);
  CHECK(events == "touch; touch; ask staff; ");
  for (int frame = 0; frame < three_seconds; ++frame) (void)robot.frame(view);
  CHECK(hold(robot, view, left, y, 5) == "back; ");
  for (int frame = 0; frame < three_seconds; ++frame) (void)robot.frame(view);
  CHECK(hold(robot, view, left, y, 150) == "back; ");
}
