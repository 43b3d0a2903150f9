// The map of a place rests under the finger: what is answered changes nothing of where it lies.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>

#include "support/displays.h"
#include "support/sample_views.h"
#include "support/ui_robot.h"

using namespace buurtpeil;

namespace {

/// The sample with its first points alone; what the screen offers for points goes with them.
View with_points(const char* sample, const std::string& language, std::size_t count) {
  View view = sample_view(sample, language);
  auto& fields = std::get<QuestionView>(view).fields;
  auto& map = std::get<MapField>(fields.front());
  map.points.resize(count);
  map.next = map.shape == MapField::Shape::point ? 0 : count;
  if (count > 0) return view;
  map.answer = map.undo.label = map.clear.label = "";
  map.instruction = "Tik de hoeken van het gebied een voor een aan.";
  if (fields.size() > 2) std::get<ChoiceField>(fields[2]).options.own().clear();
  return view;
}

View somewhere_else(View view) {
  auto& map = std::get<MapField>(std::get<QuestionView>(view).fields.front());
  map.where = "Midden van de kaart: Kievitskant, bij Schoolmeesterstraat";
  return view;
}

View crossing(View view) {
  auto& map = std::get<MapField>(std::get<QuestionView>(view).fields.front());
  map.crosses = true;
  map.instruction = "Uw lijn kruist zichzelf. Klopt dat?";
  return view;
}

std::string place_of(const UiRobot& robot, const std::string& name) {
  const Target* target = robot.target(name);
  if (target == nullptr) return name + " not there";
  const Box& box = target->box;
  return name + " " + std::to_string(box.x) + " " + std::to_string(box.y) + " " + std::to_string(box.width) +
         " " + std::to_string(box.height);
}

std::string places_of(UiRobot& robot, const View& view) {
  robot.show(view);
  std::string places;
  for (const char* name : {"map:place", "north:place", "nearer:place"})
    places += place_of(robot, name) + "\n";
  return places;
}

void rests(Display display, const std::string& language, const char* sample, std::size_t most) {
  for (const TextScale text : {TextScale::normal, TextScale::largest}) {
    UiRobot robot{display};
    const auto places = [&](View view) {
      std::get<QuestionView>(view).page.look.text = text;
      return places_of(robot, view);
    };
    const std::string before = places(with_points(sample, language, 0));
    CHECK(before.contains("map:place "));
    if (text == TextScale::normal) CHECK_FALSE(before.contains("map:place not there"));
    for (std::size_t count = 1; count <= most; ++count)
      CHECK(places(with_points(sample, language, count)) == before);
    CHECK(places(somewhere_else(with_points(sample, language, most))) == before);
    CHECK(places(crossing(with_points(sample, language, most))) == before);
  }
}

}  // namespace

TEST_CASE("a map and its buttons lie where they lay, whatever was put on it") {
  for (const auto& [name, display] : named_displays)
    for (const std::string language : {"nl", "ar", "uk"}) {
      CAPTURE(name);
      CAPTURE(language);
      rests(display, language, "question_map_pin", 1);
      rests(display, language, "question_map_area", 3);
    }
}

TEST_CASE("a touch on a point picks it, beside it a new one is put, and a pin moves by itself") {
  for (const Display display : {landscape, portrait, Display{1280, 800, 0.170F}})
    for (const std::string language : {"nl", "ar"}) {
      UiRobot robot{display};
      const auto touched = [&](const char* sample, float aside_mm) {
        View view = sample_view(sample, language);
        auto& map = std::get<MapField>(std::get<QuestionView>(view).fields.front());
        if (map.points.empty()) map.points.resize(1);
        map.points.back() = map.centre;
        robot.show(view);
        const Box& box = robot.target("map:place")->box;
        const auto event =
            robot.tap_at(view, middle_x(box) + aside_mm / display.mm_per_pixel, middle_y(box));
        return in_words(event).substr(0, 12);
      };
      CHECK(touched("question_map_area", 0) == "pick place=2");
      CHECK(touched("question_map_area", 5) == "pick place=2");
      CHECK(touched("question_map_area", 7).starts_with("mark place="));
      CHECK(touched("question_map_point", 0).starts_with("mark place="));
    }
}

TEST_CASE("that a line touches itself is said on every display, in letters of every size") {
  for (const auto& [name, display] : named_displays)
    for (const TextScale text : {TextScale::normal, TextScale::largest}) {
      CAPTURE(name);
      UiRobot robot{display};
      View view = crossing(with_points("question_map_area", "nl", 3));
      std::get<QuestionView>(view).page.look.text = text;
      robot.show(view);
      const auto& texts = robot.ui().texts();
      const auto said = std::ranges::find(texts, "Uw lijn kruist zichzelf. Klopt dat?", &DrawnText::words);
      REQUIRE(said != texts.end());
      CHECK(said->box.y >= said->clip.y);
      CHECK(said->box.y + said->box.height <= said->clip.y + said->clip.height);
    }
}

TEST_CASE("why the visit did not go on leaves the map where it is, where there is room above Next") {
  for (const Display& display : {landscape, portrait})
    for (const std::string language : {"nl", "ar", "uk"}) {
      CAPTURE(language);
      UiRobot robot{display};
      const View after = sample_view("question_map_complaint", language);
      View before = after;
      std::get<MapField>(std::get<QuestionView>(before).fields.front()).complaint = StyledText("");
      const std::string places = places_of(robot, before);
      CHECK(places_of(robot, after) == places);
    }
}
