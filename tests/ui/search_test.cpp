// A list that is too long to read: search, and only what is in sight is drawn.
#include <doctest/doctest.h>

#include <algorithm>

#include "support/sample_views.h"
#include "support/ui_robot.h"
#include "ui/text/search.h"

using namespace buurtpeil;

namespace {

std::string choices_in(UiRobot& robot) {
  std::string names;
  for (const Target& target : robot.ui().targets())
    if (target.name.starts_with("choice:")) names += (names.empty() ? "" : " ") + target.name.substr(7);
  return names;
}

std::string found(const std::vector<std::string>& labels, std::string_view words) {
  ChoiceField field;
  for (const std::string& label : labels) field.options.push_back({.name = label, .label = label});
  std::string all;
  for (const std::size_t index : found_options(field, words)) all += labels[index] + ";";
  return all;
}

}  // namespace

TEST_CASE("words are found whatever their case and accents, anywhere in a label") {
  CHECK(found({"Súdwest-Fryslân", "Den Haag", "Westland"}, "WEST") == "Súdwest-Fryslân;Westland;");
  CHECK(found({"Súdwest-Fryslân", "Den Haag"}, "sudwest-fryslan") == "Súdwest-Fryslân;");
  CHECK(found({"Iğdır", "İzmir", "Isparta"}, "i") == "Iğdır;İzmir;Isparta;");
  CHECK(found({"Iğdır", "İzmir"}, "igdir") == "Iğdır;");
  CHECK(found({"Łódź", "Lublin"}, "lo") == "Łódź;");
  CHECK(found({"Київ", "Львів"}, "льв") == "Львів;");
  CHECK(found({"Київ"}, "киів") == "Київ;");
  CHECK(found({"إدلب", "حلب"}, "ادل") == "إدلب;");
  CHECK(found({"a", "b"}, "") == "a;b;");
  CHECK(found({"a", "b"}, "c") == "");
}

TEST_CASE("of ten thousand choices only those in sight are drawn, and a search finds any of them") {
  for (const Display display : {Display{1920, 1080, 0.277F}, Display{1080, 1920, 0.363F},
                                Display{1280, 800, 0.170F}, Display{800, 1280, 0.170F}}) {
    UiRobot robot(display);
    const View view = sample_view("question_search", "nl");
    robot.show(view);
    CHECK(std::ranges::count(choices_in(robot), ' ') < 60);
    CHECK(in_words(robot.tap(view, "field:search:field")) == "touch");
    robot.show(view);
    CHECK(in_words(robot.type(view, "lijst 9998")) == "touch");
    robot.show(view);
    CHECK(choices_in(robot) == "field=tree9998");
    CHECK(in_words(robot.tap(view, "choice:field=tree9998")) == "choose field=tree9998");
    CHECK(in_words(robot.tap(view, "key:erase")) == "touch");
    robot.show(view);
    CHECK(choices_in(robot).starts_with("field=tree999 field=tree9990"));
  }
}

TEST_CASE("what was searched for is forgotten with the screen") {
  UiRobot robot({1920, 1080, 0.277F});
  const View view = sample_view("question_search", "nl");
  robot.show(view);
  robot.tap(view, "field:search:field");
  robot.type(view, "9998");
  robot.show(sample_view("question_text", "nl"));
  robot.show(view);
  CHECK(choices_in(robot).find("tree9998") == std::string::npos);
}
