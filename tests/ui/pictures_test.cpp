// Pictures of every screen for the eye: BUURTPEIL_PICTURES=FOLDER test_ui -tc='pictures*'.
// BUURTPEIL_PICTURES_OF="nl landscape" picks some, BUURTPEIL_PICTURES_LOOK="largest high lower" adjusts them,
// BUURTPEIL_PICTURES_THEME names a house style.
#include <cstdlib>
#include <map>
#include <string>

#include <doctest/doctest.h>

#include "support/needs.h"
#include "support/sample_views.h"
#include "support/ui_robot.h"
#include "theme/load_style.h"

using namespace buurtpeil;

namespace {

Look wanted_look() {
  const char* words = std::getenv("BUURTPEIL_PICTURES_LOOK");
  const std::string wanted = words == nullptr ? "" : words;
  const auto says = [&wanted](const char* word) { return wanted.find(word) != std::string::npos; };
  Look look;
  if (says("smaller")) look.text = TextScale::smaller;
  if (says("larger")) look.text = TextScale::larger;
  if (says("largest")) look.text = TextScale::largest;
  if (says("high")) look.contrast = Contrast::high;
  if (says("dark")) look.contrast = Contrast::dark;
  if (says("soft")) look.contrast = Contrast::low;
  look.lower_half = says("lower");
  return look;
}

}  // namespace

TEST_CASE("pictures of every screen, when a folder for them is named" *
          needs_variable{"BUURTPEIL_PICTURES"}) {
  const char* folder = std::getenv("BUURTPEIL_PICTURES");
  const char* theme = std::getenv("BUURTPEIL_PICTURES_THEME");
  const HouseStyle style = theme ? load_style(theme).value().style : built_in_style();
  const char* wanted = std::getenv("BUURTPEIL_PICTURES_OF");
  const Look look = wanted_look();
  const std::map<std::string, Display> displays = {{"landscape", {1920, 1080, 0.277F}},
                                                   {"portrait", {1080, 1920, 0.363F}},
                                                   {"tablet", {1280, 800, 0.170F}},
                                                   {"upright", {800, 1280, 0.170F}}};
  for (const auto& [shape, display] : displays) {
    for (const std::string& language : sample_languages()) {
      UiRobot robot(display, style);
      for (auto& [name, view] : sample_views(language)) {
        std::visit([&look](auto& any) { any.page.look = look; }, view);
        const std::string title = language + " " + shape + " " + name;
        if (wanted != nullptr && title.find(wanted) == std::string::npos) continue;
        robot.show(view);
        robot.save_picture(std::string(folder) + "/" + shape + "-" + language + "-" + name + ".png");
        if (name.starts_with("question_closed") || name == "question_autocomplete") {
          const std::string path = asked_of(std::get<QuestionView>(view).fields.front()).path;
          const Target* closed = robot.target("open:" + path);
          if (closed == nullptr || !closed->reachable) continue;  // further down the page
          robot.tap(view, "open:" + path);
          robot.show(view);
          robot.save_picture(std::string(folder) + "/" + shape + "-" + language + "-" + name + "_open.png");
        }
        if (name == "question_search") {
          robot.tap(view, "field:search:field");
          robot.type(view, "12");
          robot.show(view);
          robot.save_picture(std::string(folder) + "/" + shape + "-" + language + "-" + name + "_12.png");
        }
        if (name != "question_text") continue;
        for (const std::string key : {"accents", "digits"}) {
          if (robot.target("key:letters")) robot.tap(view, "key:letters");
          robot.show(view);
          if (!robot.target("key:" + key)) continue;
          robot.tap(view, "key:" + key);
          robot.show(view);
          robot.save_picture(std::string(folder) + "/" + shape + "-" + language + "-" + name + "_" + key +
                             ".png");
        }
      }
    }
  }
}
