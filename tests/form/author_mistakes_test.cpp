// Mistakes that authors make and that other tools let pass, each with its cell and remedy.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "form/load_md.h"

using namespace buurtpeil;

namespace {

const std::string lists =
    "| choices |\n"
    "| | list_name | name | label |\n"
    "| | yn | yes | Yes |\n"
    "| | yn | no | No |\n"
    "| | wish | green | Green |\n"
    "| | wish | quiet | Quiet |\n";

/// What is said of one expression in `column`, after a select_one, a select_multiple, a rank and a text.
std::string of_expression(const std::string& column, const std::string& expression) {
  return problems_of(
      "| survey |\n"
      "| | type | name | label | " +
      column +
      " |\n"
      "| | select_one yn | garden | Garden? | |\n"
      "| | select_multiple wish | wishes | Wishes? | |\n"
      "| | rank wish | order | Order? | |\n"
      "| | text | why | Why? | |\n"
      "| | select_one yn | last | Last? | " +
      expression + " |\n" + lists);
}

/// The one sentence about it, without its place and excerpt.
std::string sentence_about(const std::string& column, const std::string& expression) {
  const std::string problems = of_expression(column, expression);
  const std::string start = "street.md: survey!D7: warning: ";
  REQUIRE_MESSAGE(problems.starts_with(start), problems);
  return problems.substr(start.size(), problems.find('\n') - start.size());
}

std::string type_problem(const std::string& type) {
  const std::string problems = survey_problems("| | type | name | label |\n| | " + type + " | q | Q |\n");
  const std::string start = "street.md: survey!A3: error: unknown type '" + type + "'";
  REQUIRE_MESSAGE(problems.starts_with(start), problems);
  return problems.substr(start.size());
}

}  // namespace

TEST_CASE("a word without quotation marks is doubted, with what is meant") {
  CHECK(
      of_expression("relevant", "${garden} = yes and ${why} != ''") ==
      "street.md: survey!D7: warning: yes without quotation marks names nothing and is always empty; did you "
      "mean 'yes'?\n"
      "  ${garden} = yes and ${why} != ''\n"
      "              ^\n");
  const auto marks = [](const std::string& word) {
    return fmt::format("{0} without quotation marks names nothing and is always empty; did you mean '{0}'?",
                       word);
  };
  for (const char* column : {"relevant", "required", "readonly", "constraint", "calculation"}) {
    CHECK(sentence_about(column, "${garden} != no") == marks("no"));
    CHECK(sentence_about(column, "yes = ${garden}") == marks("yes"));
    CHECK(sentence_about(column, "selected(${wishes}, green)") == marks("green"));
    CHECK(sentence_about(column, "if(${garden} = yes, 1, 2)") == marks("yes"));
  }
  CHECK(sentence_about("choice_filter", "${garden} = yes") ==
        "the list 'yn' has no column 'yes'; write 'yes' in quotes for the word");
  CHECK(sentence_about("relevant", "${why} = why") == "'why' without ${} is always empty here; write ${why}");
  CHECK(sentence_about("relevant", "${why} = True") ==
        "True without brackets names nothing and is always empty; did you mean true()?");
  CHECK(sentence_about("calculation", "today - 1") ==
        "today without brackets names nothing and is always empty; did you mean today()?");
}

TEST_CASE("a reference that is written as other tools write it is doubted") {
  CHECK(
      survey_problems("| | type | name | label | hint | relevant |\n"
                      "| | integer | age | Age? | | |\n"
                      "| | note | a | You are {age} ($(age)) | ${age} (age) {place} | ${age} != null |\n") ==
      "street.md: survey!C4: warning: '{age}' is shown as it stands there; for the answer write ${age}\n"
      "street.md: survey!C4: warning: '$(age)' is shown as it stands there; for the answer write ${age}\n"
      "street.md: survey!E4: warning: null names nothing; to ask whether there is an answer compare with '': "
      "two quotation marks\n"
      "  ${age} != null\n"
      "            ^\n");
}

TEST_CASE("a choice that is called like a question means the choice where it is compared with its list") {
  CHECK(
      survey_problems("| | type | name | label | relevant |\n"
                      "| | select_one yn | garden | Garden? | |\n"
                      "| | text | yes | Yes? | |\n"
                      "| | text | no | No? | ${garden} = yes |\n" +
                      lists) ==
      "street.md: survey!D5: warning: yes without quotation marks names nothing and is always empty; did you "
      "mean 'yes'?\n"
      "  ${garden} = yes\n"
      "              ^\n");
}

TEST_CASE("a path that leads nowhere is doubted, and what may well be meant is not") {
  CHECK(of_expression("relevant", "../gardn = 'yes'") ==
        "street.md: survey!D7: warning: there is no question at '../gardn'; did you mean 'garden'?\n"
        "  ../gardn = 'yes'\n"
        "  ^\n");
  CHECK(sentence_about("choice_filter", "name = current()/../gardn") ==
        "there is no question at 'current()/../gardn'; did you mean 'garden'?");
  for (const char* sound : {"../garden = 'yes'", "current()/../garden = 'yes'", "yes", "true()",
                            "position(..) = 1", "count(../*) > 1", "../meta/instanceID != ''"})
    CHECK_MESSAGE(of_expression("relevant", sound).empty(), sound);
  CHECK(of_expression("choice_filter", "name != ${garden} and label != ../x").empty());
  CHECK(survey_problems("| | type | name | label | relevant |\n"
                        "| | begin_group | g | G | h = '' |\n"
                        "| | text | a | A | |\n"
                        "| | end_group | | | |\n") ==
        "street.md: survey!D3: warning: h without quotation marks names nothing and is always empty; did you "
        "mean 'h'?\n"
        "  h = ''\n"
        "  ^\n");
}

TEST_CASE("a word for yes that is not XLSForm's is doubted, with what to write") {
  for (const char* column : {"required", "readonly"}) {
    for (const char* word : {"ja", "oui", "x", "Verplicht", "waar"})
      CHECK(sentence_about(column, word) ==
            fmt::format("'{}' means nothing here and counts as no; write yes", word));
    CHECK(sentence_about(column, "nee") == "'nee' means nothing here and counts as no; write no");
    CHECK(sentence_about(column, "always") ==
          "'always' means nothing here and counts as no; write yes or no, or a condition, as in ${age} > 17");
    CHECK(sentence_about(column, "'no'") ==
          "'no' in quotation marks counts as yes, as every text does; write no without them");
    for (const char* sound : {"yes", "TRUE", "true()", "1", "no", "0", "${garden} = 'yes'"})
      CHECK_MESSAGE(of_expression(column, sound).empty(), sound);
  }
  CHECK(sentence_about("relevant", "ja") == "'ja' means nothing here and counts as no; write yes");
}

TEST_CASE("a select_multiple that is compared with one choice is doubted") {
  CHECK(
      of_expression("relevant", "${wishes} = 'green'") ==
      "street.md: survey!D7: warning: this holds only where 'green' is all that is chosen in 'wishes'; write "
      "selected(${wishes}, 'green') to ask whether it is among the chosen ones\n"
      "  ${wishes} = 'green'\n"
      "              ^\n");
  CHECK(sentence_about("relevant", "'quiet' != ../wishes") ==
        "this does not hold only where 'quiet' is all that is chosen in 'wishes'; write "
        "not(selected(../wishes, "
        "'quiet')) to ask whether it is among the chosen ones");
  CHECK(sentence_about("relevant", "${order} = 'green'") ==
        "'order' ranks all of its choices, so this is never true; the first one is selected-at(${order}, 0)");
  for (const char* sound : {"${wishes} = ''", "${wishes} = 'green quiet'",
                            "${wishes} = 'green' or not(selected(${wishes}, 'green'))",
                            "count-selected(${wishes}) = 1 and ${wishes} = 'green'"})
    CHECK_MESSAGE(of_expression("relevant", sound).empty(), sound);
}

TEST_CASE("once() inside another function is doubted") {
  CHECK(
      of_expression("calculation", "log10(once(random()))") ==
      "street.md: survey!D7: warning: once() gives the whole value that this row has, so inside another "
      "function it is computed anew from its own result; compute it in a row of its own, and refer to that\n"
      "  log10(once(random()))\n"
      "        ^\n");
  CHECK(sentence_about("calculation", "once(random()) * 2").starts_with("once() gives the whole value"));
  for (const char* sound :
       {"once(random())", "if(${garden} = 'yes', once(random()), 0)", "coalesce(once(1), 2)"})
    CHECK_MESSAGE(of_expression("calculation", sound).empty(), sound);
}

TEST_CASE("what needs a later answer is doubted, where it is empty when it comes up") {
  CHECK(
      survey_problems(
          "| | type | name | label | relevant | constraint | calculation | repeat_count | default |\n"
          "| | text | a | A ${z} | ${z} = 'x' | . != ${z} | | | ${b} |\n"
          "| | begin_repeat | r | R | | | | ${number} | |\n"
          "| | text | b | B | | | | | |\n"
          "| | text | c | C of ${total} | | | | | |\n"
          "| | end_repeat | | | | | | | |\n"
          "| | integer | number | N | | | | | |\n"
          "| | text | z | Z | | | | | |\n"
          "| | calculate | total | | | | concat(${number}, ${z}) | | |\n"
          "| | note | end | ${total} of ${a} | | | | | |\n") ==
      "street.md: survey!C3: warning: 'z' is asked later, in row 9, so that it is still empty here; ask it "
      "before\n"
      "street.md: survey!D3: warning: 'z' is asked later, in row 9, so that it is still empty here; ask it "
      "before\n"
      "  ${z} = 'x'\n"
      "  ^\n"
      "street.md: survey!E3: warning: 'z' is asked later, in row 9, so that it is still empty here; ask it "
      "before\n"
      "  . != ${z}\n"
      "       ^\n"
      "street.md: survey!H3: warning: 'b' is asked after the defaults are filled in, so that it is still "
      "empty; "
      "write a calculation instead, with '${b}' as its trigger\n"
      "street.md: survey!G4: warning: 'number' is asked later, in row 8, so that it is still empty here; ask "
      "it "
      "before\n"
      "street.md: survey!C6: warning: 'total' is computed from 'number', which is asked later, in row 8, so "
      "that it is still empty here; ask it before\n");
}

TEST_CASE("later answers that a form may well read are not doubted") {
  CHECK(survey_problems(
            "| | type | name | label | relevant | constraint | calculation | default | appearance |\n"
            "| | calculate | sum | | | | ${low} + ${high} | | |\n"
            "| | start | start | | | | | | |\n"
            "| | integer | low | L | | . < ${high} | | | |\n"
            "| | integer | high | H, after ${low} | | . > ${low} | | | |\n"
            "| | text | given | G | ${later} = '' or ${later} = 'x' | | | | |\n"
            "| | note | state | ${start} ${filled} ${points} | | | | | |\n"
            "| | calculate | points | | | | ${low} + coalesce(${later}, 0) | | |\n"
            "| | begin_group | g | G | | | | | field-list |\n"
            "| | text | d | D | ${e} = 'x' | | | | |\n"
            "| | text | e | E | | | | | |\n"
            "| | end_group | | | | | | | |\n"
            "| | begin_repeat | r | R | | | | | |\n"
            "| | integer | n | N | | . + sum(${m}) < 100 | | | |\n"
            "| | note | o | ${before} | | | | | |\n"
            "| | integer | m | M | | | | | |\n"
            "| | calculate | before | | | | indexed-repeat(${m}, ${r}, position(..) - 1) | | |\n"
            "| | text | p | P | | | | ${low} | |\n"
            "| | end_repeat | | | | | | | |\n"
            "| | text | filled | F | | | | x | |\n"
            "| | text | later | L | | | | | |\n") == "");
}

TEST_CASE("a calculation in the visitor's language is doubted, and may be where a text shows it") {
  const std::string form =
      "| survey |\n"
      "| | type | name | label::Nederlands (nl) | label::English (en) | calculation |\n"
      "| | select_one town | town | Buurt? | Town? | |\n"
      "| | calculate | called | | | jr:choice-name(${town}, '${town}') |\n"
      "| | calculate | looked_up | | | concat('x', instance('town')/root/item[name = ${town}]/label) |\n"
      "| | calculate | month | | | format-date(today(), '%b') |\n"
      "| | calculate | shown | | | jr:choice-name(${town}, '${town}') |\n"
      "| | calculate | phrase | | | concat('in ', ${shown}) |\n"
      "| | calculate | same | | | if(jr:choice-name(${town}, '${town}') = 'x', 1, 2) |\n"
      "| | note | n | U woont ${phrase} | You live ${phrase} | |\n"
      "| choices |\n"
      "| | list_name | name | label::Nederlands (nl) | label::English (en) |\n"
      "| | town | centre | Centrum | Centre |\n"
      "| settings |\n"
      "| | kiosk_intro::Nederlands (nl) | kiosk_intro::English (en) | kiosk_thanks::Nederlands (nl) | "
      "kiosk_thanks::English (en) |\n"
      "| | Wie. | Who. | Dank. | Thanks. |\n";
  const auto told = [](const char* cell, const char* name) {
    return fmt::format(
        "street.md: survey!{}: warning: the value of '{}' is in the visitor's language, so that the export "
        "has "
        "one thing under several names; count by the name of the choice, which is the same in all "
        "languages\n",
        cell, name);
  };
  const LoadedForm loaded = load_md(form);
  CHECK(lines_of(loaded) == told("E4", "called") + told("E5", "looked_up") + told("E6", "month") +
                                told("E7", "shown") + told("E8", "phrase"));
  CHECK(loaded.problems[2].gate == Gate::stops);
  CHECK(loaded.problems[3].gate == Gate::passes_at_desk);
}

TEST_CASE("an unknown type is answered with the nearest, also in other languages and other tools' words") {
  const auto mean = [](const std::string& meant) { return "; did you mean '" + meant + "'?\n"; };
  CHECK(type_problem("keuze buurten") == mean("select_one buurten"));
  CHECK(type_problem("Meerkeuze wensen") == mean("select_multiple wensen"));
  CHECK(type_problem("radio yn") == mean("select_one yn"));
  CHECK(type_problem("drop-down yn") == mean("select_one yn"));
  CHECK(type_problem("selct_one yn") == mean("select_one yn"));
  CHECK(type_problem("select multple yn") == mean("select_multiple yn"));
  CHECK(type_problem("select_one my list") == mean("select_one my_list"));
  CHECK(type_problem("Auswahl orte") == mean("select_one orte"));
  CHECK(type_problem("choix multiple lieux") == mean("select_multiple lieux"));
  CHECK(type_problem("tekst") == mean("text"));
  CHECK(type_problem("getal") == mean("integer"));
  CHECK(type_problem("geheel getal") == mean("integer"));
  CHECK(type_problem("number") == mean("integer"));
  CHECK(type_problem("kommagetal") == mean("decimal"));
  CHECK(type_problem("datum") == mean("date"));
  CHECK(type_problem("foto") == mean("image"));
  CHECK(type_problem("opmerking") == mean("note"));
  CHECK(type_problem("notitei") == mean("note"));
  CHECK(type_problem("multiple choice yn") ==
        "; did you mean 'select_one' (one answer) or 'select_multiple' (several)?\n");
  CHECK(type_problem("ja/nee") ==
        "; did you mean 'select_one yes_no', with yes and no in the sheet choices?\n");
  CHECK(type_problem("groep begin") == mean("begin_group"));
  CHECK(type_problem("begin section") == mean("begin_group"));
  CHECK(type_problem("start herhaling") == mean("begin_repeat"));
  CHECK(type_problem("grop").starts_with(mean("begin_group")));
  CHECK(type_problem("zzz") == "\n");
}

TEST_CASE(
    "a wrong type, a group that is not closed and a missing name hide nothing else and cause nothing more") {
  CHECK(
      survey_problems("| | type | name | label | relevant |\n"
                      "| | begin groep | g | G | |\n"
                      "| | tekst | a | A? | |\n"
                      "| | begin repeat | r | R | |\n"
                      "| | text | b | B, ${a} | |\n"
                      "| | end group | | | |\n"
                      "| | end repeat | | | |\n"
                      "| | text | | | ${zz} = 1 |\n"
                      "| | begin group | h | H | |\n"
                      "| | | c | C | |\n"
                      "| | begin repeat | s | S | |\n"
                      "| | text | d | D, ${c} | |\n"
                      "| | end group | | | |\n"
                      "| | end group | | | |\n"
                      "| | begin group | k | K | |\n"
                      "| | text | e | E | ${ee} = 1 |\n") ==
      "street.md: survey!A3: error: unknown type 'begin groep'; did you mean 'begin_group'?\n"
      "street.md: survey!A4: error: unknown type 'tekst'; did you mean 'text'?\n"
      "street.md: survey!A7: error: 'end group' stands where 'end repeat' is expected: the repeat 'r' of row "
      "5 "
      "is still open\n"
      "street.md: survey!B9: error: this text has no name; write one, as in 'garden': the answers are stored "
      "under it\n"
      "street.md: survey!C9: error: this text has no label: nobody would know what is asked\n"
      "street.md: survey!D9: error: unknown question 'zz'\n"
      "  ${zz} = 1\n"
      "  ^\n"
      "street.md: survey!A11: error: the row has no type; write one, or clear its name and label\n"
      "street.md: survey!A14: error: 'end group' stands where 'end repeat' is expected: the repeat 's' of "
      "row "
      "12 is still open\n"
      "street.md: survey!A16: error: the group 'k' is never closed: add a row 'end group'\n"
      "street.md: survey!D17: error: unknown question 'ee'; did you mean 'e'?\n"
      "  ${ee} = 1\n"
      "  ^\n");
}

TEST_CASE("an end with an unknown type is told as that alone") {
  CHECK(survey_problems("| | type | name | label |\n"
                        "| | einde groep | | |\n"
                        "| | begin group | g | G |\n"
                        "| | text | a | A |\n"
                        "| | einde | | |\n"
                        "| | zzz | | |\n") ==
        "street.md: survey!A3: error: unknown type 'einde groep'; did you mean 'end_group'?\n"
        "street.md: survey!A6: error: unknown type 'einde'; did you mean 'end_group'?\n"
        "street.md: survey!A7: error: unknown type 'zzz'\n");
}

TEST_CASE("what would say nothing or do nothing is told") {
  CHECK(
      survey_problems("| | type | name | label | guidance_hint | big-image | calculation | trigger |\n"
                      "| | text | a | | Think of the street. | | | |\n"
                      "| | text | b | B | | map.png | | |\n"
                      "| | calculate | c | | | | | |\n"
                      "| | text | d | D | | | | ${b} |\n") ==
      "street.md: survey!C3: error: 'a' has a guidance_hint only, which is there for who asks for it; write "
      "a "
      "label\n"
      "street.md: survey!E4: error: 'b' has a big-image and no image: the big one is what a tap on the image "
      "opens; write both, or the image alone\n"
      "street.md: survey!F5: error: 'c' has no calculation\n"
      "street.md: survey!G6: warning: 'd' has a trigger and no calculation: a change of ${b} clears its "
      "answer; "
      "write in the column calculation what it becomes\n");
}

TEST_CASE("where a column is missing its cause is told, once") {
  CHECK(problems_of("| survey |\n| | type;name;label |\n| | text;a;A |\n") ==
        "street.md: survey!A2: error: the sheet has no column 'type'; 'type;name;label' stands in one cell: "
        "give "
        "each heading a column of its own\n");
  CHECK(survey_problems("| | type | label |\n| | text | A |\n| | text | B |\n") ==
        "street.md: survey!A2: error: the sheet has no column 'name', under which answers are stored\n");
  CHECK(survey_problems("| | type | name | vraag |\n| | text | a | A |\n| | text | b | B |\n") ==
        "street.md: survey!A2: error: the sheet has no column 'label' with the words of the questions\n"
        "street.md: survey!C2: warning: the column 'vraag' is unknown and passed over; did you mean "
        "'label'?\n");
  CHECK(survey_problems("| | type | Naam | label | verplicht | vraag |\n| | text | a | A, ${b} | ja | |\n") ==
        "street.md: survey!A2: error: the sheet has no column 'name', under which answers are stored\n"
        "street.md: survey!B2: warning: the column 'Naam' is unknown and passed over; did you mean 'name'?\n"
        "street.md: survey!D2: warning: the column 'verplicht' is unknown and passed over; did you mean "
        "'required'?\n");
  CHECK(lines_of(load_form_from_bytes("street.md", "| type | name | label |\n| text | a | A |\n", {})) ==
        "street.md: error: there is no sheet called 'survey' with the questions; in a .csv or .md file the "
        "first "
        "column has the name of a sheet, in a row of its own above its headings, and nothing below\n");
  CHECK(problems_of("| survey |\n| | type | name | label |\n| | select_one trees | a | A |\n",
                    {{"trees.csv", "name,label\n"}}) ==
        "street.md: survey!A3: error: the list 'trees' is not in the sheet 'choices', but there is a file "
        "'trees.csv': its choices are those of select_one_from_file trees.csv\n");
}

TEST_CASE("a list and a file of one name are told as such where an expression looks into them") {
  CHECK(problems_of("| survey |\n"
                    "| | type | name | label | calculation |\n"
                    "| | select_one_from_file wish.csv | tree | Which? | |\n"
                    "| | calculate | c | | instance('wish')/root/item[kind = 'x']/label |\n" +
                        lists,
                    {{"wish.csv", "name,label\noak,Oak\n"}}) ==
        "street.md: survey!D4: error: 'wish' is a list of the sheet choices and the file 'wish.csv' as well; "
        "rename one, so that it is known which is meant\n"
        "  instance('wish')/root/item[kind = 'x']/label\n"
        "           ^\n");
}
