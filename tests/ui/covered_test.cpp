// What lies before a screen covers it, and when it is closed the screen is as it was: how far it is scrolled,
// what is open on it. Nobody else finds it so.
#include <doctest/doctest.h>

#include "support/sample_views.h"
#include "support/ui_robot.h"

using namespace buurtpeil;

namespace {

constexpr Display handheld{1280, 800, 0.170F};

View at_depth(View view, int depth) {
  std::visit([depth](auto& any) { any.page.depth = depth; }, view);
  return view;
}

}  // namespace

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
