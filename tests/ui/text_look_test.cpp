// How what is read, and what only tells, is drawn: labels of every length, and today in a calendar.
#include <algorithm>
#include <string>

#include <doctest/doctest.h>
#include <imgui.h>

#include "support/displays.h"
#include "support/headless_ui.h"
#include "support/sample_views.h"
#include "support/ui_robot.h"
#include "ui/layout.h"

using namespace buurtpeil;

namespace {

const DrawnText& text_of(UiRobot& robot, const std::string& words) {
  const auto& texts = robot.ui().texts();
  const auto found = std::ranges::find(texts, words, &DrawnText::words);
  REQUIRE(found != texts.end());
  return *found;
}

/// A label of that many letters, as it is drawn; its hint is reading text.
struct LabelLook {
  float em = 0, em_of_hint = 0;
  bool bold = false;
};

LabelLook label_look(const Display& display, std::size_t letters) {
  std::string label;
  while (label.size() < letters) label += "boom ";
  label.resize(letters - 1);
  label += "?";
  View view = sample_view("question_note");
  auto& question = std::get<QuestionView>(view);
  auto& note = std::get<NoteField>(question.fields.front());
  question.group = StyledText("");
  note.label = StyledText(label);
  note.hint = StyledText("Een hint.");
  UiRobot robot(display);
  robot.show(view);
  const DrawnText& said = text_of(robot, label);
  return {said.em_px, text_of(robot, "Een hint.").em_px, said.bold};
}

/// The box around all pixels in which two pictures differ.
Box difference(const Picture& one, const Picture& other) {
  REQUIRE(one.pixels.size() == other.pixels.size());
  int left = one.width, top = one.height, right = 0, low = 0;
  for (int y = 0; y < one.height; ++y)
    for (int x = 0; x < one.width; ++x) {
      const auto at = static_cast<std::size_t>(y) * one.width + x;
      if (one.pixels[at] == other.pixels[at]) continue;
      left = std::min(left, x), right = std::max(right, x + 1);
      top = std::min(top, y), low = std::max(low, y + 1);
    }
  return {static_cast<float>(left), static_cast<float>(top), static_cast<float>(right - left),
          static_cast<float>(low - top)};
}

}  // namespace

TEST_CASE("a long label is set as body text, a short one as a heading") {
  for (const Display& display : displays) {
    const LabelLook heading = label_look(display, 60), body = label_look(display, 394);
    CHECK(heading.bold);
    CHECK(heading.em > heading.em_of_hint);
    CHECK_FALSE(body.bold);
    CHECK(body.em == body.em_of_hint);
  }
}

TEST_CASE("today has a line below its number, and nothing around it as a chosen day has") {
  View view = sample_view("question_calendar");
  auto& cells = std::get<StepField>(std::get<QuestionView>(view).fields.front()).calendar.cells;
  for (auto& cell : cells) cell.chosen = cell.present = false;
  UiRobot robot(landscape);
  robot.show(view);
  const Picture without = render(*ImGui::GetDrawData());
  auto& cell = cells.at(10);
  const std::string name =
      "day:" + asked_of(std::get<QuestionView>(view).fields.front()).path + "=" + cell.writes;
  const Target* day = robot.target(name);
  REQUIRE(day != nullptr);
  const Box box = day->box;
  cell.present = true;
  robot.show(view);
  const Box marked = difference(without, render(*ImGui::GetDrawData()));
  // Inside of the cell, far from its edges at the sides and the top: the bold number and the line below it.
  CHECK(marked.x > box.x + 0.2F * box.width);
  CHECK(right(marked) < right(box) - 0.2F * box.width);
  CHECK(marked.y > box.y + 0.2F * box.height);
  CHECK(bottom(marked) < bottom(box) - 1);
  CHECK(bottom(marked) > middle_y(box) + 0.2F * box.height);
  cell.present = false;
  cell.chosen = true;
  robot.show(view);
  const Box chosen = difference(without, render(*ImGui::GetDrawData()));
  CHECK(chosen.width > 0.95F * box.width);
}
