// What a visitor meets where a form has nothing to ask, or nothing to ask any more.
#include <doctest/doctest.h>

#include "support/at_kiosk.h"

using namespace buurtpeil;

namespace {

/// Nothing is asked once a place is "gone".
const std::string places = R"(
| survey |
| | type | name | label::English (en) | label::Nederlands (nl) | repeat_count |
| | begin_repeat | place | Place | Plek | if(count(${name}[. = 'gone']) > 0, 0, 2) |
| | text | name | Which? | Welke? | |
| | end_repeat | | | | |
)";

}  // namespace

TEST_CASE("a form that asks nothing thanks at once, and stores nothing") {
  AtKiosk visitor{R"(
| survey |
| | type | name | label::English (en) | relevant |
| | text | a | A? | 1 = 2 |
)"};
  visitor.begins();
  CHECK(visitor.head() == "thanks en");
  CHECK(visitor.stored() == "");
}

TEST_CASE("an answer that leaves nothing to ask ends the visit") {
  AtKiosk visitor{places};
  visitor.begins();
  CHECK(visitor.head() == "question en");
  visitor.does(event::Write{"place[1]/name", "Park"}).does(event::Next{});
  visitor.does(event::Write{"place[2]/name", "gone"});
  CHECK(visitor.head() == "thanks en");
  CHECK(visitor.stored() == "");
}

TEST_CASE("a language in which there is nothing to ask ends the visit too") {
  AtKiosk visitor{R"(
| survey |
| | type | name | label::English (en) | label::Nederlands (nl) | calculation | relevant |
| | calculate | here | | | jr:itext('yn-0') | |
| | text | a | A? | A? | | ${here} = 'Yes' |
| choices |
| | list_name | name | label::English (en) | label::Nederlands (nl) |
| | yn | yes | Yes | Ja |
)"};
  visitor.begins();
  CHECK(visitor.head() == "question en");
  visitor.does(event::ShowLanguages{}).does(event::ChooseLanguage{"nl"});
  CHECK(visitor.head() == "thanks nl");
}

TEST_CASE("points of which one is there only while another has some are taken back together") {
  AtKiosk visitor{R"(
| survey |
| | type | name | label::English (en) | appearance | parameters | required | relevant |
| | begin_group | split | Divide | field-list points | total=100 | | |
| | integer | trees | Trees | | | yes | |
| | integer | homes | Homes | | | yes | ${trees} > 0 |
| | integer | roads | Roads | | | yes | |
| | end_group | | | | | | |
)"};
  visitor.begins().does(event::Write{"split/trees", "40"}).does(event::Write{"split/homes", "60"});
  visitor.does(event::Write{"split", ""});
  CHECK(visitor.head() == "question en");
  visitor.does(event::Refuse{"split"}).does(event::Next{});
  CHECK(visitor.stored() ==
        "finished en split/trees:refused split/homes:not_asked split/roads:refused "
        "seconds=5\n");
}

TEST_CASE("where a filter leaves no choice, that is said, and there is a way on") {
  for (const std::string refuse : {"yes", "no"}) {
    AtKiosk visitor{R"(
| survey |
| | type             | name  | label::English (en) | choice_filter  | required | appearance |
| | select_one kind  | kind  | Which kind?         |                | yes      |            |
| | select_one which | which | Which one?          | kind = ${kind} | yes      |            |
| choices |
| | list_name | name  | label::English (en) | kind |
| | kind      | tree  | A tree              |      |
| | kind      | bench | A bench             |      |
| | which     | oak   | An oak              | tree |
| settings |
| | kiosk_refuse |
| | )" + refuse + " |\n"};
    visitor.begins().does(event::Choose{"kind", "bench"}).does(event::Next{});
    CHECK(visitor.screen() ==
          "question en\n"
          "100% progress question_number 2 2\n"
          "? which: Which one? (nothing_to_choose)\n"
          "next: finish | back: back | leave: leave\n");
    visitor.does(event::Next{});
    CHECK(visitor.head() == "thanks en");
    CHECK(visitor.stored() == "finished en kind=bench which:skipped seconds=3\n");
  }
}

TEST_CASE("that there is nothing to choose is said whatever the list looks like, and among other questions") {
  for (const std::string type : {"select_one", "select_multiple", "rank"})
    for (const std::string look :
         {"minimal", "likert", "columns-2", "list-nolabel", "autocomplete", "quick"}) {
      AtKiosk visitor{R"(
| survey |
| | type        | name  | label::English (en) | choice_filter | required | appearance |
| | begin_group | g     | All of it           |               |          | field-list |
| | )" + type + R"( which | which | Which one? | kind = ${kind} | yes | )" +
                      look + R"( |
| | text        | kind  | Kind?               |               |          |            |
| | end_group   |       |                     |               |          |            |
| | text        | last  | Last?               |               |          |            |
| choices |
| | list_name | name  | label::English (en) | kind |
| | which     | oak   | An oak              | tree |
| | which     | elm   | An elm              | tree |
)"};
      visitor.begins();
      CAPTURE(type);
      CAPTURE(look);
      INFO(visitor.screen());
      CHECK(visitor.screen().find("? g/which: Which one? (nothing_to_choose)\n? g/kind: Kind?\n") !=
            std::string::npos);
      CHECK(visitor.screen().find("next: next |") != std::string::npos);
      visitor.does(event::Write{"g/kind", "tree"});
      CHECK(visitor.screen().find("oak") != std::string::npos);
      visitor.does(event::Next{});
      CHECK(visitor.screen().find("complaint_required") != std::string::npos);
      visitor.does(event::Write{"g/kind", ""}).does(event::Next{});
      CHECK(visitor.screen().find("? last: Last?\n") != std::string::npos);
    }
}
