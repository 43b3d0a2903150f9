// Choices that are places: touched on the map, by their cards, and not by a finger that moves the map.
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <string>

#include "support/displays.h"
#include "support/sample_views.h"
#include "support/ui_robot.h"
#include "ui/layout.h"
#include "ui/theme.h"

using namespace buurtpeil;

namespace {

const ChoiceField& field_of(const View& view) {
  return std::get<ChoiceField>(std::get<QuestionView>(view).fields.front());
}

/// Where a place is on the screen that shows all of the sample: 20 thousandths of a degree across, or 12 up.
struct Seen {
  Box map;
  float per_degree_up = 0, per_degree_across = 0;

  /// In thousandths of a degree around the middle of the sample's town.
  [[nodiscard]] ImVec2 at(float up, float across) const {
    // The shapes' own middle lies 1/2 of a thousandth south of that.
    return {middle_x(map) + across * per_degree_across, middle_y(map) - (up + 0.5F) * per_degree_up};
  }
};

Seen seen(UiRobot& robot, const View& view) {
  robot.show(view);
  const Target* map = robot.target("map:green");
  REQUIRE(map != nullptr);
  const Box box = map->box;
  const Theme theme{robot.display()};
  const float air = theme.target();
  const float squeezed = 0.6053F;  // cosine of the latitude: a degree across is so long
  const float up = std::min((box.height - air) / 11, (box.width - air) / 20 / squeezed);
  return {box, up, up * squeezed};
}

std::string tap(UiRobot& robot, const View& view, float up, float across) {
  const ImVec2 at = seen(robot, view).at(up, across);
  return in_words(robot.tap_at(view, at.x, at.y));
}

}  // namespace

TEST_CASE("a choice is touched in its area, at its line and its points, and by its card") {
  for (const Display display : {landscape, portrait, Display{1280, 800, 0.170F}})
    for (const char* language : {"nl", "ar"}) {
      CAPTURE(language);
      UiRobot robot{display};
      const View view = sample_view("question_places", language);
      CHECK(tap(robot, view, 3, -9) == "choose green=meeting");
      CHECK(tap(robot, view, 0, -5.5F) == "touch");  // the hole in it
      CHECK(tap(robot, view, 3, 3) == "choose green=traffic");
      CHECK(tap(robot, view, -1.5F, 7) == "choose green=trees");    // the smallest of two
      CHECK(tap(robot, view, -6, -4) == "choose green=parking");    // a line
      CHECK(tap(robot, view, -5.9F, 4) == "choose green=parking");  // beside it
      CHECK(tap(robot, view, 5, 7) == "choose green=homes");        // a point
      CHECK(tap(robot, view, 0, 0) == "choose green=homes");        // its other one, in an area
      CHECK(tap(robot, view, 5, -9) == "touch");                    // beside all of them
      CHECK(in_words(robot.tap(view, "choice:green=trees")) == "choose green=trees");
    }
}

TEST_CASE("places that have no room for their names have the numbers of their cards, a chosen one a check") {
  const auto numbers_of = [](Display display, const char* sample) {
    UiRobot robot{display};
    const View view = sample_view(sample);
    robot.show(view);
    const Box map = robot.target("map:green")->box;
    std::string on_cards, on_map;
    for (const DrawnText& text : robot.ui().texts())
      if (text.words.size() == 1 && std::isdigit(text.words.front()) != 0)
        (contains(map, middle_x(text.box), middle_y(text.box)) ? on_map : on_cards) += text.words;
    std::ranges::sort(on_cards);
    std::ranges::sort(on_map);
    return on_cards + " " + on_map;
  };
  CHECK(numbers_of(upright, "question_places") == "12345 123455");    // one of them lies at two points
  CHECK(numbers_of(upright, "question_places_chosen") == "13 1355");  // 2 and 4 are chosen
  CHECK(numbers_of(landscape, "question_places") == "12345 12355");   // none of the areas has its name then
  CHECK(numbers_of({3840, 2160, 0.277F}, "question_places") == "12345 55");
}

TEST_CASE("a number on the map is its own choice, whatever lies below it") {
  UiRobot robot{upright};
  const View view = sample_view("question_places");
  robot.show(view);
  const Box map = robot.target("map:green")->box;
  const auto& texts = robot.ui().texts();
  const auto three = std::ranges::find_if(texts, [&](const DrawnText& text) {
    return text.words == "3" && contains(map, middle_x(text.box), middle_y(text.box));
  });
  REQUIRE(three != texts.end());
  const float x = middle_x(three->box), y = middle_y(three->box);
  for (const float aside : {-22.0F, 0.0F, 22.0F})  // its area is narrower
    CHECK(in_words(robot.tap_at(view, x + aside, y)) == "choose green=trees");
  CHECK(in_words(robot.tap_at(view, x, y - 32)) == "choose green=traffic");
}

TEST_CASE("a finger that moves the map chooses nothing, and what is looked at is told when it rests") {
  UiRobot robot{landscape};
  const View view = sample_view("question_places");
  const Seen before = seen(robot, view);
  const ImVec2 from = before.at(3, -9), to = before.at(1, -9);
  std::optional<Event> event = robot.drag(view, from.x, from.y, to.x, to.y);
  for (int frames = 0; frames < 300 && !std::holds_alternative<event::LookAt>(event.value_or(event::Touch{}));
       ++frames)
    event = robot.frame(view);
  REQUIRE(event);
  const auto* look = std::get_if<event::LookAt>(&*event);
  REQUIRE(look);
  CHECK(look->path == "green");
  CHECK(look->centre.latitude > 52.7495 + 0.0019);  // it coasts on
  CHECK(look->centre.longitude == doctest::Approx(5.4).epsilon(0.00001));
}

TEST_CASE("the zoom leads closer and back to all of them") {
  UiRobot robot{landscape};
  View view = sample_view("question_places");
  const auto tapped = [&](const char* target) {
    robot.show(view);
    const auto event = robot.tap(view, target);
    REQUIRE(event);
    REQUIRE(std::holds_alternative<event::LookAt>(*event));
    const auto look = std::get<event::LookAt>(*event);
    ChoiceField field = field_of(view);
    field.shows_all = false;
    field.ground.centre = look.centre;
    field.ground.zoom = look.zoom;
    std::get<QuestionView>(view).fields.front() = field;
    return look;
  };
  robot.show(view);
  CHECK(robot.target("farther:green") == nullptr);
  const auto near = tapped("nearer:green"), nearer = tapped("nearer:green");
  CHECK(nearer.zoom == near.zoom + 1);
  CHECK(nearer.centre == near.centre);
  const Seen whole = seen(robot, view);
  const float up = 4 * 0.5F * whole.per_degree_up;  // of the point that lies in the sample's middle
  CHECK(in_words(robot.tap_at(view, middle_x(whole.map), middle_y(whole.map) - up)) == "choose green=homes");
  CHECK(tapped("farther:green").zoom == doctest::Approx(near.zoom));
  CHECK(tapped("farther:green").zoom == doctest::Approx(near.zoom - 1));
  robot.show(view);
  CHECK(robot.target("farther:green") == nullptr);
  CHECK(tap(robot, view, 3, -9) == "choose green=meeting");
}

TEST_CASE("many places stand in a list to search, which the map comes back from") {
  UiRobot robot{landscape};
  const View view = sample_view("question_places_many");
  robot.show(view);
  CHECK(robot.target("choice:green=trees") == nullptr);
  REQUIRE(robot.target("map:green") != nullptr);
  CHECK(in_words(robot.tap(view, "open:green")) == "touch");
  robot.show(view);
  CHECK(robot.target("map:green") == nullptr);
  CHECK(in_words(robot.tap(view, "choice:green=meeting")) == "choose green=meeting");
  robot.show(view);
  CHECK(robot.target("map:green") != nullptr);
}
