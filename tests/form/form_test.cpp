#include "form/form.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "form/load_md.h"

using namespace buurtpeil;

namespace {

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
        "a:7:from_x b:8:from_x or_other b_other:0: c:7:from_x d:7:from_x e:1: f:6: g:13: h:37: h/i:28: "
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
  CHECK(words_of(form, other, 1) == "Başka");
  CHECK(words_of(form, form.rows[1].label, 0) == "Lütfen yazın");
}

TEST_CASE("or_other speaks the language of the words where none is named, else English") {
  const auto other_after = [](const std::string& label, const std::string& column = "label") {
    const Form form =
        form_of("| survey |\n| | type | name | " + column + " |\n| | select_one x or_other | a | " + label +
                " |\n| choices |\n| | list_name | name | " + column + " |\n| | x | x | X |\n");
    const int language = static_cast<int>(form.languages.size()) - 1;
    return form.plain_language + " " + words_of(form, form.choices.at("x or_other").back().label, language);
  };
  CHECK(other_after("What comes first?") == "en Other");
  CHECK(other_after("Wat komt er eerst?") == "nl Anders");
  CHECK(other_after("Önce ne gelir?") == "tr Başka");
  CHECK(other_after("Co jest najważniejsze?") == "pl Inne");
  CHECK(other_after("Що для вас перше?") == "uk Інше");
  CHECK(other_after("ما الذي يأتي أولاً؟") == "ar غير ذلك");
  CHECK(other_after("Was ist am wichtigsten?") == "de Etwas anderes");
  CHECK(other_after("Quel est le plus important ?") == "fr Autre");
  CHECK(other_after("**Which** is yours, ${a}?") == "en Other");
  CHECK(other_after("Ubicación") == " Other");
  CHECK(other_after("ምን?", "label::Amharic (am)") == " Other");
  CHECK(other_after("A", "label::English") == " Other");
  CHECK(other_after("A", "label::Deutsch") == " Etwas anderes");
  CHECK(other_after("A", "label::NL") == " Anders");
  CHECK(other_after("A", "label::Polski (pol)") == " Inne");
}

TEST_CASE("a language by its code alone is shown by its own name") {
  const Form form = form_of(
      "| survey |\n"
      "| | type | name | label::en | label::ne | label::NLD | label::pt | label::pt-BR | label::Dutch | "
      "label::xx "
      "|\n"
      "| | text | idea | A | A | A | A | A | A | A |\n");
  std::string languages;
  for (const Language& language : form.languages)
    languages += language.heading + " = " + language.name + " " + language.code + "\n";
  CHECK(languages ==
        "en = English en\n"
        "ne = नेपाली ne\n"
        "NLD = Nederlands NLD\n"
        "pt = Português (pt) pt\n"
        "pt-BR = Português (pt-BR) pt-BR\n"
        "Dutch = Dutch nl\n"
        "xx = xx xx\n");
  CHECK(form.language_of("nl") == 5);
  CHECK(form.language_of("Dutch") == 5);
}

TEST_CASE("labels without a language beside others are a language of their own") {
  const std::string survey =
      "| survey |\n"
      "| | type | name | label | label::Amharic (am) |\n"
      "| | text | idea | What is your idea? | ሀሳብዎ ምንድን ነው? |\n";
  const auto seen = [](const std::string& md) {
    const LoadedForm loaded = load_md(md);
    std::string lines;
    for (const Problem& problem : loaded.problems)
      if (problem.cell.sheet == "survey") lines += to_line("street.md", problem) + "\n";
    for (std::size_t i = 0; i < loaded.form->languages.size(); ++i)
      lines += loaded.form->languages[i].name + ": " +
               words_of(*loaded.form, loaded.form->rows[0].label, static_cast<int>(i)) + "\n";
    return lines + std::to_string(loaded.form->default_language);
  };
  const std::string taken =
      "street.md: survey!C2: warning: the column 'label' has no language beside ones that have it, and is "
      "taken to be English (en); write 'label::English (en)'\n";
  CHECK(seen(survey) == taken + "English: What is your idea?\nAmharic: ሀሳብዎ ምንድን ነው?\n0");
  const LoadedForm with_default =
      load_md(survey + "| settings |\n| | default_language |\n| | Amharic (am) |\n");
  CHECK(lines_of(with_default).starts_with(taken + "street.md: settings: warning"));
  CHECK(with_default.form->languages.size() == 2);
  CHECK(with_default.form->default_language == 1);
  CHECK(seen("| survey |\n"
             "| | type | name | label | label::English (en) | label::Nederlands (nl) |\n"
             "| | text | idea | What is your idea? | Your idea? | Uw idee? |\n") ==
        "street.md: survey!C2: warning: the column 'label' has no language and seems to be in English (en), "
        "which has a column: it is shown only where 'label::English (en)' is empty; remove it, or write its "
        "language in the heading\n"
        "English: Your idea?\nNederlands: Uw idee?\n-1");
  CHECK(seen("| survey |\n"
             "| | type | name | label | label::English (en) |\n"
             "| | text | idea | | Your idea? |\n"
             "| | text | more | | More? |\n"
             "| | text | rest | Rest | |\n") ==
        "street.md: survey!C2: warning: labels without a language stand beside ones that have it, and are "
        "shown "
        "only where those are missing; write their language in the heading\n"
        "street.md: survey!C5: warning: the label of 'rest' is not translated into English (en)\n"
        "English: Your idea?\n-1");
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

TEST_CASE("old types bring their constraint along") {
  const Form form = form_of(
      "| survey |\n"
      "| | type | name | label | constraint |\n"
      "| | percentage | a | A | |\n"
      "| | percentage | b | B | . > 5 |\n"
      "| | integer | c | C | |\n");
  CHECK(source_of(form.rows[0].constraint) == "0 <= . and . <= 100");
  CHECK(source_of(form.rows[1].constraint) == ". > 5");
  CHECK(source_of(form.rows[2].constraint) == "-");
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

TEST_CASE("choices come from places on a map") {
  const Form form = form_of(
      "| survey |\n"
      "| | type | name | label |\n"
      "| | select_one_from_file parks.geojson | a | A |\n",
      {{"parks.geojson",
        R"({"type": "FeatureCollection", "features": [
          {"type": "Feature", "id": "p1", "properties": {"title": "Park", "size": 3, "gone": null},
           "geometry": {"type": "Point", "coordinates": [4.5, 52.25]}},
          {"type": "Feature", "properties": {"id": "p2", "title": "Path"},
           "geometry": {"type": "LineString", "coordinates": [[4, 52], [5, 53]]}},
          {"type": "Feature", "id": 3, "properties": {}, "geometry": {"type": 5, "coordinates": "x"}}]})"}});
  const std::vector<Choice>& parks = form.choices.at(form.rows[0].list);
  CHECK(names_of(parks) == "p1 p2 3");
  CHECK(words_of(form, parks[0].label, -1) == "Park");
  CHECK(parks[0].columns ==
        std::map<std::string, std::string>{
            {"geometry", "52.25 4.5 0 0"}, {"id", "p1"}, {"size", "3"}, {"title", "Park"}});
  CHECK(parks[1].columns.at("geometry") == "52 4 0 0; 53 5 0 0");
  CHECK(parks[2].columns.at("geometry") == "");
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
  REQUIRE(loaded.form->media.contains("map.png"));
  CHECK(loaded.form->media.at("map.png").path == folder / "street-media" / "map.png");
  CHECK(loaded.form->media.at("map.png").hash ==
        "2cea274d0bedc39ec4ab6ba9e59ec889e3ed6fb56a1cf088a64d9b383378dc97");
  std::filesystem::remove_all(folder);
  const LoadedForm gone = load_form(folder / "street.md");
  CHECK_FALSE(gone.form);
  REQUIRE(gone.problems.size() == 1);
  CHECK(to_line("street.md", gone.problems[0]) ==
        "street.md: error: the file cannot be read; is its name right, and may it be read?");
  CHECK(load_form_from_bytes("street.doc", "", {}).problems[0].message ==
        "a form is an .xlsx, .csv or .md file; save it as one of these");
}

TEST_CASE("media are files beside the form and nowhere else, whatever folder XForms gives them") {
  const auto problems = [](const std::string& image, const std::string& audio) {
    std::string lines;
    for (const Problem& problem :
         load_md("| survey |\n| | type | name | label | image | audio |\n| | note | n | N | " + image +
                     " | " + audio + " |\n" + own_texts,
                 {{"a.png", ""}, {"a.gif", ""}, {"a.wma", ""}})
             .problems)
      lines += to_line("street.md", problem) + "\n";
    return lines;
  };
  CHECK(problems("jr://images/a.png", "") == "");
  CHECK(problems("../a.png", "") ==
        "street.md: survey!D3: error: '../a.png' is no name of a file beside the form\n");
  CHECK(problems("jr://images/../a.png", "") ==
        "street.md: survey!D3: error: '../a.png' is no name of a file beside the form\n");
  CHECK(problems("a.gif", "") ==
        "street.md: survey!D3: warning: the picture 'a.gif' is not shown: a kiosk shows .png, .jpg and .svg; "
        "save it as one of these\n");
  CHECK(problems("", "a.wma") ==
        "street.md: survey!E3: warning: the recording 'a.wma' is not played: a kiosk plays .mp3, .ogg, .wav "
        "and .flac; save it as one of these\n");
}

TEST_CASE("direction follows the language") {
  for (const char* code : {"ar", "fa", "ur", "he", "ar-EG", "AR_eg", "ckb"})
    CHECK_MESSAGE(is_right_to_left(code), code);
  for (const char* code : {"nl", "en", "tr", "uk", "ar-Latn", "arn", "", "zh"})
    CHECK_MESSAGE(!is_right_to_left(code), code);
}
