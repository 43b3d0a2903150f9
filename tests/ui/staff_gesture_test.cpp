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

  Hand& touch(float x, float y, double held_s, double pause_s = 0.5, bool on_target = false) {
    now_s += pause_s;
    gesture.press({x, y, now_s}, screen);
    now_s += held_s;
    const auto outcome = gesture.lift({x, y, now_s}, on_target);
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

TEST_CASE("on the screen the gesture asks for staff, and begins no visit on the way") {
  UiRobot robot{{1920, 1080, 0.277F}};
  const View view = sample_view("attract");
  robot.show(view);
  std::string events;
  const auto touch = [&](float x, float y, int frames) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(x, y);
    io.AddMouseButtonEvent(0, true);
    for (int frame = 0; frame < frames; ++frame)
      if (const auto event = robot.frame(view)) events += in_words(event) + "; ";
    io.AddMouseButtonEvent(0, false);
    for (int frame = 0; frame < 3; ++frame)
      if (const auto event = robot.frame(view)) events += in_words(event) + "; ";
  };
  touch(20, 1060, 200);
  touch(1900, 1060, 5);
  touch(1900, 1060, 5);
  CHECK(events == "touch; touch; ask staff; ");
}
