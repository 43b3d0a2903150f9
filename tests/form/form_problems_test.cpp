// What is wrong with a form, in whole messages.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "form/load_md.h"

using namespace buurtpeil;

TEST_CASE("all mistakes are told at once, in the file's order") {
  CHECK(
      problems_of("| survey |\n"
                  "| | type | name | label | relevant | lable |\n"
                  "| | txt | a | A | | |\n"
                  "| | text | b | B ${ag} | ${age > 5 | |\n"
                  "| | integer | age | A | foo(1) | |\n"
                  "| | text | 2b | B | | |\n"
                  "| | | c | C | | |\n"
                  "| | select_one tree | d | D | | |\n"
                  "| choices |\n"
                  "| | list_name | name | label |\n"
                  "| | trees | | Oak |\n"
                  "| | trees | elm | |\n"
                  "| | | elm | Elm |\n") ==
      "street.md: survey!E2: warning: the column 'lable' is unknown and passed over; did you mean 'label'?\n"
      "street.md: survey!A3: error: unknown type 'txt'; did you mean 'text'?\n"
      "street.md: survey!C4: error: unknown question 'ag'; did you mean 'age'?\n"
      "street.md: survey!D4: error: a reference is written ${name}\n"
      "  ${age > 5\n"
      "  ^\n"
      "street.md: survey!D5: error: unknown function 'foo'\n"
      "  foo(1)\n"
      "  ^\n"
      "street.md: survey!B6: error: '2b' cannot be a name: a name begins with a letter or _ and has "
      "letters, digits, _ - . only\n"
      "street.md: survey!A7: error: the row has no type; write one, or clear its name and label\n"
      "street.md: survey!A8: error: the list 'tree' is not in the sheet 'choices'; did you mean 'trees'?\n"
      "street.md: choices!B11: error: the choice has no name: the value that is stored when it is chosen\n"
      "street.md: choices!C12: warning: the choice 'elm' has no label\n"
      "street.md: choices!A13: warning: the choice belongs to no list and is passed over\n");
}

TEST_CASE("references are to questions that exist") {
  CHECK(
      survey_problems("| | type | name | label | calculation |\n"
                      "| | text | first_name | A | |\n"
                      "| | note | b | Hello ${frist_name} and ${ | |\n"
                      "| | calculate | c | | /data/nowhere + /other/nowhere + ../first_name |\n"
                      "| | calculate | d | | concat(first_name, ${last-saved#first_name}) |\n"
                      "| | calculate | e | | count(instance('nothing')/root/item) |\n"
                      "| | calculate | f | | jr:choice-name('x', '${frist_name}') |\n") ==
      "street.md: survey!C4: error: '${' begins a reference to a question, as in '${age}', but the name or "
      "the '}' is missing\n"
      "street.md: survey!C4: error: unknown question 'frist_name'; did you mean 'first_name'?\n"
      "street.md: survey!D5: error: there is no question at '/data/nowhere'\n"
      "  /data/nowhere + /other/nowhere + ../first_name\n"
      "  ^\n"
      "street.md: survey!D5: warning: there is no question at '/other/nowhere'\n"
      "  /data/nowhere + /other/nowhere + ../first_name\n"
      "                  ^\n"
      "street.md: survey!D6: warning: a kiosk has no last saved answers: ${last-saved#...} is always empty\n"
      "street.md: survey!D6: warning: 'first_name' without ${} is always empty here; write ${first_name}\n"
      "  concat(first_name, ${last-saved#first_name})\n"
      "         ^\n"
      "street.md: survey!D7: error: instance('nothing') is neither a list of the sheet choices nor an "
      "attached file\n"
      "street.md: survey!D8: error: unknown question 'frist_name'; did you mean 'first_name'?\n"
      "  jr:choice-name('x', '${frist_name}')\n"
      "                       ^\n");
}

TEST_CASE("a name that is there several times is told where it is referred to; groups tell no names apart") {
  CHECK(survey_problems("| | type | name | label |\n"
                        "| | begin group | g | G |\n"
                        "| | text | a | A |\n"
                        "| | note | n | ${a} |\n"
                        "| | end group | | |\n"
                        "| | begin group | h | H |\n"
                        "| | text | a | A |\n"
                        "| | end group | | |\n"
                        "| | note | m | ${a} |\n") ==
        "street.md: survey!C5: error: 'a' is the name of several questions (g/a in B4, h/a in B8), so that "
        "nobody knows which one is meant; give them different names\n"
        "street.md: survey!C10: error: 'a' is the name of several questions (g/a in B4, h/a in B8), so that "
        "nobody knows which one is meant; give them different names\n");
}

TEST_CASE("inside a repeat a name means the one in it") {
  CHECK(survey_problems("| | type | name | label | trigger | calculation |\n"
                        "| | text | a | A | | |\n"
                        "| | begin repeat | r | R | | |\n"
                        "| | begin group | g | G | | |\n"
                        "| | text | a | A | | |\n"
                        "| | end group | | | | |\n"
                        "| | note | n | ${a} | | |\n"
                        "| | begin repeat | s | S | | |\n"
                        "| | note | m | ${a} | | |\n"
                        "| | end repeat | | | | |\n"
                        "| | end repeat | | | | |\n"
                        "| | calculate | b | | ${a} | 1 |\n") ==
        "street.md: survey!D13: error: 'a' is the name of several questions (a in B3, r/g/a in B6), so that "
        "nobody knows which one is meant; give them different names\n");
}

TEST_CASE("what depends on itself is an error") {
  CHECK(survey_problems(
            "| | type | name | label | relevant | calculation |\n"
            "| | calculate | a | | | ${b} + 1 |\n"
            "| | calculate | b | | | ${c} |\n"
            "| | calculate | c | | | ${a} |\n"
            "| | text | d | D | ${d} = 'x' | |\n"
            "| | begin group | g | G | ${e} = 'x' | |\n"
            "| | text | e | E | | |\n"
            "| | end group | | | | |\n"
            "| | begin repeat | r | R | | |\n"
            "| | integer | n | N | | |\n"
            "| | calculate | total | | | indexed-repeat(${total}, ${r}, position(..) - 1) + ${n} |\n"
            "| | end repeat | | | | |\n") ==
        "street.md: survey!E3: error: 'a' depends on itself: a -> b -> c -> a\n"
        "street.md: survey!D6: error: 'd' depends on itself: d -> d\n"
        "street.md: survey!D7: error: 'g' depends on itself: g -> e -> g\n");
}

TEST_CASE(
    "a number of repeats that comes from inside the repeat is an error, but for what looks at all turns") {
  const auto told = [](const std::string& count) {
    return survey_problems(
        "| | type | name | label | repeat_count |\n"
        "| | begin repeat | r | R | " +
        count +
        " |\n"
        "| | integer | n | N | |\n"
        "| | select_one yn | more | M | |\n"
        "| | end repeat | | | |\n"
        "| choices |\n"
        "| | list_name | name | label |\n"
        "| | yn | yes | Yes |\n");
  };
  CHECK(told("${n}") == "street.md: survey!D3: error: 'r' depends on itself: r -> n -> r\n");
  CHECK(told("./n + 1") == "street.md: survey!D3: error: 'r' depends on itself: r -> n -> r\n");
  CHECK(told("if(indexed-repeat(${more}, ${r}, count(${r})) = 'yes', count(${r}) + 1, count(${r}))") == "");
  CHECK(told("3") == "");
}

TEST_CASE("what a kiosk lacks is passed over, or refused where it is required") {
  CHECK(survey_problems("| | type | name | label | required | save_to |\n"
                        "| | start-geopoint | a | | | |\n"
                        "| | image | b | B | yes | |\n"
                        "| | barcode | c | C | ${d} = 'x' | |\n"
                        "| | text | d | D | | town |\n"
                        "| | audit | | | | |\n"
                        "| | phonenumber | e | | | |\n") ==
        "street.md: survey!A3: warning: 'a' is passed over: a kiosk has no GPS\n"
        "street.md: survey!D4: error: 'b' is required, but a kiosk has no camera; make it optional or remove "
        "it\n"
        "street.md: survey!D5: error: 'c' is required, but a kiosk has no barcode reader; make it optional "
        "or remove it\n"
        "street.md: survey!E6: warning: save_to of 'd' is passed over: a kiosk keeps no entities\n"
        "street.md: survey!A7: warning: 'audit' is passed over: a kiosk keeps no log of what a visitor does\n"
        "street.md: survey!A8: warning: 'e' is passed over: a kiosk has no phone number\n");
}

TEST_CASE("an appearance that is unknown, or that means something else, is told") {
  CHECK(survey_problems("| | type | name | label | appearance |\n"
                        "| | text | a | A | Multiline numbers |\n"
                        "| | text | b | B | mutliline |\n"
                        "| | text | c | C | masked |\n"
                        "| | date | d | D | islamic year |\n"
                        "| | range | e | E | no-ticks vertical w3 |\n"
                        "| | text | f | F | ex:org.example.app(a = 'x y') |\n"
                        "| | image | g | G | sig |\n") ==
        "street.md: survey!D4: warning: the appearance 'mutliline' is unknown and passed over; did you mean "
        "'multiline'?\n"
        "street.md: survey!D5: warning: the appearance 'masked' is passed over: what is typed can be read on "
        "the screen\n"
        "street.md: survey!D6: warning: the appearance 'islamic' is passed over: dates are asked in the "
        "Gregorian calendar\n"
        "street.md: survey!D8: warning: the appearance 'ex:org.example.app' is unknown and passed over\n"
        "street.md: survey!A9: warning: 'g' is passed over: a kiosk has no camera\n");
  CHECK(problems_of("| survey |\n"
                    "| | type | name | label | appearance |\n"
                    "| | select_one x | a | A | columns-3 quickcompact-2 likert |\n"
                    "| | select_one x | b | B | label |\n"
                    "| | select_one x | c | C | minimal search('trees', 'matches', 'name', 'oak') |\n"
                    "| choices |\n"
                    "| | list_name | name | label |\n"
                    "| | x | oak | Oak |\n") ==
        "street.md: survey!D5: warning: the file 'trees.csv' is missing; put it into the folder "
        "'street-media' beside the form\n");
}

TEST_CASE("parameters are held to what a type allows") {
  CHECK(survey_problems("| | type | name | label | parameters | rows |\n"
                        "| | range | a | A | start=0 end=10 step=3 tick_interval=4 | |\n"
                        "| | range | b | B | start=0 end=1 step=0.1 placeholder=0.25 | |\n"
                        "| | range | c | C | start=x | |\n"
                        "| | range | d | D | step=20 | |\n"
                        "| | text | e | E | rows=two | |\n"
                        "| | text | f | F | stat=5 | 3 |\n"
                        "| | text | g | G | rows | |\n"
                        "| | range | h | H | start=0; end=1; step=0.1; tick_interval=0.3 | |\n") ==
        "street.md: survey!D3: error: the parameter tick_interval is a multiple of step\n"
        "street.md: survey!D4: error: the parameter placeholder is one of the values of the range\n"
        "street.md: survey!D5: error: the parameter start is a number, not 'x'\n"
        "street.md: survey!D6: error: the parameter step is more than 0 and at most the whole range, 9\n"
        "street.md: survey!D7: error: the parameter rows is a number, not 'two'\n"
        "street.md: survey!D8: error: 'text' has no parameter 'stat'; it has rows\n"
        "street.md: survey!D9: error: parameters are written as 'name=value', with spaces, commas or "
        "semicolons between; not 'rows'\n");
}

TEST_CASE("selects are held to their lists") {
  CHECK(problems_of("| survey |\n"
                    "| | type | name | label | choice_filter | parameters |\n"
                    "| | select_one | a | A | | |\n"
                    "| | select_multiple x | b | B | | seed=4 |\n"
                    "| | select_one x or_other | c | C | size > 5 | |\n"
                    "| | select_one x.csv | d | D | | |\n"
                    "| | select_one_from_file x.txt | e | E | | |\n"
                    "| | select_one x | f | F | sise = 5 or g = 1 or name = 'y' | |\n"
                    "| | text | g | G | | |\n"
                    "| | select_one_from_file ../y.csv | h | H | | |\n"
                    "| choices |\n"
                    "| | list_name | name | label | size | too long |\n"
                    "| | x | big oak | O | 5 | |\n") ==
        "street.md: survey!A3: error: 'select_one' needs the name of its list, as in 'select_one trees'\n"
        "street.md: survey!E4: error: a seed is of use with randomize=true only\n"
        "street.md: survey!D5: error: or_other cannot be combined with a choice_filter; add a choice and a "
        "text question yourself\n"
        "street.md: survey!A6: error: choices from a file are 'select_one_from_file x.csv'\n"
        "street.md: survey!A7: error: 'x.txt' is no file that choices can come from: its name ends in .csv, "
        ".xml or .geojson\n"
        "street.md: survey!D8: warning: the list 'x' has no column 'sise'; did you mean 'size'?\n"
        "  sise = 5 or g = 1 or name = 'y'\n"
        "  ^\n"
        "street.md: survey!D8: warning: the list 'x' has no column 'g'; write ${g} for the question\n"
        "  sise = 5 or g = 1 or name = 'y'\n"
        "              ^\n"
        "street.md: survey!A10: error: '../y.csv' is no name of a file beside the form\n"
        "street.md: choices!E12: warning: the column 'too long' is passed over: to be used in a filter its "
        "name may have letters, digits, _ - . only\n"
        "street.md: choices!B13: error: 'b' chooses several from the list 'x', so the name 'big oak' may "
        "have no spaces: they stand between the chosen ones\n");
}

TEST_CASE("settings are checked") {
  CHECK(lines_of(load_md("| survey |\n"
                         "| | type | name | label |\n"
                         "| | text | a | A |\n"
                         "| settings |\n"
                         "| | kiosk_refuse | kiosk_intr | form_titel | default_language |\n"
                         "| | maybe | x | y | Streektaal |\n")) ==
        "street.md: settings: warning: the settings have no kiosk_intro: who asks, why, and what happens "
        "with the answers; visitors get the kiosk's own words\n"
        "street.md: settings: warning: the settings have no kiosk_thanks: what is decided, what is open, and "
        "when people hear back; visitors get the kiosk's own words\n"
        "street.md: settings!B5: warning: the column 'kiosk_intr' is unknown and passed over; did you mean "
        "'kiosk_intro'?\n"
        "street.md: settings!C5: warning: the column 'form_titel' is unknown and passed over; did you mean "
        "'form_title'?\n"
        "street.md: settings!A6: error: kiosk_refuse is yes or no, not 'maybe'\n"
        "street.md: settings!D6: warning: the language 'Streektaal' has no code; write it as in 'Nederlands "
        "(nl)', so that the kiosk knows which language it is\n");
}

TEST_CASE("what the invitation cannot ask is said with its cell and what to do") {
  const auto problem = [](const std::string& survey, const std::string& first = "yes",
                          const std::string& choices = "") {
    return lines_of(
        load_md("| survey |\n| | type | name | label | relevant | choice_filter | default | appearance |\n" +
                survey + "| choices |\n| | list_name | name | label | kind |\n| | yn | yes | Yes | |\n" +
                "| | yn | no | No | |\n" + choices +
                "| settings |\n| | kiosk_first | kiosk_intro | kiosk_thanks |\n| | " + first +
                " | Why. | Thanks. |\n"));
  };
  CHECK(problem("| | select_one yn | a | A? | | | | |\n") == "");
  CHECK(problem("| | calculate | c | | | | 1 | |\n| | begin_group | g | G | | | | |\n"
                "| | select_one yn | a | A? | | | | |\n| | end_group | | | | | | |\n") == "");
  CHECK(problem("| | text | a | A? | | | | |\n", "no") == "");
  CHECK(problem("| | text | a | A? | | | | |\n", "perhaps") ==
        "street.md: settings!A10: error: kiosk_first is yes or no, not 'perhaps'\n");
  const std::string cannot = "street.md: survey!A3: error: the invitation cannot ask 'a' (kiosk_first): it ";
  CHECK(problem("| | note | a | A. | | | | |\n| | select_one yn | b | B? | | | | |\n") ==
        cannot + "is no select_one; let one be the first row that is shown\n");
  CHECK(problem("| | select_one yn | a | A? | 1 = 1 | | | |\n") ==
        cannot + "has a condition (relevant); remove it\n");
  CHECK(problem("| | select_one yn | a | A? | | kind = 'x' | | |\n")
            .ends_with(
                cannot +
                "has choices that depend on something; give it a list of its own, without choice_filter\n"));
  CHECK(problem("| | select_one yn | a | A? | | | yes | |\n") ==
        cannot + "has a value before anybody has answered (default, trigger); remove that\n");
  CHECK(problem("| | select_one yn | a | A ${b}? | | | | |\n| | text | b | B? | | | | |\n")
            .find(cannot + "has ${...} in its words, and nothing is answered yet; remove it\n") !=
        std::string::npos);
  CHECK(problem("| | select_one yn or_other | a | A? | | | | |\n") ==
        cannot + "has or_other, which asks for words as well; make 'other' a choice of the list\n");
  CHECK(problem("| | select_one yn | a | A? | | | | |\n", "yes",
                "| | yn | c | C | |\n| | yn | d | D | |\n| | yn | e | E | |\n| | yn | f | F | |\n") ==
        cannot + "has 6 choices, and the invitation has room for 5; let a shorter question be first\n");
  const std::string inside = "street.md: survey!A4: error: the invitation cannot ask 'a' (kiosk_first): it ";
  CHECK(problem("| | begin_group | g | G | | | | field-list |\n| | select_one yn | a | A? | | | | |\n"
                "| | text | b | B? | | | | |\n| | end_group | | | | | | |\n") ==
        inside + "shares its screen with other questions (field-list); move it before that group\n");
  CHECK(problem("| | begin_group | g | G | 1 = 1 | | | |\n| | select_one yn | a | A? | | | | |\n"
                "| | end_group | | | | | | |\n") ==
        inside + "stands in a group with a condition (relevant); move it before that\n");
  CHECK(problem("| | begin_repeat | g | G | | | | |\n| | select_one yn | a | A? | | | | |\n"
                "| | end_repeat | | | | | | |\n") == inside + "stands in a repeat; move it before that\n");
}

TEST_CASE("groups are held to their depth and every reader to its file") {
  std::string deep = "| | type | name | label |\n";
  for (int i = 0; i < 40; ++i) deep += fmt::format("| | begin group | g{} | G |\n", i);
  deep += "| | text | a | A |\n";
  for (int i = 0; i < 40; ++i) deep += "| | end group | | |\n";
  CHECK(survey_problems(deep).starts_with(
      "street.md: survey!A35: error: groups stand more than 32 deep inside each other\n"));
  CHECK(problems_of("| survey |\n"
                    "| | type | name | label |\n"
                    "| | select_one_from_file x.csv | a | A |\n",
                    {{"x.csv", "name\n\"a"}}) ==
        "street.md: survey!A3: error: the file 'x.csv' cannot be read: the quote that opens on line 2 is "
        "never closed\n");
}

TEST_CASE("what is not translated is listed") {
  CHECK(
      lines_of(
          load_md("| survey |\n"
                  "| | type | name | label | label::English (en) | label::Streektaal | hint::English (en) |\n"
                  "| | select_one x or_other | a | Boom | Tree | Ağaç | Big? |\n"
                  "| | text | b | Woord | | Kelime | |\n"
                  "| choices |\n"
                  "| | list_name | name | label | label::English (en) |\n"
                  "| | x | oak | Eik | |\n"
                  "| settings |\n"
                  "| | default_language | kiosk_intro | kiosk_thanks::English (en) |\n"
                  "| | Nederlands (nl) | Hallo | Thanks |\n")) ==
      "street.md: survey!E2: warning: the language 'Streektaal' has no code; write it as in 'Nederlands "
      "(nl)', "
      "so that the kiosk knows which language it is\n"
      "street.md: survey!F3: warning: the hint of 'a' is not translated into Nederlands (nl), Streektaal\n"
      "street.md: survey!C4: warning: the label of 'b' is not translated into English (en)\n"
      "street.md: choices!C7: warning: the label of 'oak' is not translated into English (en), Streektaal\n"
      "street.md: settings!B10: warning: kiosk_intro is not translated into English (en), Streektaal\n"
      "street.md: settings!C10: warning: kiosk_thanks is not translated into Nederlands (nl), Streektaal\n");
}

TEST_CASE("two ways to write one language are told") {
  CHECK(survey_problems("| | type | name | label::English (en) | label::Engels (en) | hint::english (EN) |\n"
                        "| | text | a | A | A | A |\n")
            .starts_with("street.md: survey!D2: warning: 'English (en)' and 'Engels (en)' count as two "
                         "languages; write them the same way\n"
                         "street.md: survey!E2: warning: 'English (en)' and 'english (EN)' count as two "
                         "languages; write them the same way\n"
                         "street.md: survey!E2: warning: 'Engels (en)' and 'english (EN)' count as two "
                         "languages; write them the same way\n"));
}

TEST_CASE("a small form that would grow large is refused") {
  const std::string label(10'000, 'x');
  std::string loop =
      "| survey |\n| | type | name | label |\n| | begin loop over c | l | L |\n| | text | q | ";
  for (int i = 0; i < 1'000; ++i) loop += "%(label)s ";
  loop += "|\n| | end loop | | |\n| choices |\n| | list_name | name | label |\n";
  for (int i = 0; i < 20; ++i) loop += fmt::format("| | c | n{} | {} |\n", i, label);
  CHECK(problems_of(loop) ==
        "street.md: survey!A3: error: the loop writes out more than 10000 rows or 16 MB\n");
}

TEST_CASE("more problems than a list keeps are counted, and warnings hide no error") {
  std::string form = "| survey |\n| | type | name | label |\n| | txt | q | Q |\n";
  form += "| choices |\n| | list_name | name | label |\n";
  for (int i = 0; i < 10'200; ++i) form += fmt::format("| | | oak{} | Oak |\n", i);
  const std::string problems = problems_of(form);
  CHECK(std::ranges::count(problems, '\n') == 10'002);
  CHECK(problems.starts_with("street.md: survey!A3: error: unknown type 'txt'; did you mean 'text'?\n"));
  CHECK(problems.ends_with("street.md: warning: and 200 warnings more\n"));
}

TEST_CASE("a language in which a column says nothing is told once, with the number of rows") {
  CHECK(lines_of(
            load_md("| survey |\n"
                    "| | type | name | label::English (en) | label::Nepali (ne) | hint::English (en) |\n"
                    "| | text | a | A | | Big? |\n"
                    "| | select_one x | b | B | | |\n"
                    "| | note | c | C | | Small? |\n"
                    "| choices |\n"
                    "| | list_name | name | label::English (en) | label::Nepali (ne) |\n"
                    "| | x | oak | Oak | ओक |\n"
                    "| | x | elm | Elm | |\n"
                    "| settings |\n"
                    "| | kiosk_intro::English (en) | kiosk_intro::Nepali (ne) | kiosk_thanks::English (en) | "
                    "kiosk_thanks::Nepali (ne) |\n"
                    "| | Who asks. | को | Until when. | कहिले |\n")) ==
        "street.md: survey!D2: warning: label::Nepali (ne) is empty in 3 rows, first D3\n"
        "street.md: survey!E2: warning: there is no column hint::Nepali (ne), and 2 rows have a hint, first "
        "E3\n"
        "street.md: choices!C9: warning: the label of 'elm' is not translated into Nepali (ne)\n");
}

TEST_CASE("a kind of problems is told by its sentence without names, numbers and remedy") {
  const auto kind = [](const char* message) { return kind_of({Severity::warning, {}, message}); };
  CHECK(kind("the label of 'oak' has 131 letters; people read 130") ==
        "warning: the label of '' has 0 letters");
  CHECK(kind("visitors get the kiosk's own 'it's' here") == "warning: visitors get the kiosk's own '' here");
  CHECK(kind("an open 'quote") == "warning: an open 'quote");
}

TEST_CASE("a kiosk does not start while an attached file is missing, whatever else only warns") {
  const LoadedForm loaded = load_md(
      "| survey |\n"
      "| | type | name | label |\n"
      "| | select_one_from_file trees.csv | tree | Which? |\n"
      "| | barcode | where | Where? |\n" +
      own_texts);
  std::string lines;
  for (const Problem& problem : problems_at_start(loaded.problems))
    lines += to_line("street.md", problem) + "\n";
  CHECK(lines ==
        "street.md: survey!A3: error: the file 'trees.csv' is missing; put it into the folder 'street-media' "
        "beside the form\n"
        "street.md: survey!A4: warning: 'where' is passed over: a kiosk has no barcode reader\n");
  CHECK(!has_errors(loaded.problems));
}
