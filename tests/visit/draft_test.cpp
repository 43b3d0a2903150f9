// A visit that is stored after every event and taken up again after a restart.
#include <doctest/doctest.h>

#include "support/scenario.h"

using namespace buurtpeil;

namespace {

const std::string garden = R"(
| survey |
| | type         | name   | label     | relevant      | calculation    | default | required |
| | select_one y | garden | Garden?   |               |                |         | yes      |
| | text         | what   | What?     | ${garden}='y' |                | moss    |          |
| | calculate    | draw   |           |               | once(random()) |         |          |
| | text         | idea   | An idea?  |               |                |         |          |
| choices |
| | list_name | name | label |
| | y         | y    | Yes   |
| | y         | n    | No    |
)";

}  // namespace

TEST_CASE("after a restart the visit stands where it stood") {
  Scenario visit{garden};
  visit.answer("garden", "y").answer("what", "Roses").back();
  const std::string response = visit.answers();
  visit.restart();
  CHECK(visit.question() == "what");
  CHECK(visit.answers() == response);
  visit.back().answer("garden", "n").restart();
  CHECK(visit.question() == "idea");
  visit.back().answer("garden", "y");
  CHECK(visit.visit().prompts().at(0).value == "Roses");
}

TEST_CASE("a cleared default stays cleared, a refusal stays refused, and the end stays the end") {
  Scenario visit{garden};
  visit.refuse("garden").answer("idea", "A pond").restart();
  CHECK(visit.question() == "end");
  visit.back().back().answer("garden", "y").answer("what", "").restart();
  CHECK(visit.question() == "idea");
  visit.back();
  CHECK(visit.visit().prompts().at(0).value == "");
}

TEST_CASE("in a repeat a default that was taken away does not come back") {
  Scenario visit{R"(
| survey |
| | type         | name | label | repeat_count | default | trigger | calculation |
| | begin_repeat | tree | Tree  | 2            |         |         |             |
| | text         | a    | A     |              |         |         |             |
| | text         | b    | B     |              | oak     | ${a}    |             |
| | end_repeat   |      |       |              |         |         |             |
)"};
  visit.answer("tree[1]/a", "x");
  CHECK(visit.response() == "tree[1]/a=x; tree[2]/b=oak");
  visit.restart();
  CHECK(visit.response() == "tree[1]/a=x; tree[2]/b=oak");
}

TEST_CASE("a draft is the response as it would be stored if the visitor left now") {
  Scenario visit{garden};
  visit.answer("garden", "n").pass(61'500);
  const Draft draft = visit.visit().draft(visit.now());
  CHECK(draft.place == "idea");
  CHECK(draft.response.status == Status::draft);
  CHECK(draft.response.seconds == 61);
  CHECK(to_iso_local(draft.response.ended) == "2026-03-01T19:05:08.623+01:00");
  visit.restart().pass(10'000);
  const Response response = visit.visit().response(Status::finished, visit.now());
  CHECK(response.seconds == 71);
  CHECK(response.id == "uuid:1");
  CHECK(response.kiosk == "hall");
  CHECK(to_iso_local(response.started) == "2026-03-01T19:04:07.123+01:00");
}

TEST_CASE("a long draft is taken up whole, with as many evaluations as it has expressions") {
  const auto evaluations_of = [](int instances) {
    Scenario visit{R"(
| survey |
| | type         | name   | label    | repeat_count | default | calculation      |
| | begin_repeat | street | A street | 10           |         |                  |
| | begin_repeat | tree   | A tree   | )" +
                   std::to_string(instances) + R"( | | |
| | text         | kind   | Kind?    |              | 'oak'   |                  |
| | calculate    | path   |          |              |         | position(../..)  |
| | end_repeat   |        |          |              |         |                  |
| | end_repeat   |        |          |              |         |                  |
)"};
    visit.answer("street[1]/tree[1]/kind", "elm");
    const std::string response = visit.response();
    const std::string place = visit.question();
    visit.restart();
    CHECK(visit.response() == response);
    CHECK(visit.question() == place);
    return visit.visit().evaluations();
  };
  CHECK(evaluations_of(10) == 10 * 10 + 10 + 1);  // a calculation each, and the counts
  CHECK(evaluations_of(100) == 10 * 100 + 10 + 1);
}

TEST_CASE("a draft that is of another form, or is no draft, is not taken up") {
  Scenario visit{garden};
  visit.answer("garden", "y");
  const Draft draft = visit.visit().draft(visit.now());
  for (const char* working :
       {"", "{", "[]", "{\"layout\":1,\"seed\":1,\"values\":{}}", "{\"layout\":2,\"seed\":\"x\"}",
        "{\"layout\":2,\"seed\":1,\"values\":{\"nowhere\":{}}}",
        "{\"layout\":2,\"seed\":1,\"values\":{\"garden\":{\"text\":5}}}"}) {
    Draft broken = draft;
    broken.working = working;
    CHECK_FALSE(Visit::resume(visit.form(), broken, visit.now()));
  }
  Draft foreign = draft;
  foreign.response.form_hash = "another";
  CHECK_FALSE(Visit::resume(visit.form(), foreign, visit.now()));
}
