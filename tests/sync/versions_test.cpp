// What an export knows of forms that changed while people answered them, read from the forms themselves.
#include "sync/export.h"
#include "sync/fixture.h"

using namespace buurtpeil;
using namespace buurtpeil::sync;
using namespace buurtpeil::test;

namespace {

Form read(const std::string& md) {
  LoadedForm loaded = load_form_from_bytes("versions.md", md, {});
  std::string problems;
  for (const Problem& problem : loaded.problems)
    if (problem.severity == Severity::error) problems += problem.message + "\n";
  REQUIRE(problems == "");
  return std::move(*loaded.form);
}

const std::string version_1 = R"(
| settings |
| | form_id | version |
| | versions | 1 |
| survey |
| | type | name | label |
| | select_one way | way | What comes first? |
| | select_multiple way or_other | all | What else? |
| | select_one way | gone | And **never**? |
| | begin repeat | place | Place |
| | text | seen | What? |
| | end repeat | | |
| choices |
| | list_name | name | label |
| | way | green | Green |
| | way | park | Parking |
)";

const std::string version_2 = R"(
| settings |
| | form_id | version |
| | versions | 2 |
| survey |
| | type | name | label |
| | select_one way | way | What comes first? |
| | select_one way | all | What else? |
| | begin repeat | place | Place |
| | integer | seen | How many? |
| | end repeat | | |
| choices |
| | list_name | name | label |
| | way | green | <span style="color:green">Trees</span> and *grass* |
| | way | homes | Homes |
)";

/// Both versions in one store, each answered once, the newer one last.
std::filesystem::path store_with_both(const Folder& folder, const std::vector<Form>& forms) {
  return store_of(folder / "a.db", forms,
                  {answering(forms[0], 1,
                             {{"way", value("green")},
                              {"all", value("green park other")},
                              {"all_other", value("both")},
                              {"gone", value("park")}}),
                   answering(forms[1], 2, {{"way", value("green")}, {"all", value("homes")}})});
}

/// The lines of a file up to a column that differs from response to response.
std::string lines_until(const std::string& text, const std::string& marker) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find("\r\n", at);
    const std::string line = text.substr(at, end - at);
    kept += line.substr(0, line.find(marker)) + "\n";
    at = end + 2;
  }
  return kept;
}

}  // namespace

TEST_CASE("the codebook knows what every version asked, with its choices") {
  const Folder folder;
  const std::vector<Form> forms = {read(version_1), read(version_2)};
  exported({{store_with_both(folder, forms)}, folder / "out", {}}, loader(forms));
  CHECK(bytes_of(folder / "out/versions.codebook.csv") ==
        "name,type,label,choices,versions\r\n"
        "way,select_one,What comes first?,\"green=Trees and grass\nhomes=Homes\",2\r\n"
        "way,select_one,What comes first?,\"green=Green\npark=Parking\",1\r\n"
        "all,select_one,What else?,\"green=Trees and grass\nhomes=Homes\",2\r\n"
        "all,select_multiple,What else?,\"green=Green\npark=Parking\nother=Other\",1\r\n"
        "all_other,text,Please say what,,1\r\n"
        "gone,select_one,And never?,\"green=Green\npark=Parking\",1\r\n"
        "place/seen,integer,How many?,,2\r\n"
        "place/seen,text,What?,,1\r\n");
}

TEST_CASE("a question that stays as it is has one line for all of its versions") {
  const Folder folder;
  Form first = read(version_1);
  Form second = read(version_1 + "| settings2 |\n");
  second.version = "";
  exported({{store_of(folder / "a.db", {first, second}, {})}, folder / "out", {}}, loader({first, second}));
  const std::string versions = second.hash.substr(0, 8) + ", 1";
  CHECK(bytes_of(folder / "out/versions.codebook.csv") ==
        "name,type,label,choices,versions\r\n"
        "way,select_one,What comes first?,\"green=Green\npark=Parking\",\"" +
            versions +
            "\"\r\n"
            "all,select_multiple,What else?,\"green=Green\npark=Parking\nother=Other\",\"" +
            versions +
            "\"\r\n"
            "all_other,text,Please say what,,\"" +
            versions +
            "\"\r\n"
            "gone,select_one,And never?,\"green=Green\npark=Parking\",\"" +
            versions +
            "\"\r\n"
            "place/seen,text,What?,,\"" +
            versions + "\"\r\n");
}

TEST_CASE("for Excel a cell is labelled by the version that was answered") {
  const Folder folder;
  const std::vector<Form> forms = {read(version_1), read(version_2)};
  const auto store = store_with_both(folder, forms);
  exported({{store}, folder / "out", {Layout::excel, Guard::on, ""}}, loader(forms));
  const std::string keys = ";;;0;0;;;town-hall;0;";
  CHECK(lines_until(bytes_of(folder / "out/versions.csv"), ";meta-instanceID") ==
        "\xEF\xBB\xBFway;all;all_other;gone;buurtpeil-status;buurtpeil-language;buurtpeil-kiosk;"
        "buurtpeil-occasion;buurtpeil-started;buurtpeil-finished;buurtpeil-seconds;buurtpeil-doubt;"
        "SubmissionDate\n" +
            lines_until("Green;Green | Parking | Other;both;Parking;finished;nl;town-hall;;2026-03-01 "
                        "19:05;2026-03-01 19:06;60;;2026-03-01 19:06;" +
                            id_of(1) + ";" + id_of(1) + keys +
                            "1\r\nTrees and grass;Homes;;;finished;nl;town-hall;;2026-03-01 "
                            "19:07;2026-03-01 19:08;60;;2026-03-01 19:08;" +
                            id_of(2) + ";" + id_of(2) + keys + "2\r\n",
                        ";meta-instanceID"));
  exported({{store}, folder / "plain", {}}, loader(forms));
  CHECK(bytes_of(folder / "plain/versions.csv").find(",green,green park other,both,park,") !=
        std::string::npos);
}
