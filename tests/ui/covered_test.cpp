// What lies before a screen covers it, and when it is closed the screen is as it was: how far it is scrolled,
// what is open on it. Nobody else finds it so.
#include <doctest/doctest.h>

#include <algorithm>

#include "support/sample_views.h"
#include "support/ui_robot.h"

using namespace buurtpeil;

namespace {

constexpr Display handheld{1280, 800, 0.170F};

View at_depth(View view, int depth) {
  std::visit([depth](auto& any) { any.page.depth = depth; }, view);
  return view;
}

float top_of(const UiRobot& robot, const std::string& name) {
  const Target* target = robot.target(name);
  REQUIRE(target != nullptr);
  return target->box.y;
}

/// Leaves the list that an action of the staff leads to; `chosen` is what the overview says then.
void choose_in(UiRobot& robot, const View& list, const View& chosen) {
  robot.show(list);
  robot.show(chosen);
}

}  // namespace

TEST_CASE("after something was chosen the staff's screen is where it was, and says so at its button") {
  UiRobot robot{handheld};
  const View before = at_depth(sample_view("staff"), 10);
  View after = before;
  auto& actions = std::get<StaffView>(after).actions;
  std::ranges::find(actions, "quit", &StaffView::Action::name)->outcome = "Bewaard";
  robot.show(before);
  const float top = top_of(robot, "quit");
  (void)robot.tap(before, "more");
  robot.show(before);
  const float scrolled = top_of(robot, "quit");
  REQUIRE(scrolled < top);
  choose_in(robot, at_depth(sample_view("staff_form"), 11), after);
  CHECK(top_of(robot, "quit") == scrolled);
}

TEST_CASE("what came of an action is in sight, all of it, on a small display too") {
  UiRobot robot{handheld};
  const View before = at_depth(sample_view("staff"), 10), after = at_depth(sample_view("staff_copied"), 10);
  robot.show(before);
  choose_in(robot, at_depth(sample_view("staff_copy"), 11), after);
  const auto& texts = robot.ui().texts();
  const auto outcome = std::ranges::find_if(texts, [](const DrawnText& text) {
    return text.words.find("buurtpeil-town-hall") != std::string::npos;
  });
  REQUIRE(outcome != texts.end());
  CHECK(outcome->box.y >= outcome->clip.y);
  CHECK(outcome->box.y + outcome->box.height <= outcome->clip.y + outcome->clip.height);
}

TEST_CASE("a list that the finger scrolled does not move the screen below it") {
  UiRobot robot{handheld};
  const View overview = at_depth(sample_view("staff"), 10), list = at_depth(sample_view("staff_refused"), 11);
  robot.show(overview);
  const float top = top_of(robot, "occasion");
  robot.show(list);
  (void)robot.tap(list, "more");
  robot.show(list);
  robot.show(overview);
  CHECK(top_of(robot, "occasion") == top);
}

TEST_CASE("a question is where it was after another size of letters was looked at, or another language") {
  UiRobot robot{handheld};
  const View question = sample_view("question_many");
  robot.show(question);
  (void)robot.tap(question, "more");
  robot.show(question);
  REQUIRE(robot.target("up") != nullptr);
  std::vector<float> tops;
  for (const Target& target : robot.ui().targets()) tops.push_back(target.box.y);
  robot.show(at_depth(sample_view("language"), 2));
  robot.show(at_depth(sample_view("look"), 3));
  robot.show(at_depth(sample_view("language"), 2));
  robot.show(question);
  std::vector<float> tops_after;
  for (const Target& target : robot.ui().targets()) tops_after.push_back(target.box.y);
  CHECK(tops_after == tops);
}

TEST_CASE("the next person finds a question from its beginning") {
  UiRobot robot{handheld};
  const View question = sample_view("question_many");
  robot.show(question);
  (void)robot.tap(question, "more");
  robot.show(question);
  robot.show(at_depth(sample_view("still_there"), 4));
  robot.show(sample_view("intro"));
  robot.show(question);
  CHECK(robot.target("up") == nullptr);
}

TEST_CASE("where staff type an occasion the keyboard is there at once") {
  UiRobot robot{handheld};
  robot.show(at_depth(sample_view("staff"), 10));
  robot.show(at_depth(sample_view("staff_form"), 11));
  const View typing = at_depth(sample_view("staff_typing"), 12);
  robot.show(typing);
  CHECK(robot.target("key:a") != nullptr);
  CHECK(in_words(robot.tap(typing, "key:s")) == "write staff/occasion=Buurtfeests");
}
