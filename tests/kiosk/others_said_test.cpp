// After the thanks: what others said, from the tenth person on.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>

#include "kiosk/at_staff.h"
#include "results/results_file.h"
#include "support/at_kiosk.h"

using namespace buurtpeil;

namespace {

const std::string tree_form = R"(
| settings |
| | form_id | kiosk_place | kiosk_results_least | kiosk_round | kiosk_did | kiosk_review |
| | trees | district | 5 | 2 | More shade => forty trees => [done] in March | no |
| survey |
| | type | name | label | kiosk_results |
| | select_one district | district | Where? | |
| | select_one tree | tree | Which tree? | yes |
| choices |
| | list_name | name | label |
| | district | tolkade | Tolkade |
| | district | noord | Noord |
| | tree | oak | Oak |
| | tree | elm | Elm |
)";

AtKiosk& answers(AtKiosk& visitor, const std::string& district, const std::string& tree) {
  visitor.does(event::Start{}).does(event::Start{});
  visitor.does(event::Choose{"district", district}).does(event::Next{}, 4000);
  return visitor.does(event::Choose{"tree", tree}, 4000).does(event::Next{}, 4000);
}

void others_answer(AtKiosk& visitor, int people, const std::string& district) {
  for (int i = 0; i < people; ++i)
    answers(visitor, district, i % 2 == 0 ? "oak" : "elm").does(event::Next{}, 100'000);
}

Results first_round() {
  Results results;
  results.form_id = "trees";
  results.round = "1";
  results.places = {{"tolkade", {{"en", "Tolkade"}}}};
  results.questions.push_back({.name = "tree",
                               .kind = ResultKind::choice,
                               .labels = {{"en", "Which tree?"}},
                               .items = {{"oak", {{"en", "Oak"}}}, {"elm", {{"en", "Elm"}}}},
                               .places = {{"tolkade", {20, {{"elm", 20}}}}},
                               .all = {20, {{"elm", 20}}},
                               .crossings = {}});
  return results;
}

}  // namespace

TEST_CASE("whoever finished sees what others said, with their own answer") {
  AtKiosk visitor{tree_form};
  others_answer(visitor, 4, "tolkade");
  answers(visitor, "tolkade", "oak");
  CHECK(visitor.screen() ==
        "thanks en\n"
        "thanks_title\n"
        "  thanks_saved\n"
        "  thanks_unknown\n"
        "done: look_done | results: thanks_results | did: did_title\n");
  visitor.does(event::ShowResults{});
  CHECK(visitor.screen() ==
        "results en\n"
        "100% progress 1 1\n"
        "results_title\n"
        "Which tree?\n"
        "  results_about\n"
        "rows:\n"
        "  Oak: results_percent 0.60 <- intro_answer\n"
        "  Elm: results_percent 0.40\n"
        "results_honesty\n"
        "back: back | finish: look_done\n");
  visitor.does(event::Finish{});
  CHECK(visitor.head() == "attract en");
}

TEST_CASE("one person less than the least is nothing at all, and the screen says so") {
  AtKiosk visitor{tree_form};
  others_answer(visitor, 3, "tolkade");
  answers(visitor, "tolkade", "oak").does(event::ShowResults{});
  CHECK(visitor.screen() ==
        "results en\n0% \nresults_none_title\n\n  results_none\nback: back | finish: look_done\n");
  visitor.does(event::Back{});
  CHECK(visitor.head() == "thanks en");
}

TEST_CASE("results end by themselves, and nothing of the visitor stays") {
  AtKiosk visitor{tree_form};
  others_answer(visitor, 5, "tolkade");
  answers(visitor, "tolkade", "oak").does(event::ShowResults{});
  visitor.waits(Session::results_s * 1000 - 1);
  CHECK(visitor.head() == "results en");
  visitor.waits(1);
  CHECK(visitor.head() == "attract en");
}

TEST_CASE("what was done, read after the thanks, has as much time as results have") {
  AtKiosk visitor{tree_form};
  answers(visitor, "tolkade", "oak").does(event::ShowDid{});
  visitor.waits(Session::results_s * 1000 - 1);
  CHECK(visitor.head() == "did en");
  visitor.waits(1);
  CHECK(visitor.head() == "attract en");
}

TEST_CASE("who stopped, or deleted their answers, is neither counted nor shown any results") {
  AtKiosk visitor{tree_form};
  others_answer(visitor, 4, "tolkade");
  for (const Event& end : {Event{event::Keep{}}, Event{event::Delete{}}}) {
    visitor.does(event::Start{}).does(event::Start{}).does(event::Choose{"district", "tolkade"});
    visitor.does(event::Next{}, 4000).does(event::Choose{"tree", "elm"}, 4000).does(event::Leave{}, 4000);
    visitor.does(end).does(event::ShowResults{});
    CHECK(visitor.head() != "results en");
    visitor.waits(200'000);
  }
  answers(visitor, "noord", "elm").does(event::ShowResults{});
  CHECK(visitor.screen().find("results_none_title") != std::string::npos);
}

TEST_CASE("what was counted is there after a restart, and after the store failed") {
  AtKiosk visitor{tree_form};
  others_answer(visitor, 3, "tolkade");
  visitor.restarts_after(60'000);
  others_answer(visitor, 1, "tolkade");
  answers(visitor, "tolkade", "oak").does(event::ShowResults{});
  CHECK(visitor.screen().find("results_none_title") == std::string::npos);
}

TEST_CASE("what was done is seen from the invitation, and leads back to it or on to the visit") {
  AtKiosk visitor{tree_form};
  visitor.does(event::ShowDid{});
  CHECK(visitor.screen() ==
        "did en\n"
        "did_title\n"
        "did_said => did_did\n"
        "  More shade => forty trees => done: in March\n"
        "next: next | back: back\n");
  visitor.does(event::Back{});
  CHECK(visitor.head() == "attract en");
  visitor.does(event::ShowDid{}).does(event::Next{});
  CHECK(visitor.head() == "intro en");
}

TEST_CASE("every second slide tells what was said in the last round, or what was done, in turn") {
  const test::Folder folder;
  std::ofstream{folder / "round1.results.json"} << to_json(first_round());
  Config config;
  config.results = {folder / "round1.results.json"};
  AtKiosk visitor{tree_form, config};
  others_answer(visitor, 5, "tolkade");  // of which nothing is told before somebody answers
  std::string slides;
  for (int slide = 0; slide < 8; ++slide) {
    const std::string screen = visitor.waits(12'000).screen();
    slides += screen.find("(10 of 10)") != std::string::npos ? "said " : "";
    slides += screen.find("forty trees") != std::string::npos ? "done " : "";
    slides += "| ";
  }
  CHECK(slides == "| said | | done | | said | | done | ");
}

TEST_CASE("a results file of an earlier round is laid beside, and wrong ones are told to the staff") {
  const test::Folder folder;
  Results earlier = first_round();
  std::ofstream{folder / "round1.results.json"} << to_json(earlier);
  earlier.form_id = "other";
  std::ofstream{folder / "other.results.json"} << to_json(earlier);
  std::ofstream{folder / "broken.results.json"} << "{";
  Config config = with_staff();
  config.results = {folder / "round1.results.json", folder / "other.results.json",
                    folder / "broken.results.json"};
  AtKiosk visitor{tree_form, config};
  others_answer(visitor, 5, "tolkade");
  answers(visitor, "tolkade", "oak").does(event::ShowResults{}).does(event::Compare{"round"});
  CHECK(visitor.screen() ==
        "results en\n"
        "100% progress 1 1\n"
        "results_title\n"
        "Which tree?\n"
        "  results_about\n"
        "  results_beside\n"
        "  results_more\n"
        "rows:\n"
        "  Oak: results_percent 0.60, beside results_percent 0.00 <- intro_answer\n"
        "  Elm: results_percent 0.40, beside results_percent 1.00\n"
        "results_compare\n"
        "  (x) round: results_last_round\n"
        "results_honesty\n"
        "back: back | finish: look_done\n");
  as_staff(visitor);
  const std::string screen = visitor.screen();
  CHECK(screen.find(
            "! staff_results: other.results.json: is about the form 'other', not about 'trees', and both "
            "have no core in common; take it away\n") != std::string::npos);
  CHECK(screen.find("! staff_results: broken.results.json: is no results file of Buurtpeil; make one with "
                    "buurtpeil-sync results\n") != std::string::npos);
}

TEST_CASE("while too few have answered in this round, the last one is shown, and the screen says so first") {
  const test::Folder folder;
  std::ofstream{folder / "round1.results.json"} << to_json(first_round());
  Config config;
  config.results = {folder / "round1.results.json"};
  AtKiosk visitor{tree_form, config};
  answers(visitor, "tolkade", "elm").does(event::ShowResults{});
  CHECK(visitor.screen() ==
        "results en\n"
        "100% progress 1 1\n"
        "results_title\n"
        "Which tree?\n"
        "  results_instead\n"
        "  results_beside\n"
        "rows:\n"
        "  Oak: results_percent 0.00\n"
        "  Elm: results_percent 1.00 <- intro_answer\n"
        "results_honesty\n"
        "back: back | finish: look_done\n");
}
