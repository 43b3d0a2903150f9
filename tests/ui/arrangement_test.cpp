// How a question's page is set: what moves when something is said on it.
#include <doctest/doctest.h>

#include "support/displays.h"
#include "support/layout_check.h"
#include "support/sample_views.h"
#include "support/ui_robot.h"

using namespace buurtpeil;

namespace {

std::string boxes_of_choices(UiRobot& robot, const View& view) {
  robot.show(view);
  std::string boxes;
  for (const Target& target : robot.ui().targets())
    if (target.name.starts_with("choice:")) boxes += target.name + " " + in_words(target.box) + "\n";
  return boxes;
}

void complain(View& view, const char* why) {
  std::visit([&](auto& field) { field.complaint = StyledText(why); },
             std::get<QuestionView>(view).fields.front());
}

}  // namespace

TEST_CASE("a complaint about the only question of a large screen moves none of its choices") {
  for (const Display& display : {landscape, portrait}) {
    UiRobot robot(display);
    View view = sample_view("question_several");
    const std::string before = boxes_of_choices(robot, view);
    complain(view, "Kies er hooguit drie.");
    CHECK(boxes_of_choices(robot, view) == before);
    complain(view, "");
    CHECK(boxes_of_choices(robot, view) == before);
  }
}

TEST_CASE("where a complaint has to stand above the choices, they do not move back when it is gone") {
  for (const Display& display : displays) {
    UiRobot robot(display);
    View view = sample_view("question_list");
    robot.show(view);
    complain(view, "Geef een antwoord.");
    const std::string said = boxes_of_choices(robot, view);
    complain(view, "");
    CHECK(boxes_of_choices(robot, view) == said);
  }
}
