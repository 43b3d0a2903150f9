// All choices of a question are in sight together, on every display: the demo and a form with every view, in
// the kiosk's own words.
#include <array>
#include <map>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "kiosk/robot/robot.h"
#include "support/at_kiosk.h"
#include "support/choices_in_sight.h"
#include "support/plain_ui.h"

using namespace buurtpeil;

namespace {

struct Shape {
  const char* name;
  Display display;
};
const std::array shapes = {Shape{"wall", {1920, 1080, 0.277F}},
                           Shape{"high", {1080, 1920, 0.363F}},
                           Shape{"tablet", {1280, 800, 0.170F}},
                           Shape{"upright tablet", {800, 1280, 0.170F}},
                           Shape{"1280x800 at 0.277", {1280, 800, 0.277F}},
                           Shape{"1366x768 at 0.252", {1366, 768, 0.252F}},
                           Shape{"1024x768 at 0.26", {1024, 768, 0.26F}}};

/// Every question screen that a robot comes by, by the paths of what it asks.
std::map<std::string, View> questions_of(const std::string& form, const std::string& language) {
  AtKiosk kiosk{form, {}, 0, WordsOf::product};
  Robot robot{6, 1};
  PlainUi ui;
  std::map<std::string, View> views;
  for (int taps = 0; taps < 20'000 && !robot.finished(); ++taps) {
    const View view = kiosk.kiosk().view(kiosk.now());
    if (std::holds_alternative<LanguageView>(view)) {
      kiosk.does(event::ChooseLanguage{language});
      continue;
    }
    if (const auto* question = std::get_if<QuestionView>(&view)) {
      std::string asked;
      for (const Field& field : question->fields) asked += (asked.empty() ? "" : " ") + asked_of(field).path;
      views.try_emplace(asked, view);
    }
    const auto target = robot.tap(view, ui.targets(view));
    if (!target) continue;
    if (std::holds_alternative<AttractView>(view)) {
      kiosk.does(event::ShowLanguages{});
      continue;
    }
    if (const auto event = ui.tap(view, target->name)) kiosk.does(*event);
  }
  CHECK(robot.complaint() == "");
  return views;
}

/// A line for each screen with choices out of sight: "tablet ar themes: 5".
std::string out_of_sight(const Shape& shape, const std::string& form,
                         const std::vector<std::string>& languages) {
  std::string lines;
  UiRobot robot(shape.display);
  for (const std::string& language : languages)
    for (const auto& [asked, view] : questions_of(form, language))
      if (const std::size_t hidden = hidden_choices(robot, view).size(); hidden > 0)
        lines +=
            std::string(shape.name) + " " + language + " " + asked + ": " + std::to_string(hidden) + "\n";
  return lines;
}

}  // namespace

// Eight choices, or four long ones below a long question, are too much for a tablet. Nine neighbourhoods
// beside a map are so too; all of them are in sight on the map.
TEST_CASE("all choices of the demo are in sight together, but for a few on a tablet") {
  const std::string demo = BUURTPEIL_ASSETS "/forms/leefomgeving.md";
  std::string lines;
  for (const Shape& shape : shapes) lines += out_of_sight(shape, demo, {"nl", "en", "tr", "pl", "uk", "ar"});
  CHECK(lines == R"(tablet nl neighbourhood: 5
tablet nl themes: 4
tablet en neighbourhood: 5
tablet en themes: 2
tablet tr neighbourhood: 5
tablet tr themes: 4
tablet pl neighbourhood: 5
tablet pl themes: 2
tablet uk neighbourhood: 6
tablet uk themes: 4
tablet ar neighbourhood: 6
tablet ar themes: 2
upright tablet nl neighbourhood: 5
upright tablet en neighbourhood: 6
upright tablet tr neighbourhood: 6
upright tablet tr themes: 1
upright tablet pl neighbourhood: 6
upright tablet uk neighbourhood: 6
upright tablet ar neighbourhood: 6
1280x800 at 0.277 uk neighbourhood: 3
1280x800 at 0.277 ar neighbourhood: 4
1024x768 at 0.26 ar neighbourhood: 3
)");
}

TEST_CASE("all choices of a form with every view are in sight together, but for a few on a tablet") {
  std::string lines;
  for (const Shape& shape : shapes)
    lines += out_of_sight(shape, BUURTPEIL_TESTS "/forms/every_view.md", {"nl", "ar"});
  CHECK(lines == R"(tablet nl first first_other: 1
tablet ar together/people together/garden: 2
tablet ar together/people together/garden together/size: 2
)");
}
