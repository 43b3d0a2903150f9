// Double taps: one press for each screen and each box, at any pace, and nothing is lost of quick taps that
// are meant.
#include "ui/deafness.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <imgui.h>

#include "support/displays.h"
#include "support/headless_ui.h"
#include "support/sample_views.h"
#include "support/ui_robot.h"
#include "ui/layout.h"

using namespace buurtpeil;

namespace {

constexpr ImVec2 here{500, 500};
constexpr float mm_per_pixel = 0.25F;

std::vector<Display> all_displays() {
  std::vector<Display> all;
  for (const NamedDisplay& each : named_displays) all.push_back(each.display);
  for (const NamedDisplay& each : more_displays) all.push_back(each.display);
  return all;
}

/// A person at a screen, who taps at their own pace.
struct Person {
  UiRobot robot;
  View view;
  float frame_s = 1.0F / 60;  // a slow machine's are longer

  Person(View begin, bool motion, Display display = landscape) : robot(display), view(std::move(begin)) {
    if (!motion) robot.ui().stop_motion();
    robot.show(view);
    for (int frames = 0; frames < 60; ++frames) robot.frame(view);
  }

  std::optional<Event> frame() {
    ImGui::GetIO().DeltaTime = frame_s;
    return robot.frame(view);
  }
  std::optional<Event> wait(float seconds) {
    std::optional<Event> result;
    for (float passed = 0; passed < seconds; passed += frame_s)
      if (auto event = frame()) result = event;
    return result;
  }
  /// A tap of a twentieth of a second, and what came of it.
  std::string tap(float x, float y) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(x, y);
    io.AddMouseButtonEvent(0, true);
    auto result = wait(0.05F);
    io.AddMouseButtonEvent(0, false);
    for (int frames = 0; frames < 3; ++frames)
      if (auto event = frame()) result = event;
    return in_words(result);
  }
  std::string tap(const char* target) {
    const Box box = robot.target(target)->box;
    return tap(box.x + box.width / 2, box.y + box.height / 2);
  }
};

/// Colour of the middle of Next's upper half, where no letter is.
Picture::Pixel colour_of_next(UiRobot& robot) {
  const Box box = robot.target("next")->box;
  const Picture picture = render(*ImGui::GetDrawData());
  const auto x = static_cast<int>(box.x + box.width / 2);
  const auto y = static_cast<int>(box.y + box.height * 0.12F);
  return picture.pixels[static_cast<std::size_t>(y * picture.width + x)];
}

/// Places on answers of that invitation where the next screen has its way back.
std::vector<ImVec2> answers_above_back(const Display& display, const View& invitation, const View& next) {
  constexpr float least_mm = 4;
  UiRobot robot(display);
  robot.show(next);
  const Box back = robot.target("back")->box;
  robot.show(invitation);
  std::vector<ImVec2> places;
  for (const Target& target : robot.ui().targets()) {
    const Box both = common(back, target.box);
    if (target.name.starts_with("choice:") && target.reachable &&
        std::min(both.width, both.height) > least_mm / display.mm_per_pixel)
      places.emplace_back(middle_x(both), middle_y(both));
  }
  return places;
}

/// Of a form in one language: the answers have the whole page.
View in_one_language(View view) {
  auto& attract = std::get<AttractView>(view);
  attract.invitations.resize(1);
  attract.page.languages = {};
  return view;
}

View question(int screen) {
  View view = sample_view("question_several");
  auto& shown = std::get<QuestionView>(view);
  std::get<ChoiceField>(shown.fields.front()).path = "question" + std::to_string(screen);
  return view;
}

}  // namespace

TEST_CASE("a screen takes no press while it appears, and a place none for as long as a double tap lasts") {
  Deafness deafness;
  CHECK_FALSE(deafness.swallows_press(here, 10, mm_per_pixel));  // nothing was shown before
  deafness.show_screen(10);
  CHECK(deafness.swallows_press(here, 10.1, mm_per_pixel));
  CHECK_FALSE(deafness.swallows_press(here, 10.16, mm_per_pixel));
  deafness.note_tap(here, 20);
  CHECK(deafness.swallows_press(here, 20.49, mm_per_pixel));
  CHECK(deafness.swallows_press({here.x + 39, here.y}, 20.49, mm_per_pixel));  // less than 10 mm away
  CHECK_FALSE(deafness.swallows_press(here, 20.51, mm_per_pixel));
  deafness.note_tap(here, 30);
  CHECK_FALSE(deafness.swallows_press({here.x + 41, here.y}, 30.1, mm_per_pixel));
  CHECK_FALSE(deafness.swallows_press(here, 30.2, mm_per_pixel));  // it was seen: another place was touched
}

TEST_CASE("two taps on Next at any pace of a double tap pass one screen") {
  for (const bool motion : {true, false})
    for (const float gap_s : {0.06F, 0.12F, 0.2F, 0.3F, 0.4F}) {
      CAPTURE(motion);
      CAPTURE(gap_s);
      Person person(question(1), motion);
      REQUIRE(person.tap("next") == "next");
      person.view = question(2);
      person.wait(gap_s);
      CHECK(person.tap("next") != "next");
      person.wait(0.6F);
      CHECK(person.tap("next") == "next");
    }
}

TEST_CASE("two taps on an answer of the invitation are one, and leave what comes after it on the screen") {
  for (const bool motion : {true, false})
    for (const float gap_s : {0.06F, 0.12F, 0.2F, 0.3F, 0.4F}) {
      CAPTURE(motion);
      CAPTURE(gap_s);
      Person person(sample_view("attract_faces"), motion);
      const Box answer = person.robot.target("choice:situation=5")->box;
      const auto tap = [&] { return person.tap(answer.x + answer.width / 2, answer.y + answer.height / 2); };
      REQUIRE(tap() == "choose situation=5");
      person.view = sample_view("intro_answered");
      person.wait(gap_s);
      CHECK(tap() != "start");
      person.wait(0.6F);
      CHECK(person.tap("start") == "start");
    }
}

TEST_CASE("where the way back lies under the answer that was touched, a double tap does not take it back") {
  int tried = 0;
  for (const char* name : {"attract_faces", "attract_choices", "attract_picture_choices"})
    for (const Display& display : all_displays())
      for (const std::string language : {"nl", "ar"}) {
        const View invitation = in_one_language(sample_view(name, language));
        const View next = sample_view("intro_answered", language);
        for (const ImVec2& place : answers_above_back(display, invitation, next))
          for (const bool motion : {true, false})
            for (const float gap_s : {0.2F, 0.4F}) {  // when the screen that appears is deaf no more
              CAPTURE(std::string(name));
              CAPTURE(display.width_px);
              ++tried;
              Person person(invitation, motion, display);
              REQUIRE(person.tap(place.x, place.y).starts_with("choose "));
              person.view = next;
              person.wait(gap_s);
              CHECK(person.tap(place.x, place.y) != "back");
              person.wait(0.6F);
              CHECK(person.tap("back") == "back");
            }
      }
  MESSAGE(tried << " double taps");
  CHECK(tried > 0);
}

TEST_CASE("on a slow machine, which hears of both taps at once, they pass one screen as well") {
  for (const float frame_s : {0.1F, 0.25F, 0.4F}) {
    CAPTURE(frame_s);
    Person person(question(1), true);
    person.frame_s = frame_s;
    const Box next = person.robot.target("next")->box;
    ImGui::GetIO().AddMousePosEvent(next.x + next.width / 2, next.y + next.height / 2);
    for (const bool down : {true, false, true, false}) ImGui::GetIO().AddMouseButtonEvent(0, down);
    int passed = 0;
    for (int frames = 0; frames < 10; ++frames)
      if (in_words(person.frame()) == "next") person.view = question(2 + passed++);
    CHECK(passed == 1);
  }
}

TEST_CASE("a double tap toggles a box once, and two boxes tapped quickly are two") {
  Person person(question(1), true);
  CHECK(person.tap("choice:question1=homes") == "choose question1=homes");
  person.wait(0.2F);
  CHECK(person.tap("choice:question1=homes") == "touch");
  CHECK(person.tap("choice:question1=water") == "choose question1=water");
  CHECK(person.tap("choice:question1=homes") == "choose question1=homes");
}

TEST_CASE("who is quick on purpose loses nothing: an answer and Next") {
  Person person(question(1), true);
  REQUIRE(person.tap("choice:question1=homes") == "choose question1=homes");
  CHECK(person.tap("next") == "next");
  person.view = question(2);
  person.wait(0.2F);
  CHECK(person.tap("choice:question2=homes") == "choose question2=homes");
  CHECK(person.tap("next") == "next");  // a third of a second after the one before, and meant
}

TEST_CASE("a key that is tapped twice writes two letters") {
  Person writer(sample_view("question_text_empty"), true);
  CHECK(writer.tap("key:o") == "write idea=O");
  std::get<WriteField>(std::get<QuestionView>(writer.view).fields.front()).value = "O";
  CHECK(writer.tap("key:o") == "write idea=Oo");
}

TEST_CASE(
    "Next is pale for as long as it does not skip what has just appeared, and takes a tap all the same") {
  UiRobot robot(landscape);
  View view = sample_view("question_choices");
  auto& question = std::get<QuestionView>(view);
  for (const bool waits : {true, false}) {
    question.waits = waits;
    question.unread = false;
    robot.show(view);
    const Picture::Pixel ready = colour_of_next(robot);
    question.unread = true;
    robot.show(view);
    CHECK_FALSE(colour_of_next(robot) == ready);
    CHECK(in_words(robot.tap(view, "next")) == "next");  // what comes of it is the visit's matter
  }
}
