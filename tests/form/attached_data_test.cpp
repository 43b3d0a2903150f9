// Data beside a form: how .csv files are written, which columns they have, and what their names may be.
#include <doctest/doctest.h>

#include "form/form.h"
#include "form/load_md.h"

using namespace buurtpeil;

namespace {

const std::string byte_order_mark = "\xEF\xBB\xBF";

/// What is said about a select_one from trees.csv, and its choices as "name=label".
std::string trees_in(const std::string& csv, const std::string& type = "select_one_from_file") {
  const LoadedForm loaded = load_md(
      "| survey |\n| | type | name | label |\n| | " + type + " trees.csv | tree | Which? |\n" + own_texts,
      {{"trees.csv", csv}});
  std::string seen = lines_of(loaded);
  if (!loaded.form) return seen;
  for (const Choice& choice : loaded.form->choices.at("trees.csv"))
    seen += choice.name + "=" + words_of(choice.label.by_language.at("")).words + "\n";
  return seen;
}

const std::string said = "street.md: survey!A3: warning: the file 'trees.csv' ";

}  // namespace

TEST_CASE("a .csv is read as spreadsheet programs write it, and what is unusual is said") {
  const std::string oak = "oak=Oak\nelm=Elm; tall\n";
  CHECK(trees_in("name,label\noak,Oak\nelm,Elm; tall\n") == oak);
  CHECK(trees_in(byte_order_mark + "name,label\r\noak,Oak\r\nelm,Elm; tall\r\n") == oak);
  CHECK(trees_in(byte_order_mark + "name;label\r\noak;Oak\r\nelm;\"Elm; tall\"\r\n") ==
        said + "is read with semicolons between its cells\n" + oak);
  CHECK(trees_in("name\tlabel\noak\tOak\nelm\tElm; tall\n") ==
        said + "is read with tabs between its cells\n" + oak);
  CHECK(trees_in("sep=|\r\nname|label\r\noak|Oak\r\nelm|Elm; tall\r\n") ==
        said + "is read with '|' between its cells\n" + oak);
  CHECK(trees_in("\r\nname;label\r\noak;Oak\r\nelm;\"Elm; tall\"") ==
        said + "is read with semicolons between its cells\n" + oak);
  CHECK(trees_in("name;label,in Dutch;label\nel;x;Els, es\n") ==
        said + "is read with semicolons between its cells\nel=Els, es\n");
  CHECK(trees_in("name;label\ncaf\xE9;Prijs \x80 5\n") ==
        said + "is read with semicolons between its cells, in Windows-1252\ncafé=Prijs € 5\n");
  CHECK(trees_in("name,label\ncafe,caf\xE9\n") == said + "is read in Windows-1252\ncafe=café\n");
  CHECK(trees_in(std::string("\xFF\xFEn\0a\0m\0e\0;\0l\0a\0b\0e\0l\0\n\0o\0;\0\xE9\0\n\0", 30)) ==
        said + "is read with semicolons between its cells, in UTF-16\no=é\n");
  CHECK(trees_in("name,label\né,caf\xE9\n") ==
        "street.md: survey!A3: error: the file 'trees.csv' cannot be read: line 2 is not text in UTF-8; save "
        "the file as UTF-8\n");
  CHECK(trees_in("name;label;label\noak;Oak;1,5\n") ==
        said + "is read with semicolons between its cells\n" + said +
            "has two columns 'label', of which the last one counts\n" + said +
            "has a decimal comma in line 2, '1,5', which is no number in an expression: write a point\n"
            "oak=1,5\n");
}

TEST_CASE("a form in .csv is read by the same rules") {
  const auto read = [](const std::string& csv) {
    const LoadedForm loaded = load_form_from_bytes("street.csv", csv, {});
    std::string seen;
    for (const Problem& problem : loaded.problems)
      if (!problem.message.starts_with("the settings have no")) seen += to_line("street.csv", problem) + "\n";
    if (loaded.form) seen += words_of(loaded.form->rows.at(0).label.by_language.at("")).words;
    return seen;
  };
  const std::string rest = ",\"Een, twee; drie\"";
  CHECK(read("survey\n,type,name,label\n,text,idea,\"Een, twee; drie\"\n") == "Een, twee; drie");
  CHECK(read(byte_order_mark + "survey;;;\r\n;type;name;label\r\n;text;idea;\"Een, twee; drie\"\r\n") ==
        "street.csv: warning: the file is read with semicolons between its cells\nEen, twee; drie");
  CHECK(read("survey\t\t\t\n\ttype\tname\tlabel\n\ttext\tidea\tEen, twee; drie\n") ==
        "street.csv: warning: the file is read with tabs between its cells\nEen, twee; drie");
  CHECK(
      read("survey;type;name;label\nsurvey;;;\n;text;idea;\"Caf\xE9\"\n")
          .starts_with(
              "street.csv: warning: the file is read with semicolons between its cells, in Windows-1252\n"));
}

TEST_CASE("a lookup of a column that is not there is told, with the nearest") {
  const Files files = {
      {"streets.csv", byte_order_mark + "code;name\r\n1;Kerkstraat\r\n2;\"Lange; laan\"\r\n"},
      {"areas.xml", "<root><item><name>a</name><size>1</size></item></root>"}};
  CHECK(problems_of("| survey |\n"
                    "| | type | name | label | calculation | choice_filter |\n"
                    "| | text | code | Which? | | |\n"
                    "| | calculate | street | | pulldata('streets', 'name', 'code', ${code}) | |\n"
                    "| | calculate | column | | pulldata('streets', 'naam', 'code', ${code}) | |\n"
                    "| | calculate | key | | pulldata('streets', 'name', 'kode', ${code}) | |\n"
                    "| | calculate | path | | instance('streets')/root/item[cod = ${code}]/nam | |\n"
                    "| | calculate | good | | count(instance('streets')/root/item[code = 1]/*) | |\n"
                    "| | xml-external | areas | | | |\n"
                    "| | calculate | size | | instance('areas')/root/item[name = 'a' and siz > 0]/size | |\n"
                    "| | calculate | list | | instance('trees')/root/item[height > 2]/labl | |\n"
                    "| | calculate | fine | | instance('trees')/root/item[name = 'elm']/hight | |\n"
                    "| | select_one_from_file streets.csv | pick | Pick | | cde = ${code} |\n"
                    "| | select_one trees | tree | Tree | | |\n"
                    "| choices |\n"
                    "| | list_name | name | label | hight |\n"
                    "| | trees | elm | Elm | 20 |\n",
                    files) ==
        "street.md: survey!D4: warning: the file 'streets.csv' is read with semicolons between its cells\n"
        "street.md: survey!D5: error: the file 'streets.csv' has no column 'naam'; it has code, name\n"
        "  pulldata('streets', 'naam', 'code', ${code})\n"
        "                      ^\n"
        "street.md: survey!D6: error: the file 'streets.csv' has no column 'kode'; did you mean 'code'?\n"
        "  pulldata('streets', 'name', 'kode', ${code})\n"
        "                              ^\n"
        "street.md: survey!D7: error: the file 'streets.csv' has no column 'cod'; did you mean 'code'?\n"
        "  instance('streets')/root/item[cod = ${code}]/nam\n"
        "                                ^\n"
        "street.md: survey!D7: error: the file 'streets.csv' has no column 'nam'; did you mean 'name'?\n"
        "  instance('streets')/root/item[cod = ${code}]/nam\n"
        "  ^\n"
        "street.md: survey!D10: error: the file 'areas.xml' has no column 'siz'; did you mean 'size'?\n"
        "  instance('areas')/root/item[name = 'a' and siz > 0]/size\n"
        "                                             ^\n"
        "street.md: survey!D11: error: the list 'trees' has no column 'height'; did you mean 'hight'?\n"
        "  instance('trees')/root/item[height > 2]/labl\n"
        "                              ^\n"
        "street.md: survey!D11: error: the list 'trees' has no column 'labl'; did you mean 'label'?\n"
        "  instance('trees')/root/item[height > 2]/labl\n"
        "  ^\n"
        "street.md: survey!A13: warning: the file 'streets.csv' has no column 'label': its names are shown\n"
        "street.md: survey!E13: error: the file 'streets.csv' has no column 'cde'; did you mean 'code'?\n"
        "  cde = ${code}\n"
        "  ^\n");
}

TEST_CASE("the columns with values and labels are in the file, and so is the file") {
  const auto problems = [](const std::string& parameters, const std::string& file = "streets.csv") {
    return problems_of("| survey |\n| | type | name | label | parameters |\n| | select_one_from_file " +
                           file + " | pick | Pick | " + parameters + " |\n",
                       {{"streets.csv", "code,street\n1,Kerkstraat\n"}});
  };
  CHECK(problems("value=code label=street") == "");
  CHECK(problems("value=cod label=street") ==
        "street.md: survey!D3: error: the file 'streets.csv' has no column 'cod' with the values of its "
        "choices; did you mean 'code'?\n");
  CHECK(problems("label=street") ==
        "street.md: survey!D3: error: the file 'streets.csv' has no column 'name' with the values of its "
        "choices; it has code, street: name the one that you mean, as in value=code, among the parameters\n");
  CHECK(problems("value=code label=stret") ==
        "street.md: survey!D3: error: the file 'streets.csv' has no column 'stret' with the labels of its "
        "choices; did you mean 'street'?\n");
  CHECK(
      problems("value=code") ==
      "street.md: survey!A3: warning: the file 'streets.csv' has no column 'label': its values are shown\n");
  CHECK(problems("", "street.csv") ==
        "street.md: survey!A3: warning: the file 'street.csv' is missing; put it into the folder "
        "'street-media' beside the form; did you mean 'streets.csv'?\n");
}

TEST_CASE("names in a file are held to what their question can store") {
  const std::string towns = "name,label\nden haag,Den Haag\nrijswijk,Rijswijk\nrijswijk,Again\n,Nameless\n";
  const std::string line_5 = "line 5 of the file 'trees.csv' has nothing in the column 'name'";
  CHECK(trees_in(towns, "select_multiple_from_file") ==
        "street.md: survey!A3: error: line 2 of the file 'trees.csv': the name 'den haag' has a space, and "
        "several answers are parted by spaces; write it with _\n"
        "street.md: survey!A3: error: line 4 of the file 'trees.csv': the name 'rijswijk' is that of line 3 "
        "too; give each choice a name of its own\n"
        "street.md: survey!A3: error: " +
            line_5 + ": a choice without a name cannot be stored\n");
  CHECK(trees_in(towns) == "street.md: survey!A3: warning: " + line_5 +
                               " and is left out: a choice without a name cannot be stored\n"
                               "den haag=Den Haag\nrijswijk=Rijswijk\nrijswijk=Again\n");
  CHECK(problems_of("| survey |\n| | type | name | label |\n"
                    "| | select_multiple_from_file places.xml | place | Places? |\n",
                    {{"places.xml", "<root><item><name>a b</name><label>A</label></item></root>"}}) ==
        "street.md: survey!A3: error: record 1 of the file 'places.xml': the name 'a b' has a space, and "
        "several "
        "answers are parted by spaces; write it with _\n");
  CHECK(
      survey_problems("| | type | name | label |\n"
                      "| | begin repeat | r | R |\n"
                      "| | text | town | Town |\n"
                      "| | end repeat | | |\n"
                      "| | select_one ${town} | one | One? |\n"
                      "| | select_multiple ${town} | all | All? |\n") ==
      "street.md: survey!A7: warning: 'all' chooses several of the answers to 'town': one with a space in it "
      "cannot be chosen; ask for one with select_one\n");
}

TEST_CASE("pictures in a file that is searched are files beside the form") {
  const LoadedForm loaded = load_md(
      "| survey |\n"
      "| | type | name | label | appearance |\n"
      "| | select_one towns | town | Town? | search('places') |\n"
      "| choices |\n"
      "| | list_name | name | label | image |\n"
      "| | towns | code | name | picture |\n"
      "| | towns | -1 | None | none.png |\n" +
          own_texts,
      {{"places.csv", "code,name,picture\na,A,a.png\nb,B,\n"}});
  CHECK(lines_of(loaded) == "");
  REQUIRE(loaded.form);
  std::string seen;
  for (const Choice& choice : loaded.form->choices.at("towns in places.csv")) {
    seen += choice.name;
    for (const auto& [kind, names] : choice.media)
      seen += " " + kind + ":" + words_of(names.by_language.at("")).words;
    seen += "\n";
  }
  CHECK(seen == "a image:a.png\nb\n-1 image:none.png\n");
}

TEST_CASE("a search is held to its file and its list") {
  const auto problems = [](const std::string& call, const std::string& list_row = "place_code | place_label",
                           const std::string& type = "select_one towns") {
    return problems_of(
        "| survey |\n| | type | name | label | appearance |\n| | " + type + " | town | Town? | " + call +
            " |\n| choices |\n| | list_name | name | label |\n| | towns | " + list_row + " |\n",
        {{"places.csv", "place_code,place_label,kind\nt1,Tolkade,town\nt 2,Zeilhoek,town\n"}});
  };
  CHECK(problems("minimal search('places')") == "");
  CHECK(problems("search(\"places.csv\", 'startswith', 'place_label kind', 'x', 'kind', 'town') quick") ==
        "");
  CHECK(problems("search('places', 'contains', 'soort', 'x', 'knd', 'town')") ==
        "street.md: survey!D3: error: the file 'places.csv' has no column 'soort'; it has place_code, "
        "place_label, kind\n"
        "street.md: survey!D3: error: the file 'places.csv' has no column 'knd'; did you mean 'kind'?\n");
  CHECK(
      problems("search('places', 'like', 'kind', 'x')") ==
      "street.md: survey!D3: error: search() knows contains, matches, startswith and endswith, not 'like'\n");
  CHECK(problems("search('places', 'matches')") ==
        "street.md: survey!D3: error: search() takes 1, 4 or 6 arguments, as in search('places', 'matches', "
        "'kind', 'town', 'open', 'yes'); here are 2\n");
  CHECK(problems("search(${town})") ==
        "street.md: survey!D3: error: search() needs the name of a file in quotes, not ${town}\n");
  CHECK(problems("search('places'") ==
        "street.md: survey!D3: error: the bracket of search( is never closed\n");
  CHECK(problems("search('places', 'matches', 'kind', ${tow})") ==
        "street.md: survey!D3: error: unknown question 'tow'; did you mean 'town'?\n");
  CHECK(
      problems("search('place')") ==
      "street.md: survey!D3: warning: the file 'place.csv' is missing; put it into the folder 'street-media' "
      "beside the form; did you mean 'places.csv'?\n");
  CHECK(problems("search('places')", "place_kode | place_label, sort") ==
        "street.md: choices!B6: error: the file 'places.csv' has no column 'place_kode'; did you mean "
        "'place_code'?\n"
        "street.md: choices!C6: error: the file 'places.csv' has no column 'sort'; it has place_code, "
        "place_label, kind\n");
  CHECK(
      problems("search('places')", "place_code | place_label", "select_multiple towns") ==
      "street.md: survey!A3: error: line 3 of the file 'places.csv': the name 't 2' has a space, and several "
      "answers are parted by spaces; write it with _\n");
  CHECK(
      problems("search('places')", "place_code | place_label", "rank towns") ==
      "street.md: survey!D3: error: search() needs a select_one or select_multiple with a list in the sheet "
      "choices; remove it, or filter by a choice_filter\n");
}
