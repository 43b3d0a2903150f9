// Pictures, recordings and explanations under a finger; parts of a drawing that are choices.
#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <imgui.h>

#include "support/displays.h"
#include "support/sample_media.h"
#include "support/sample_views.h"
#include "support/ui_robot.h"
#include "ui/layout.h"
#include "ui/theme.h"

using namespace buurtpeil;

namespace {

bool is_written(UiRobot& robot, const std::string& words) {
  return std::ranges::any_of(robot.ui().texts(), [&](const DrawnText& text) { return text.words == words; });
}

/// Files of what was drawn, in order: "street.svg street.svg#road", those that are not there in brackets.
std::string pictures(UiRobot& robot) {
  std::string all;
  for (const DrawnPicture& picture : robot.ui().pictures()) {
    const std::string name = picture.file.substr(picture.file.rfind('/') + 1);
    all += (all.empty() ? "" : " ") + (picture.state == DrawnPicture::State::shown ? name : "(" + name + ")");
  }
  return all;
}

/// Scrolls until the target is there as a whole.
void bring_in(UiRobot& robot, const View& view, const std::string& target) {
  robot.show(view);
  for (int pages = 0; pages < 8; ++pages) {
    const Target* found = robot.target(target);
    if (found != nullptr && found->reachable) return;
    robot.tap(view, "more");
    robot.show(view);
  }
  FAIL("cannot bring in " << target);
}

/// A tap on a place of street.svg, which is 480 wide and 270 high, and a finger that moves in it.
std::string tap_map(UiRobot& robot, const View& view, float x, float y, float to_x, float to_y) {
  robot.show(view);
  const DrawnPicture* map = &robot.ui().pictures().front();
  const float scale = map->box.width / 480;
  return in_words(robot.drag(view, map->box.x + x * scale, map->box.y + y * scale, map->box.x + to_x * scale,
                             map->box.y + to_y * scale));
}
std::string tap_map(UiRobot& robot, const View& view, float x, float y) {
  return tap_map(robot, view, x, y, x, y);
}

}  // namespace

TEST_CASE("a picture opens in large, and is closed by a tap on it or by its button") {
  for (const Display& display : displays) {
    UiRobot robot(display);
    const View view = sample_view("question_question_picture");
    for (const std::string close : {"close_picture", "enlarged"}) {
      robot.show(view);
      CHECK(pictures(robot).ends_with("street.svg"));
      const float small = robot.ui().pictures().back().box.width;
      CHECK(in_words(robot.tap(view, "picture:field")) == "touch");
      robot.show(view);
      CHECK(pictures(robot) == "street.svg");
      CHECK(robot.ui().pictures().back().box.width > small);
      CHECK(robot.target("next") == nullptr);
      CHECK(robot.target("choice:field=homes") == nullptr);
      CHECK(in_words(robot.tap(view, close)) == "touch");
      robot.show(view);
      CHECK(robot.target("next") != nullptr);
      CHECK(robot.target("picture:field") != nullptr);
    }
  }
}

TEST_CASE("a picture of a choice opens in large without choosing") {
  UiRobot robot(displays.front());
  const View view = sample_view("question_spoken_pictures");
  CHECK(in_words(robot.tap(view, "picture:heating=pump")) == "touch");
  robot.show(view);
  CHECK(pictures(robot) == "home-low.svg");
  robot.tap(view, "close_picture");
  robot.show(view);
  CHECK(pictures(robot) == "home-row.svg home-low.svg home-high.svg");
  CHECK(in_words(robot.tap(view, "choice:heating=pump")) == "choose heating=pump");
}

TEST_CASE("a picture that is missing says so and hides nothing") {
  View view = sample_view("question_question_picture");
  std::get<ChoiceField>(std::get<QuestionView>(view).fields.front()).media.image = "none.svg";
  for (const Display& display : displays) {
    UiRobot robot(display);
    bring_in(robot, view, "choice:field=green");
    CHECK(robot.target("next")->reachable);
  }
}

TEST_CASE("recordings of questions, notes and choices are played and stopped") {
  for (const Display& display : displays) {
    UiRobot robot(display);
    const auto tap = [&](const std::string& name, const std::string& target) {
      const View view = sample_view(name);
      bring_in(robot, view, target);
      return in_words(robot.tap(view, target));
    };
    CHECK(tap("question_question_picture", "listen:field") == "play question.mp3");
    CHECK(tap("question_note_picture", "listen:situation") == "hush");
    CHECK(tap("question_spoken", "listen:heating=network") == "play network.mp3");
    CHECK(tap("question_spoken", "listen:heating=pump") == "hush");
    CHECK(tap("question_spoken_pictures", "listen:heating=insulate") == "play insulate.mp3");
    CHECK(tap("question_spoken", "choice:heating=pump") == "choose heating=pump");
  }
}

TEST_CASE("an explanation is shown when asked for, and put away again") {
  const View view = sample_view("question_question_picture");
  const auto& field = std::get<ChoiceField>(std::get<QuestionView>(view).fields.front());
  for (const Display& display : displays) {
    UiRobot robot(display);
    bring_in(robot, view, "explain:field");
    CHECK_FALSE(is_written(robot, field.guidance.words));
    CHECK(is_written(robot, field.explain));
    CHECK(in_words(robot.tap(view, "explain:field")) == "touch");
    robot.show(view);
    CHECK(is_written(robot, field.hide));
    if (robot.target("more")) robot.tap(view, "more"), robot.show(view);
    CHECK(is_written(robot, field.guidance.words));
    while (robot.target("up")) robot.tap(view, "up"), robot.show(view);
    bring_in(robot, view, "explain:field");
    robot.tap(view, "explain:field");
    robot.show(view);
    CHECK_FALSE(is_written(robot, field.guidance.words));
  }
}

TEST_CASE("a part of a drawing is chosen within its shape, on a right-to-left page in the same place") {
  for (const Display& display : displays) {
    for (const std::string language : {"nl", "ar"}) {
      UiRobot robot(display);
      const View view = sample_view("question_map", language);
      CHECK(tap_map(robot, view, 40, 226) == "choose green=road");
      CHECK(tap_map(robot, view, 470, 187) == "choose green=pavement");
      CHECK(tap_map(robot, view, 240, 258) == "choose green=green");
      CHECK(tap_map(robot, view, 115, 100) == "choose green=green");  // a tree, left of the middle
      CHECK(tap_map(robot, view, 365, 100) == "touch");               // a house, at its mirrored place
      CHECK(tap_map(robot, view, 240, 10) == "touch");                // the sky is no choice
      CHECK(tap_map(robot, view, 240, 240, 240, 252) == "touch");     // from the road to the green
      bring_in(robot, view, "choice:green=road");
      CHECK(in_words(robot.tap(view, "choice:green=road")) == "choose green=road");
    }
  }
}

TEST_CASE("chosen parts of a drawing are marked in it, in the cards and in words") {
  UiRobot robot(displays.front());
  const View view = sample_view("question_map_several", "en");
  robot.show(view);
  CHECK(pictures(robot) == "street.svg street.svg#pavement street.svg#road");
  CHECK(is_written(robot, "Places to meet each other, Calm and safe traffic"));
  robot.show(sample_view("question_map", "en"));
  CHECK(pictures(robot) == "street.svg street.svg#road");
  CHECK(is_written(robot, "Calm and safe traffic"));
}

TEST_CASE("choices without a part of the drawing are cards all the same") {
  for (const Display& display : displays) {
    UiRobot robot(display);
    const View view = sample_view("question_map_several");
    bring_in(robot, view, "choice:green=shops");
    CHECK(in_words(robot.tap(view, "choice:green=shops")) == "choose green=shops");
  }
}

TEST_CASE("a slide's picture stands where the street is, and the next one is ready in time") {
  for (const Display& display : {displays[0], displays[1]}) {  // a tablet's room may all be taken by words
    UiRobot robot(display);
    auto view = std::get<AttractView>(sample_view("attract_picture"));
    view.picture = sample_picture("home-low.svg");
    view.next_picture = sample_picture("home-high.svg");
    robot.show(view);
    REQUIRE(pictures(robot) == "home-low.svg");
    const float first = robot.ui().pictures().back().box.x;
    std::swap(view.picture, view.next_picture);
    ++view.slide;
    robot.frame(view);
    REQUIRE(pictures(robot) == "home-high.svg");
    view.slide += 3;
    std::swap(view.picture, view.next_picture);
    robot.frame(view);
    CHECK(robot.ui().pictures().back().box.x != first);  // moved a little
    CHECK(in_words(robot.tap(view, "start")) == "start");
  }
}
