// What others said and what was done: the order in which it is read, what marks the visitor's own answer,
// which way bars run, and that no tap moves what it is about.
#include <algorithm>
#include <array>
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

/// The texts from one to another, both among them, in the order in which they are drawn.
std::string read_from(UiRobot& robot, const std::string& first, const std::string& last) {
  std::string read;
  bool begun = false;
  for (const DrawnText& text : robot.ui().texts()) {
    begun = begun || text.words == first;
    if (begun) read += (read.empty() ? "" : " | ") + text.words;
    if (begun && text.words == last) break;
  }
  return read;
}

std::string read_sample(const std::string& name, const std::string& first, const std::string& last) {
  UiRobot robot(landscape);
  robot.show(sample_view(name));
  return read_from(robot, first, last);
}

const DrawnText& text_of(UiRobot& robot, const std::string& words) {
  const auto& texts = robot.ui().texts();
  const auto found = std::ranges::find(texts, words, &DrawnText::words);
  REQUIRE_MESSAGE(found != texts.end(), words);
  return *found;
}

float letters_of(UiRobot& robot, const std::string& words) { return text_of(robot, words).em_px; }

}  // namespace

TEST_CASE("results are read as question, whom it is about, then each choice with its number and own mark") {
  CHECK(read_sample("results", "Wat anderen zeiden",
                    "Geen steekproef: dit zijn de mensen die hier hebben geantwoord. De getallen zijn "
                    "afgerond.") ==
        "Wat anderen zeiden | Stel: in Tolkade ligt een groot grasveld. Wat kiest u voor die plek? | "
        "Ongeveer 40 mensen in Tolkade, sinds 1 mrt 2026 | "
        "80 woningen, geen groen | 10 % | "
        "40 woningen, de helft blijft groen | 25 % | "
        "80 woningen in hoge gebouwen, de helft blijft groen | 40 % | Uw antwoord | "
        "Geen woningen, alles blijft groen | 25 % | "
        "Geen steekproef: dit zijn de mensen die hier hebben geantwoord. De getallen zijn afgerond.");
}

TEST_CASE("upright bars are read in the same order, and what lies beside follows each number") {
  CHECK(read_sample("results_faces_beside", "Elzermonde: ongeveer 320 mensen", "Uw antwoord") ==
        "Elzermonde: ongeveer 320 mensen | Heel vervelend | 5 % | 10 % | Vervelend | 10 % | 20 % | "
        "Gaat wel | 20 % | 25 % | Prettig | 45 % | 30 % | Uw antwoord");
  CHECK(read_sample("results_then_and_now", "40 woningen, de helft blijft groen", "Uw antwoord") ==
        "40 woningen, de helft blijft groen | 25 % | 30 % | "
        "80 woningen in hoge gebouwen, de helft blijft groen | 40 % | 20 % | Uw antwoord");
}

TEST_CASE("what was done is read as what you said, what we did and how far it is") {
  CHECK(read_sample("did", "U zei", "Klaar") ==
        "U zei | De oversteek bij de school is gevaarlijk | Wij deden | Er ligt een zebrapad met licht | "
        "Klaar");
}

TEST_CASE("numbers stand at the end of a row: right of its words, and left of them for a reader of Arabic") {
  UiRobot robot(landscape);
  robot.show(sample_view("results_two"));
  CHECK(text_of(robot, "100 %").box.x > text_of(robot, "Te hard").box.x);
  robot.show(sample_view("results_two", "ar"));
  CHECK(text_of(robot, "100%").box.x < text_of(robot, "أسرع من اللازم").box.x);
}

TEST_CASE("laying something beside changes no size of letters, and its button stays under the finger") {
  for (const auto& [shape, display] : named_displays) {
    UiRobot robot(display);
    View view = sample_view("results_then_and_now");
    auto& results = std::get<ResultsView>(view);
    robot.show(view);
    const std::string question = results.question.words;
    const float letters = letters_of(robot, question);
    const std::string button = in_words(robot.target("compare:all")->box);
    results.beside_about = results.change = "";
    for (auto& bar : results.bars) bar.beside_value = "";
    for (auto& each : results.comparisons) each.chosen = false;
    robot.show(view);
    CHECK_MESSAGE(letters_of(robot, question) == letters, std::string(shape));
    CHECK_MESSAGE(in_words(robot.target("compare:all")->box) == button, std::string(shape));
  }
}

TEST_CASE("the ways on stand where they do on a question") {
  for (const auto& [shape, display] : named_displays) {
    UiRobot robot(display);
    std::array<std::string, 2> places;
    for (const char* name : {"review", "results", "did"}) {
      robot.show(sample_view(name));
      const Target* on = robot.target(name == std::string("review") ? "finish" : "next");
      REQUIRE(on != nullptr);
      const std::string place = in_words({right(on->box), on->box.y, 0, on->box.height}) + " " +
                                in_words(robot.target("back")->box);
      if (places[0].empty()) places[0] = place;
      CHECK_MESSAGE(place == places[0], std::string(shape) << " " << name);
    }
  }
}

TEST_CASE("in the largest letters a question and its first bar begin in sight") {
  std::string missing;
  for (const auto& [shape, display] : named_displays)
    for (const std::string& language : sample_languages()) {
      UiRobot robot(display);
      View view = sample_view("results", language);
      auto& results = std::get<ResultsView>(view);
      results.page.look.text = TextScale::largest;
      robot.show(view);
      const DrawnText& first = text_of(robot, results.bars.front().label.words);
      if (first.box.y + first.em_px > bottom(first.clip))
        missing += std::string(shape) + " " + language + "\n";
    }
  CHECK(missing == "");
}

TEST_CASE(
    "a slide tells what was said in large letters, and the way to what was done stays behind the start") {
  UiRobot robot(landscape);
  const View view = sample_view("attract_finding");
  robot.show(view);
  const auto& attract = std::get<AttractView>(view);
  CHECK(letters_of(robot, attract.finding->claim) > letters_of(robot, attract.invitations.front().effort));
  CHECK(letters_of(robot, attract.did.label) < letters_of(robot, attract.invitations.front().start.words));
}
