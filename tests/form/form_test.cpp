#include "form/form.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "form/text.h"

using namespace buurtpeil;

namespace {

using Files = std::map<std::string, std::string>;

const std::string own_texts =
    "| settings |\n"
    "| | kiosk_intro | kiosk_thanks |\n"
    "| | Who asks. | Until when. |\n";

LoadedForm load_md(const std::string& md, Files files = {}) {
  return load_form_from_bytes("street.md", md, std::move(files));
}

/// Every problem of a form, as `check` prints them; the settings that would only warn are there.
std::string problems_of(const std::string& md, Files files = {}) {
  std::string lines;
  for (const Problem& problem : load_md(md + own_texts, std::move(files)).problems)
    lines += to_line("street.md", problem) + "\n";
  return lines;
}

/// Problems of a survey with these columns and rows, written without the leading "| ".
std::string survey_problems(const std::string& rows) { return problems_of("| survey |\n" + rows); }

Form form_of(const std::string& md, Files files = {}) {
  LoadedForm loaded = load_md(md, std::move(files));
  for (const Problem& problem : loaded.problems)
    if (problem.severity == Severity::error) FAIL(to_line("street.md", problem));
  REQUIRE(loaded.form);
  return std::move(*loaded.form);
}

std::string words_of(const Form& form, const Text& text, int language) {
  const Sentence* sentence = form.in_language(text, language);
  if (sentence == nullptr) return "-";
  std::string words;
  for (const Piece& piece : *sentence)
    words += piece.reference ? "{" + piece.reference->source() + "}" : piece.words;
  return words;
}

std::string names_of(const std::vector<Choice>& choices) {
  std::string names;
  for (const Choice& choice : choices) names += (names.empty() ? "" : " ") + choice.name;
  return names;
}

std::string source_of(const std::optional<Expression>& expression) {
  return expression ? expression->source() : "-";
}

}  // namespace

TEST_CASE("a form in two languages is read whole") {
  const Form form = form_of(
      "| survey |\n"
      "| | Type | NAME | label::Nederlands (nl) | label :: English (en) | hint | required | relevance | "
      "caption::العربية (ar) |\n"
      "| | begin_group | street | Uw straat | Your street | | | | |\n"
      "| | Select_One trees | Greenery | Groen in ${street}? | Green? | Kijk naar buiten | yes | | خضرة |\n"
      "| | end group | | | | | | | |\n"
      "| | int | age | Leeftijd | Age | | no | selected(${Greenery}, 'oak') | |\n"
      "| choices |\n"
      "| | label::English (en) | list name | value | size |\n"
      "| | Oak | trees | oak | 20 |\n"
      "| | Elm | trees | elm | |\n"
      "| settings |\n"
      "| | form_title | id_string | version | default_language | kiosk_intro::English (en) | style |\n"
      "| | Street | st_1 | 2026 | Nederlands (nl) | Hello | theme-grid |\n");
  CHECK(form.id == "st_1");
  CHECK(form.title == "Street");
  CHECK(form.version == "2026");
  CHECK(form.settings == std::map<std::string, std::string>{{"style", "theme-grid"}});
  REQUIRE(form.languages.size() == 3);
  CHECK(form.languages[1].heading == "English (en)");
  CHECK(form.languages[1].name == "English");
  CHECK(form.languages[1].code == "en");
  CHECK(form.language_of("ar") == 2);
  CHECK(form.default_language == 0);
  CHECK(words_of(form, form.settings_texts.at("kiosk_intro"), 0) == "Hello");

  REQUIRE(form.rows.size() == 3);
  const Row& group = form.rows[0];
  CHECK(group.type == Type::group);
  CHECK(group.end == 2);
  const Row& greenery = form.rows[1];
  CHECK(greenery.path == "street/Greenery");
  CHECK(greenery.parent == 0);
  CHECK(greenery.cell.row == 4);
  CHECK(source_of(greenery.required) == "true()");
  CHECK(words_of(form, greenery.label, 0) == "Groen in {${street}}?");
  CHECK(words_of(form, greenery.label, 2) == "خضرة");
  CHECK(words_of(form, form.rows[2].label, 2) == "Leeftijd");
  CHECK(words_of(form, greenery.hint, 1) == "Kijk naar buiten");
  CHECK(words_of(form, group.hint, 1) == "-");
  CHECK(source_of(form.rows[2].required) == "-");
  CHECK(source_of(form.rows[2].relevant) == "selected(${Greenery}, 'oak')");
  CHECK(form.row_of("street/Greenery") == 1);
  const std::vector<Choice>& trees = form.choices.at("trees");
  CHECK(names_of(trees) == "oak elm");
  CHECK(trees[0].columns == std::map<std::string, std::string>{{"size", "20"}});
  CHECK(words_of(form, trees[1].label, 2) == "Elm");
}

TEST_CASE("the default language may be the columns without a language") {
  const Form form = form_of(
      "| survey |\n"
      "| | type | name | label | label::English (en) |\n"
      "| | text | a | Woord | Word |\n"
      "| settings |\n"
      "| | default_language |\n"
      "| | Nederlands (nl) |\n");
  REQUIRE(form.languages.size() == 2);
  CHECK(form.languages[0].code == "nl");
  CHECK(words_of(form, form.rows[0].label, 0) == "Woord");
  CHECK(words_of(form, form.rows[0].label, 1) == "Word");
}

TEST_CASE("types are known by all their names") {
  const Form form = form_of(
      "| survey |\n"
      "| | type | name | label |\n"
      "| | add select one prompt using from_x | a | A |\n"
      "| | select all that apply from from_x or specify other | b | B |\n"
      "| | SELECT1 from_x | c | C |\n"
      "| | select_one from_x | d | D |\n"
      "| | q int | e | E |\n"
      "| | add dateTime prompt | f | F |\n"
      "| | trigger | g | G |\n"
      "| | begin looped group | h | H |\n"
      "| | photo | i | I |\n"
      "| | end lgroup | | |\n"
      "| | rank from_x | j | J |\n"
      "| choices |\n"
      "| | list_name | name | label |\n"
      "| | from_x | x | X |\n"
      "| | from_x | y | Y |\n");
  std::string types;
  for (const Row& row : form.rows)
    types += fmt::format("{}:{}:{} ", row.path, static_cast<int>(row.type), row.list);
  CHECK(types ==
        "a:7:from_x b:8:from_x or_other b_other:0: c:7:from_x d:7:from_x e:1: f:6: g:10: h:36: h/i:27: "
        "j:9:from_x ");
  CHECK(names_of(form.choices.at("from_x or_other")) == "x y other");
  CHECK(names_of(form.choices.at("from_x")) == "x y");
  CHECK(source_of(form.rows[2].relevant) == "selected(../b, 'other')");
}

TEST_CASE("or_other speaks the languages of the form") {
  const Form form = form_of(
      "| survey |\n"
      "| | type | name | label::Türkçe (tr) | label::ትግርኛ (ti) |\n"
      "| | select_one x or_other | a | A | A |\n"
      "| choices |\n"
      "| | list_name | name | label::Türkçe (tr) |\n"
      "| | x | x | X |\n");
  const Text& other = form.choices.at("x or_other").back().label;
  CHECK(words_of(form, other, 0) == "Başka");
  CHECK(words_of(form, other, 1) == "Anders");
  CHECK(words_of(form, form.rows[1].label, 0) == "Lütfen yazın");
}

TEST_CASE("defaults are words unless they calculate") {
  const Form form = form_of(
      "| survey |\n"
      "| | type | name | label | default |\n"
      "| | text | a | A | it's a \"word\" |\n"
      "| | date | b | B | 2026-03-01 |\n"
      "| | date | c | C | today() |\n"
      "| | integer | d | D | ${e} + 1 |\n"
      "| | integer | e | E | -5 |\n"
      "| | text | f | F | 1-1 |\n"
      "| | text | g | G | C++ |\n"
      "| | integer | h | H | 6 div 2 |\n");
  std::string sources;
  for (const Row& row : form.rows) sources += source_of(row.initial) + " ; ";
  CHECK(sources ==
        "concat('it', \"'\", 's a \"word\"') ; '2026-03-01' ; today() ; ${e} + 1 ; '-5' ; '1-1' ; 'C++' ; 6 "
        "div 2 ; ");
}

TEST_CASE("a calculation without a label is a calculation, whatever its type") {
  const Form form = form_of(
      "| survey |\n"
      "| | type | name | label | calculation |\n"
      "| | integer | a | | 1 + 1 |\n"
      "| | integer | b | B | 1 + 1 |\n");
  CHECK(form.rows[0].type == Type::calculate);
  CHECK(form.rows[1].type == Type::integer);
}

TEST_CASE("several triggers become one expression") {
  const Form form = form_of(
      "| survey |\n"
      "| | type | name | label | calculation | trigger |\n"
      "| | text | a | A | | |\n"
      "| | text | b | B | | |\n"
      "| | dateTime | c | | now() | ${a}, ${b} |\n"
      "| | dateTime | d | | now() | ${a} |\n");
  CHECK(source_of(form.rows[2].trigger) == "concat(${a}, ${b})");
  CHECK(source_of(form.rows[3].trigger) == "${a}");
}

TEST_CASE("a loop is written out for every choice") {
  const Form form = form_of(
      "| survey |\n"
      "| | type | name | label::English (en) |\n"
      "| | begin loop over rooms | home | Home |\n"
      "| | integer | size | How large is the %(label)s (%(name)s)? |\n"
      "| | end loop | | |\n"
      "| choices |\n"
      "| | list_name | name | label::English (en) |\n"
      "| | rooms | hall | Hall |\n"
      "| | rooms | attic | Attic |\n");
  std::string shown;
  for (const Row& row : form.rows) shown += row.path + ": " + words_of(form, row.label, 0) + "\n";
  CHECK(shown ==
        "home: Home\nhome/hall: Hall\nhome/hall/size: How large is the Hall (hall)?\n"
        "home/attic: Attic\nhome/attic/size: How large is the Attic (attic)?\n");
}

TEST_CASE("choices come from files beside the form") {
  const std::string md =
      "| survey |\n"
      "| | type | name | label | parameters | calculation |\n"
      "| | select_one_from_file towns.csv | a | A | | |\n"
      "| | select_multiple_from_file towns.csv | b | B | value=id, label=title | |\n"
      "| | select_one_from_file shops.xml | c | C | | |\n"
      "| | csv-external | prices | | | |\n"
      "| | calculate | d | | | pulldata('rates', 'euro', 'name', 'x') |\n";
  const Files files = {
      {"towns.csv", "name,label,label::English (en),id,title\nams,Amsterdam,,1,Mokum\nrot,Rotterdam,,2,\n"},
      {"shops.xml",
       "<root><item><name>s1</name><label>Shop &amp; "
       "co</label></item><item><name>s2</name><label/></item></root>"},
      {"prices.csv", "name,euro\nx,5\n"},
      {"rates.csv", "name,euro\nx,5\n"}};
  const Form form = form_of(md, files);
  CHECK(names_of(form.choices.at(form.rows[0].list)) == "ams rot");
  CHECK(names_of(form.choices.at(form.rows[1].list)) == "1 2");
  CHECK(words_of(form, form.choices.at(form.rows[1].list)[0].label, -1) == "Mokum");
  CHECK(words_of(form, form.choices.at(form.rows[2].list)[0].label, -1) == "Shop & co");
  REQUIRE(form.instance("rates") != nullptr);
  CHECK(form.instance("rates")->front().columns.at("euro") == "5");
  CHECK(form.instance("prices")->size() == 1);
  CHECK(form.instance("nothing") == nullptr);
  CHECK(form.attachments.size() == 4);
  CHECK(form.missing_files.empty());

  const LoadedForm without = load_md(md + own_texts);
  REQUIRE(without.form);
  CHECK(without.form->missing_files ==
        std::vector<std::string>{"prices.csv", "rates.csv", "shops.xml", "towns.csv"});
}

TEST_CASE("the hash is the file's own, and changes with attached data") {
  const std::string md =
      "| survey |\n"
      "| | type | name | label |\n"
      "| | csv-external | x | |\n"
      "| | text | a | A |\n";
  const std::string alone = load_md(md).form->hash;
  CHECK(alone == "0cb99c79e3e6e9efcfde07d94a80782044b78e0f35e51ff90ac3c199a44730f3");
  const std::string with = load_md(md, {{"x.csv", "name\na\n"}}).form->hash;
  CHECK(with.size() == 64);
  CHECK(with != alone);
  CHECK(load_md(md, {{"x.csv", "name\nb\n"}}).form->hash != with);
  CHECK(load_md(md, {{"x.csv", "name\na\n"}}).form->hash == with);
}

TEST_CASE("a form and what lies beside it are read from disk") {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "buurtpeil_form_test";
  std::filesystem::create_directories(folder / "street-media");
  std::ofstream(folder / "street.md") << "| survey |\n"
                                         "| | type | name | label | image |\n"
                                         "| | select_one_from_file towns.csv | a | A | map.png |\n";
  std::ofstream(folder / "street-media" / "towns.csv") << "name,label\nams,Amsterdam\n";
  std::ofstream(folder / "street-media" / "map.png") << "picture";
  const LoadedForm loaded = load_form(folder / "street.md");
  REQUIRE(loaded.form);
  CHECK(loaded.form->id == "street");
  CHECK(loaded.form->attachments == Files{{"towns.csv", "name,label\nams,Amsterdam\n"}});
  CHECK(loaded.form->missing_files.empty());
  std::filesystem::remove_all(folder);
  const LoadedForm gone = load_form(folder / "street.md");
  CHECK_FALSE(gone.form);
  REQUIRE(gone.problems.size() == 1);
  CHECK(to_line("street.md", gone.problems[0]) ==
        "street.md: error: the file cannot be read; is its name right, and may it be read?");
  CHECK(load_form_from_bytes("street.doc", "", {}).problems[0].message ==
        "a form is an .xlsx, .csv or .md file; save it as one of these");
}

TEST_CASE("effort counts what is asked, and rounds minutes up") {
  const Form form = form_of(
      "| survey |\n"
      "| | type | name | label | calculation | read_only |\n"
      "| | note | n | N | | |\n"
      "| | text | a | A | | |\n"
      "| | select_one x | b | B | | |\n"
      "| | calculate | c | | 1 | |\n"
      "| | integer | d | D | 1 + 1 | yes |\n"
      "| | barcode | e | E | | |\n"
      "| choices |\n"
      "| | list_name | name | label |\n"
      "| | x | x | X |\n");
  CHECK(effort_of(form).questions == 2);
  CHECK(effort_of(form).minutes == 2);
  CHECK(effort_of(Form{}).questions == 0);
  CHECK(effort_of(Form{}).minutes == 1);
}

TEST_CASE("direction follows the language") {
  for (const char* code : {"ar", "fa", "ur", "he", "ar-EG", "AR_eg", "ckb"})
    CHECK_MESSAGE(is_right_to_left(code), code);
  for (const char* code : {"nl", "en", "tr", "uk", "ar-Latn", "arn", "", "zh"})
    CHECK_MESSAGE(!is_right_to_left(code), code);
}

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
      "street.md: survey!D4: error: a reference is written ${name} (at '${age > 5')\n"
      "street.md: survey!D5: error: unknown function 'foo' (at 'foo(1)')\n"
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
                      "| | calculate | e | | count(instance('nothing')/root/item) |\n") ==
      "street.md: survey!C4: error: '${' begins a reference to a question, as in '${age}', but the name or "
      "the '}' is missing\n"
      "street.md: survey!C4: error: unknown question 'frist_name'; did you mean 'first_name'?\n"
      "street.md: survey!D5: error: there is no question at '/data/nowhere'\n"
      "street.md: survey!D5: warning: there is no question at '/other/nowhere'\n"
      "street.md: survey!D6: warning: 'first_name' without ${} is always empty here; write ${first_name}\n"
      "street.md: survey!D6: warning: a kiosk has no last saved answers: ${last-saved#...} is always empty\n"
      "street.md: survey!D7: error: instance('nothing') is neither a list of the sheet choices nor an "
      "attached file\n");
}

TEST_CASE("a name that is there several times means the nearest") {
  CHECK(survey_problems("| | type | name | label |\n"
                        "| | begin group | g | G |\n"
                        "| | text | a | A |\n"
                        "| | note | n | ${a} |\n"
                        "| | end group | | |\n"
                        "| | begin group | h | H |\n"
                        "| | text | a | A |\n"
                        "| | end group | | |\n"
                        "| | note | m | ${a} |\n") ==
        "street.md: survey!C10: error: 'a' is the name of several questions (g/a, h/a), and none of them is "
        "nearer; give them different names\n");
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

TEST_CASE("what a kiosk lacks is passed over, or refused where it is required") {
  CHECK(survey_problems("| | type | name | label | required | save_to |\n"
                        "| | geopoint | a | A | | |\n"
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
        "street.md: survey!D8: warning: the list 'x' has no column 'g'; write ${g} for the question\n"
        "street.md: survey!A10: error: '../y.csv' is no name of a file beside the form\n"
        "street.md: choices!E12: warning: the column 'too long' is passed over: to be used in a filter its "
        "name may have letters, digits, _ - . only\n"
        "street.md: choices!B13: error: 'b' chooses several from the list 'x', so the name 'big oak' may "
        "have no spaces: they stand between the chosen ones\n");
}

TEST_CASE("settings are checked") {
  std::string lines;
  for (const Problem& problem : load_md("| survey |\n"
                                        "| | type | name | label |\n"
                                        "| | text | a | A |\n"
                                        "| settings |\n"
                                        "| | kiosk_refuse | kiosk_intr | form_titel | default_language |\n"
                                        "| | maybe | x | y | Nederlands |\n")
                                    .problems)
    lines += to_line("street.md", problem) + "\n";
  CHECK(lines ==
        "street.md: settings: warning: the settings have no kiosk_intro: who asks, why, and what happens "
        "with the answers; visitors get the kiosk's own words\n"
        "street.md: settings: warning: the settings have no kiosk_thanks: what is decided, what is open, and "
        "when people hear back; visitors get the kiosk's own words\n"
        "street.md: settings!B5: warning: the column 'kiosk_intr' is unknown and passed over; did you mean "
        "'kiosk_intro'?\n"
        "street.md: settings!C5: warning: the column 'form_titel' is unknown and passed over; did you mean "
        "'form_title'?\n"
        "street.md: settings!A6: error: kiosk_refuse is yes or no, not 'maybe'\n");
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
