// What `check --core` says of a form that follows a core, whole; and the form that `new --core` begins.
#include <fstream>

#include "form/read/xlsx_package.h"
#include "sync/check.h"
#include "sync/fixture.h"
#include "sync/new_form.h"

using namespace buurtpeil;
using namespace buurtpeil::sync;
using namespace buurtpeil::test;

namespace {

const std::string choices =
    "| choices |\n"
    "| | list_name | name | label::Nederlands (nl) |\n"
    "| | kinds | oak | Eik |\n"
    "| | kinds | elm | Iep |\n"
    "| | kinds | none | Geen |\n";

/// A core of three questions, of which the last two stand in a group.
const std::string core_survey =
    "| survey |\n"
    "| | type | name | label::Nederlands (nl) | relevant | constraint | constraint_message::Nederlands (nl) "
    "| required | kiosk_slot |\n"
    "| | integer | trees | Hoeveel bomen? | | . >= 0 and . < 100 | Minder dan 100. | | |\n"
    "| | begin_group | street | Straat | | | | | |\n"
    "| | select_multiple kinds | kind | Welke soorten? | ${trees} > 0 | | | yes | |\n"
    "| | text | idea | Uw idee? | | | | | |\n"
    "| | end_group | | | | | | | |\n";

std::string settings_of(const std::string& id, const std::string& version, const std::string& core = "") {
  return "| settings |\n"
         "| | form_id | version | kiosk_core | kiosk_intro::Nederlands (nl) | kiosk_thanks::Nederlands (nl) "
         "|\n"
         "| | " +
         id + " | " + version + " | " + core + " | Wie vraagt. | Tot wanneer. |\n";
}

const std::string core = core_survey + choices + settings_of("region", "2");

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, from);
  return text.replace(at, from.size(), to);
}

/// The form of a village that follows the core to the letter.
const std::string village = core_survey + choices + settings_of("village", "1", "region 2");

/// "EXIT CODE\n" and what is printed, with the folder left out.
std::string check_core(const std::string& core_text, const std::string& form_text,
                       const std::map<std::string, std::string>& files = {}) {
  const Folder folder;
  std::ofstream{folder / "core.md"} << core_text;
  std::ofstream{folder / "village.md"} << form_text;
  for (const auto& [name, bytes] : files) {
    std::filesystem::create_directories((folder / name).parent_path());
    std::ofstream{folder / name} << bytes;
  }
  const Outcome outcome =
      check_forms({.forms = {folder / "village.md"}, .listing = Listing::all, .core = folder / "core.md"});
  CHECK(outcome.err == "");
  return without(folder, std::to_string(outcome.exit_code) + "\n" + outcome.out);
}

}  // namespace

TEST_CASE("a form may ask what it likes beside its core, in languages of its own") {
  const std::string unchanged =
      "0\n"
      "village.md: 2 to 3 questions, 1 language (nl), about 2 minutes; asks the 3 questions of the core "
      "'region "
      "2' "
      "unchanged; no remarks\n";
  CHECK(check_core(core, village) == unchanged);
  CHECK(
      check_core(core,
                 "| survey |\n"
                 "| | type | name | label::Dutch (nl) | label::English (en) | relevant | constraint | "
                 "constraint_message::Dutch (nl) | constraint_message::English (en) | required |\n"
                 "| | text | road | Uw weg? | Your road? | | | | | |\n"
                 "| | integer | trees | Hoeveel   bomen? | How many trees? | | .>=0 and .<100 | Minder dan "
                 "100. | Below 100. | no |\n"
                 "| | begin_group | street | Straat | Street | | | | | |\n"
                 "| | select_multiple soorten | kind | Welke soorten? | Which kinds? | ${ trees }>0 | | | | "
                 "true |\n"
                 "| | note | thanks | Fijn | Fine | | | | | |\n"
                 "| | text | idea | Uw idee? | Your idea? | | | | | |\n"
                 "| | end_group | | | | | | | | |\n"
                 "| choices |\n"
                 "| | list_name | name | label::Dutch (nl) | label::English (en) |\n"
                 "| | soorten | oak | Eik | Oak |\n"
                 "| | soorten | elm | Iep | Elm |\n"
                 "| | soorten | none | Geen | None |\n"
                 "| settings |\n"
                 "| | form_id | kiosk_core | kiosk_intro::Dutch (nl) | kiosk_intro::English (en) | "
                 "kiosk_thanks::Dutch (nl) | kiosk_thanks::English (en) |\n"
                 "| | village | region 2 | Wie. | Who. | Wat. | What. |\n") ==
      "0\n"
      "village.md: 3 to 4 questions, 2 languages (nl, en), about 3 minutes; asks the 3 questions of the core "
      "'region 2' unchanged; no remarks\n");
}

TEST_CASE("each deviation from the core is told at once, with both cells") {
  const std::string survey =
      "| survey |\n"
      "| | type | name | label::Nederlands (nl) | hint::Nederlands (nl) | relevant | constraint | "
      "constraint_message::Nederlands (nl) | appearance |\n"
      "| | begin_group | street | Straat | | | | | field-list |\n"
      "| | select_multiple kinds | kind | Welke soorten bomen? | Kies | ${trees} > 1 | | | columns |\n"
      "| | end_group | | | | | | | |\n"
      "| | decimal | trees | Hoeveel bomen? | | | . >= 0 | Minder dan 100. | |\n"
      "| | text | ideas | Uw idee? | | | | | |\n";
  const std::string lists =
      "| choices |\n"
      "| | list_name | name | label::Nederlands (nl) |\n"
      "| | kinds | elm | Iep |\n"
      "| | kinds | oak | Eikenboom |\n"
      "| | kinds | fir | Den |\n";
  CHECK(check_core(core, survey + lists + settings_of("region", "2", "region 1")) ==
        "1\n"
        "village.md: survey: error: 'idea' (text) of the core is missing (core.md: survey!B6); did you mean "
        "'ideas'?\n"
        "village.md: survey!H3: error: has 'street' otherwise than the core (core.md: survey!A4): appearance "
        "'field-list' instead of none\n"
        "village.md: survey!A4: error: asks 'kind' otherwise than the core (core.md: survey!G5): required "
        "none instead of 'yes'\n"
        "village.md: survey!A4: error: asks 'kind' otherwise than the core (core.md: choices!B12): the "
        "choice 'none' is missing\n"
        "village.md: survey!C4: error: asks 'kind' otherwise than the core (core.md: survey!C5): label in nl "
        "'Welke soorten bomen?' instead of 'Welke soorten?'\n"
        "village.md: survey!D4: error: asks 'kind' otherwise than the core (core.md: survey!A5): hint in nl "
        "'Kies' instead of none\n"
        "village.md: survey!E4: warning: 'trees' is asked later, in row 6, so that it is still empty here; "
        "ask it before\n"
        "  ${trees} > 1\n"
        "  ^\n"
        "village.md: survey!E4: error: asks 'kind' otherwise than the core (core.md: survey!D5): condition "
        "'${trees} > 1' instead of '${trees} > 0'\n"
        "village.md: survey!A6: error: asks 'trees' otherwise than the core (core.md: survey!A3): type "
        "decimal instead of integer\n"
        "village.md: survey!B6: error: 'trees' stands elsewhere than in the core (core.md: survey!B3), where "
        "it comes first\n"
        "village.md: choices!B11: error: asks 'kind' otherwise than the core (core.md: choices!B10): the "
        "choice 'oak' stands elsewhere in the list\n"
        "village.md: choices!C11: error: asks 'kind' otherwise than the core (core.md: choices!C10): the "
        "label of the choice 'oak' in nl 'Eikenboom' instead of 'Eik'\n"
        "village.md: choices!B12: error: asks 'kind' otherwise than the core (core.md: survey!A5): the "
        "choice 'fir' is not in the core\n"
        "village.md: settings!A15: error: the form has the form_id of its core, 'region'; give it one of its "
        "own, by which its answers are known\n"
        "village.md: settings!C15: error: the form follows the core 'region 1', and core.md is 'region 2'\n"
        "village.md: 2 to 3 questions, 1 language (nl), about 2 minutes; 14 errors, 1 warning\n");
}

TEST_CASE("own questions stand where the core has room for them, and behind it") {
  const std::string roomy =
      replaced(core, "| street | Straat | | | | | |", "| street | Straat | | | | | 1 |");
  const std::string own = "| | text | own | Eigen vraag? | | | | | |\n";
  const std::string in_slot = replaced(village, "| | end_group", own + "| | end_group");
  CHECK(check_core(roomy, in_slot).starts_with("0\n"));
  CHECK(check_core(roomy, replaced(village, "| | end_group | | | | | | | |\n",
                                   "| | end_group | | | | | | | |\n" + own))
            .starts_with("0\n"));
  CHECK(check_core(roomy, replaced(in_slot, "| | end_group",
                                   "| | note | read | Lees | | | | | |\n"
                                   "| | begin_group | more | Meer | | | | | |\n"
                                   "| | text | second | Nog een? | | | | | |\n"
                                   "| | end_group | | | | | | | |\n"
                                   "| | end_group")) ==
        "1\n"
        "village.md: survey!B4: error: the group 'street' has 2 questions of this form's own; the core "
        "(core.md: survey!H4) has room for 1\n"
        "village.md: 4 to 5 questions, 1 language (nl), about 3 minutes; 1 error\n");
  CHECK(check_core(roomy, replaced(village, "| | begin_group", own + "| | begin_group")) ==
        "1\n"
        "village.md: survey!B4: error: 'own' is not of the core, and stands where the core (core.md) has no "
        "room for own questions; put it into the group 'street' or behind the core's last question\n"
        "village.md: 3 to 4 questions, 1 language (nl), about 3 minutes; 1 error\n");
  const std::string one_screen =
                        replaced(replaced(core, "| kiosk_slot |", "| appearance |"),
                                 "| street | Straat | | | | | |", "| street | Straat | | | | | field-list |"),
                    village_screen =
                        replaced(replaced(in_slot, "| kiosk_slot |", "| appearance |"),
                                 "| street | Straat | | | | | |", "| street | Straat | | | | | field-list |");
  CHECK(check_core(one_screen, village_screen) ==
        "1\n"
        "village.md: survey!B7: error: 'own' is not of the core, and stands on the screen of its group "
        "'street' (core.md: survey!B4); put it before or behind that group\n"
        "village.md: 3 to 4 questions, 1 language (nl), about 3 minutes; 1 error\n");
}

TEST_CASE("what cannot be held against each other is one sentence") {
  const Folder folder;
  const auto check = [&](const std::string& core_file, const std::string& form_file) {
    const Outcome outcome = check_forms({.forms = {folder / form_file}, .core = folder / core_file});
    return without(folder, std::to_string(outcome.exit_code) + "\n" + outcome.out + outcome.err);
  };
  std::ofstream{folder / "core.md"} << core;
  std::ofstream{folder / "village.md"} << village;
  std::ofstream{folder / "wrong.md"} << replaced(core, "integer", "integr");
  std::ofstream{folder / "silent.md"}
      << "| survey |\n| | type | name | label |\n| | note | n | Lees |\n" + settings_of("region", "2");
  std::ofstream{folder / "unversioned.md"} << core_survey + choices + settings_of("region", "");
  CHECK(check("cor.md", "village.md") ==
        "1\n"
        "cor.md: error: there is no such file; did you mean 'core.md'?\n");
  CHECK(check("wrong.md", "village.md") ==
        "1\n"
        "wrong.md: error: the core itself has errors; 'buurtpeil-sync check wrong.md' lists them\n");
  CHECK(check("silent.md", "village.md") ==
        "1\n"
        "silent.md: error: the core asks nothing that a form could follow\n");
  CHECK(check("unversioned.md", "village.md") ==
        "1\n"
        "unversioned.md: error: the core needs a form_id and a version without spaces in its settings, by "
        "which forms say that they follow it (kiosk_core)\n");
  CHECK(check("core.md", "core.md") ==
        "1\n"
        "core.md: error: this is the core itself; name the forms that follow it\n");
}

TEST_CASE("without a language in common no words are compared, and that is told") {
  const std::string english =
      "| survey |\n"
      "| | type | name | label::English (en) | relevant | constraint | constraint_message::English (en) | "
      "required |\n"
      "| | integer | trees | How many trees? | | . >= 0 and . < 100 | Below 100. | |\n"
      "| | begin_group | street | Street | | | | |\n"
      "| | select_multiple kinds | kind | Which? | ${trees} > 0 | | | yes |\n"
      "| | text | idea | Your idea? | | | | |\n"
      "| | end_group | | | | | | |\n"
      "| choices |\n"
      "| | list_name | name | label::English (en) |\n"
      "| | kinds | oak | Oak |\n"
      "| | kinds | elm | Elm |\n"
      "| | kinds | none | None |\n"
      "| settings |\n"
      "| | form_id | kiosk_core | kiosk_intro::English (en) | kiosk_thanks::English (en) |\n"
      "| | village | region 2 | Who asks. | Until when. |\n";
  CHECK(
      check_core(core, english) ==
      "0\n"
      "village.md: survey: warning: no words were compared: the core (core.md) has no language of this form\n"
      "village.md: 2 to 3 questions, 1 language (en), about 2 minutes; asks the 3 questions of the core "
      "'region 2' unchanged; 1 warning\n");
}

TEST_CASE("lists from files are compared, and a note without a name by its words") {
  const std::string asks =
      "| survey |\n"
      "| | type | name | label::Nederlands (nl) |\n"
      "| | note | | Lees dit eerst |\n"
      "| | select_one_from_file places.csv | place | Waar? |\n";
  const std::string files_core = asks + settings_of("region", "2");
  const std::string moved = replaced(asks, "| | note", "| | text | own | Eigen? |\n| | note") +
                            settings_of("village", "1", "region 2");
  const std::map<std::string, std::string> same = {{"places.csv", "name,label\na,A\nb,B\n"}};
  const std::map<std::string, std::string> other = {{"core-media/places.csv", "name,label\na,A\nb,B\n"},
                                                    {"village-media/places.csv", "name,label\nb,B\na,Aa\n"}};
  CHECK(check_core(files_core, moved, same).starts_with("0\n"));
  CHECK(
      check_core(files_core, replaced(moved, "Lees dit eerst", "Lees dit"), other) ==
      "1\n"
      "village.md: survey: error: a note without a name of the core is missing (core.md: survey!B3)\n"
      "village.md: survey!A5: error: asks 'place' otherwise than the core (core.md: survey!A4): the choice "
      "'a' stands elsewhere in the list\n"
      "village.md: survey!A5: error: asks 'place' otherwise than the core (core.md: survey!A4): the label of "
      "the choice 'a' in nl 'Aa' instead of 'A'\n"
      "village.md: 2 questions, 1 language (nl), about 2 minutes; 3 errors\n");
}

TEST_CASE("long words are told from where they differ") {
  const std::string before = "Wat vindt u van alle bomen en van al het andere groen bij u ",
                    after = " en langs de wegen die u loopt of fietst?";
  const std::string asked = "| survey |\n| | type | name | label::Nederlands (nl) |\n| | text | idea | " +
                            before + "in de straat" + after + " |\n";
  CHECK(
      check_core(asked + settings_of("region", "2"),
                 replaced(asked, "in de straat", "om de hoek") + settings_of("village", "1", "region 2")) ==
      "1\n"
      "village.md: survey!C3: error: asks 'idea' otherwise than the core (core.md: survey!C3): label in nl "
      "'… andere groen bij u om de hoek en langs de wegen die u loopt…' instead of '… andere groen bij u in "
      "de straat en langs de wegen die u loo…'\n"
      "village.md: 1 question, 1 language (nl), about 1 minute; 1 error\n");
}

namespace {

/// A part of a workbook: "xl/styles.xml".
std::string part_of(const std::filesystem::path& workbook, const std::string& part) {
  const std::string bytes = bytes_of(workbook);
  auto package = XlsxPackage::open(bytes);
  REQUIRE(package.has_value());
  return package->part(part).value_or("");
}

/// What stands between the two, after `at` in the text.
std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t from = text.find(begin);
  REQUIRE_MESSAGE(from != std::string::npos, begin);
  return text.substr(from + begin.size(), text.find(end, from + begin.size()) - from - begin.size());
}

/// The cells of a column of a sheet from the second row on: L for locked, . for open.
std::string locks(const std::filesystem::path& workbook, int sheet, char column, int rows) {
  std::vector<bool> open;
  std::string formats = between(part_of(workbook, "xl/styles.xml"), "<cellXfs", "</cellXfs>");
  for (std::size_t at = 0; (at = formats.find("<xf ", at)) != std::string::npos; ++at)
    open.push_back(formats.substr(at, formats.find("<xf ", at + 1) - at).contains("locked=\"0\""));
  const std::string cells = part_of(workbook, "xl/worksheets/sheet" + std::to_string(sheet) + ".xml");
  std::string pattern;
  for (int row = 2; row < rows + 2; ++row) {
    const std::string style = between(cells, "r=\"" + (column + std::to_string(row)) + "\" s=\"", "\"");
    pattern += open.at(std::stoul(style)) ? "." : "L";
  }
  return pattern;
}

}  // namespace

TEST_CASE("a form begun from a core follows it, and has room for own questions") {
  const Folder folder;
  const std::string roomy =
      replaced(core, "| street | Straat | | | | | |", "| street | Straat | | | | | 2 |");
  std::ofstream{folder / "core.md"} << roomy << "| colours |\n| | name |\n| | green |\n";
  const std::filesystem::path path = folder / "village.xlsx";
  const Outcome made = write_form_of_core(folder / "core.md", path);
  CHECK(without(folder, made.out + made.err) == "village.xlsx: a form that follows the core 'region 2'\n");
  CHECK(without(folder, check_forms({.forms = {path}, .core = folder / "core.md"}).out) ==
        "village.xlsx: 2 to 3 questions, 1 language (nl), about 2 minutes; asks the 3 questions of the core "
        "'region 2' unchanged; no remarks\n");
  const LoadedForm loaded = load_form(path);
  REQUIRE(loaded.form != nullptr);
  CHECK(loaded.sheets == std::vector<std::string>{"survey", "choices", "settings", "colours"});
  CHECK(loaded.form->id == "village");
  CHECK(loaded.form->version == "1");

  CHECK(locks(path, 1, 'A', 9) == "LLLL..L..");  // a place in the group, and behind the last row
  CHECK(locks(path, 1, 'D', 9) == "LLLL..L..");  // an empty condition of the core stays empty
  CHECK(locks(path, 2, 'B', 5) == "LLL..");
  CHECK(locks(path, 3, 'A', 1) + locks(path, 3, 'C', 1) + locks(path, 3, 'D', 1) == ".L.");
  for (const char* sheet : {"1", "2", "3"}) {
    const std::string xml = part_of(path, std::string("xl/worksheets/sheet") + sheet + ".xml");
    CHECK(between(xml, "<sheetProtection", "/>").contains("sheet=\"1\""));
    CHECK_FALSE(between(xml, "<sheetProtection", "/>").contains("password"));
  }
}

TEST_CASE("what the core's questions need lies beside a form begun from it") {
  const Folder folder;
  std::filesystem::create_directories(folder / "region/core-media");
  std::filesystem::create_directories(folder / "village");
  std::ofstream{folder / "region/core-media/places.csv"} << "name,label\na,A\n";
  std::ofstream{folder / "region/core-media/map.svg"} << "<svg xmlns='http://www.w3.org/2000/svg'/>";
  std::ofstream{folder / "region/core.csv"} << "survey,type,name,label::Nederlands (nl),image\n"
                                               ",select_one_from_file places.csv,place,Waar?,map.svg\n"
                                               "settings,form_id,version\n"
                                               ",region,2\n";
  const std::filesystem::path path = folder / "village/village.xlsx", core_path = folder / "region/core.csv";
  const Outcome made = write_form_of_core(core_path, path);
  CHECK(without(folder, made.out + made.err) ==
        "village/village.xlsx: a form that follows the core 'region 2'; village-media has its places.csv, "
        "map.svg\n");
  CHECK(files_in(folder / "village/village-media") == "map.svg places.csv ");
  CHECK(check_forms({.forms = {path}, .core = core_path}).exit_code == 0);
}

TEST_CASE("a form cannot be begun from a core that has errors, nor under its name") {
  const Folder folder;
  std::ofstream{folder / "core.md"} << core;
  std::ofstream{folder / "wrong.md"} << replaced(core, "integer", "integr");
  const auto begun = [&](const std::string& from, const std::string& name) {
    const Outcome outcome = write_form_of_core(folder / from, folder / name);
    return without(folder, std::to_string(outcome.exit_code) + " " + outcome.out + outcome.err);
  };
  CHECK(begun("wrong.md", "village.xlsx") ==
        "1 wrong.md: error: the core itself has errors; 'buurtpeil-sync check wrong.md' lists them\n");
  CHECK(begun("core.md", "region.xlsx") ==
        "1 region.xlsx: the core itself has this form_id; choose another name\n");
  CHECK(begun("core.md", "village.csv") == "2 village.csv: the name of a new form ends in .xlsx\n");
  CHECK(files_in(folder / "") == "core.md wrong.md ");
}
