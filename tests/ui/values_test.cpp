// A robot's finger on scales, calendars, wheels and points: what is dragged, tapped and scrolled.
#include <algorithm>
#include <cmath>
#include <string>

#include <doctest/doctest.h>
#include <imgui.h>

#include "support/displays.h"
#include "support/sample_views.h"
#include "support/ui_robot.h"
#include "ui/layout.h"

using namespace buurtpeil;

namespace {

// A sample that is touched until somebody looks at it.
struct Touched {
  Touched(const std::string& name, Display display = landscape, const std::string& language = "nl")
      : robot(display), view(sample_view(name, language)) {
    robot.show(view);
  }
  [[nodiscard]] Box box(const std::string& target) { return robot.target(target)->box; }
  std::string tap(const std::string& target) { return in_words(robot.tap(view, target)); }
  std::string drag(float x, float y, float to_x, float to_y) {
    return in_words(robot.drag(view, x, y, to_x, to_y));
  }
  UiRobot robot;
  View view;
};

// Part of the way along the line from its lowest stop to its highest, as that robot's page has it.
float along(const Box& line, float part) {
  const float handle = line.height;
  return line.x + handle / 2 + part * (line.width - handle);
}

}  // namespace

TEST_CASE("a line has its labels on any width, where one on several lines takes all the room that it has") {
  UiRobot robot(landscape);
  View view = sample_view("question_slider_words");
  auto& field = std::get<ScaleField>(std::get<QuestionView>(view).fields.front());
  field.stops = 11;
  field.ticks.clear();
  for (const long stop : {0L, 1L, 10L})
    field.ticks.push_back(
        {stop, StyledText("of a few words that stand on several lines below the line that is "
                          "dragged, since there are so many of them, and more than that")});
  for (int width = 1720; width < 1920; ++width) {
    Display display = landscape;
    display.width_px = width;
    robot.ui().resize(display);
    robot.show(view);
    CHECK(robot.target("scale:" + field.path) != nullptr);
  }
}

TEST_CASE("a tap on the line chooses the stop there, and one where the handle is chooses nothing new") {
  Touched slider("question_slider");
  const Box line = slider.box("scale:moved");
  CHECK(in_words(slider.robot.tap_at(slider.view, along(line, 0.2F), middle_y(line))) == "slide moved=2");
  CHECK(in_words(slider.robot.tap_at(slider.view, along(line, 0.2F) + 10, middle_y(line))) ==
        "slide moved=2");
  CHECK(in_words(slider.robot.tap_at(slider.view, along(line, 0.7F) + 15, middle_y(line))) == "touch");
}

TEST_CASE("a handle is dragged, by where it was taken") {
  Touched slider("question_slider");
  const Box line = slider.box("scale:moved");
  const float y = middle_y(line), from = along(line, 0.7F) - 20;
  // The view stays as it is, so every picture says again what the finger does; lifting it says it last.
  CHECK(slider.drag(from, y, from - 0.4F * (line.width - line.height), y) == "slide moved=3");
  CHECK(slider.drag(from, y, from + 2000, y) == "slide moved=10");
}

TEST_CASE("a move across the line chooses, a move up or down scrolls the page") {
  {
    Touched slider("question_slider_empty", tablet);
    const Box line = slider.box("scale:moved");
    CHECK(slider.drag(along(line, 0.3F), middle_y(line), along(line, 0.5F), middle_y(line) + 5) ==
          "slide moved=5");
  }
  Touched words("question_slider_words", tablet);
  const Box upright = words.box("scale:moved");
  const float above = words.box("scale:moved:more").y;
  CHECK(words.drag(middle_x(upright), upright.y + 8, middle_x(upright), upright.y - 192) == "touch");
  CHECK(words.box("scale:moved:more").y < above);
}

TEST_CASE("an upright handle is dragged while the page stays") {
  Touched slider("question_slider_upright", landscape);
  const Box line = slider.box("scale:moved");
  const float handle = line.width, length = line.height - handle;
  const float y = bottom(line) - handle / 2 - 0.4F * length;
  CHECK(slider.drag(middle_x(line), y, middle_x(line), y - 0.2F * length) == "slide moved=60");
}

TEST_CASE("on a right-to-left page the line runs from right to left") {
  {
    Touched slider("question_slider", landscape, "ar");
    const Box line = slider.box("scale:moved");
    CHECK(in_words(slider.robot.tap_at(slider.view, along(line, 0.2F), middle_y(line))) == "slide moved=8");
    CHECK(slider.box("scale:moved:less").x > right(line));
    CHECK(right(slider.box("scale:moved:more")) < line.x);
  }
  Touched stars("question_rating", landscape, "ar");
  CHECK(stars.box("scale:moved=0").x > stars.box("scale:moved=4").x);
}

TEST_CASE("buttons at the ends reach every stop without a drag") {
  {
    Touched slider("question_slider_long");
    CHECK(slider.tap("scale:moved:less") == "slide moved=2749");
    CHECK(slider.tap("scale:moved:more") == "slide moved=2751");
    CHECK(slider.tap("scale:moved:far_less") == "slide moved=2740");
    CHECK(slider.tap("scale:moved:far_more") == "slide moved=2760");
  }
  Touched empty("question_slider_empty");
  CHECK(empty.tap("scale:moved:less") == "slide moved=10");
}

TEST_CASE("a star gives as many") {
  Touched stars("question_rating");
  CHECK(stars.tap("scale:moved=0") == "slide moved=0");
  CHECK(stars.tap("scale:moved=4") == "slide moved=4");
}

TEST_CASE("a day is tapped on a calendar, and other months are turned to") {
  Touched calendar("question_calendar");
  CHECK(calendar.tap("day:moved=2026-09-7") == "write moved=2026-09-7");
  CHECK(calendar.tap("turn:moved:0:later") == "browse moved=september+1");
  CHECK(calendar.tap("turn:moved:1:far_earlier") == "browse moved=2026-10");
  CHECK(calendar.robot.target("step:moved:day:up") == nullptr);
}

TEST_CASE("where a calendar does not fit a date is reached by steps") {
  Touched calendar("question_calendar", tablet);
  CHECK(calendar.robot.target("day:moved=2026-09-7") == nullptr);
  CHECK(calendar.tap("step:moved:day:up") == "write moved=day+1");
}

TEST_CASE("a wheel is turned by the finger, a value at a time, and says it while the finger holds it") {
  Touched time("question_time");
  const Box wheel = time.box("wheel:moved:hour");
  ImGuiIO& io = ImGui::GetIO();
  const auto at = [&](float way) {
    io.AddMousePosEvent(middle_x(wheel), middle_y(wheel) + way);
    return in_words(time.robot.frame(time.view));
  };
  CHECK(at(0) == "none");
  io.AddMouseButtonEvent(0, true);
  CHECK(at(3) == "touch");
  CHECK(at(30) == "write moved=hour+1 held");
  CHECK(at(30) == "none");  // it is still there, but does nothing
  CHECK(at(-10) == "write moved=hour-1 held");
  io.AddMouseButtonEvent(0, false);
  CHECK(at(-10) == "touch");
}

TEST_CASE("points that are left stand above the buttons that divide them, or always in sight") {
  const View view = sample_view("question_points");
  const auto& left = std::get<PointsField>(std::get<QuestionView>(view).fields.front()).left;
  for (const Display& display : displays) {
    CAPTURE(display.width_px);
    UiRobot robot(display);
    robot.show(view);
    const auto said = std::ranges::find(robot.ui().texts(), left, &DrawnText::words);
    REQUIRE(said != robot.ui().texts().end());
    CHECK(std::ranges::count(robot.ui().texts(), left, &DrawnText::words) == 1);
    const Box first = robot.target("points:moved/trees:more0")->box, next = robot.target("next")->box;
    const float bottom_of = said->box.y + said->box.height;
    CHECK(said->box.y >= said->clip.y);
    CHECK(bottom_of <= next.y);
    const bool above = bottom_of <= first.y;
    const bool to_stand_before = display.mm_per_pixel > tablet.mm_per_pixel;
    if (to_stand_before) CHECK(above);  // all of it has room there
    CHECK(std::abs(above ? first.y - bottom_of : next.y - bottom_of) < 16 / display.mm_per_pixel);
  }
}

TEST_CASE("points are given and taken by buttons; what cannot be taken is no target") {
  Touched points("question_points");
  CHECK(points.tap("points:moved/trees:more0") == "write moved/trees=50");
  CHECK(points.tap("points:moved/trees:less1") == "write moved/trees=39");
  CHECK(points.tap("points:moved/homes:less0") == "write moved/homes=0");
  CHECK(points.robot.target("points:moved/traffic:less0") == nullptr);
}
