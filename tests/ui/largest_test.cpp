// The largest letters on every display: what is asked can be answered, questions that end a visit have all of
// their buttons in sight, the panel of the visitor's own settings keeps its place, and "more" has one look.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "support/displays.h"
#include "support/layout_check.h"
#include "support/sample_views.h"
#include "support/ui_robot.h"
#include "ui/layout.h"

using namespace buurtpeil;

namespace {

std::vector<NamedDisplay> every_display() {
  std::vector<NamedDisplay> all(named_displays.begin(), named_displays.end());
  all.insert(all.end(), more_displays.begin(), more_displays.end());
  return all;
}

constexpr std::array sizes_of_letters = {TextScale::smaller, TextScale::normal, TextScale::larger,
                                         TextScale::largest};

View in_letters(View view, TextScale text) {
  std::visit([text](auto& any) { any.page.look.text = text; }, view);
  return view;
}

/// Each view by itself: nothing is left of the one before.
void show_alone(UiRobot& robot, const View& view) {
  robot.frame(OutOfServiceView{});
  robot.show(view);
}

bool answers(const Target& target) {
  constexpr std::array starts = {"choice:", "rank:", "step:", "wheel:", "day:",   "scale:",
                                 "points:", "add:",  "open:", "map:",   "field:", "refuse:"};
  return std::ranges::any_of(starts, [&](const char* start) { return target.name.starts_with(start); });
}

/// "": the question begins in sight, and something that answers it is in sight whole.
std::string what_is_missing(UiRobot& robot, const QuestionView& view) {
  const auto label = [](const Field& field) {
    return std::visit([](const auto& any) -> const StyledText& { return any.label; }, field);
  };
  const std::string& asked = label(view.fields.front()).words;
  const bool begins = std::ranges::any_of(robot.ui().texts(), [&](const DrawnText& text) {
    const Box letters{text.box.x, text.box.y, text.box.width, text.em_px};
    return (text.words == asked || text.words.ends_with(" …")) && letters.y >= text.clip.y - 1 &&
           bottom(letters) <= bottom(text.clip) + 1;
  });
  if (!begins && !asked.empty()) return "the question";
  const bool whole = std::ranges::any_of(
      robot.ui().targets(), [](const Target& each) { return answers(each) && each.in_sight > 0.99F; });
  return whole ? "" : "an answer";
}

/// That is what has to be seen then.
bool complains(const QuestionView& view) {
  return std::ranges::any_of(view.fields, [](const Field& field) {
    return std::visit([](const auto& any) { return !any.complaint.empty(); }, field);
  });
}

bool only_tells(const QuestionView& view) {
  return std::ranges::all_of(view.fields,
                             [](const Field& field) { return std::holds_alternative<NoteField>(field); });
}

}  // namespace

TEST_CASE("in the largest letters a question and one whole answer are in sight, on every display") {
  std::string missing;
  for (const NamedDisplay& on : every_display()) {
    UiRobot robot(on.display);
    for (const std::string language : {"nl", "pl", "ar"})
      for (const auto& [name, view] : sample_views(language)) {
        const auto* question = std::get_if<QuestionView>(&view);
        if (question == nullptr || only_tells(*question) || complains(*question)) continue;
        show_alone(robot, in_letters(view, TextScale::largest));
        if (robot.target("up") != nullptr) continue;  // it begins at what was written, or at a complaint
        if (const std::string what = what_is_missing(robot, *question); !what.empty())
          missing += std::string(on.name) + " " + language + " " + name + ": " + what + "\n";
      }
  }
  // There a group and a note come first, each with a hint; the first choice is cut.
  CHECK(missing ==
        "tablet nl question_mixed: an answer\n"
        "tablet pl question_mixed: an answer\n"
        "tablet ar question_mixed: an answer\n");
}

TEST_CASE("who is asked whether they stop sees all of the buttons, in any letters on any display") {
  std::string hidden;
  for (const NamedDisplay& on : every_display()) {
    UiRobot robot(on.display);
    for (const std::string& language : sample_languages())
      for (const TextScale text : sizes_of_letters)
        for (const std::string name : {"leave", "still_there"}) {
          show_alone(robot, in_letters(sample_view(name, language), text));
          const std::vector<std::string> buttons = name == "leave"
                                                       ? std::vector<std::string>{"keep", "stay", "delete"}
                                                       : std::vector<std::string>{"yes", "stop"};
          for (const std::string& button : buttons)
            if (robot.target(button) == nullptr || robot.target(button)->in_sight < 1)
              hidden += std::string(on.name) + " " + language + " " + name + " " + button + "\n";
          if (robot.target("more") != nullptr) hidden += std::string(on.name) + " " + name + " scrolls\n";
        }
  }
  CHECK(hidden == "");
}

TEST_CASE("the panel of a visitor's settings is whole, keeps its places, and shows the letters in a sample") {
  for (const NamedDisplay& on : every_display()) {
    for (const std::string& language : sample_languages()) {
      UiRobot robot(on.display);
      std::string places;
      float em = 0;
      for (const TextScale text : sizes_of_letters) {
        const View view = in_letters(sample_view("look", language), text);
        robot.show(view);
        const std::string where = std::string(on.name) + " " + language;
        CHECK_MESSAGE(robot.target("more") == nullptr, where);
        std::string boxes;
        for (const Target& target : robot.ui().targets()) boxes += target.name + in_words(target.box) + "\n";
        if (places.empty()) places = boxes;
        CHECK_MESSAGE(boxes == places, where);
        const auto& texts = robot.ui().texts();
        const auto sample = std::ranges::find(texts, std::get<LookView>(view).sample, &DrawnText::words);
        REQUIRE(sample != texts.end());
        CHECK(sample->em_px > em);
        em = sample->em_px;
      }
    }
  }
}

TEST_CASE("on one display and in one language more is said in words on every screen, or on none") {
  for (const NamedDisplay& on : every_display()) {
    UiRobot robot(on.display);
    for (const std::string& language : sample_languages())
      for (const TextScale text : {TextScale::normal, TextScale::largest}) {
        std::string bare, said;
        for (const auto& [name, view] : sample_views(language)) {
          show_alone(robot, in_letters(view, text));
          const Target* more = robot.target("more");
          if (more == nullptr) continue;
          const bool words = std::ranges::any_of(robot.ui().texts(), [&](const DrawnText& each) {
            return overlap(each.box, more->box) &&
                   each.words == std::visit([](const auto& any) { return any.page.more; }, view);
          });
          (words ? said : bare) += name + " ";
        }
        CHECK_MESSAGE((bare.empty() || said.empty()), std::string(on.name)
                                                          << " " << language << " without words: " << bare);
      }
  }
}

TEST_CASE("the buttons at the bottom of a screen stand in one row, in any letters on any display") {
  constexpr std::array footer = {"next", "start",     "done",  "finish", "enter",
                                 "back", "take_back", "reset", "more"};
  std::string apart;
  for (const NamedDisplay& on : every_display()) {
    UiRobot robot(on.display);
    for (const std::string language : {"nl", "uk", "ar"})
      for (const TextScale text : {TextScale::normal, TextScale::largest})
        for (const auto& [name, view] : sample_views(language)) {
          // There they stand below the words, as choices do; and Next is a card.
          if (name.starts_with("copy") || name == "question_repeat") continue;
          show_alone(robot, in_letters(view, text));
          const Target* first = nullptr;
          std::string others;
          for (const Target& target : robot.ui().targets()) {
            if (std::ranges::find(footer, target.name) == footer.end()) continue;
            // "See what others said" takes the room of two; so do the words of Ukrainian, on a tablet
            // that is held upright, and "take it back".
            const bool upright = std::string(on.name) == "upright";
            const bool long_words = upright && (language == "uk" || name == "thanks_erased");
            if (target.name == "more" && (long_words || name == "thanks_results")) continue;
            if (first == nullptr) first = &target;
            if (std::abs(middle_y(target.box) - middle_y(first->box)) > 2)
              others += " " + target.name + in_words(target.box);
          }
          if (!others.empty())
            apart += std::string(on.name) + " " + language + " " + name + " " +
                     std::to_string(static_cast<int>(text)) + ":" + others + "\n";
        }
  }
  CHECK(apart == "");
}

TEST_CASE("in any letters on any display the look back begins with a question and its answer") {
  std::string missing;
  for (const NamedDisplay& on : every_display()) {
    UiRobot robot(on.display);
    for (const std::string& language : sample_languages())
      for (const TextScale text : sizes_of_letters) {
        const View view = in_letters(sample_view("review", language), text);
        show_alone(robot, view);
        const std::string& answer = std::get<ReviewView>(view).entries.front().answer;
        const auto& texts = robot.ui().texts();
        const auto shown = std::ranges::find(texts, answer, &DrawnText::words);
        if (shown == texts.end() || shown->box.y + shown->em_px > bottom(shown->clip))
          missing +=
              std::string(on.name) + " " + language + " " + std::to_string(static_cast<int>(text)) + "\n";
      }
  }
  CHECK(missing == "");
}

TEST_CASE("a table is wider than other questions where the display has room") {
  for (const Display& display : {landscape, Display{2560, 1080, 0.233F}}) {
    UiRobot robot(display);
    const auto width_of = [&](const char* name) {
      show_alone(robot, sample_view(name));
      float left = static_cast<float>(display.width_px), end = 0;
      for (const Target& target : robot.ui().targets())
        if (answers(target)) end = std::max(end, right(target.box));
      for (const DrawnText& text : robot.ui().texts())
        if (text.clip.height < static_cast<float>(display.height_px) - 1) left = std::min(left, text.box.x);
      return (end - left) / static_cast<float>(display.width_px);
    };
    CHECK(width_of("question_table") > 1.2F * width_of("question_complaint"));
  }
}
