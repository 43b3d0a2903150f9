// What `check` says about a form, whole.
#include "sync/check.h"
#include "sync/unjudged.h"

#include <fstream>

#include "sync/fixture.h"

using namespace buurtpeil;
using namespace buurtpeil::sync;
using namespace buurtpeil::test;

namespace {

const std::string settings =
    "| settings |\n"
    "| | kiosk_intro | kiosk_thanks | kiosk_decided | kiosk_open | kiosk_who | kiosk_when |\n"
    "| | Who asks. | Until when. | Ten streets. | Which ones. | The council. | In May. |\n";

/// "EXIT CODE\n" and what is printed, with the folder left out.
std::string check(const std::map<std::string, std::string>& files,
                  Strictness strictness = Strictness::writing, Listing listing = Listing::brief) {
  const Folder folder;
  CheckRequest request{{}, strictness, listing};
  for (const auto& [name, text] : files) {
    std::ofstream{folder / name} << text;
    if (name.ends_with(".md")) request.forms.emplace_back(folder / name);
  }
  const Outcome outcome = check_forms(request);
  CHECK(outcome.err == "");
  return without(folder, std::to_string(outcome.exit_code) + "\n" + outcome.out);
}

}  // namespace

TEST_CASE("a form without remarks has a summary") {
  CHECK(check({{"street.md",
                "| survey |\n"
                "| | type | name | label |\n"
                "| | integer | trees | How many trees? |\n" +
                    settings}}) ==
        "0\n"
        "street.md: 1 question, no language named, about 1 minute; no remarks\n");
}

TEST_CASE("all problems of all forms are said at once, in the file's order") {
  const std::string wrong =
      "| survey |\n"
      "| | type | name | label | relevant |\n"
      "| | integer | trees | How many trees? | ${shrubs} > 1 |\n"
      "| | integer | shrubs | How many shrubs? | ${tres} > 1 and sums(1) |\n"
      "| | integr | age | How old? | |\n" +
      settings;
  const std::string translated =
      "| survey |\n"
      "| | type | name | label::Nederlands (nl) | label::English (en) |\n"
      "| | image | photo | Foto | Photo |\n"
      "| | select_one kinds | kind | Welke? | |\n"
      "| | text | KEY | Sleutel | Key |\n"
      "| choices |\n"
      "| | list_name | name | label::Nederlands (nl) | label::English (en) | image |\n"
      "| | kinds | oak | Eik | | oak.png |\n"
      "| | kinds | elm | Iep | Elm | |\n";
  CHECK(check({{"a.md", wrong}, {"b.md", translated}}) ==
        "1\n"
        "a.md: survey!D3: warning: 'shrubs' is asked later, in row 4, so that it is still empty here; ask it "
        "before\n"
        "  ${shrubs} > 1\n"
        "  ^\n"
        "a.md: survey!D4: error: unknown function 'sums'; did you mean 'sum'?\n"
        "  ${tres} > 1 and sums(1)\n"
        "                  ^\n"
        "a.md: survey!A5: error: unknown type 'integr'; did you mean 'integer'?\n"
        "a.md: 2 errors, 1 warning\n"
        "b.md: warning: the settings have no kiosk_intro: who asks, why, and what happens with the answers; "
        "visitors get the kiosk's own words\n"
        "b.md: warning: the settings have no kiosk_thanks: what is decided, what is open, and when people "
        "hear back; visitors get the kiosk's own words\n"
        "b.md: survey!A3: warning: 'photo' is passed over: a kiosk has no camera\n"
        "b.md: survey!C4: warning: the label of 'kind' is not translated into English (en)\n"
        "b.md: survey!A5: warning: the column 'KEY' of the export would hold the answers to 'KEY' and what "
        "every export has under that name; give the question another name\n"
        "b.md: choices!C8: warning: the label of 'oak' is not translated into English (en)\n"
        "b.md: choices!E8: error: the file 'oak.png' is missing; put it into the folder 'b-media' beside "
        "the form\n"
        "b.md: 2 questions, 2 languages (nl, en), about 1 minute; 1 error, 6 warnings\n");
}

TEST_CASE("columns that are the same in the export are told, in repeats too") {
  CHECK(check({{"street.md",
                "| survey |\n"
                "| | type | name | label |\n"
                "| | text | Status | Status? |\n"
                "| | begin_group | a | |\n"
                "| | text | b-c | One? |\n"
                "| | end_group | | |\n"
                "| | begin_group | a-b | |\n"
                "| | text | c | Two? |\n"
                "| | end_group | | |\n"
                "| | begin_repeat | place | Place |\n"
                "| | text | PARENT_KEY | Three? |\n"
                "| | text | SubmissionDate | Four? |\n"
                "| | end_repeat | | |\n" +
                    settings}}) ==
        "0\n"
        "street.md: survey!A3: warning: the column 'Status' of the export would hold the answers to 'Status' "
        "and what every export has under that name; give the question another name\n"
        "street.md: survey!A8: warning: the column 'a-b-c' of the export would hold the answers to 'a/b-c' "
        "and to 'a-b/c'; give one of them another name\n"
        "street.md: survey!A11: warning: the column 'PARENT_KEY' of the export would hold the answers to "
        "'place/PARENT_KEY' and what every export has under that name; give the question another name\n"
        "street.md: 5 or more questions, no language named, about 4 minutes; 3 warnings\n");
}

TEST_CASE("the metadata that ODK documents needs no other names, nor does what differs in case") {
  CHECK(check({{"street.md",
                "| survey |\n"
                "| | type | name | label |\n"
                "| | start | start | |\n"
                "| | end | end | |\n"
                "| | today | today | |\n"
                "| | deviceid | deviceid | |\n"
                "| | text | status | What is the state of your street? |\n"
                "| | text | key | Where is the key? |\n" +
                    settings}}) ==
        "0\n"
        "street.md: 2 questions, no language named, about 2 minutes; no remarks\n");
}

TEST_CASE("of one kind 20 are shown and the others counted; all of them when they are asked for") {
  std::string form = "| survey |\n| | type | name | label |\n";
  for (int i = 0; i < 300; ++i)
    form += "| | text | q" + std::to_string(i) + " | <blink>Question</blink> " + std::to_string(i) + "? |\n";
  form += "| | image | photo | Photo |\n";
  const std::string tag = ": warning: the tag <blink> is not understood and left out\n";
  std::string first, all;
  for (int i = 0; i < 300; ++i) (i < 20 ? first : all) += "street.md: survey!C" + std::to_string(i + 3) + tag;
  const std::string photo =
                        "street.md: survey!A303: warning: 'photo' is passed over: a kiosk has no camera\n",
                    end = "street.md: 300 questions, no language named, about 225 minutes; 301 warnings\n";
  CHECK(check({{"street.md", form + settings}}) ==
        "0\n" + first + "  and 280 more like this; buurtpeil-sync check --all lists them\n" + photo + end);
  CHECK(check({{"street.md", form + settings}}, Strictness::writing, Listing::all) ==
        "0\n" + first + all + photo + end);
}

TEST_CASE("what keeps a form from going out is told beside its errors") {
  CHECK(
      check({{"street.md",
              "| survey |\n"
              "| | type | name | label | constraint | relevant |\n"
              "| | integer | KEY | How many? | . > 0 | |\n"
              "| | text | why | Why? | | ${trees} > 1 |\n" +
                  settings}},
            Strictness::deployment) ==
      "1\n"
      "street.md: survey!A3: error: the column 'KEY' of the export would hold the answers to 'KEY' and what "
      "every export has under that name; give the question another name\n"
      "street.md: survey!A3: error: 'KEY' has a constraint and no constraint_message: visitors would hear "
      "that they are wrong, but not what is right\n"
      "street.md: survey!E4: error: unknown question 'trees'\n"
      "  ${trees} > 1\n"
      "  ^\n"
      "street.md: 3 errors\n");
}

TEST_CASE("before it goes out every warning counts, but for what a kiosk passes over") {
  const std::string form =
      "| survey |\n"
      "| | type | name | label | constraint | required |\n"
      "| | image | photo | Photo | | |\n"
      "| | integer | trees | How many? | . > 0 | |\n"
      "| | select_one_from_file trees.csv | kind | " +
      std::string(261, 'o') +
      " | | yes |\n"
      "| | acknowledge | agreed | Do you agree? | | yes |\n"
      "| | select_one_from_file gone.csv | lost | Which one? | | |\n"
      "| choices |\n"
      "| | list_name | name | label |\n"
      "| | kinds | oak | " +
      std::string(131, 'o') +
      " |\n"
      "| settings |\n"
      "| | kiosk_intro | kiosk_thanks | kiosk_refuse |\n"
      "| | Who asks. | " +
      std::string(781, 'o') + " | no |\n";
  CHECK(
      check({{"street.md", form}, {"trees.csv", "name,label\n"}}, Strictness::deployment) ==
      "1\n"
      "street.md: survey!A3: warning: 'photo' is passed over: a kiosk has no camera\n"
      "street.md: survey!A4: error: 'trees' has a constraint and no constraint_message: visitors would "
      "hear that they are wrong, but not what is right\n"
      "street.md: survey!A5: error: the label of 'kind' has 261 letters; people on their feet read 260 at "
      "most\n"
      "street.md: survey!A5: error: 'kind' is required and kiosk_refuse is no: who cannot answer can only "
      "walk away; make it optional or allow refusing\n"
      "street.md: survey!A5: error: 'kind' has nothing to choose from\n"
      "street.md: survey!A7: error: the file 'gone.csv' is missing; put it into the folder 'street-media' "
      "beside the form\n"
      "street.md: choices!B10: error: the label of 'oak' has 131 letters; people on their feet read 130 at "
      "most\n"
      "street.md: settings: error: kiosk_thanks has 781 letters; people on their feet read 780 at most\n"
      "street.md: settings: error: the settings have no kiosk_decided: what is already decided; visitors "
      "read it before and after they answer\n"
      "street.md: settings: error: the settings have no kiosk_open: what is still open; visitors read it "
      "before and after they answer\n"
      "street.md: settings: error: the settings have no kiosk_who: who decides; visitors read it before and "
      "after they answer\n"
      "street.md: settings: error: the settings have no kiosk_when: when people hear back; visitors read it "
      "before and after they answer\n"
      "street.md: 4 questions, no language named, about 1 minute; 11 errors, 1 warning\n");
}

TEST_CASE("results that go out need a place, and what was done has to be read standing") {
  const std::string part(131, 'o');
  const auto deployed = [&](const std::string& place, const std::string& did) {
    return check({{"street.md",
                   "| survey |\n"
                   "| | type | name | label | kiosk_results |\n"
                   "| | select_one towns | town | Where? | |\n"
                   "| | select_one towns | best | Which is best? | yes |\n"
                   "| choices |\n| | list_name | name | label |\n| | towns | elz | Elz |\n"
                   "| settings |\n"
                   "| | kiosk_intro | kiosk_thanks | kiosk_decided | kiosk_open | kiosk_who | kiosk_when | "
                   "kiosk_place | kiosk_did |\n"
                   "| | A. | B. | C. | D. | E. | F. | " +
                       place + " | " + did + " |\n"}},
                 Strictness::deployment);
  };
  const std::string summary = "street.md: 2 questions, no language named, about 1 minute; ";
  CHECK(deployed("town", "a => b => done") == "0\n" + summary + "no remarks\n");
  CHECK(deployed("", "a => " + part + " => done") ==
        "1\n"
        "street.md: settings: error: the settings have no kiosk_place, the question that says where: the "
        "results of 'best' would be of everybody together; name it\n"
        "street.md: settings: error: '" +
            part + "' of kiosk_did has 131 letters; people on their feet read 130 at most\n" + summary +
            "2 errors\n");
  std::string lines;
  for (int i = 0; i < 13; ++i) lines += "a => b => done<br>";
  CHECK(deployed("town", lines) ==
        "1\nstreet.md: settings: error: kiosk_did has 13 lines; people on their feet read 12 at most\n" +
            summary + "1 error\n");
}

TEST_CASE("the demo form may go out") {
  const Outcome outcome = check_forms({{BUURTPEIL_ASSETS "/forms/leefomgeving.md"}, Strictness::deployment});
  CHECK(outcome.out.ends_with(
      "/forms/leefomgeving.md: 12 to 14 questions, 6 languages (nl, en, tr, pl, uk, ar), "
      "about 4 minutes; 2 warnings\n"));
  CHECK(outcome.exit_code == 0);
}

TEST_CASE("a form that is not there is told with the nearest name") {
  const Outcome outcome = check_forms({{BUURTPEIL_ASSETS "/forms/leefomgving.md"}});
  CHECK(outcome.out == BUURTPEIL_ASSETS
        "/forms/leefomgving.md: error: there is no such file; did you mean "
        "'leefomgeving.md'?\n" BUURTPEIL_ASSETS "/forms/leefomgving.md: 1 error\n");
  CHECK(outcome.exit_code == 1);
}

TEST_CASE("where a constraint reads what may be left out, that is told before the form goes out") {
  const auto told = [](const std::string& constraint, const std::string& refuse = "yes",
                       const std::string& relevant = "") {
    return check({{"street.md",
                   "| survey |\n"
                   "| | type | name | label | required | constraint | constraint_message | calculation | "
                   "relevant |\n"
                   "| | integer | cars | How many cars? | yes | | | | |\n"
                   "| | integer | vans | How many vans? | | | | | |\n"
                   "| | calculate | left | | | | | 10 - ${cars} | |\n"
                   "| | calculate | rest | | | | | 10 - coalesce(${vans}, 0) | |\n"
                   "| | integer | bikes | How many bicycles? | | " +
                       constraint + " | Ten together. | | " + relevant +
                       " |\n"
                       "| settings |\n"
                       "| | version | kiosk_intro | kiosk_thanks | kiosk_decided | kiosk_open | kiosk_who | "
                       "kiosk_when | kiosk_refuse |\n"
                       "| | 1 | Who asks. | Until when. | A | B | C | D | " +
                       refuse + " |\n"}},
                 Strictness::deployment);
  };
  const auto warns = [&](const std::string& about, const std::string& count = "3") {
    return "0\n"
           "street.md: survey!A7: warning: the constraint of 'bikes' cannot be judged, and is held to be "
           "met, "
           "where " +
           about +
           " says what to take then\n"
           "street.md: " +
           count + " questions, no language named, about 1 minute; 1 warning\n";
  };
  const std::string cars = warns("'cars' is left out; coalesce(${cars}, 0)");
  const std::string vans = warns("'vans' is left out; coalesce(${vans}, 0)");
  const std::string nothing = "0\nstreet.md: 3 questions, no language named, about 1 minute; no remarks\n";
  CHECK(told(". <= 10 - ${cars}") == cars);
  CHECK(told(". <= ${left}") == cars);
  CHECK(told(". <= ../cars") == cars);
  CHECK(told(". <= ${cars} + ${vans}") == warns("'cars' or 'vans' is left out; coalesce(${cars}, 0)"));
  CHECK(told("${vans} != '' and . <= ${vans}") == vans);
  for (const char* guarded : {". <= ${rest}", ". <= 10 - coalesce(${vans}, 0)",
                              "${vans} = '' or . <= ${vans}", ". <= if(${vans} = '', 10, ${vans})",
                              "${vans} != '' or . > 3", ". <= string-length(${vans})", ". < 9"})
    CHECK(told(guarded) == nothing);
  CHECK(told(". <= ${vans}", "yes", "${vans} > 0") ==
        "0\nstreet.md: 2 to 3 questions, no language named, about 1 minute; no remarks\n");
  CHECK(told(". <= ${vans}", "yes", "${cars} > 0") ==
        warns("'vans' is left out; coalesce(${vans}, 0)", "2 to 3"));
}

TEST_CASE("what is required and cannot be refused is never missing") {
  const LoadedForm loaded = load_form_from_bytes("street.md",
                                                 "| survey |\n"
                                                 "| | type | name | label | required | constraint |\n"
                                                 "| | integer | cars | How many cars? | yes | |\n"
                                                 "| | integer | bikes | Bicycles? | | . < ${cars} |\n"
                                                 "| settings |\n"
                                                 "| | kiosk_refuse |\n"
                                                 "| | no |\n",
                                                 {});
  REQUIRE(loaded.form);
  ProblemList problems;
  check_unjudged(*loaded.form, problems);
  CHECK(problems.in_order({}).empty());
}
