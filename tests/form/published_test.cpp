// What others said: which questions have results, what they are crossed with, and the settings of a round.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "form/load_md.h"

using namespace buurtpeil;

namespace {

const std::string choices =
    "| choices |\n"
    "| | list_name | name | label | part |\n"
    "| | yn | yes | Yes | |\n"
    "| | yn | no | No | |\n"
    "| | town | elz | Elz | n |\n"
    "| | town | tol | Tol | s |\n";
const std::string columns =
    "| survey |\n"
    "| | type | name | label | kiosk_results | kiosk_with | relevant | parameters | appearance | calculation "
    "|\n";

std::string rest(const std::string& cells, int empty) {
  std::string row = "| | " + cells + " |";
  for (int i = 0; i < empty; ++i) row += " |";
  return row + "\n";
}

/// Of a survey whose rows have the columns above, "type | name | label | kiosk_results ...".
std::string survey_says(const std::vector<std::string>& rows) {
  std::string form = columns;
  for (const std::string& row : rows) {
    const auto cells = std::ranges::count(row, '|') + 1;
    form += rest(row, static_cast<int>(9 - cells));
  }
  return problems_of(form + choices);
}

std::string in_a3(const std::string& message) { return "street.md: survey!D3: " + message + "\n"; }

/// Of settings for a form with the questions `district` (a place), `trees` (with results) and `idea`.
std::string settings_say(const std::string& headings, const std::string& cells) {
  return lines_of(load_md(columns + rest("select_one town | district | Where?", 6) +
                          rest("select_one yn | trees | Trees? | yes", 5) + rest("text | idea | Idea?", 6) +
                          choices + "| settings |\n| | kiosk_intro | kiosk_thanks | " + headings +
                          " |\n| | Who asks. | Until when. | " + cells + " |\n"));
}

std::string setting(const std::string& name, const std::string& value) { return settings_say(name, value); }

std::string in_c14(const std::string& message) { return "street.md: settings!C14: " + message + "\n"; }

}  // namespace

TEST_CASE("kiosk_results and kiosk_with say what is published of a question, and with what it is crossed") {
  const LoadedForm loaded =
      load_md(columns + rest("select_one town | district | Where? | yes", 5) +
              rest("select_one yn | trees | Trees? | Yes | ${cars}", 4) +
              rest("select_multiple yn | cars | Cars? | true | trees", 4) +
              rest("rank yn | order | Order? | yes", 5) + rest("integer | age | How old? | 0 18.0 65", 5) +
              rest("decimal | far | How far? | -1 0.5 10", 5) +
              "| | range | mood | Mood? | yes | | | start=0 end=10 step=1 | | |\n" +
              "| | range | share | Share? | 0 50 | cars | | start=0 end=100 step=1 | | |\n" +
              "| | begin_group | gifts | Divide | yes | trees cars | | total=10 | field-list points | |\n" +
              rest("integer | a | A", 6) + rest("end_group | | ", 6) + rest("text | idea | Idea? | no", 5) +
              choices + own_texts);
  CHECK(lines_of(loaded) == "");
  REQUIRE(loaded.form);
  std::string told;
  for (const Row& row : loaded.form->rows)
    if (row.has_results) told += fmt::format("{} {} {}\n", row.name, row.result_classes, row.crossed_with);
  CHECK(told ==
        "district [] []\n"
        "trees [] [2]\n"
        "cars [] [1]\n"
        "order [] []\n"
        "age [0, 18, 65] []\n"
        "far [-1, 0.5, 10] []\n"
        "mood [] []\n"
        "share [0, 50] [2]\n"
        "gifts [] [1, 2]\n");
}

TEST_CASE("what could tell of one person, or is no answer, has no results") {
  const auto error = [](const std::string& type, const std::string& message) {
    const std::string said = survey_says({type + " | q | Q? | yes"});
    CHECK(said.ends_with(in_a3("error: 'q' can have no kiosk_results: it " + message)));
  };
  error("text", "is a text, and nobody has read what people write before it is shown; remove that");
  error("date", "is a date, which may tell who somebody is; ask it in classes, with select_one");
  error("dateTime", "is a dateTime, which may tell who somebody is; ask it in classes, with select_one");
  error("time", "is a time, which may tell who somebody is; ask it in classes, with select_one");
  error("acknowledge", "only asks for agreement; remove that");
  error("note", "asks nothing; remove that");
  error("today", "asks nothing; remove that");
  error("csv-external", "asks nothing; remove that");
  error("hidden", "is computed; mark the question that it is made of");
  error("start-geopoint", "is passed over: a kiosk has no GPS; remove that");
  error("geopoint", "is a geopoint, which may tell who somebody is; ask it in classes, with select_one");
  CHECK(survey_says({"calculate | q | | yes | | | | | 1 + 1"}) ==
        in_a3("error: 'q' can have no kiosk_results: it is computed; mark the question that it is made of"));
  CHECK(
      survey_says({"select_one yn | q | Q? | yes | | | | label", "select_one yn | r | R?"}) ==
      in_a3("error: 'q' can have no kiosk_results: it names the columns of a table; mark the questions below "
            "it"));
  CHECK(survey_says({"begin_group | g | G | yes", "text | q | Q?", "end_group | | "}) ==
        in_a3("error: 'g' can have no kiosk_results: it is a group; mark the questions in it"));
  CHECK(
      survey_says({"begin_repeat | g | G | yes", "select_one yn | q | Q? | yes", "text | name | Name?",
                   "end_repeat | | ", "select_one ${name} | who | Who? | yes"}) ==
      in_a3(
          "error: 'g' can have no kiosk_results: it is a repeat, in which one person answers several times; "
          "ask it outside of one") +
          "street.md: survey!D4: error: 'q' can have no kiosk_results: it stands in a repeat, where one "
          "person "
          "answers several times; ask it outside of one\n"
          "street.md: survey!D7: error: 'who' can have no kiosk_results: it offers what somebody wrote "
          "during "
          "this visit; remove that\n");
  CHECK(survey_says({"begin_group | g | G | yes | | | total=10 | field-list points", "integer | q | Q? | 0 5",
                     "end_group | | "}) ==
        "street.md: survey!D4: error: 'q' can have no kiosk_results: it is a part of the points of 'g'; mark "
        "'g'\n");
  CHECK(problems_of("| survey |\n| | type | name | label | kiosk_results | read_only | default |\n"
                    "| | select_one yn | q | Q? | yes | yes | no |\n" +
                    choices) ==
        in_a3("error: 'q' can have no kiosk_results: it may only be read; remove that"));
}

TEST_CASE("numbers are published in classes, and steps up to twenty by themselves") {
  const std::string how = "write their lower ends with spaces between, as in '0 10 20 50'";
  const auto error = [](const std::string& row, const std::string& message) {
    CHECK(survey_says({row}) == in_a3("error: " + message));
  };
  error("select_one yn | q | Q? | maybe", "kiosk_results of 'q' is yes or no, not 'maybe'");
  error("select_one yn | q | Q? | 0 10", "kiosk_results of 'q' is yes or no, not '0 10'");
  error("integer | q | Q? | yes", "'q' is a number, whose answers are published in classes only; " + how);
  error("decimal | q | Q? | true", "'q' is a number, whose answers are published in classes only; " + how);
  error("integer | q | Q? | 0, 10", "'0,' is no number; for classes " + how);
  error("integer | q | Q? | 0 2.5",
        "'q' is a whole number, and none is 2.5; let its classes begin at whole ones");
  error("decimal | q | Q? | 0 10 10",
        "the class of 10 stands behind that of 10; write them in ascending order");
  error("integer | q | Q? | 1", "'q' has 1 class here, and results have 2 to 20; " + how);
  std::string many = "0";
  for (int i = 1; i <= 20; ++i) many += " " + std::to_string(i);
  error("integer | q | Q? | " + many, "'q' has 21 classes here, and results have 2 to 20; " + how);
  error("range | q | Q? | yes | | | start=0 end=20 step=1",
        "'q' has 21 values, and results have at most 20 classes; " + how);
  CHECK(survey_says({"range | q | Q? | yes | | | start=19 end=0 step=1"}) == "");
  error("range | q | Q? | 0 50 101 | | | start=0 end=100 step=1",
        "nobody can be in the class from 101 on: 'q' ends at 100; remove it");
}

TEST_CASE("too many choices and questions are refused, and a name is that of one question") {
  std::string csv = "name,label\n";
  for (int i = 0; i < 201; ++i) csv += fmt::format("c{0},C{0}\n", i);
  CHECK(
      problems_of(columns + rest("select_one_from_file big.csv | q | Q? | yes", 5), {{"big.csv", csv}}) ==
      in_a3(
          "error: 'q' can have no kiosk_results: it has 201 choices, of which each is about too few people; "
          "200 at most"));
  std::vector<std::string> rows;
  for (int i = 0; i < 101; ++i) rows.push_back(fmt::format("select_one yn | q{} | Q? | yes", i));
  CHECK(
      survey_says(rows) ==
      "street.md: survey!D103: error: more than 100 questions have kiosk_results; choose what people want to "
      "know\n");
  CHECK(
      survey_says({"begin_group | g | G", "select_one yn | q | Q? | yes", "end_group | | ",
                   "select_one yn | q | Q? | yes"}) ==
      "street.md: survey!D6: error: the question of row 4 with kiosk_results is called 'q' too, and results "
      "are compared by the names of questions; rename one\n");
}

TEST_CASE("a question is crossed with one that has few choices and results") {
  const auto crossed = [](const std::string& with, const std::string& results = "yes") {
    return survey_says({"select_one yn | trees | T? | " + results + " | " + with,
                        "select_one yn | cars | C? | yes", "select_one yn | bikes | B?",
                        "rank yn | order | O? | yes"});
  };
  const auto in_e3 = [](const std::string& message) {
    return "street.md: survey!E3: error: " + message + "\n";
  };
  CHECK(crossed("cars") == "");
  CHECK(crossed("crs") == in_e3("unknown question 'crs'; did you mean 'cars'?"));
  CHECK(crossed("trees") == in_e3("'trees' is crossed with itself; remove that"));
  CHECK(crossed("cars ${cars}") == in_e3("'trees' is crossed with 'cars' twice; remove one"));
  CHECK(crossed("order") == in_e3("'trees' cannot be crossed with 'order', which is a rank: only with a "
                                  "select_one or select_multiple"));
  CHECK(crossed("bikes") ==
        in_e3("'trees' cannot be crossed with 'bikes', which has no kiosk_results; write yes there"));
  CHECK(crossed("cars", "no") ==
        in_e3("'trees' has no kiosk_results, so nothing of it is crossed; write it, or remove kiosk_with"));
  CHECK(crossed("cars", "perhaps") == in_a3("error: kiosk_results of 'trees' is yes or no, not 'perhaps'"));
  CHECK(crossed("a b c d e f g h i j k") ==
        in_e3("'trees' is crossed with 11 questions, and the report has room for 10; choose"));
}

TEST_CASE("a crossing of many cells is told, and one with many choices refused") {
  const auto crossed = [](int with_choices) {
    std::string form = columns + rest("range | mood | M? | yes | kind", 4) +
                       rest("select_one kinds | kind | K? | yes", 5) +
                       "| choices |\n| | list_name | name | label |\n";
    for (int i = 0; i < with_choices; ++i) form += fmt::format("| | kinds | c{0} | C{0} |\n", i);
    return problems_of(form);
  };
  CHECK(crossed(6) == "");
  CHECK(
      crossed(7) ==
      "street.md: survey!E3: warning: 'mood' by 'kind' is a table of 70 numbers, most of them about very few "
      "people; cross with a question of fewer choices\n");
  CHECK(crossed(13) ==
        "street.md: survey!E3: error: 'mood' cannot be crossed with 'kind', which has 13 choices: 12 at "
        "most\n");
}

TEST_CASE("results of what almost nobody is asked are told, by the choices that lead there") {
  const auto asked = [](const std::string& relevant, int choices_there) {
    std::string form = columns + rest("select_one kinds | kind | K?", 6) +
                       rest("select_one kinds | again | A? | yes | | " + relevant, 3) +
                       "| choices |\n| | list_name | name | label |\n";
    for (int i = 0; i < choices_there; ++i) form += fmt::format("| | kinds | c{0} | C{0} |\n", i);
    return problems_of(form);
  };
  CHECK(asked("${kind} = 'c1'", 20) == "");
  CHECK(asked("${kind} = 'c1' or selected(${kind}, 'c2')", 40) == "");
  CHECK(asked("not(${kind} = 'c1')", 30) == "");
  CHECK(asked("${kind} = 'c1'", 21) ==
        "street.md: survey!D4: warning: 'again' is asked of about one visitor in 21, if all choices are as "
        "likely: results come after 210 visitors; ask it of more people, or remove kiosk_results\n");
  CHECK(asked("${kind} = 'c1' and 1 = 1", 11) ==
        "street.md: survey!D4: warning: 'again' is asked of about one visitor in 22, if all choices are as "
        "likely: results come after 220 visitors; ask it of more people, or remove kiosk_results\n");
}

TEST_CASE("the settings of a round are read: kiosk_place and kiosk_results_least, its name, its core") {
  const LoadedForm loaded = load_md(
      columns + rest("select_one town | district | Where?", 6) + rest("select_one yn | trees | T? | yes", 5) +
      choices +
      "| settings |\n| | kiosk_intro | kiosk_thanks | kiosk_place | kiosk_results_least | kiosk_round | "
      "kiosk_round_name | kiosk_core | kiosk_decided | kiosk_open | kiosk_who | kiosk_when | kiosk_did |\n"
      "| | W | U | district | 25 | 2 | Spring 2027 | region 3 | *Money* | Which | The council | In May | a "
      "=> b "
      "=> done |\n");
  CHECK(lines_of(loaded) == "");
  REQUIRE(loaded.form);
  const Form& form = *loaded.form;
  CHECK(form.place == 0);
  CHECK(form.results_least == 25);
  CHECK(form.round == "2");
  CHECK(form.core_id == "region");
  CHECK(form.core_version == "3");
  std::string texts;
  for (const auto& [name, text] : form.settings_texts)
    texts += name + ": " + words_of(text.by_language.at("")).words + "\n";
  CHECK(texts ==
        "kiosk_decided: Money\n"
        "kiosk_did: a => b => done\n"
        "kiosk_intro: W\n"
        "kiosk_open: Which\n"
        "kiosk_round_name: Spring 2027\n"
        "kiosk_thanks: U\n"
        "kiosk_when: In May\n"
        "kiosk_who: The council\n");
  CHECK(form.settings.empty());
  CHECK(load_md(columns + rest("text | idea | I?", 6)).form->results_least == 10);
}

TEST_CASE("settings of a round are held to what they can be") {
  const std::string least =
      "error: kiosk_results_least is a whole number from 5 to 1000, not '{}': what is told "
      "about fewer people may tell who they are";
  for (const char* wrong : {"4", "1001", "7.5", "ten", "1e9"})
    CHECK(setting("kiosk_results_least", wrong) == in_c14(fmt::format(fmt::runtime(least), wrong)));
  CHECK(setting("kiosk_results_least", "5") == "");
  CHECK(setting("kiosk_results_least", "1000") == "");
  CHECK(
      setting("kiosk_core", "region") ==
      in_c14("error: kiosk_core is the form_id and the version of the core, as in 'region 3', not 'region'"));
  CHECK(
      setting("kiosk_core", "region 3 b") ==
      in_c14("error: kiosk_core is the form_id and the version of the core, as in 'region 3', not 'region 3 "
             "b'"));
  CHECK(setting("kiosk_round", std::string(101, '2')) ==
        in_c14("error: kiosk_round is longer than 100 letters; write '2', and its name for people in "
               "kiosk_round_name"));
  CHECK(setting("kiosk_round_name", "Spring") ==
        in_c14("warning: the round has a name and no kiosk_round, by which rounds are told apart; write it "
               "there, as in '2'"));
  CHECK(
      setting("kiosk_open", "Dear ${idea}") ==
      in_c14("warning: ${idea} of kiosk_open is left out: what stands there is the same for every visitor"));
}

TEST_CASE("kiosk_place is a select_one that is asked once") {
  CHECK(setting("kiosk_place", "${district}") == "");
  CHECK(setting("kiosk_place", "distrit") ==
        in_c14("error: unknown question 'distrit' in kiosk_place; did you mean 'district'?"));
  CHECK(setting("kiosk_place", "idea") ==
        in_c14("error: 'idea' cannot say where people are (kiosk_place): it is a text; name a select_one"));
  const auto place = [](const std::string& survey, const Files& files = {}) {
    return lines_of(load_md(
        "| settings |\n| | kiosk_intro | kiosk_thanks | kiosk_place |\n| | W | U | where |\n"
        "| survey |\n| | type | name | label | kiosk_results | kiosk_with | relevant | choice_filter |\n" +
            survey + choices,
        files));
  };
  const std::string asked = "| | select_one yn | t | T? | yes | | | |\n";
  const std::string cannot =
      "street.md: settings!C3: error: 'where' cannot say where people are (kiosk_place): it ";
  CHECK(place(asked + "| | select_one town | where | W? | | | | |\n") == "");
  CHECK(place(asked + "| | begin_repeat | r | R | | | | |\n| | select_one town | where | W? | | | | |\n"
                      "| | end_repeat | | | | | | |\n") ==
        cannot + "stands in a repeat, where one person answers several times; ask it outside of one\n");
  CHECK(place(asked + "| | begin_group | g | G | | | | |\n| | select_one town | where | W? | | | | |\n"
                      "| | end_group | | | | | | |\n| | select_one town | where | W? | | | | |\n") ==
        "street.md: settings!C3: error: 'where' in kiosk_place is the name of several questions (rows 8 and "
        "10); give them different names\n");
  std::string csv = "name,label\n";
  for (int i = 0; i < 201; ++i) csv += fmt::format("c{0},C{0}\n", i);
  CHECK(place(asked + "| | select_one_from_file big.csv | where | W? | | | | |\n", {{"big.csv", csv}}) ==
        cannot + "has 201 choices, and there can be 200 places; ask for larger ones\n");
  CHECK(place("| | select_one town | where | W? | | | | |\n") ==
        "street.md: settings!C3: warning: kiosk_place says where people are, and no question has "
        "kiosk_results; "
        "write yes beside those whose results are shown\n");
  CHECK(place("| | select_one town | where | W? | yes | | | |\n| | select_one yn | t | T? | yes | where | | "
              "|\n") ==
        "street.md: survey!E7: warning: 't' is crossed with 'where', by which all results are told anyway "
        "(kiosk_place); remove that\n");
}

TEST_CASE("kiosk_did says the same in each language, in lines of three parts") {
  CHECK(
      setting("kiosk_did", "a => b => done<br>c => d") ==
      in_c14("error: line 2 of kiosk_did has 2 parts; write what people said => what was done => how far it "
             "is"));
  const auto translated = [](const std::string& dutch, const std::string& english) {
    return lines_of(
        load_md("| survey |\n| | type | name | label::Nederlands (nl) | label::English (en) |\n| | text | a "
                "| A | A |\n"
                "| settings |\n| | kiosk_intro::Nederlands (nl) | kiosk_intro::English (en) | "
                "kiosk_thanks::Nederlands "
                "(nl) | kiosk_thanks::English (en) | kiosk_did::Nederlands (nl) | kiosk_did::English (en) |\n"
                "| | W | W | U | U | " +
                dutch + " | " + english + " |\n"));
  };
  CHECK(translated("a => b => klaar", "a => b => done") == "");
  CHECK(
      translated("a => b => klaar<br>c => d => klaar", "a => b => done") ==
      "street.md: settings!F6: warning: kiosk_did::English (en) has 1 lines, and kiosk_did::Nederlands (nl) "
      "has 2; say the same in each language\n");
  CHECK(translated("a => b => klaar<br>c => d => niet", "a => b => done<br>c => d => going on") ==
        "street.md: settings!F6: warning: line 2 of kiosk_did::English (en) ends in 'going on', and in "
        "kiosk_did::Nederlands (nl) in 'niet'; say the same in each language\n");
  CHECK(translated("a => b => klaar", "") ==
        "street.md: settings!E6: warning: kiosk_did is not translated into English (en)\n");
}
