// A visit from the invitation to the thanks, as the visitor sees it.
#include <doctest/doctest.h>

#include "kiosk/forms.h"
#include "support/at_kiosk.h"

using namespace buurtpeil;

TEST_CASE("the kiosk invites in every language of the form, the default one first") {
  Config config;
  config.municipality = "Gemeente Voorbeeld";
  config.kind = StoreKind::trial;
  const AtKiosk visitor{street_form, config};
  CHECK(visitor.screen() ==
        "attract en | Gemeente Voorbeeld | trial\n"
        "  en: attract_invitation | attract_effort from_to 2 3 1 | attract_start\n"
        "  nl: nl.attract_invitation | nl.attract_effort nl.from_to 2 3 1 | nl.attract_start\n"
        "  ar rtl: ar.attract_invitation | ar.attract_effort ar.from_to 2 3 1 | ar.attract_start\n");
}

TEST_CASE("a visitor chooses a language, reads what it is about, answers, and is thanked") {
  AtKiosk visitor{street_form};
  visitor.does(event::ShowLanguages{});
  CHECK(visitor.screen() ==
        "language en\n"
        "  en: English\n"
        "  nl: Nederlands\n"
        "  ar rtl: العربية\n"
        "back: back\n");
  visitor.does(event::ChooseLanguage{"nl"});
  CHECK(visitor.screen() ==
        "intro nl\n"
        "nl.intro_title\n"
        "  nl.intro_effort nl.from_to 2 3 1\n"
        "  nl.intro_answers\n"
        "  nl.intro_unknown\n"
        "  nl.intro_names\n"
        "  nl.intro_stop\n"
        "start: nl.intro_start | back: nl.back | language: nl.language\n");
  visitor.does(event::Start{});
  CHECK(visitor.screen() ==
        "question nl\n"
        "33% nl.progress nl.question_number 1 nl.at_most 3\n"
        "? garden: Hebt u een tuin?\n"
        "  ( ) yes: Ja\n"
        "  ( ) no: Nee\n"
        "  [ ] nl.refuse\n"
        "next: nl.next | leave: nl.leave | language: nl.language\n");
  visitor.does(event::Choose{"garden", "yes"}).does(event::Next{});
  CHECK(visitor.screen() ==
        "question nl\n"
        "67% nl.progress nl.question_number 2 3\n"
        "? size: Hoe groot is hij?\n"
        "  number: ''\n"
        "  nl.type_number\n"
        "next: nl.next | back: nl.back | leave: nl.leave | language: nl.language\n");
  visitor.does(event::Write{"size", "2,5"}).does(event::Next{});
  visitor.does(event::Choose{"trees", "oak"}).does(event::Choose{"trees", "elm"});
  CHECK(visitor.screen() ==
        "question nl\n"
        "100% nl.progress nl.question_number 3 3\n"
        "? trees: Welke bomen?\n"
        "  [x] elm: Iep\n"
        "  [x] oak: Eik\n"
        "  nl.several\n"
        "next: nl.finish | back: nl.back | leave: nl.leave | language: nl.language\n");
  visitor.does(event::Next{});
  CHECK(visitor.screen() ==
        "thanks nl\n"
        "nl.thanks_title\n"
        "  nl.thanks_saved\n"
        "  nl.thanks_unknown\n"
        "done: nl.thanks_done\n");
  visitor.does(event::Next{});
  CHECK(visitor.head() == "attract en");
  CHECK(visitor.stored() == "finished nl garden=yes size=2.5 trees=elm oak seconds=7\n");
}

TEST_CASE("a visitor who touches the invitation in a language is not asked for one") {
  AtKiosk visitor{street_form};
  visitor.does(event::ChooseLanguage{"ar"});
  CHECK(visitor.head() == "intro ar rtl");
}

TEST_CASE("the invitation's own button begins in the language that it is in, and any other is a touch away") {
  AtKiosk visitor{street_form};
  visitor.does(event::Start{});
  CHECK(visitor.head() == "intro en");
  visitor.does(event::ShowLanguages{}).does(event::ChooseLanguage{"nl"});
  CHECK(visitor.head() == "intro nl");
}

TEST_CASE("who looks at the languages and chooses none is back where they were") {
  AtKiosk visitor{street_form};
  visitor.does(event::ShowLanguages{}).does(event::Back{});
  CHECK(visitor.head() == "attract en");
  visitor.does(event::Start{}).does(event::ShowLanguages{}).does(event::Back{});
  CHECK(visitor.head() == "intro en");
}

TEST_CASE("a number is shown with the language's own decimal sign") {
  AtKiosk visitor{street_form};
  visitor.begins("nl")
      .does(event::Choose{"garden", "yes"})
      .does(event::Next{})
      .does(event::Write{"size", "2,5"});
  CHECK(visitor.screen().find("number: '2,5'") != std::string::npos);
  visitor.does(event::ShowLanguages{}).does(event::ChooseLanguage{"en"});
  CHECK(visitor.screen() ==
        "question en\n"
        "67% progress question_number 2 3\n"
        "? size: How large is it?\n"
        "  number: '2.5'\n"
        "  type_number\n"
        "next: next | back: back | leave: leave | language: language\n");
}

TEST_CASE("the language screen opened during a visit leads back without losing an answer") {
  AtKiosk visitor{street_form};
  visitor.begins().does(event::Choose{"garden", "no"}).does(event::ShowLanguages{});
  CHECK(visitor.screen() ==
        "language en\n"
        "  en: English\n"
        "  nl: Nederlands\n"
        "  ar rtl: العربية\n"
        "back: back\n");
  visitor.does(event::Back{});
  CHECK(visitor.head() == "question en");
  visitor.does(event::ShowLanguages{}).does(event::ChooseLanguage{"ar"});
  CHECK(visitor.screen() ==
        "question ar rtl\n"
        "33% ar.progress ar.question_number 1 ar.at_most 3\n"
        "? garden: هل لديك حديقة؟\n"
        "  ( ) yes: نعم\n"
        "  (x) no: لا\n"
        "  [ ] ar.refuse\n"
        "next: ar.next | leave: ar.leave | language: ar.language\n");
}

TEST_CASE("what is wrong with an answer stands beside the question, in the form's words or the kiosk's own") {
  AtKiosk visitor{street_form};
  visitor.begins().does(event::Next{});
  CHECK(visitor.screen() ==
        "question en\n"
        "33% progress question_number 1 at_most 3\n"
        "? garden: Do you have a garden?\n"
        "  ( ) yes: Yes\n"
        "  ( ) no: No\n"
        "  ! complaint_required refuse\n"
        "  [ ] refuse\n"
        "next: next | leave: leave | language: language\n");
  visitor.does(event::Choose{"garden", "yes"})
      .does(event::Next{})
      .does(event::Write{"size", "1000"})
      .does(event::Next{});
  CHECK(visitor.screen() ==
        "question en\n"
        "67% progress question_number 2 3\n"
        "? size: How large is it?\n"
        "  number: '1000'\n"
        "  type_number\n"
        "  ! Less than 1000, please.\n"
        "next: next | back: back | leave: leave | language: language\n");
}

TEST_CASE("who would rather not say goes on, and may take it back") {
  AtKiosk visitor{street_form};
  visitor.begins().does(event::Refuse{"garden"});
  CHECK(visitor.screen().find("[x] refuse") != std::string::npos);
  visitor.does(event::Refuse{"garden"});
  CHECK(visitor.screen().find("[ ] refuse") != std::string::npos);
  visitor.does(event::Refuse{"garden"})
      .does(event::Next{})
      .does(event::Choose{"trees", "elm"})
      .does(event::Next{});
  CHECK(visitor.stored() == "finished en garden:refused size:not_asked trees=elm seconds=6\n");
}

TEST_CASE("a single choice replaces the one before; several are taken away by another tap") {
  AtKiosk visitor{street_form};
  visitor.begins()
      .does(event::Choose{"garden", "yes"})
      .does(event::Choose{"garden", "no"})
      .does(event::Next{});
  visitor.does(event::Choose{"trees", "oak"})
      .does(event::Choose{"trees", "elm"})
      .does(event::Choose{"trees", "oak"});
  visitor.does(event::Next{});
  CHECK(visitor.stored() == "finished en garden=no size:not_asked trees=elm seconds=7\n");
}

TEST_CASE("events that do not belong to what is on the screen change nothing") {
  AtKiosk visitor{street_form};
  visitor.does(event::Next{}).does(event::Write{"size", "5"}).does(event::Keep{}).does(event::Touch{});
  CHECK(visitor.head() == "attract en");
  visitor.begins();
  const std::string before = visitor.screen();
  visitor.does(event::Choose{"garden", "perhaps"})
      .does(event::Choose{"trees", "oak"})
      .does(event::Write{"size", "5"});
  visitor.does(event::Refuse{"nobody"})
      .does(event::Stay{})
      .does(event::Delete{})
      .does(event::ChooseLanguage{"nl"});
  CHECK(visitor.screen() == before);
  CHECK(visitor.stored() == "");
}

TEST_CASE(
    "the form's own words stand on the pages around the questions; one language needs no language page") {
  AtKiosk visitor{R"(| survey |
| | type | name | label | required |
| | integer | age | How old is your street? | yes |
| settings |
| | form_id | kiosk_attract | kiosk_intro | kiosk_thanks | kiosk_refuse |
| | plain | Do you know your street? | We ask.<br>You answer. | On 1 June you hear more. | no |
)"};  // which does not say that it is English
  CHECK(visitor.screen() ==
        "attract en\n"
        "  en: Do you know your street? | attract_effort 1 1 | attract_start\n");
  visitor.does(event::Start{});
  CHECK(visitor.screen() ==
        "intro en\n"
        "intro_title\n"
        "  We ask.\n"
        "  You answer.\n"
        "start: intro_start | back: back\n");
  visitor.does(event::Start{}).does(event::Next{});
  CHECK(visitor.screen() ==
        "question en\n"
        "100% progress question_number 1 1\n"
        "? age: How old is your street?\n"
        "  whole number: ''\n"
        "  type_whole_number\n"
        "  ! complaint_required_only\n"
        "next: finish | leave: leave\n");
  visitor.does(event::Write{"age", "12"}).does(event::Next{});
  CHECK(visitor.screen() ==
        "thanks en\n"
        "thanks_title\n"
        "  thanks_saved\n"
        "  On 1 June you hear more.\n"
        "done: thanks_done\n");
}

TEST_CASE("the configuration says which languages are offered, and in which order") {
  Config config;
  config.languages = {"ar", "xx", "nl"};
  AtKiosk visitor{street_form, config};
  visitor.does(event::ShowLanguages{});
  CHECK(visitor.screen() ==
        "language ar rtl\n"
        "  ar rtl: العربية\n"
        "  nl: Nederlands\n"
        "back: ar.back\n");
}

TEST_CASE("a kiosk that begins in one language does not ask for it, but offers the others") {
  Config config;
  config.language = "nl";
  AtKiosk visitor{street_form, config};
  CHECK(visitor.head() == "attract nl");
  visitor.does(event::Start{});
  CHECK(visitor.head() == "intro nl");
  visitor.does(event::ShowLanguages{});
  CHECK(visitor.head() == "language nl");
}
