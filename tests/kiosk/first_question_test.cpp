// The invitation that asks the first question (kiosk_first): one touch is the answer and the beginning, and
// nothing is kept of somebody who was never told who asks and why.
#include <doctest/doctest.h>

#include <set>

#include "kiosk/forms.h"
#include "support/at_kiosk.h"

using namespace buurtpeil;

namespace {

const std::string mood_form = R"(
| survey |
| | type            | name  | label::English (en) | label::Nederlands (nl) | appearance   | required |
| | select_one mood | mood  | How is your street? | Hoe is uw straat?      | likert faces | yes    |
| | text            | why   | Why?                | Waarom?                |              |          |
| choices |
| | list_name | name | label::English (en) | label::Nederlands (nl) |
| | mood      | bad  | Bad                 | Slecht                 |
| | mood      | soso | So-so               | Gaat wel               |
| | mood      | good | Good                | Goed                   |
| settings |
| | form_id | kiosk_first | kiosk_intro::English (en) | kiosk_intro::Nederlands (nl) |
| | mood    | yes         | We ask.                   | Wij vragen.            |
)";

const event::Choose good{"mood", "good"};

}  // namespace

TEST_CASE("with kiosk_first the invitation asks the first question, and the touch is the answer") {
  AtKiosk visitor{mood_form};
  CHECK(visitor.screen() ==
        "attract en\n"
        "? mood: How is your street?\n"
        "  as faces, without marks\n"
        "  ( ) bad: Bad\n"
        "  ( ) soso: So-so\n"
        "  ( ) good: Good\n"
        "  attract_answer\n"
        "  en: attract_invitation | attract_effort 2 1 | attract_start\n"
        "  nl: nl.attract_invitation | nl.attract_effort 2 1 | nl.attract_start\n");
  visitor.does(good);
  CHECK(visitor.screen() ==
        "intro en\n"
        "intro_answer: Good. intro_answer_kept\n"
        "intro_title_answered\n"
        "  We ask.\n"
        "start: next | back: back | language: language\n");
  visitor.does(event::Start{});
  CHECK(visitor.screen().starts_with("question en\n100% progress question_number 2 2\n? why: Why?\n"));
  visitor.does(event::Back{});
  CHECK(visitor.screen().find("(x) good: Good") != std::string::npos);
  visitor.does(event::Next{}).does(event::Next{});
  CHECK(visitor.stored() == "finished en mood=good why:skipped seconds=3\n");
}

TEST_CASE("nothing is stored of who touched an answer and did not go on from what they were told") {
  AtKiosk visitor{mood_form};
  visitor.does(good);
  SUBCASE("went back") { visitor.does(event::Back{}); }
  SUBCASE("walked away") {
    visitor.waits(120'000);
    CHECK(visitor.head() == "still_there en");
    visitor.waits(30'000);
  }
  SUBCASE("said that they stop") { visitor.waits(120'000).does(event::Leave{}); }
  SUBCASE("the power failed") { visitor.restarts_after(1000); }
  SUBCASE("staff came") { visitor.does(event::AskStaff{}).does(event::Back{}); }
  CHECK(visitor.head() == "attract en");
  visitor.restarts_after(1000);
  CHECK(visitor.head() == "attract en");  // no draft either
  CHECK(visitor.stored() == "");
  visitor.does(event::Start{}).does(event::Start{});
  CHECK(visitor.screen().starts_with(
      "question en\n50% progress question_number 1 2\n"));  // the next one has answered nothing
  CHECK(visitor.screen().find("(x)") == std::string::npos);
}

TEST_CASE("what was touched is on the disk when who was told has gone on") {
  AtKiosk visitor{mood_form};
  visitor.does(good).does(event::Start{}).restarts_after(1000);
  CHECK(visitor.head() == "still_there en");
  visitor.waits(30'000);
  CHECK(visitor.stored() == "abandoned en mood=good why:not_reached seconds=0\n");
}

TEST_CASE("languages are one touch away, before an answer and after it") {
  AtKiosk visitor{mood_form};
  SUBCASE("a line of the invitation begins in its language, and the question comes in its turn") {
    visitor.does(event::ChooseLanguage{"nl"}).does(event::Start{});
    CHECK(visitor.screen().starts_with(
        "question nl\n50% nl.progress nl.question_number 1 2\n? mood: Hoe is uw straat?\n"));
  }
  SUBCASE("the answer is there in the other language") {
    visitor.does(good).does(event::ShowLanguages{}).does(event::ChooseLanguage{"nl"});
    CHECK(visitor.screen() ==
          "intro nl\n"
          "nl.intro_answer: Goed. nl.intro_answer_kept\n"
          "nl.intro_title_answered\n"
          "  Wij vragen.\n"
          "start: nl.next | back: nl.back | language: nl.language\n");
    visitor.does(event::Start{}).does(event::Next{});
    CHECK(visitor.stored() == "finished nl mood=good why:skipped seconds=1\n");
  }
  SUBCASE("a touch elsewhere begins without an answer") {
    visitor.does(event::Start{}).does(event::Start{});
    CHECK(visitor.screen().starts_with("question en\n50% progress question_number 1 2\n"));
  }
}

TEST_CASE("only an answer that the invitation offers begins a visit") {
  AtKiosk visitor{mood_form}, other{street_form};
  visitor.does(event::Choose{"mood", "great"}).does(event::Choose{"why", "good"});
  CHECK(visitor.head() == "attract en");
  other.does(event::Choose{"garden", "yes"});
  CHECK(other.head() == "attract en");
}

TEST_CASE("a tablet has no invitation, and asks everything in its turn") {
  Config config;
  config.mode = Mode::tablet;
  AtKiosk visitor{mood_form, config};
  CHECK(visitor.head() == "language en");
  visitor.does(event::ChooseLanguage{"en"}).does(good);
  CHECK(visitor.head() == "intro en");
  visitor.does(event::Start{});
  CHECK(visitor.screen().starts_with("question en\n50% progress question_number 1 2\n"));
}

TEST_CASE("a form of one question is over when who was told has gone on") {
  AtKiosk visitor{R"(
| survey |
| | type            | name | label |
| | select_one mood | mood | How?  |
| choices |
| | list_name | name | label |
| | mood      | bad  | Bad   |
| | mood      | good | Good  |
| settings |
| | form_id | kiosk_first |
| | mood    | yes         |
)"};
  visitor.does(good).does(event::Start{});
  CHECK(visitor.head() == "thanks en");
  CHECK(visitor.stored() == "finished  mood=good seconds=0\n");
}

TEST_CASE(
    "choices in an order by chance stand on the invitation as the visit has them, and anew for the next") {
  AtKiosk visitor{R"(
| survey |
| | type            | name | label | parameters     |
| | select_one mood | mood | How?  | randomize=true |
| | text            | why  | Why?  |                |
| choices |
| | list_name | name | label |
| | mood      | a    | A     |
| | mood      | b    | B     |
| | mood      | c    | C     |
| | mood      | d    | D     |
| settings |
| | form_id | kiosk_first |
| | mood    | yes         |
)"};
  const auto order = [&] {
    std::string names;
    const std::string screen = visitor.screen();
    for (std::size_t at = screen.find(") "); at != std::string::npos; at = screen.find(") ", at + 1))
      names += screen[at + 2];
    return names;
  };
  std::set<std::string> orders;
  for (int visit = 0; visit < 6; ++visit) {
    const std::string invited = order();
    orders.insert(invited);
    visitor.does(event::Choose{"mood", "c"}).does(event::Start{}).does(event::Back{});
    CHECK(order() == invited);
    visitor.does(event::Leave{}).does(event::Delete{}).does(event::Next{});
  }
  CHECK(orders.size() > 1);
}

TEST_CASE("without faces a scale stands on the invitation as cards, and two faces are none") {
  const auto look_of = [](const std::string& appearance, int choices) {
    std::string form = "| survey |\n| | type | name | label | appearance |\n| | select_one x | q | Q | " +
                       appearance +
                       " |\n| | text | why | Why? | |\n| choices |\n| | list_name | name | label |\n";
    for (int i = 0; i < choices; ++i) form += "| | x | c" + std::to_string(i) + " | C |\n";
    AtKiosk visitor{form + "| settings |\n| | form_id | kiosk_first |\n| | x | yes |\n"};
    const View view = visitor.kiosk().view(visitor.now());
    return std::get<AttractView>(view).first.value().look;
  };
  CHECK(look_of("likert", 2) == ChoiceLook::cards);
  CHECK(look_of("likert", 5) == ChoiceLook::cards);
  CHECK(look_of("likert faces", 2) == ChoiceLook::cards);
  CHECK(look_of("likert faces", 3) == ChoiceLook::faces);
}
