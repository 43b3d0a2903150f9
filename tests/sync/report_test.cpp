// The report: one page, whole; and what hostile, Arabic and empty results make of it.
#include "sync/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <regex>
#include <sstream>

#include "form/read/grid.h"
#include "form/strings.h"
#include "results/results_file.h"
#include "sync/fixture.h"
#include "sync/report_logo.h"
#include "sync/report_page.h"
#include "sync/report_style.h"

using namespace buurtpeil;
using namespace buurtpeil::sync;
using namespace buurtpeil::test;

namespace {

ResultItem item(const std::string& name, const std::string& nl, const std::string& ar = "") {
  ResultItem made{name, {{"nl", nl}}};
  if (!ar.empty()) made.labels["ar"] = ar;
  return made;
}

QuestionResults asked(const std::string& name, ResultKind kind, const std::string& label,
                      std::vector<ResultItem> items, Tally all) {
  QuestionResults question;
  question.name = name;
  question.kind = kind;
  question.labels = {{"nl", label}};
  question.items = std::move(items);
  question.all = std::move(all);
  return question;
}

/// A question of every kind, in three places of which two are published.
std::vector<QuestionResults> every_kind() {
  std::vector<QuestionResults> all;
  all.push_back(asked("field", ResultKind::choice, "Wat komt er op het veld?",
                      {item("green", "Groen", "خضرة"), item("homes", "Woningen", "منازل")},
                      {40, {{"green", 24}, {"homes", 16}}}));
  all.back().places = {{"tolkade", {20, {{"green", 9}, {"homes", 11}}}},
                       {"noord", {10, {{"green", 9}, {"homes", 1}}}}};
  all.push_back(asked("living", ResultKind::choice, "Hoe fijn woont u hier?",
                      {item("1", "Niet"), item("2", "Gaat wel"), item("3", "Fijn")},
                      {40, {{"1", 4}, {"2", 12}, {"3", 24}}}));
  all.push_back(asked("themes", ResultKind::several, "Wat is belangrijk?",
                      {item("play", "Spelen"), item("trees", "Bomen")}, {30, {{"play", 9}, {"trees", 27}}}));
  all.back().crossings = {{"field", {{"green", {20, {{"play", 3}, {"trees", 19}}}}}}};
  all.push_back(asked("move", ResultKind::order, "Wat eerst?",
                      {item("bus", "Een bus"), item("bike", "Een fietspad")},
                      {20, {{"bus", 36}, {"bike", 24}, {"first/bike", 16}, {"first/bus", 4}}}));
  all.push_back(asked("budget", ResultKind::points, "Verdeel tien punten",
                      {item("light", "Lampen"), item("house", "Een buurthuis")},
                      {20, {{"light", 50}, {"house", 150}}}));
  all.push_back(asked("trees", ResultKind::number, "Hoeveel bomen?",
                      {{"-", {{"", "< 2"}}}, {"2", {{"", "2–4"}}}, {"5", {{"", "5+"}}}},
                      {30, {{"-", 3}, {"2", 18}, {"5", 9}}}));
  all.push_back(asked("new", ResultKind::choice, "Pas begonnen?", {item("yes", "Ja")}, {}));
  return all;
}

Results small_round() {
  Results results;
  results.form_id = "street";
  results.version = "3";
  results.round = "2";
  results.round_names = {{"nl", "Voorjaar 2027"}, {"ar", "ربيع 2027"}};
  results.municipality = "Elzermonde";
  results.since = "2027-03-01";
  results.until = "2027-03-20";
  results.core_id = "region";
  results.core_version = "1";
  results.kiosks = {"library", "town-hall"};
  results.responses = 50;
  results.doubted = 10;
  results.skipped = 20;
  results.timed_out = 10;
  results.places = {item("tolkade", "Tolkade"), item("noord", "Noord"), item("zuid", "Zuid")};
  results.questions = every_kind();
  results.texts = {{"title", {{"nl", "Uw straat"}, {"ar", "شارعكم"}}},
                   {"kiosk_decided", {{"nl", "Er komt geen weg.\nHet veld wordt ingericht."}}},
                   {"kiosk_who", {{"nl", "De raad"}}},
                   {"kiosk_did",
                    {{"nl",
                      "Meer bomen => Er staan er 40 => Gedaan\nEen bus => Gevraagd => "
                      "Bezig\nGratis parkeren => Niets => Niet gedaan: te duur"}}}};
  return results;
}

/// With another round, one region of the same core and one without.
ReportContent compared_round() {
  ReportContent content{.results = small_round(), .rounds = {small_round()}, .regions = {}};
  Results& then = content.rounds.front();
  then.round = "1";
  then.round_names.clear();
  then.questions[0].all = {20, {{"green", 8}, {"homes", 12}}};
  then.questions[1].items.pop_back();
  Results region = small_round();
  region.municipality = "Regio";
  region.questions.resize(1);
  content.regions.push_back(region);
  region.municipality = "Verweggem";
  region.core_id = "";
  content.regions.push_back(region);
  return content;
}

std::string page_in(const std::string& language, const ReportContent& content = compared_round()) {
  return report_page(content, ReportWords{language}, built_in_style());
}

std::string without_style(const std::string& page) {
  const std::size_t from = page.find("<style>"), to = page.find("</style>");
  return page.substr(0, from) + page.substr(to + 9);
}

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

void check_same(const std::string& page, const std::string& name) {
  const std::filesystem::path expected = std::filesystem::path{BUURTPEIL_TESTS} / "sync/report" / name;
  const std::filesystem::path actual = std::filesystem::temp_directory_path() / name;
  if (page == content_of(expected)) return;
  std::ofstream{actual, std::ios::binary} << page;
  FAIL_CHECK(fmt::format("the page is not {}; it is {}", expected.string(), actual.string()));
}

/// Every text that a file may hold, as `words`.
Results with_every_text(const std::string& words) {
  Results results = small_round();
  const WordsByLanguage all = {{"nl", words}};
  results.form_id = results.version = results.municipality = results.round = words;
  results.since = results.until = words;
  results.round_names = all;
  results.kiosks = {words};
  for (ResultItem& place : results.places) place.labels = all;
  for (QuestionResults& question : results.questions) {
    question.labels = all;
    for (ResultItem& each : question.items) each.labels = all;
  }
  for (const char* name : {"title", "kiosk_decided", "kiosk_open", "kiosk_who", "kiosk_when"})
    results.texts[name] = all;
  results.texts["kiosk_did"] = {{"nl", fmt::format("{} => {} => [done] {}", words, words, words)}};
  return results;
}

std::map<std::string, Colour> variables_in(const std::string& css) {
  std::map<std::string, Colour> colours;
  const std::regex variable{"--([a-z]+): (#[0-9A-F]{6});"};
  for (auto found = std::sregex_iterator(css.begin(), css.end(), variable); found != std::sregex_iterator{};
       ++found)
    colours[(*found)[1]] = *parse_colour((*found)[2].str());
  return colours;
}

std::set<std::string> placeholders_in(const std::string& sentence) {
  std::set<std::string> found;
  const std::regex placeholder{"\\{[a-z]+\\}"};
  for (auto each = std::sregex_iterator(sentence.begin(), sentence.end(), placeholder);
       each != std::sregex_iterator{}; ++each)
    found.insert(each->str());
  return found;
}

}  // namespace

TEST_CASE("a report with every kind of question, another round and other municipalities, whole") {
  check_same(without_style(page_in("nl")), "small.html");
}

TEST_CASE("in Arabic everything runs from right to left, and Dutch texts say that they are Dutch") {
  check_same(without_style(page_in("ar")), "small-ar.html");
}

TEST_CASE("nothing in a results file can become markup") {
  const std::string hostile = "<script>alert('1')</script>\"><img src=x onerror=\"a()\">&";
  const std::string escaped =
      "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&gt;&lt;img src=x "
      "onerror=&quot;a()&quot;&gt;&amp;";
  const std::string harmless(hostile.size(), 'x');
  ReportContent content{
      .results = with_every_text(hostile), .rounds = {with_every_text(hostile)}, .regions = {}};
  ReportContent plain{
      .results = with_every_text(harmless), .rounds = {with_every_text(harmless)}, .regions = {}};
  const std::string page = page_in("nl", content);
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("<img") == std::string::npos);
  CHECK(replace_all(page, escaped, harmless) == page_in("nl", plain));
}

TEST_CASE("control characters are shown as unknown letters") {
  CHECK(text(std::string("a\0b\x1b", 4)).bytes() ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD");
}

TEST_CASE("results without an answer, a place or a text are a report too") {
  Results empty;
  empty.form_id = "empty";
  check_same(without_style(page_in("en", {.results = empty, .rounds = {}, .regions = {}})), "empty.html");
}

TEST_CASE("of very many answers those that were given most are drawn") {
  Results results = small_round();
  results.questions = {asked("idea", ResultKind::several, "Welk idee?", {}, {100, {}})};
  for (int i = 0; i < 300; ++i) {
    results.questions[0].items.push_back(item(fmt::format("i{}", i), fmt::format("Idee {}", i)));
    results.questions[0].all.amounts[fmt::format("i{}", i)] = i % 100;
  }
  const std::string page = page_in("nl", {.results = results, .rounds = {}, .regions = {}});
  CHECK(page.find("Alleen de 20 die het meest gekozen zijn van 300.") != std::string::npos);
  CHECK(page.find("Idee 299") != std::string::npos);
  CHECK(page.find("Idee 1<") == std::string::npos);
}

TEST_CASE("every text of the report can be read on every ground, whatever the house style") {
  HouseStyle pale = built_in_style();
  Palette& colours = pale.shade(Contrast::normal).colours;
  colours.accent = colours.ink = colours.ink_quiet = colours.paper;
  for (const HouseStyle& style : {built_in_style(), pale}) {
    const std::string css = report_style(style);
    const std::size_t dark = css.find("prefers-color-scheme: dark"), print = css.find("@media print");
    for (const std::string& part : {css.substr(0, dark), css.substr(dark, print - dark), css.substr(print)}) {
      auto found = variables_in(part);
      REQUIRE(found.size() == 7);
      for (const char* front : {"ink", "quiet", "accent"})
        CHECK_MESSAGE(contrast(found[front], found["paper"]) >= 4.5, front);
      CHECK(contrast(found["soft"], found["paper"]) >= 3);
    }
  }
}

TEST_CASE("the words of the report are there in every language, with the same placeholders") {
  const auto read = read_plain_csv(content_of(std::filesystem::path{BUURTPEIL_ASSETS} / "texts/report.csv"));
  REQUIRE(read.has_value());
  CHECK(report_languages() == std::vector<std::string>{"nl", "en", "tr", "pl", "uk", "ar", "de", "fr"});
  REQUIRE(read->rows.size() == report_word_keys.size() + 1);
  for (std::size_t i = 0; i < report_word_keys.size(); ++i) {
    const std::vector<std::string>& cells = read->rows[i + 1].cells;
    CHECK(cells[0] == report_word_keys.at(i));
    REQUIRE_MESSAGE(cells.size() == 9, cells[0]);
    for (std::size_t column = 1; column < cells.size(); ++column) {
      CHECK_MESSAGE(!cells[column].empty(), cells[0]);
      CHECK_MESSAGE(placeholders_in(cells[column]) == placeholders_in(cells[1]), cells[0] << " " << column);
      if (cells[0] == "months") CHECK(buurtpeil::words_of(cells[column]).size() == 12);
    }
  }
}

TEST_CASE("the verb writes a page from results files, the same one each time") {
  const Folder folder;
  std::ofstream{folder / "now.results.json"} << to_json(small_round());
  Results then = small_round();
  then.round = "1";
  std::ofstream{folder / "then.results.json"} << to_json(then);
  ReportRequest request;
  request.inputs = {folder / "now.results.json"};
  request.compared = {folder / "then.results.json"};
  request.to = folder / "report.html";
  const Outcome outcome = write_report(request);
  CHECK(outcome.exit_code == 0);
  CHECK(without(folder, outcome.out + outcome.err) == "report.html: 7 questions\n");
  const std::string page = content_of(request.to);
  CHECK(page == page_in("nl", {.results = small_round(), .rounds = {then}, .regions = {}}));
  CHECK(write_report(request).exit_code == 0);
  CHECK(content_of(request.to) == page);
  CHECK(files_in(folder / "") == "now.results.json report.html then.results.json ");
}

TEST_CASE("the logo of a house style stands in the page itself") {
  const Folder folder;
  std::ofstream{folder / "logo.svg"} << "<svg/>";
  std::ofstream{folder / "logo.png"} << "ab";
  std::ofstream{folder / "logo.gif"} << "abc";
  std::ofstream{folder / "huge.png"} << std::string((1 << 20) + 1, 'a');
  CHECK(logo_as_url(folder / "logo.svg") == "data:image/svg+xml;base64,PHN2Zy8+");
  CHECK(logo_as_url(folder / "logo.png") == "data:image/png;base64,YWI=");
  CHECK(logo_as_url(folder / "logo.gif") == "");
  CHECK(logo_as_url(folder / "huge.png") == "");
  CHECK(logo_as_url({}) == "");
  const std::string page =
      report_page(compared_round(), ReportWords{"nl"}, built_in_style(), logo_as_url(folder / "logo.svg"));
  CHECK(page.find("<header><img class=\"logo\" src=\"data:image/svg+xml;base64,PHN2Zy8+\" "
                  "alt=\"Elzermonde\">") != std::string::npos);
}

TEST_CASE("the verb says what is wrong with what it is given, and writes nothing") {
  const Folder folder;
  std::ofstream{folder / "now.results.json"} << to_json(small_round());
  std::ofstream{folder / "broken.json"} << "{";
  ReportRequest request;
  request.inputs = {folder / "now.results.json"};
  request.to = folder / "report.html";
  const auto complaint = [&] {
    const Outcome outcome = write_report(request);
    CHECK(outcome.exit_code == 1);
    CHECK(!std::filesystem::exists(request.to));
    return without(folder, outcome.out + outcome.err);
  };
  request.compared = {folder / "now.results.json"};
  CHECK(complaint() ==
        "now.results.json: is of the round that is reported; add its results up, or compare another round\n");
  request.compared = {folder / "broken.json"};
  CHECK(complaint() ==
        "broken.json: is no results file of Buurtpeil; make one with buurtpeil-sync results\n");
  request.compared = {};
  request.theme = folder / "none.toml";
  CHECK(complaint().find("none.toml") != std::string::npos);
  request.theme.clear();
  request.to = folder / "no/such/report.html";
  CHECK(complaint().find("no/such/report.html: cannot be written") != std::string::npos);
}

TEST_CASE("a region that asks its core itself is held beside a form that follows it") {
  ReportContent content{.results = small_round(), .rounds = {}, .regions = {small_round()}};
  Results& region = content.regions.front();
  region.municipality = "Regio";
  region.form_id = "region";
  region.version = "1";
  region.core_id = region.core_version = "";
  CHECK(share_core(content.results, region));
  region.version = "2";
  CHECK_FALSE(share_core(content.results, region));
}
