// The workbook that `new` writes, read back by the form reader.
#include "sync/new_form.h"

#include "sync/check.h"
#include "sync/fixture.h"

using namespace buurtpeil;
using namespace buurtpeil::sync;
using namespace buurtpeil::test;

TEST_CASE("a new form can go out as it is") {
  const Folder folder;
  const std::string path = folder / "straat.xlsx";
  const Outcome made = write_new_form(path);
  CHECK(made.err == "");
  CHECK(made.out == path + ": a form to begin with; the sheet 'uitleg' explains it\n");
  CHECK(made.exit_code == 0);
  CHECK(check_forms({{path}, Strictness::deployment}).out ==
        path + ": 3 to 4 questions, 2 languages (nl, en), about 2 minutes; no remarks\n");
  const LoadedForm loaded = load_form(path);
  REQUIRE(loaded.form != nullptr);
  CHECK(loaded.form->id == "straat");
  CHECK(loaded.sheets == std::vector<std::string>{"survey", "choices", "settings", "uitleg"});
}

TEST_CASE("a file that is there is left alone") {
  const Folder folder;
  const std::string path = folder / "straat.xlsx";
  REQUIRE(write_new_form(path).exit_code == 0);
  const std::string before = bytes_of(path);
  const Outcome again = write_new_form(path);
  CHECK(again.exit_code == 1);
  CHECK(again.err == path + ": there is such a file already; choose another name\n");
  CHECK(bytes_of(path) == before);
}

TEST_CASE("what cannot be written is said in one sentence") {
  const Folder folder;
  const std::string no_folder = folder / "gone/straat.xlsx", other_kind = folder / "straat.csv";
  CHECK(write_new_form(no_folder).err ==
        no_folder + ": cannot be written; is its folder there, and may it be written?\n");
  CHECK(write_new_form(no_folder).exit_code == 1);
  CHECK(write_new_form(other_kind).err == other_kind + ": the name of a new form ends in .xlsx\n");
  CHECK(write_new_form(other_kind).exit_code == 2);
  CHECK(files_in(folder / "") == "");
}
