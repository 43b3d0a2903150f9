// Which choices of a question are out of sight as its screen begins.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "support/ui_robot.h"
#include "ui/layout.h"

namespace buurtpeil {

/// Names of the targets of choices that nobody sees whole without paging. Of lists that are opened by a tap
/// or searched there are none.
inline std::vector<std::string> hidden_choices(UiRobot& robot, const View& view) {
  std::vector<std::string> hidden;
  const auto* question = std::get_if<QuestionView>(&view);
  if (question == nullptr) return hidden;
  robot.frame(StillThereView{});  // so that nothing is left of what was there before
  robot.show(view);
  const auto whole = [](const DrawnText& text) {
    return text.box.y >= text.clip.y - 1 && bottom(text.box) <= bottom(text.clip) + 1;
  };
  for (const Field& field : question->fields) {
    const auto* choice = std::get_if<ChoiceField>(&field);
    if (choice == nullptr || !choice->search.empty() || choice->look == ChoiceLook::closed) continue;
    for (const auto& option : choice->options) {
      const std::string name = "choice:" + choice->path + "=" + option.name;
      const Target* target = robot.target(name);
      if (target == nullptr) target = robot.target("rank:" + choice->path + "=" + option.name);
      const auto& texts = robot.ui().texts();
      const auto words = std::ranges::find_if(texts, [&](const DrawnText& text) {
        return target != nullptr && text.words == option.label.words && overlap(text.box, target->box);
      });
      const bool seen = target != nullptr && target->reachable && (words == texts.end() || whole(*words));
      if (!seen) hidden.push_back(name);
    }
  }
  return hidden;
}

}  // namespace buurtpeil
