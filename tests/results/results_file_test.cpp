// The results file: the same bytes for the same results, read back whole, and a sentence for everything that
// is wrong with one.
#include "results/results_file.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

using namespace buurtpeil;

namespace {

Results trees() {
  Results results{.form_id = "street",
                  .version = "3",
                  .round = "2",
                  .round_names = {{"en", "Spring"}, {"nl", "Voorjaar"}},
                  .municipality = "Elzermonde",
                  .since = "2026-03-01",
                  .until = "2026-03-20",
                  .core_id = "region",
                  .core_version = "1",
                  .least = 10,
                  .kiosks = {"library", "town-hall"},
                  .responses = 60,
                  .doubted = 10,
                  .skipped = 20,
                  .refused = 0,
                  .timed_out = 0,
                  .places = {{"tolkade", {{"nl", "Tolkade"}}}, {"noord", {{"nl", "Noord"}}}},
                  .questions = {},
                  .texts = {{"kiosk_open", {{"nl", "Waar de bomen komen."}}}}};
  results.questions.push_back({.name = "trees",
                               .kind = ResultKind::choice,
                               .labels = {{"nl", "Welke boom?"}},
                               .items = {{"oak", {{"nl", "Eik"}}}, {"elm", {{"nl", "Iep"}}}},
                               .places = {{"tolkade", {20, {{"elm", 8}, {"oak", 12}}}}},
                               .all = {40, {{"elm", 20}, {"oak", 20}}},
                               .crossings = {{"age", {{"old", {10, {{"elm", 10}}}}}}}});
  return results;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string complaint_about(const std::string& json) {
  const auto results = results_from(json, "region.results.json");
  return results ? "fine" : results.error().message;
}

}  // namespace

TEST_CASE("results are read back as they were written, and written the same way") {
  const std::string json = to_json(trees());
  const auto read = results_from(json, "a");
  REQUIRE(read.has_value());
  CHECK(*read == trees());
  CHECK(to_json(*read) == json);
  const auto empty = results_from(to_json(Results{}), "a");
  REQUIRE(empty.has_value());
  CHECK(*empty == Results{});
}

TEST_CASE("the demo's results files are written as they are read") {
  for (const char* name : {"leefomgeving-1.results.json", "elzerstreek.results.json"}) {
    const std::filesystem::path path = std::filesystem::path{BUURTPEIL_ASSETS} / "forms" / name;
    std::ifstream file{path};
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const auto results = read_results_file(path);
    REQUIRE_MESSAGE(results.has_value(), results.error().message);
    CHECK(to_json(*results) == bytes);
  }
}

TEST_CASE("what is wrong with a results file is said with its place") {
  const std::string json = to_json(trees());
  const auto with = [&](const std::string& from, const std::string& to) {
    return complaint_about(replaced(json, from, to));
  };
  const std::string right = "; ask for a file that is right", anew = "; write the file anew";
  CHECK(complaint_about(json) == "fine");
  CHECK(complaint_about("") ==
        "region.results.json: is no results file of Buurtpeil; make one with buurtpeil-sync results");
  CHECK(complaint_about("{}") == complaint_about(""));
  CHECK(complaint_about("[1, 2]") == complaint_about(""));
  CHECK(complaint_about(json.substr(0, json.size() / 2)) == complaint_about(""));
  CHECK(with("\"format_version\": 1", "\"format_version\": 2") ==
        "region.results.json: was written by a newer Buurtpeil (format 2, this program knows 1); update "
        "Buurtpeil");
  CHECK(with("\"people\": 40", "\"people\": 1000000000000000000") ==
        "region.results.json: questions[0].all.people: 1000000000000000000 is not between 0 and 100000000" +
            right);
  CHECK(with("\"people\": 40", "\"people\": 18446744073709551615") ==
        "region.results.json: questions[0].all.people: 18446744073709551615 is not between 0 and 100000000" +
            right);
  CHECK(with("\"people\": 40", "\"people\": -1") ==
        "region.results.json: questions[0].all.people: -1 is not between 0 and 100000000" + right);
  CHECK(with("\"people\": 40", "\"people\": 4.5") ==
        "region.results.json: questions[0].all.people: is not a whole number" + anew);
  CHECK(
      with("\"people\": 20", "\"people\": 3") ==
      "region.results.json: questions[0].places.tolkade: is about 3 people; fewer than 5 are never published"
      ", ask for a file that is right");
  CHECK(with("\"oak\": 12", "\"oak\": 21") ==
        "region.results.json: questions[0].places.tolkade.amounts.oak: 21 is not between 0 and 20" + right);
  CHECK(with("\"oak\": 12", "\"oak\": 20") ==
        "region.results.json: questions[0].places.tolkade: 20 people gave 28 answers" + right);
  CHECK(with("\"people\": 20", "\"people\": 50") ==
        "region.results.json: questions[0]: its places have 50 people, all together 40" + right);
  CHECK(with("\"tolkade\": {", "\"zuid\": {") ==
        "region.results.json: questions[0].places: 'zuid' is none of the places" + right);
  CHECK(with("\"kind\": \"choice\"", "\"kind\": \"chart\"") ==
        "region.results.json: questions[0].kind: is not choice, several, order, points or number" + anew);
  CHECK(with("\"least\": 10", "\"least\": 1") ==
        "region.results.json: least: 1 is not between 5 and 1000" + right);
  CHECK(with("\"name\": \"elm\"", "\"name\": \"oak\"") ==
        "region.results.json: questions[0].items[1]: 'oak' is there twice" + right);
  CHECK(with("\"kiosks\"", "\"machines\"") == "region.results.json: 'kiosks' is missing" + anew);
  CHECK(with("\"municipality\": \"Elzermonde\"", "\"municipality\": 5") ==
        "region.results.json: municipality: is not a text in quotation marks" + anew);
}

TEST_CASE("a file of ten thousand places is refused") {
  Results many = trees();
  for (int i = 0; i < 10'000; ++i) many.places.push_back({"p" + std::to_string(i), {}});
  CHECK(complaint_about(to_json(many)) ==
        "region.results.json: places: has 10002 entries, more than 1000; ask for a file that is right");
}

TEST_CASE("a file that is too large, too deep, or not there is a sentence") {
  CHECK(complaint_about(std::string(9u << 20, ' ')) ==
        "region.results.json: is larger than 8 MB; ask for a file that is right");
  CHECK(complaint_about(std::string(1u << 20, '[')) == complaint_about(""));
  CHECK(read_results_file("/nowhere/a.json").error().message ==
        "/nowhere/a.json: cannot be read; check the path and its permissions");
}

TEST_CASE("shares are told in whole fives, people in tens") {
  CHECK(percent_in_fives(1, 40) == 5);
  CHECK(percent_in_fives(1, 41) == 0);
  CHECK(percent_in_fives(40, 40) == 100);
  CHECK(percent_in_fives(0, 0) == 0);
  CHECK(people_in_tens(0) == 0);
  CHECK(people_in_tens(5) == 10);
  CHECK(people_in_tens(44) == 40);
  CHECK(people_in_tens(45) == 50);
}
