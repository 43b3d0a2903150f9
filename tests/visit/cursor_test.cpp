// Where a visit stands: whatever disappears, it stands on a screen that is there, and only next() ends it.
#include <doctest/doctest.h>

#include "support/scenario.h"

using namespace buurtpeil;

namespace {

const std::string shrinking = R"(
| survey |
| | type | name | label | repeat_count | required |
| | begin_repeat | place | Place | if(count(${again}[. = 'no']) > 0, 1, 3) | |
| | text | name | Which place? | | |
| | select_one yn | again | One more after this? | | |
| | end_repeat | | | | |
| | text | last | And what else? | | yes |
| choices |
| | list_name | name | label |
| | yn | yes | Yes |
| | yn | no | No |
)";

}  // namespace

TEST_CASE("a repeat that shrinks below the visitor leads to what comes after it, not to the end") {
  Scenario visit{shrinking};
  visit.next().answer("place[1]/again", "yes").next().fill("place[2]/again", "no");
  CHECK(visit.question() == "last");
  CHECK(visit.progress() == "3 of 3");
  visit.next();
  CHECK(visit.complaint() == "last: required");
  visit.answer("last", "A pond");
  CHECK(visit.question() == "end");
  CHECK(visit.answers(Status::finished) == "place[1]/name: skipped; place[1]/again=yes; last=A pond");
}

TEST_CASE("where nothing comes after what disappears, the last screen that is left is shown") {
  Scenario visit{R"(
| survey |
| | type | name | label | repeat_count |
| | text | first | First? | |
| | begin_repeat | place | Place | if(count(${again}[. = 'no']) > 0, 0, 2) |
| | text | again | Again? | |
| | end_repeat | | | |
)"};
  visit.next().next().fill("place[2]/again", "no");
  CHECK(visit.question() == "first");
  CHECK(visit.progress() == "1 of 1");
  visit.next();
  CHECK(visit.question() == "end");
  CHECK(visit.answers(Status::finished) == "first: skipped");
}

TEST_CASE("when an answer takes away all there is to ask, nothing is left and the visit is at its end") {
  Scenario visit{R"(
| survey |
| | type | name | label | repeat_count |
| | begin_repeat | place | Place | if(count(${again}[. = 'no']) > 0, 0, 2) |
| | text | again | Again? | |
| | end_repeat | | | |
)"};
  visit.fill("place[1]/again", "no");
  CHECK(visit.question() == "end");
  CHECK(visit.progress() == "1 of 0");
  CHECK(visit.visit().at_start());
  visit.back().next().restart();
  CHECK(visit.question() == "end");
  CHECK(visit.answers(Status::finished) == "");
}

TEST_CASE("a place in a repeat within a repeat disappears with either of them") {
  const auto visit_of = [](const std::string& streets, const std::string& trees) {
    return Scenario{R"(
| survey |
| | type | name | label | repeat_count |
| | begin_repeat | street | Street | )" +
                    streets + R"( |
| | begin_repeat | tree | Tree | )" +
                    trees + R"( |
| | text | kind | Kind? | |
| | end_repeat | | | |
| | text | more | More? | |
| | end_repeat | | | |
| | text | last | Last? | |
)"};
  };
  Scenario outer = visit_of("if(count(${kind}[. = 'x']) > 0, 1, 2)", "2");
  outer.next().next().next().next().fill("street[2]/tree[2]/kind", "x");
  CHECK(outer.question() == "last");
  Scenario inner = visit_of("2", "if(count(${kind}[. = 'x']) > 0, 1, 2)");
  inner.next().fill("street[1]/tree[2]/kind", "x");
  CHECK(inner.question() == "street[1]/more");
}

TEST_CASE("a field-list all of whose questions become irrelevant while it is shown gives way to the next") {
  Scenario visit{R"(
| survey |
| | type | name | label | relevant | repeat_count | appearance | trigger | calculation |
| | text | first | First? | | | | | |
| | begin_repeat | place | Place | | 2 | | | |
| | begin_group | both | Both | | | field-list | | |
| | text | a | A? | ../gone = '' | | | | |
| | text | b | B? | ../gone = '' | | | | |
| | calculate | gone | | | | | ${a} | 'yes' |
| | end_group | | | | | | | |
| | end_repeat | | | | | | | |
)"};
  visit.next().fill("place[1]/both/a", "x");
  CHECK(visit.question() == "place[2]/both/a place[2]/both/b");
  visit.fill("place[2]/both/a", "x");
  CHECK(visit.question() == "first");
  visit.next();
  CHECK(visit.question() == "end");
}

TEST_CASE("a screen without anything to ask is not shown, whatever stands behind it") {
  Scenario visit{R"(
| survey |
| | type | name | label | relevant | calculation | appearance |
| | begin_group | g | Together | | | field-list |
| | text | never | Never asked | 1 = 2 | | |
| | end_group | | | | | |
| | select_one kind or_other | kind | | | 'other' | |
| | text | more | More? | | | |
| choices |
| | list_name | name | label |
| | kind | a | A |
)"};
  CHECK(visit.question() == "kind_other");
  CHECK(visit.progress() == "1 of 2");
  visit.next();
  CHECK(visit.question() == "more");
}

TEST_CASE("a form all of whose screens are irrelevant is at its end, and stays there") {
  Scenario visit{R"(
| survey |
| | type | name | label | relevant |
| | text | a | A? | 1 = 2 |
| | begin_group | g | G | 1 = 2 |
| | text | b | B? | |
| | end_group | | | |
)"};
  CHECK(visit.question() == "end");
  visit.back().next().restart();
  CHECK(visit.question() == "end");
  CHECK_FALSE(visit.visit().has_answers());
  CHECK(visit.answers(Status::finished) == "a: not_asked; g/b: not_asked");
}

TEST_CASE("what comes up behind the visitor is shown before the end, and must be answered if required") {
  Scenario visit{R"(
| survey |
| | type | name | label | relevant | required |
| | text | why | Why? | ${last} = 'yes' | yes |
| | text | how | How? | ${last} = 'yes' | |
| | note | told | Told. | ${last} = 'yes' | |
| | text | last | Last? | | |
)"};
  visit.answer("last", "yes");
  CHECK(visit.question() == "why");
  CHECK(visit.complaint() == "");
  visit.next();
  CHECK(visit.complaint() == "why: required");
  visit.answer("why", "So").next();
  CHECK(visit.question() == "told");
  visit.next().next();
  CHECK(visit.question() == "end");
  CHECK(visit.answers(Status::finished) == "why=So; how: skipped; last=yes");
}

TEST_CASE("what another language brings up at the end is asked") {
  Scenario visit{R"(
| survey |
| | type | name | label::Nederlands (nl) | label::English (en) | relevant |
| | select_one yn | a | A? | A? | |
| | text | b | B? | B? | jr:choice-name(${a}, '${a}') = 'Yes' |
| choices |
| | list_name | name | label::Nederlands (nl) | label::English (en) |
| | yn | yes | Ja | Yes |
)"};
  visit.answer("a", "yes");
  CHECK(visit.question() == "end");
  visit.speak("en");
  CHECK(visit.question() == "b");
  visit.speak("nl");
  CHECK(visit.question() == "a");
  visit.next();
  CHECK(visit.question() == "end");
}

TEST_CASE("a refusal holds where it makes its own question disappear") {
  Scenario visit{shrinking};
  visit.next().answer("place[1]/again", "yes").next().fill("place[2]/again", "yes");
  visit.next().next().fill("place[3]/again", "no");
  CHECK(visit.question() == "last");
  visit.back().refuse("place[1]/again");
  CHECK(visit.answers() == "place[1]/name: skipped; place[1]/again: refused; last: not_reached");
}

TEST_CASE("after an added instance its first question is shown, also where a field-list holds the repeat") {
  Scenario visit{R"(
| survey |
| | type | name | label | appearance |
| | begin_group | all | All | field-list |
| | text | who | Who? | |
| | begin_repeat | tree | Tree | |
| | text | kind | Kind? | |
| | end_repeat | | | |
| | end_group | | | |
)"};
  CHECK(visit.question() == "all/who all/tree[1]/kind");
  visit.next();
  CHECK(visit.question() == "all/tree");
  visit.visit().add_instance("all/tree", visit.now());
  CHECK(visit.question() == "all/who all/tree[1]/kind all/tree[2]/kind");
}

TEST_CASE("a draft whose place is not there goes on at the next one, or at what is still open") {
  Scenario visit{shrinking};
  visit.answer("place[1]/name", "Park").answer("place[1]/again", "no");
  CHECK(visit.question() == "last");
  const auto resumed_at = [&](const std::string& place) {
    Draft draft = visit.visit().draft(visit.now());
    draft.place = place;
    const std::optional<Visit> resumed = Visit::resume(visit.form(), draft, visit.now());
    REQUIRE(resumed);
    return resumed->prompts().at(0).path;
  };
  CHECK(resumed_at("place[1]/name") == "place[1]/name");
  CHECK(resumed_at("place[3]/again") == "last");
  CHECK(resumed_at("nowhere") == "last");
  CHECK(resumed_at("") == "last");
}
