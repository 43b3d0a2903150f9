// What a screen says of choices that are out of sight as it begins, on every display and at two sizes of
// letters: a card is cut, "show more" is the solid button, and Next stays quiet until the end was seen.
#include <algorithm>
#include <array>
#include <string>

#include <doctest/doctest.h>

#include "support/choices_in_sight.h"
#include "support/displays.h"
#include "support/sample_views.h"
#include "support/ui_robot.h"
#include "ui/layout.h"

using namespace buurtpeil;

namespace {

std::string look_of(UiRobot& robot, const char* name) {
  const Target* target = robot.target(name);
  if (target == nullptr || !target->look) return "none";
  static constexpr std::array words = {"solid", "outlined", "quiet", "pale"};
  return words.at(static_cast<std::size_t>(*target->look));
}

std::string more_and_next(UiRobot& robot) {
  return "more " + look_of(robot, "more") + ", next " + look_of(robot, "next");
}

/// The least part of a card that is cut by the page's end: in sight enough to be a card, and not whole.
bool is_cut(const Target& target) { return target.in_sight >= 0.3F && target.in_sight <= 0.85F; }

bool is_choice(const Target& target) {
  return target.name.starts_with("choice:") || target.name.starts_with("rank:");
}

/// Of the page that scrolls: a choice, or what belongs to it.
bool scrolls(const Target& target) {
  constexpr std::array others = {"refuse:", "listen:", "explain:", "map:", "picture:", "field:"};
  return is_choice(target) ||
         std::ranges::any_of(others, [&](const char* start) { return target.name.starts_with(start); });
}

/// What is lowest on the page that scrolls, a question or a hint, is no part of a choice: its answers follow.
bool ends_in_words(UiRobot& robot) {
  const auto& targets = robot.ui().targets();
  float lowest = 0;
  for (const Target& target : targets)
    if (is_choice(target) && target.reachable) lowest = std::max(lowest, bottom(target.box));
  return std::ranges::any_of(robot.ui().texts(), [&](const DrawnText& text) {
    const Box seen = common(text.box, text.clip);
    const bool moves = text.clip.height < static_cast<float>(robot.display().height_px) - 1;
    return moves && seen.height > text.em_px / 4 && bottom(seen) > lowest &&
           std::ranges::none_of(targets, [&](const Target& each) { return overlap(each.box, seen); });
  });
}

/// The first choice is nearly as high as the page, as a picture in large letters is, and whole.
bool is_filled_by_one(UiRobot& robot) {
  const auto& targets = robot.ui().targets();
  const auto first = std::ranges::find_if(targets, is_choice);
  const auto seen =
      std::ranges::count_if(targets, [](const Target& each) { return is_choice(each) && each.in_sight > 0; });
  return seen == 1 && first->box.height > 0.3F * static_cast<float>(robot.display().height_px);
}

void to_the_end(UiRobot& robot, const View& view) {
  for (int pages = 0; robot.target("more") != nullptr; ++pages) {
    REQUIRE(pages < 200);
    robot.tap(view, "more");
    robot.show(view);
  }
}

/// "tablet question_several largest: no card is cut"
struct Findings {
  int screens = 0;
  std::string lines;

  void look_at(UiRobot& robot, const std::string& where, const View& view) {
    if (hidden_choices(robot, view).empty()) return;
    INFO(where);
    ++screens;
    const auto say = [&](const std::string& what) { lines += where + ": " + what + "\n"; };
    // A page that begins at a complaint is scrolled to it.
    if (robot.target("up") == nullptr && !ends_in_words(robot) && !is_filled_by_one(robot) &&
        std::ranges::none_of(robot.ui().targets(),
                             [](const Target& each) { return scrolls(each) && is_cut(each); }))
      say("no card is cut");
    if (more_and_next(robot) != "more solid, next outlined") say(more_and_next(robot));
    to_the_end(robot, view);
    const bool waits = std::get<QuestionView>(view).waits;
    const std::string next = waits ? "outlined" : "solid";
    if (look_of(robot, "next") != next) say("at the end next is " + look_of(robot, "next"));
    if (robot.target("up") == nullptr) return;
    robot.tap(view, "up");
    robot.show(view);
    if (more_and_next(robot) != "more outlined, next " + next) say("after the end " + more_and_next(robot));
  }
};

}  // namespace

TEST_CASE("where choices are out of sight a card is cut, and more is what to tap until the end was seen") {
  Findings findings;
  const auto look_at_all = [&findings](const NamedDisplay& on) {
    UiRobot robot(on.display);
    for (const std::string language : {"nl", "ar"})
      for (auto [name, view] : sample_views(language))
        for (const TextScale text : {TextScale::normal, TextScale::largest}) {
          if (!std::holds_alternative<QuestionView>(view)) continue;
          std::get<QuestionView>(view).page.look.text = text;
          const std::string size = text == TextScale::normal ? "" : " largest";
          findings.look_at(robot, std::string(on.name) + " " + language + " " + name + size, view);
        }
  };
  std::ranges::for_each(named_displays, look_at_all);
  std::ranges::for_each(more_displays, look_at_all);
  MESSAGE(findings.screens << " screens hide choices");
  // There "I'd rather not say" is the last thing in sight, and whole.
  CHECK(findings.lines == "stand nl question_list largest: no card is cut\n");
}

TEST_CASE("where a text to read is longer than the page, more is what to tap until its end was seen") {
  std::string findings;
  int screens = 0;
  const auto look_at = [&](UiRobot& robot, const std::string& where, const View& view, const char* on) {
    robot.frame(OutOfServiceView{});
    robot.show(view);
    if (robot.target("more") == nullptr) return;
    ++screens;
    const auto looks = [&] {
      return "more " + look_of(robot, "more") + ", " + on + " " + look_of(robot, on);
    };
    const auto say = [&](const std::string& what) { findings += where + ": " + what + "\n"; };
    if (looks() != std::string("more solid, ") + on + " outlined") say(looks());
    to_the_end(robot, view);
    if (look_of(robot, on) != "solid") say("at the end " + looks());
  };
  const auto look_at_all = [&](const NamedDisplay& display) {
    UiRobot robot(display.display);
    for (const std::string language : {"nl", "ar"})
      for (auto [name, view] : sample_views(language))
        for (const TextScale text : {TextScale::normal, TextScale::largest}) {
          std::visit([text](auto& any) { any.page.look.text = text; }, view);
          const std::string where = std::string(display.name) + " " + language + " " + name +
                                    (text == TextScale::normal ? "" : " largest");
          const auto* question = std::get_if<QuestionView>(&view);
          if (std::holds_alternative<IntroView>(view)) look_at(robot, where, view, "start");
          if (const auto* thanks = std::get_if<ThanksView>(&view))
            look_at(robot, where, view, thanks->results.label.empty() ? "done" : "results");
          if (question && std::ranges::all_of(question->fields, [](const Field& field) {
                return std::holds_alternative<NoteField>(field);
              }))
            look_at(robot, where, view, "next");
        }
  };
  std::ranges::for_each(named_displays, look_at_all);
  std::ranges::for_each(more_displays, look_at_all);
  MESSAGE(screens << " texts are longer than their page");
  CHECK(screens > 0);
  CHECK(findings == "");
}
