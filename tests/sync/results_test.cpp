// What all said in stores: the same whoever counts, and a sentence where there is nothing to count.
#include <fmt/format.h>

#include "results/publish.h"
#include "results/results_file.h"
#include "sync/count_round.h"
#include "sync/fixture.h"
#include "sync/results_verb.h"
#include "sync/stores.h"

using namespace buurtpeil;
using namespace buurtpeil::sync;
using namespace buurtpeil::test;

namespace {

Form form_of(const std::string& round) {
  LoadedForm loaded = load_form_from_bytes("trees.md",
                                           fmt::format(R"(
| settings |
| | form_id | version | kiosk_place | kiosk_round | kiosk_results_least | kiosk_decided |
| | trees | {0} | district | {0} | 5 | The trees come in spring. |
| survey |
| | type | name | label | kiosk_results | kiosk_with | parameters | appearance |
| | select_one district | district | Where? | | | | |
| | select_one tree | tree | Which tree in ${{district}}? | yes | garden | | |
| | select_multiple tree | more | Which more? | yes | | | |
| | select_one garden | garden | A garden? | yes | | | |
| | rank tree | order | In which order? | yes | | | |
| | integer | age | How old? | 18 65 | | | |
| | range | mark | Which mark? | yes | | start=1 end=3 step=1 | |
| | begin_group | spend | How much for each? | yes | | total=10 | field-list points |
| | integer | spend_oak | Oaks | | | | |
| | integer | spend_elm | Elms | | | | |
| | end_group | | | | | | |
| | text | idea | An idea? | | | | |
| choices |
| | list_name | name | label |
| | district | tolkade | Tolkade |
| | district | noord | Noord |
| | tree | oak | Oak |
| | tree | elm | Elm |
| | garden | yes | Yes |
| | garden | no | No |
)",
                                                       round),
                                           {});
  std::string problems;
  for (const Problem& problem : loaded.problems)
    if (problem.severity == Severity::error) problems += problem.message + "\n";
  REQUIRE(problems == "");
  return std::move(*loaded.form);
}

Response person(const Form& form, int number, const std::string& district, const std::string& kiosk) {
  const bool odd = number % 2 == 1;
  Response response = answering(form, number,
                                {{"district", value(district)},
                                 {"tree", value(odd ? "oak" : "elm")},
                                 {"more", value(odd ? "oak elm" : "elm")},
                                 {"garden", value(odd ? "yes" : "no")},
                                 {"order", value(odd ? "oak elm" : "elm oak")},
                                 {"age", value(std::to_string(number))},
                                 {"mark", value(std::to_string(1 + number % 3))},
                                 {"spend/spend_oak", value(odd ? "7" : "0")},
                                 {"spend/spend_elm", value(odd ? "3" : "10")},
                                 {"idea", value("secret words")}});
  response.kiosk = kiosk;
  return response;
}

std::string text_of(const Tally& tally) {
  std::string text = std::to_string(tally.people);
  for (const auto& [item, amount] : tally.amounts) text += fmt::format(" {}={}", item, amount);
  return text;
}

std::string text_of(const Results& results) {
  std::string text = fmt::format("{} round {} {}..{} kiosks {}\n", results.form_id, results.round,
                                 results.since, results.until, fmt::join(results.kiosks, ","));
  for (const QuestionResults& question : results.questions) {
    text += fmt::format("{} ({}) {}", question.name, to_name(question.kind), text_of(question.all));
    for (const auto& [place, tally] : question.places) text += fmt::format("; {} {}", place, text_of(tally));
    for (const Crossing& crossing : question.crossings)
      for (const auto& [choice, tally] : crossing.by_choice)
        text += fmt::format("; {}={}: {}", crossing.with, choice, text_of(tally));
    text += "\n";
  }
  return text;
}

Results results_in(const std::vector<std::filesystem::path>& stores, const RoundRequest& request = {}) {
  std::vector<std::string> warnings;
  const auto results = results_of_inputs(stores, request, warnings);
  if (!results) FAIL(results.error().message);
  CHECK(warnings.empty());
  return *results;
}

std::vector<Response> people(const Form& form, int from, int number, const std::string& district,
                             const std::string& kiosk) {
  std::vector<Response> all;
  for (int i = 0; i < number; ++i) all.push_back(person(form, from + i, district, kiosk));
  return all;
}

}  // namespace

TEST_CASE("every kind of question is counted, and free text never") {
  const Folder folder;
  const Form form = form_of("1");
  const auto store = store_of(folder / "a.db", {form}, people(form, 1, 5, "tolkade", "hall"));
  const Results results = results_in({store});
  CHECK(text_of(results) ==
        "trees round 1 2026-03-01..2026-03-01 kiosks hall\n"
        "tree (choice) 5 elm=2 oak=3; tolkade 5 elm=2 oak=3\n"
        "more (several) 5 elm=5 oak=3; tolkade 5 elm=5 oak=3\n"
        "garden (choice) 5 no=2 yes=3; tolkade 5 no=2 yes=3\n"
        "order (order) 5 elm=8 first/elm=2 first/oak=3 oak=7; tolkade 5 elm=8 first/elm=2 first/oak=3 oak=7\n"
        "age (number) 5 -=5; tolkade 5 -=5\n"
        "mark (number) 5 1=1 2=2 3=2; tolkade 5 1=1 2=2 3=2\n"
        "spend (points) 5 spend_elm=29 spend_oak=21; tolkade 5 spend_elm=29 spend_oak=21\n");
  CHECK(to_json(results).find("secret") == std::string::npos);
  CHECK(results.question("tree")->labels == WordsByLanguage{{"en", "Which tree in …?"}});
  CHECK(results.texts.at("kiosk_decided") == WordsByLanguage{{"en", "The trees come in spring."}});
}

TEST_CASE("one person less than the least is nothing at all") {
  const Folder folder;
  const Form form = form_of("1");
  const auto store = store_of(folder / "a.db", {form}, people(form, 1, 4, "tolkade", "hall"));
  for (const QuestionResults& question : results_in({store}).questions) CHECK(question.all == Tally{});
}

TEST_CASE("an idea that nobody has released is in no results, by name or by its words") {
  const Folder folder;
  LoadedForm loaded =
      load_form_from_bytes("ideas.md", R"(
| settings |
| | form_id | kiosk_results_least |
| | ideas | 5 |
| survey |
| | type | name | label | choice_filter | kiosk_results |
| | select_multiple_from_file ideas.csv | backed | Which ideas? | release = 'yes' | yes |
)",
                           {{"ideas.csv", "name,label,release\na,A bench,yes\nb,My neighbour,\n"}});
  REQUIRE(loaded.form);
  std::vector<Response> responses;
  for (int i = 1; i <= 5; ++i) responses.push_back(answering(*loaded.form, i, {{"backed", value("a")}}));
  const std::string json = to_json(results_in({store_of(folder / "a.db", {*loaded.form}, responses)}));
  CHECK(json.find("A bench") != std::string::npos);
  CHECK(json.find("neighbour") == std::string::npos);
}

TEST_CASE("abandoned and doubted responses do not count") {
  const Folder folder;
  const Form form = form_of("1");
  std::vector<Response> responses = people(form, 1, 6, "tolkade", "hall");
  responses[0].status = Status::abandoned;
  responses[1].doubt = Doubt::hasty;
  const auto store = store_of(folder / "a.db", {form}, responses);
  for (const QuestionResults& question : results_in({store}).questions) CHECK(question.all == Tally{});
}

TEST_CASE("copies of a store count once, and the order of the stores does not matter") {
  const Folder folder;
  const Form form = form_of("1");
  const auto hall = store_of(folder / "hall.db", {form}, people(form, 1, 7, "tolkade", "hall"));
  const auto copy = store_of(folder / "copy.db", {form}, people(form, 1, 5, "tolkade", "hall"));
  const auto library = store_of(folder / "library.db", {form}, people(form, 100, 5, "noord", "library"));
  const std::string json = to_json(results_in({hall, copy, library}));
  CHECK(to_json(results_in({library, copy, hall})) == json);
  CHECK(to_json(results_in({hall, library})) == json);
  const Results both = results_in({hall, library});
  CHECK(both.question("garden")->all.people == 10);
  CHECK(both.question("garden")->places.at("noord").people == 5);
}

TEST_CASE("who waits at several kiosks is published when the round is closed, and crossings are") {
  const Folder folder;
  const Form form = form_of("1");
  std::vector<std::filesystem::path> stores;
  for (int kiosk = 0; kiosk < 6; ++kiosk)
    stores.push_back(store_of(folder / fmt::format("{}.db", kiosk), {form},
                              people(form, 1 + kiosk * 100, 3, "tolkade", fmt::format("tablet{}", kiosk))));
  CHECK(results_in(stores).question("tree")->all == Tally{});
  const Results closed = results_in(stores, {.closed = true});
  CHECK(closed.question("tree")->all.people == 15);
  CHECK(closed.question("tree")->places.at("tolkade").people == 15);
  CHECK(results_in(stores).question("tree")->crossings.empty());
  // Fifteen people in three batches, of which eight have a garden: each split is about five or more.
  for (const Crossing& crossing : closed.question("tree")->crossings)
    for (const auto& [choice, tally] : crossing.by_choice) CHECK(tally.people >= 5);
}

TEST_CASE("rounds are counted apart, the newest one where none is named") {
  const Folder folder;
  const Form first = form_of("1"), second = form_of("2");
  std::vector<Response> responses = people(first, 1, 5, "tolkade", "hall");
  for (Response& response : people(second, 50, 10, "noord", "hall")) responses.push_back(std::move(response));
  const auto store = store_of(folder / "a.db", {first, second}, responses);
  CHECK(results_in({store}).question("tree")->all.people == 10);
  CHECK(results_in({store}, {.round = "1"}).question("tree")->all.people == 5);
  std::vector<std::string> warnings;
  CHECK(results_of_inputs({store}, {.round = "3"}, warnings).error().message ==
        "form 'trees' has no round '3' in these stores; see its kiosk_round");
  CHECK(results_of_inputs({store}, {.form_id = "tree"}, warnings).error().message ==
        "no form 'tree' with results is in these stores; there are: trees");
}

TEST_CASE("the kiosk's own counts are those of the desk") {
  const Folder folder;
  const Form form = form_of("1");
  std::vector<Response> responses = people(form, 1, 23, "tolkade", "hall");
  for (Response& response : people(form, 30, 9, "noord", "hall")) responses.push_back(std::move(response));
  RoundCount counted;
  std::vector<StoredAnswer> room;
  for (const Response& response : responses)
    static_cast<void>(count_response(counted, form, in_place(response, room)));
  const Results desk = results_in({store_of(folder / "a.db", {form}, responses)});
  CHECK(published(form, counted).questions == desk.questions);
}

TEST_CASE("a results file of another kiosk is added, and one that would count twice is not") {
  const Folder folder;
  const Form form = form_of("1");
  const auto hall = store_of(folder / "hall.db", {form}, people(form, 1, 5, "tolkade", "hall"));
  const auto library = store_of(folder / "library.db", {form}, people(form, 100, 10, "noord", "library"));
  const Outcome outcome = write_results({.inputs = {library}, .to = folder / "library.results.json"});
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.out == (folder / "library.results.json").string() + ": 7 of 7 questions are published\n");
  CHECK(results_in({hall, folder / "library.results.json"}).question("tree")->all.people == 15);
  std::vector<std::string> warnings;
  CHECK(results_of_inputs({library, folder / "library.results.json"}, {}, warnings).error().message ==
        (folder / "library.results.json").string() +
            ": kiosk 'library' is in two of them, and would count twice; give each once");
  CHECK(write_results({.inputs = {folder / "none.db"}, .to = folder / "b.results.json"}).exit_code == 1);
  CHECK_FALSE(std::filesystem::exists(folder / "b.results.json"));
}
