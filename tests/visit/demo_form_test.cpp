// Walks through the demo form: the place comes back in later questions, a choice shows what it means, and
// messages say what to do.
#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "support/scenario.h"

namespace buurtpeil {
namespace {

/// At the question after the one that the invitation asks.
Scenario demo_in(const std::string& language) {
  Scenario visit{"leefomgeving.md"};
  visit.speak(language);
  visit.answer("living", "yes");
  return visit;
}

/// To the question about parking spaces, from the one about the neighbourhood.
Scenario& to_trees(Scenario& visit) { return visit.answer("neighbourhood", "korenrand").next(); }

std::string label_of(Scenario& visit) { return visit.visit().prompts().at(0).label.words; }
std::string group_of(Scenario& visit) { return visit.visit().prompts().at(0).group_label.words; }

}  // namespace

TEST_CASE("the demo form has each neighbourhood on the map") {
  const Scenario visit{"leefomgeving.md"};
  std::string places;
  for (const Choice& choice : visit.form().choices.at("neighbourhood"))
    if (shape_of(choice).kind == GeoShape::Kind::area) places += choice.name + " ";
  CHECK(places ==
        "tolkade zeilhoek lantaarnhoek korenrand gaffelhof kievitskant glazuurhof leemkant ovenhoek ");
}

TEST_CASE("the demo form names the chosen neighbourhood in later questions, in the visitor's language") {
  Scenario visit = demo_in("nl");
  visit.answer("neighbourhood", "korenrand");
  CHECK(group_of(visit) == "Hoe is het nu in Korenrand?");
  visit.speak("ar");
  CHECK(group_of(visit) == "كيف هو الوضع الآن في كورنراند (Korenrand)؟");
  visit.next().next();
  CHECK(label_of(visit) == "تخيّلوا أن في كورنراند (Korenrand) مساحة خضراء كبيرة. ماذا تختارون لهذا المكان؟");
  visit.speak("uk");
  CHECK(label_of(visit) ==
        "Коренранд (Korenrand): уявіть, що тут є велика зелена ділянка. Що ви оберете для цього місця?");
  visit.speak("nl");
  CHECK(label_of(visit) == "Stel: in Korenrand ligt een groot grasveld. Wat kiest u voor die plek?");
}

TEST_CASE("the demo form names the municipality where a visitor would rather not say the neighbourhood") {
  Scenario visit = demo_in("nl");
  visit.refuse("neighbourhood");
  CHECK(group_of(visit) == "Hoe is het nu in Elzermonde?");
}

TEST_CASE("the demo form lets a visitor pass over everything, with a word about the place") {
  Scenario visit{"leefomgeving.md"};
  visit.speak("en");
  CHECK(visit.question() == "living");
  CHECK(visit.next().next().complaint() == "neighbourhood: required");
  visit.refuse("neighbourhood");
  CHECK(group_of(visit) == "What is it like in Elzermonde now?");
  std::string seen;
  for (int screen = 0; screen < 20 && visit.question() != "end"; ++screen) {
    seen += visit.question() + "\n";
    visit.next();
  }
  CHECK(seen ==
        "situation/green situation/traffic\ntrees\nfield\nheating\nthemes\ndecider\nbacked\nspot\nidea\n");
}

TEST_CASE("the demo form says in every language how many parking spaces there are") {
  const std::vector<std::pair<const char*, std::string>> messages = {
      {"nl", "Er zijn 20 parkeerplaatsen. Typ een getal van 0 tot en met 20."},
      {"en", "There are 20 parking spaces. Type a number from 0 to 20."},
      {"tr", "20 park yeri var. 0 ile 20 arasında bir sayı yazın."},
      {"pl", "Jest 20 miejsc parkingowych. Proszę wpisać liczbę od 0 do 20."},
      {"uk", "Є 20 місць для паркування. Введіть число від 0 до 20."},
      {"ar", "يوجد 20 موقفًا. اكتبوا عددًا من 0 إلى 20."}};
  for (const auto& [language, message] : messages) {
    CAPTURE(language);
    Scenario visit = demo_in(language);
    CHECK(to_trees(visit).answer("trees", "21").complaint() == "trees: constraint, " + message);
  }
}

TEST_CASE("the demo form shows what a number of trees means in one's own street") {
  Scenario visit = demo_in("nl");
  to_trees(visit).answer("trees", "6");
  CHECK(label_of(visit) ==
        "Zo wordt uw straat. Bomen erbij: 6. Parkeerplaatsen die blijven: 14. Past dat bij u?");
  CHECK(visit.back().answer("trees", "0").question() == "field");
}

TEST_CASE("the demo form asks where else homes can go only of who keeps the whole field green") {
  Scenario visit = demo_in("nl");
  CHECK(to_trees(visit).next().answer("field", "high_half").question() == "heating");
  CHECK(visit.back().answer("field", "green").question() == "elsewhere");
}

TEST_CASE("the demo form takes three themes at most") {
  Scenario visit = demo_in("nl");
  to_trees(visit).next().next().next().answer("themes", "trees traffic homes energy");
  CHECK(visit.complaint() ==
        "themes: constraint, Kies er hooguit drie. Tik nog eens op een antwoord om het weg te halen.");
  CHECK(visit.answer("themes", "trees traffic homes").question() == "decider");
}

TEST_CASE("the demo form takes an idea of 300 letters, whatever their script") {
  std::string idea;
  for (int letter = 0; letter < 300; ++letter) idea += "ї";
  Scenario visit = demo_in("uk");
  to_trees(visit).next().next().next().next().next().next().next().answer("idea", idea + "ї");
  CHECK(visit.complaint() == "idea: constraint, Ваша ідея задовга. Скоротіть її: не більше 300 знаків.");
  CHECK(visit.answer("idea", idea).question() == "end");
}

TEST_CASE("a whole walk through the demo form") {
  Scenario visit = demo_in("nl");
  visit.answer("neighbourhood", "zeilhoek");
  visit.fill("situation/green", "too_little").next().answer("trees", "6").answer("fits", "if_nearby");
  visit.answer("field", "low_half").answer("heating", "network").answer("themes", "homes trees");
  visit.answer("decider", "together").answer("backed", "idea-3f0c61a9d2b4");
  visit.answer("spot", "52.7484 5.4125 0 0").answer("idea", "Een pluktuin.");
  CHECK(visit.question() == "end");
  CHECK(visit.answers(Status::finished) ==
        "living=yes; neighbourhood=zeilhoek; place=Zeilhoek; situation/green=too_little; "
        "situation/traffic: skipped; trees=6; spaces_left=14; fits=if_nearby; field=low_half; "
        "elsewhere: not_asked; heating=network; themes=homes trees; decider=together; "
        "backed=idea-3f0c61a9d2b4; spot=52.7484000 5.4125000 0 0; spot_way=; idea=Een pluktuin.");
}

}  // namespace buurtpeil
