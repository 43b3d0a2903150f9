// What moves by itself: content that goes on after the finger was lifted, and a new screen that comes out of
// the paper. Neither fires a tap, delays one, or draws for longer than it must.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <imgui.h>

#include "support/displays.h"
#include "support/headless_ui.h"
#include "support/sample_views.h"
#include "support/ui_robot.h"

using namespace buurtpeil;

namespace {

// A list with a flick upwards just over; everything is still but for what the flick left.
struct Flicked {
  explicit Flicked(bool still = false) {
    std::get<QuestionView>(view).page.look.still = still;
    robot.show(view);
    first = robot.target("choice:field=more5")->box;
    robot.drag(view, first.x + 50, 500, first.x + 50, 350);
  }
  float place() { return robot.target("choice:field=more5")->box.y; }
  // How many frames were drawn until none was wanted any more.
  int frames_to_rest() {
    int frames = 0;
    while (robot.ui().wants_another_frame() && frames < 1000) robot.frame(view), ++frames;
    return frames;
  }
  UiRobot robot{tablet};
  View view = sample_view("question_many");
  Box first;
};

// The strongest difference from the paper within a box of what was drawn last.
float strength_in(const Box& box) {
  const Picture picture = render(*ImGui::GetDrawData());
  const Picture::Pixel paper = picture.pixels.front();
  const auto inside = [](float at, int size) { return std::clamp(static_cast<int>(at), 0, size); };
  float strongest = 0;
  for (int y = inside(box.y, picture.height); y < inside(box.y + box.height, picture.height); ++y)
    for (int x = inside(box.x, picture.width); x < inside(box.x + box.width, picture.width); ++x) {
      const Picture::Pixel& pixel = picture.pixels[static_cast<std::size_t>(y * picture.width + x)];
      strongest = std::max(strongest, std::abs(pixel.green - paper.green));
    }
  return strongest;
}

Box place_of(const Ui& ui, const std::string& words) {
  const auto found = std::ranges::find(ui.texts(), words, &DrawnText::words);
  REQUIRE_MESSAGE(found != ui.texts().end(), words);
  return found->box;
}

}  // namespace

TEST_CASE("a list that was flicked goes on, slower and slower, and comes to a complete end") {
  Flicked list;
  const float lifted = list.place();
  CHECK(lifted < list.first.y - 100);
  float before = lifted, step = 1000;
  while (list.robot.ui().wants_another_frame()) {
    list.robot.frame(list.view);
    if (!list.robot.ui().wants_another_frame()) break;
    CHECK(before - list.place() <= step + 1);
    step = before - list.place();
    before = list.place();
  }
  CHECK(list.place() < lifted - 100);
  const float end = list.place();
  for (int times = 0; times < 30; ++times) list.robot.frame(list.view);
  CHECK(list.place() == end);
  CHECK(!list.robot.ui().wants_another_frame());
}

TEST_CASE("a finger that rests before it is lifted leaves the list where it is") {
  Flicked list;
  list.frames_to_rest();
  const float before = list.place();
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(300, 500);
  io.AddMouseButtonEvent(0, true);
  for (const float y : {480.0F, 440.0F, 400.0F}) {
    io.AddMousePosEvent(300, y);
    list.robot.frame(list.view);
  }
  io.DeltaTime = 0.3F;
  io.AddMouseButtonEvent(0, false);
  list.robot.frame(list.view);
  io.DeltaTime = 1.0F / 60;
  CHECK(list.frames_to_rest() <= 2);
  CHECK(before - list.place() == doctest::Approx(100).epsilon(0.01));
}

TEST_CASE("a touch that stops the list chooses nothing, the next one does") {
  Flicked list;
  REQUIRE(list.robot.ui().wants_another_frame());
  const auto& targets = list.robot.ui().targets();
  const auto is_choice = [](const Target& target) {
    return target.reachable && target.name.starts_with("choice:field=");
  };
  auto choice = std::find_if(targets.begin(), targets.end(), is_choice);
  REQUIRE(choice != targets.end());
  choice =
      std::find_if(choice + 1, targets.end(), is_choice);  // the first one may be on its way out of sight
  REQUIRE(choice != targets.end());
  const std::string name = choice->name;
  CHECK(in_words(list.robot.tap(list.view, name)) == "touch");
  CHECK(list.frames_to_rest() <= 2);
  CHECK(in_words(list.robot.tap(list.view, name)) == "choose field=" + name.substr(13));
}

TEST_CASE("Next is Next while the list still moves") {
  Flicked list;
  REQUIRE(list.robot.ui().wants_another_frame());
  CHECK(in_words(list.robot.tap(list.view, "next")) == "next");
}

TEST_CASE("where the visitor wants it still, a list stays where the finger left it") {
  Flicked list(true);
  const float lifted = list.place();
  CHECK(list.frames_to_rest() <= 2);
  CHECK(list.place() == lifted);
}

TEST_CASE("the wheel moves a list as well") {
  UiRobot robot(tablet);
  const View view = sample_view("question_many");
  robot.show(view);
  const float before = robot.target("choice:field=more5")->box.y;
  ImGui::GetIO().AddMouseWheelEvent(0, -2);
  CHECK(in_words(robot.frame(view)) == "touch");
  robot.show(view);
  CHECK(robot.target("choice:field=more5")->box.y < before - 50);
}

TEST_CASE("a new screen comes in a sixth of a second, and can be touched from its first picture on") {
  UiRobot robot(tablet);
  robot.show(sample_view("intro"));
  const View view = sample_view("question_choices");
  robot.frame(view);
  CHECK(robot.ui().wants_another_frame());
  CHECK(in_words(robot.tap(view, "choice:field=green")) == "choose field=green");
  robot.show(view);
  const View next = sample_view("question_several");
  int frames = 0;
  do robot.frame(next);
  while (robot.ui().wants_another_frame() && ++frames < 100);
  CHECK(frames <= 10);
}

TEST_CASE(
    "a screen that fades in is never empty: from its first picture on its words have half their strength") {
  struct Shown {
    View view;
    std::string words;
  };
  const auto asks = [](const char* name) {
    const View view = sample_view(name);
    return Shown{view, asked_of(std::get<QuestionView>(view).fields.front()).label.words};
  };
  const View thanks = sample_view("thanks");
  const std::vector<Shown> screens = {asks("question_choices"),
                                      asks("question_several"),
                                      {thanks, std::get<ThanksView>(thanks).title},
                                      asks("question_text")};
  UiRobot robot(tablet);
  robot.show(sample_view("intro"));
  for (const float frame_s : {1.0F / 60, 0.1F, 0.4F}) {
    for (const Shown& screen : screens) {
      CAPTURE(screen.words);
      CAPTURE(frame_s);
      ImGui::GetIO().DeltaTime = frame_s;
      std::vector<float> strengths;
      do {
        robot.frame(screen.view);
        strengths.push_back(strength_in(place_of(robot.ui(), screen.words)));
      } while (robot.ui().wants_another_frame() && strengths.size() < 100);
      robot.show(screen.view);
      const float at_rest = strength_in(place_of(robot.ui(), screen.words));
      CHECK(at_rest > 0.5F);
      for (const float strength : strengths) CHECK(strength >= 0.49F * at_rest);
    }
  }
}

TEST_CASE("where the visitor wants it still, or the machine does, a new screen is there at once") {
  UiRobot robot(tablet);
  robot.show(sample_view("intro"));
  View view = sample_view("question_choices");
  std::get<QuestionView>(view).page.look.still = true;
  robot.frame(view);
  CHECK(!robot.ui().wants_another_frame());
  robot.ui().stop_motion();
  robot.frame(sample_view("question_several"));
  CHECK(!robot.ui().wants_another_frame());
}
