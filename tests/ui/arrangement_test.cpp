// How a question's page is set: what moves when something is said on it, and in which order choices stand.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "support/choices_in_sight.h"
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

TEST_CASE("on a page that scrolls a complaint moves no choice, and what counts them stays in sight") {
  UiRobot robot(tablet);
  View view = sample_view("question_several");
  auto& field = std::get<ChoiceField>(std::get<QuestionView>(view).fields.front());
  for (int more = 0; more < 8; ++more) {
    ChoiceField::Option option = field.options.front();
    option.name = "more" + std::to_string(more);
    field.options.push_back(option);
  }
  field.instruction = "Gekozen: 4 van 3";
  field.instruction_kind = Asked::Instruction::too_many;
  const auto count_in_sight = [&] {
    return std::ranges::any_of(robot.ui().texts(), [&](const DrawnText& text) {
      return text.words == field.instruction && text.box.y >= text.clip.y &&
             text.box.y + text.box.height <= text.clip.y + text.clip.height;
    });
  };
  robot.show(view);
  CHECK(count_in_sight());
  REQUIRE(robot.target("more"));
  while (robot.target("more")) (void)robot.tap(view, "more"), robot.show(view);
  CHECK(count_in_sight());
  (void)robot.tap(view, "up");
  const std::string before = boxes_of_choices(robot, view);
  complain(view, "Kies er hooguit drie.");
  CHECK(boxes_of_choices(robot, view) == before);
  CHECK(count_in_sight());
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

namespace {

/// Names of the choices of a field in the order in which they stand: down, and along a row.
std::string order_on_page(UiRobot& robot, const std::string& path) {
  std::vector<std::pair<std::pair<int, int>, std::string>> places;
  for (const Target& target : robot.ui().targets()) {
    const std::string start = "choice:" + path + "=";
    if (target.name.starts_with(start))
      places.push_back({{static_cast<int>(target.box.y), static_cast<int>(target.box.x)},
                        target.name.substr(start.size())});
  }
  std::ranges::sort(places);
  std::string names;
  for (const auto& [place, name] : places) names += (names.empty() ? "" : " ") + name;
  return names;
}

/// Its last choice stays at the end.
View reversible_view() {
  View view = sample_view("question_several");
  auto& field = std::get<ChoiceField>(std::get<QuestionView>(view).fields.front());
  field.look = ChoiceLook::columns;
  field.columns = 1;
  field.reversed_if_hidden = field.options.size() - 1;
  return view;
}

}  // namespace

TEST_CASE("where choices are hidden they stand from their other end if the view says so, else as they are") {
  const View view = reversible_view();
  const std::string as_it_is = "energy homes meeting parking shops traffic trees water";
  {
    UiRobot robot(landscape);
    robot.show(view);
    CHECK(hidden_choices(robot, view).empty());
    CHECK(order_on_page(robot, "themes") == as_it_is);
  }
  UiRobot robot(tablet);
  CHECK_FALSE(hidden_choices(robot, view).empty());
  CHECK(order_on_page(robot, "themes") == "trees traffic shops parking meeting homes energy water");
  View plain = view;
  std::get<ChoiceField>(std::get<QuestionView>(plain).fields.front()).reversed_if_hidden = 0;
  CHECK_FALSE(hidden_choices(robot, plain).empty());
  CHECK(order_on_page(robot, "themes") == as_it_is);
}

TEST_CASE("an order that a screen began with stays, whatever is touched, and comes back with it") {
  View view = reversible_view();
  auto& question = std::get<QuestionView>(view);
  UiRobot robot(tablet);
  robot.show(view);
  const std::string order = order_on_page(robot, "themes");
  CHECK(order.starts_with("trees"));
  CHECK(in_words(robot.tap(view, "choice:themes=trees")) == "choose themes=trees");
  std::get<ChoiceField>(question.fields.front()).options.own().at(6).selected = true;
  robot.show(view);
  CHECK(order_on_page(robot, "themes") == order);
  robot.show(sample_view("question_choices"));
  robot.show(view);
  CHECK(order_on_page(robot, "themes") == order);
  // Smaller letters leave room for all: they do not jump.
  question.page.look.text = TextScale::smaller;
  std::get<ChoiceField>(question.fields.front()).columns = 2;
  robot.show(view);
  CHECK(order_on_page(robot, "themes").starts_with("trees"));
}
