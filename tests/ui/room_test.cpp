// Every screen on every display, in every language and size of letters: what is touched is large enough and
// apart, no text is cut off or lies on another, and all there is can be reached.
#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <imgui.h>

#include "support/displays.h"
#include "support/layout_check.h"
#include "support/plain_ui.h"
#include "support/sample_views.h"
#include "support/ui_robot.h"
#include "ui/layout.h"
#include "ui/theme.h"

using namespace buurtpeil;

namespace {

constexpr std::array text_sizes = {TextScale::smaller, TextScale::normal, TextScale::larger,
                                   TextScale::largest};

/// The thickest edges together with the largest letters.
Contrast contrast_with(TextScale text) {
  return text == TextScale::largest ? Contrast::dark : Contrast::normal;
}

View with_look(View view, const Look& look) {
  std::visit([&look](auto& any) { any.page.look = look; }, view);
  return view;
}

/// All that the view lets somebody touch, by other ways than dragging.
std::set<std::string> expected_targets(const View& view, const UiRobot& robot, const Look& look) {
  std::set<std::string> names;
  for (const Target& target : PlainUi().targets(view)) names.insert(target.name);
  const Theme theme(robot.display(), look);
  if (!theme.can_lower() || (!look.lower_half && !theme.tools_below())) names.erase("lower");
  if (!theme.can_lower()) names.erase("look:lower_half");
  return names;
}

/// A calendar stands in place of columns of steps, and the other way round; a closed list of its choices; the
/// button for languages for those that have no room on an invitation.
bool stands_for(const std::string& missing, const std::set<std::string>& seen) {
  const auto any = [&seen](const std::string& start) {
    return std::ranges::any_of(seen, [&start](const std::string& name) { return name.starts_with(start); });
  };
  if (missing.starts_with("step:")) return any("day:") || any("wheel:");
  if (missing.starts_with("choice:")) return any("open:" + missing.substr(7, missing.find('=') - 7));
  if (missing.starts_with("language:")) return seen.contains("language");
  if (missing.starts_with("day:") || missing.starts_with("turn:")) return any("step:") || any("wheel:");
  return false;
}

std::string out_of_reach(const std::set<std::string>& expected, const std::set<std::string>& seen) {
  std::string faults;
  for (const std::string& name : expected)
    if (!seen.contains(name) && !stands_for(name, seen)) faults += "  out of reach: " + name + "\n";
  return faults;
}

constexpr float least_letter_mm = 4;  // height of a capital, and so of what is read of a line

bool is_in_sight(const Box& box, const Box& clip) {
  return box.y >= clip.y - 1 && bottom(box) <= bottom(clip) + 1;
}

/// Whether the first line of these words is in sight: of all of them, or of as many as stay at the top.
bool begins_in_sight(UiRobot& robot, const std::string& words) {
  return std::ranges::any_of(robot.ui().texts(), [&](const DrawnText& text) {
    const std::string start = text.words.ends_with(" …") ? text.words.substr(0, text.words.size() - 4) : "";
    const bool is_it = text.words == words || (!start.empty() && words.starts_with(start));
    return is_it && is_in_sight({text.box.x, text.box.y, text.box.width,
                                 least_letter_mm / robot.display().mm_per_pixel},
                                text.clip);
  });
}

/// As a screen begins, and in the moment after a complaint: what is asked, the field that is written in and
/// why the visit did not go on are in sight together.
std::string out_of_sight(UiRobot& robot, const View& view) {
  const auto* question = std::get_if<QuestionView>(&view);
  if (question == nullptr) return "";
  const auto of_field = [](const Field& field) -> const Asked& {
    return std::visit([](const auto& any) -> const Asked& { return any; }, field);
  };
  const bool keys = std::ranges::any_of(robot.ui().targets(),
                                        [](const Target& target) { return target.name.starts_with("key:"); });
  const auto complained = std::ranges::find_if(
      question->fields, [&](const Field& field) { return !of_field(field).complaint.empty(); });
  if (complained == question->fields.end() && !keys && question->fields.size() > 1) return "";
  const Asked& asked =
      of_field(complained == question->fields.end() ? question->fields.front() : *complained);
  std::string faults;
  if (!begins_in_sight(robot, asked.label.words)) faults += "  out of sight: the question\n";
  if (!asked.complaint.empty() && !begins_in_sight(robot, asked.complaint.words))
    faults += "  out of sight: the complaint\n";
  const Target* field = robot.target("field:" + asked.path);
  if (keys && question->fields.size() == 1 && (field == nullptr || !field->reachable))
    faults += "  out of sight: the field\n";
  return faults;
}

/// What is wrong with a view, page by page as "more" turns them, and what cannot be reached on any of them.
std::string faults_of(UiRobot& robot, const View& view, const Look& look) {
  constexpr int most_pages = 150;
  const std::set<std::string> expected = expected_targets(view, robot, look);
  std::set<std::string> seen;
  robot.show(view);
  std::string faults = out_of_sight(robot, view);
  for (int page = 0; robot.target("up"); ++page) {  // a complaint was brought into sight
    if (page == most_pages) return "  never comes back to the top\n";
    robot.tap(view, "up");
    robot.show(view);
  }
  for (int page = 0; page < most_pages; ++page) {
    if (faults.empty()) faults += layout_faults(robot.display(), robot.ui().targets(), robot.ui().texts());
    for (const Target& target : robot.ui().targets())
      if (target.reachable) seen.insert(target.name);
    if (!robot.target("more") || std::ranges::includes(seen, expected)) break;
    robot.tap(view, "more");
    robot.show(view);
  }
  return faults + out_of_reach(expected, seen);
}

/// A list that is searched is never paged through.
bool is_searched(const View& view) {
  const auto* question = std::get_if<QuestionView>(&view);
  return question && std::ranges::any_of(question->fields, [](const Field& field) {
           const auto* choice = std::get_if<ChoiceField>(&field);
           return choice && !choice->search.empty();
         });
}

// Closed lists that can be reached.
std::vector<std::string> closed_lists(UiRobot& robot) {
  std::vector<std::string> names;
  for (const Target& target : robot.ui().targets())
    if (target.reachable && target.name.starts_with("open:")) names.push_back(target.name);
  return names;
}

struct Findings {
  int combinations = 0;
  std::string lines;  ///< "landscape nl question_several largest: next is too small: 10,20 30x10"

  void look_at(UiRobot& robot, const std::string& where, const std::string& name, const View& sample,
               const Look& look) {
    static constexpr std::array sizes = {"smaller", "normal", "larger", "largest"};
    const View view = with_look(sample, look);
    ++combinations;
    robot.frame(StillThereView{});  // so that nothing is left of the look at it before
    std::string faults;
    if (is_searched(view)) {
      robot.show(view);
      faults = layout_faults(robot.display(), robot.ui().targets(), robot.ui().texts());
    } else {
      faults = faults_of(robot, view, look);
    }
    robot.frame(StillThereView{});
    robot.show(view);
    for (const std::string& list : closed_lists(robot)) {
      robot.tap(view, list);
      robot.show(view);
      faults += layout_faults(robot.display(), robot.ui().targets(), robot.ui().texts());
      robot.frame(StillThereView{});
      robot.show(view);
    }
    for (std::size_t from = 0; from < faults.size(); from = faults.find('\n', from) + 1)
      lines += where + " " + name + " " + sizes.at(static_cast<std::size_t>(look.text)) +
               (look.lower_half ? " lower" : "") + ":" +
               faults.substr(from + 1, faults.find('\n', from) - from);
  }
};

/// What nobody sees but as it is: there is no visitor then.
bool is_as_it_is(const std::string& name) {
  return name.starts_with("attract") || name == "out_of_service" || name.starts_with("pin") ||
         name.starts_with("staff");
}

const std::vector<std::string> screens_of_questions = {"question_choices",
                                                       "question_refused",
                                                       "question_several",
                                                       "question_complaint",
                                                       "question_list",
                                                       "question_note",
                                                       "question_mixed",
                                                       "question_many",
                                                       "question_text_empty",
                                                       "question_text",
                                                       "question_text_complaint",
                                                       "question_number",
                                                       "question_number_complaint"};

/// A real screen in which one thing is made worse.
struct Planted {
  UiRobot robot{named_displays.front().display};
  View view = sample_view("question_choices");
  std::vector<Target> targets;
  std::vector<DrawnText> texts;
  float mm = 1 / robot.display().mm_per_pixel;

  Planted() {
    robot.show(view);
    targets = robot.ui().targets();
    texts = robot.ui().texts();
  }
  Target& target(const std::string& name) { return *std::ranges::find(targets, name, &Target::name); }
  DrawnText& text(const std::string& words) { return *std::ranges::find(texts, words, &DrawnText::words); }
  std::string faults() const { return layout_faults(robot.display(), targets, texts); }
  std::string unreached() const {
    std::set<std::string> seen;
    for (const Target& each : targets)
      if (each.reachable) seen.insert(each.name);
    return out_of_reach(expected_targets(view, robot, {}), seen);
  }
};

}  // namespace

TEST_CASE("what is wrong is found: a planted fault of each kind") {
  const auto found = [](const std::function<void(Planted&)>& plant) {
    Planted screen;
    plant(screen);
    return screen.faults() + screen.unreached();
  };
  CHECK(found([](Planted&) {}) == "");
  CHECK(found([](Planted& screen) {
          DrawnText& label = screen.text("80 woningen, geen groen");
          label.clip = {label.box.x, label.box.y, label.box.width - 20, label.box.height};
        }) == "  cut off: 80 woningen, geen groen\n");
  CHECK(found([](Planted& screen) { screen.text("80 woningen, geen groen").cut_words = 1; }) ==
        "  a word is broken: 80 woningen, geen groen\n");
  CHECK(found([](Planted& screen) {
          screen.target("leave").box.height = 12 * screen.mm;
          screen.text("Stop").box.height = 10 * screen.mm;
        }) == "  leave is too small: 1705,26 150x43\n");
  CHECK(found([](Planted& screen) {
          Target& language = screen.target("language");
          language.box.width = screen.target("leave").box.x - 2 * screen.mm - language.box.x;
        }) == "  leave is too near to language\n");
  CHECK(found([](Planted& screen) {
          screen.text("Vraag 5 van hooguit 11").box = screen.text("Gemeente Elzermonde").box;
        }) == "  on each other: Vraag 5 van hooguit 11 / Gemeente Elzermonde\n");
  CHECK(found([](Planted& screen) {
          screen.target("next").box.x = 1800;
          screen.texts.erase(std::ranges::find(screen.texts, "Ga verder", &DrawnText::words));
        }) == "  next leaves the screen: 1800,974 236x80\n");
  CHECK(found([](Planted& screen) { screen.target("next").reachable = false; }) == "  out of reach: next\n");
}

TEST_CASE("every screen x view x language x display x size of letters has room for all there is") {
  Findings findings;
  for (const std::string& language : sample_languages()) {
    const auto views = sample_views(language);
    for (const auto& [shape, display] : named_displays) {
      UiRobot robot(display);
      const std::string where = std::string(shape) + " " + language;
      for (const auto& [name, view] : views)
        for (const TextScale text : text_sizes)
          if (text == TextScale::normal || !is_as_it_is(name))
            findings.look_at(robot, where, name, view, {.text = text, .contrast = contrast_with(text)});
    }
  }
  MESSAGE(findings.combinations << " combinations");
  // What is being written keeps its letters.
  CHECK(
      findings.lines ==
      "tablet nl question_text largest: a word is broken: Stel: uw straat heeft 20 parkeerplaatsen. Hoeveel "
      "mogen er plaatsmaken voor bomen?\n");
}

TEST_CASE("moved into the lower half, and on other displays, every screen has room as well") {
  Findings findings;
  for (const std::string language : {"nl", "pl", "ar"}) {
    const auto views = sample_views(language);
    for (const std::size_t which : {0U, 1U}) {
      UiRobot robot(named_displays[which].display);
      for (const auto& [name, view] : views)
        for (const TextScale text : {TextScale::normal, TextScale::largest})
          if (!is_as_it_is(name))
            findings.look_at(robot, std::string(named_displays[which].name) + " " + language, name, view,
                             {.text = text, .lower_half = true});
    }
    for (const auto& [shape, display] : more_displays) {
      UiRobot robot(display);
      for (const auto& [name, view] : views)
        findings.look_at(robot, std::string(shape) + " " + language, name, view, {});
    }
  }
  MESSAGE(findings.combinations << " combinations");
  CHECK(findings.lines == "");
}

TEST_CASE("on a display that is too small for it every screen is drawn all the same, in any letters") {
  int screens = 0;
  for (const std::string& language : sample_languages()) {
    UiRobot robot(too_small);
    for (const auto& [name, view] : sample_views(language))
      for (const TextScale text : text_sizes) {
        robot.frame(StillThereView{});
        robot.show(with_look(view, {.text = text}));
        ++screens;
      }
  }
  CHECK(screens > 0);
}

TEST_CASE("the ways on and out are reachable and in the same place on every question") {
  for (const auto& [shape, display] : named_displays) {
    for (const std::string& language : sample_languages()) {
      UiRobot robot(display);
      for (const std::string target : {"next", "back", "leave", "language"}) {
        std::string first;
        for (const std::string& name : screens_of_questions) {
          robot.show(sample_view(name, language));
          const Target* found = robot.target(target);
          REQUIRE(found != nullptr);
          CHECK(found->reachable);
          if (first.empty()) first = in_words(found->box);
          CHECK_MESSAGE(in_words(found->box) == first,
                        std::string(shape) << " " << language << " " << name << " " << target);
        }
      }
    }
  }
}

TEST_CASE("a right-to-left page is the mirror of a left-to-right one") {
  for (const auto& [shape, display] : named_displays) {
    std::string there, here;
    const auto width = static_cast<float>(display.width_px);
    for (const Direction direction : {Direction::left_to_right, Direction::right_to_left}) {
      UiRobot robot(display);
      View view = sample_view("question_several", "ar");
      std::get<QuestionView>(view).page.direction = direction;
      robot.show(view);
      for (const Target& target : robot.ui().targets()) {
        const bool turned = direction == Direction::right_to_left;
        (turned ? there : here) +=
            target.name + " " + in_words(turned ? mirrored(target.box, width) : target.box) + "\n";
      }
    }
    CHECK_MESSAGE(there == here, std::string(shape));
  }
}

TEST_CASE("tapping more reaches every choice, and up comes back") {
  for (const auto& [shape, display] : named_displays) {
    for (const std::string& language : sample_languages()) {
      UiRobot robot(display);
      const View view = sample_view("question_several", language);
      robot.show(view);
      std::string missed = " energy homes meeting parking shops traffic trees water";
      for (int pages = 0; pages < 12 && !missed.empty(); ++pages) {
        for (const Target& target : robot.ui().targets()) {
          const std::size_t at = target.reachable && target.name.starts_with("choice:themes=")
                                     ? missed.find(" " + target.name.substr(14))
                                     : std::string::npos;
          if (at != std::string::npos) missed.erase(at, target.name.size() - 13);
        }
        if (robot.target("more")) robot.tap(view, "more");
        robot.show(view);
      }
      CHECK_MESSAGE(missed == "", std::string(shape) << " " << language);
      while (robot.target("up")) {
        robot.tap(view, "up");
        robot.show(view);
      }
      CHECK(robot.target("choice:themes=" + std::string("trees")) != nullptr);
    }
  }
}
