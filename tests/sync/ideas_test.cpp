// Open answers as a file that a person edits and a form asks about.
#include "sync/ideas.h"

#include <fstream>

#include "sync/fixture.h"
#include "sync/try.h"

using namespace buurtpeil;
using namespace buurtpeil::sync;
using namespace buurtpeil::test;

namespace {

Form lane() {
  const std::string source =
      "| survey |\n"
      "| | type | name | label::Nederlands (nl) | appearance |\n"
      "| | select_one places | place | Waar woont u? | |\n"
      "| | text | idea | Uw idee? | multiline |\n"
      "| | text | phone | Uw nummer? | numbers |\n"
      "| | integer | trees | Hoeveel bomen? | |\n"
      "| choices |\n"
      "| | list_name | name | label::Nederlands (nl) |\n"
      "| | places | tolkade | Tolkade |\n"
      "| | places | brug | De Brug |\n"
      "| settings |\n"
      "| | form_id | version |\n"
      "| | village | 1 |\n";
  LoadedForm loaded = load_form_from_bytes("village.md", source, {});
  REQUIRE(loaded.form != nullptr);
  return std::move(*loaded.form);
}

Form lane_with_places() {
  Form form = lane();
  form.place = 0;
  return form;
}

Response saying(const Form& form, int number, const std::string& idea, const std::string& place = "tolkade") {
  return answering(form, number, {{"place", value(place)}, {"idea", value(idea)}});
}

/// What the verb prints, with the folder left out; the forms come from the test.
std::string collect(const Folder& folder, const std::vector<std::filesystem::path>& stores,
                    const std::vector<Form>& forms, const std::string& question = "idea",
                    const std::string& form_id = "") {
  const Outcome outcome = collect_ideas(
      {.stores = stores, .question = question, .form_id = form_id, .file = folder / "ideas.csv"},
      loader(forms));
  return without(folder, std::to_string(outcome.exit_code) + " " + outcome.out + outcome.err);
}

std::string ideas_in(const Folder& folder) { return bytes_of(folder / "ideas.csv"); }

std::string replaced_in(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, from);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("ideas stand in the order in which people had them, the label as they begin") {
  const Folder folder;
  const Form form = lane_with_places();
  Response abandoned = saying(form, 2, "=1+1 \"bomen\",\r\nen  gras", "brug");
  abandoned.status = Status::abandoned;
  Response hasty = saying(form, 3, "xxx");
  hasty.doubt = Doubt::hasty;
  const auto store =
      store_of(folder / "a.db", {form},
               {saying(form, 4, "Een bank"), abandoned, hasty, saying(form, 1, "Meer groen; ook hier"),
                answering(form, 5, {{"idea", {"", Absence::skipped}}})});
  CHECK(collect(folder, {store}, {form}) == "0 ideas.csv: 3 ideas, 3 of them new, 0 released\n");
  CHECK(ideas_in(folder) ==
        "\xEF\xBB\xBFname,label,release,language,place,text\r\n"
        "idea-44e6958e0b5b,Meer groen; ook hier,,nl,tolkade,Meer groen; ook hier\r\n"
        "idea-f2a850a1abc9,\"1+1 \"\"bomen\"\", en gras\",,nl,brug,\"'=1+1 \"\"bomen\"\",\nen  gras\"\r\n"
        "idea-3f81788d0021,Een bank,,nl,tolkade,Een bank\r\n");
}

TEST_CASE("run again, the same stores give the same bytes") {
  const Folder folder;
  const Form form = lane();
  const auto store =
      store_of(folder / "a.db", {form},
               {saying(form, 1, " twee \n\nregels\u00a0"), saying(form, 2, "-5"), saying(form, 3, "'t Hof")});
  CHECK(collect(folder, {store}, {form}) == "0 ideas.csv: 3 ideas, 3 of them new, 0 released\n");
  const std::string before = ideas_in(folder);
  CHECK(collect(folder, {store}, {form}) == "0 ideas.csv: 3 ideas, 0 of them new, 0 released\n");
  CHECK(ideas_in(folder) == before);
}

TEST_CASE("what a person did in the file stays, also after Excel had it, and what is new comes last") {
  const Folder folder;
  const Form form = lane();
  const auto old_store = store_of(folder / "a.db", {form}, {saying(form, 1, "Caf\u00e9 in het park")});
  const auto new_store = store_of(folder / "b.db", {form}, {saying(form, 2, "Een bank")});
  CHECK(collect(folder, {old_store}, {form}) == "0 ideas.csv: 1 idea, 1 of them new, 0 released\n");
  const std::string name = ideas_in(folder).substr(ideas_in(folder).find("idea-"), 17);
  std::ofstream{folder / "ideas.csv", std::ios::binary}
      << "text;release;name;label;wie\r\nCaf\xE9 in het park;Yes;" + name +
             ";Caf\xE9;=Jan\r\n"
             "Eigen idee;ja;raad-1;Bankjes;\r\n";
  CHECK(collect(folder, {new_store}, {form}) ==
        "0 ideas.csv: 3 ideas, 1 of them new, 1 released\n"
        "ideas.csv: the release of 'raad-1' is 'ja', which releases nothing; write yes\n");
  CHECK(ideas_in(folder) ==
        "\xEF\xBB\xBFtext;release;name;label;wie;language\r\n"
        "Caf\u00e9 in het park;yes;idea-44e6958e0b5b;Caf\u00e9;'=Jan;\r\n"
        "Eigen idee;ja;raad-1;Bankjes;;\r\n"
        "Een bank;;idea-f2a850a1abc9;Een bank;;nl\r\n");
  CHECK(collect(folder, {old_store, new_store}, {form}).starts_with("0 ideas.csv: 3 ideas, 0 of them new"));
}

TEST_CASE("an answer that several stores have, or a repeat asks anew, is one idea each") {
  const Folder folder;
  const Form form = lane();
  const Response one = saying(form, 1, "Een bank");
  const auto a = store_of(folder / "a.db", {form}, {one}), b = store_of(folder / "b.db", {form}, {one});
  CHECK(collect(folder, {a, b}, {form}) == "0 ideas.csv: 1 idea, 1 of them new, 0 released\n");
}

TEST_CASE("answers of a version that cannot be read are known by the question's name, in repeats each") {
  const Folder folder;
  const Form form = lane();
  Form old = form;
  old.hash = std::string(64, 'b');
  const auto store =
      store_of(folder / "a.db", {form, old},
               {answering(old, 7, {{"spot[1]/idea", value("Bomen")}, {"spot[2]/idea", value("Bomen")}})});
  CHECK(collect(folder, {store}, {form}) ==
        "0 ideas.csv: 2 ideas, 2 of them new, 0 released\n"
        "village.md: version '1' of form village cannot be read by this Buurtpeil; its columns come from the "
        "answers\n");
}

TEST_CASE(
    "a form asks which of the released ideas a visitor supports, in the words that a person gave them") {
  const Folder folder;
  const std::filesystem::path path = folder / "ideas.md";
  std::filesystem::copy_file(BUURTPEIL_TESTS "/forms/ideas.md", path);
  std::ofstream{folder / "ideas.csv"} << "name,label,release\n";
  const LoadedForm loaded = load_form(path);
  REQUIRE(loaded.form != nullptr);
  const Form& form = *loaded.form;
  const auto store = store_of(
      folder / "a.db", {form},
      {answering(form, 1, {{"idea", value("Een bank")}}), answering(form, 2, {{"idea", value("Bomen")}})});
  const auto asked = [&] {
    const Outcome outcome =
        try_form({.form = path, .language = "nl", .steps = {}, .explain = "", .now = at(0)});
    return outcome.err + outcome.out.substr(0, outcome.out.find("SubmissionDate"));
  };
  CHECK(collect(folder, {store}, {form}) == "0 ideas.csv: 2 ideas, 2 of them new, 0 released\n");
  CHECK(asked() == "idea: Welk idee hebt u zelf?\n\n");
  const std::string released = replaced_in(
      replaced_in(ideas_in(folder), "Een bank,,", "Bankjes in het park,yes,"), "Bomen,,", "Bomen,no,");
  std::ofstream{folder / "ideas.csv", std::ios::binary} << released;
  CHECK(asked() ==
        "backed: Welke ideeën steunt u?\n"
        "  idea-44e6958e0b5b: Bankjes in het park\n"
        "idea: Welk idee hebt u zelf?\n"
        "\n");
  CHECK(collect(folder, {store}, {form}) == "0 ideas.csv: 2 ideas, 0 of them new, 1 released\n");
}

TEST_CASE("what has no ideas is one sentence, with the nearest question, and leaves the file alone") {
  const Folder folder;
  const Form form = lane();
  Form other = form;
  other.id = "hamlet";
  other.hash = std::string(64, 'c');
  const auto store = store_of(folder / "a.db", {form}, {saying(form, 1, "Een bank")});
  const auto two = store_of(folder / "b.db", {other}, {});
  const auto trial = store_of(folder / "t.db", {form}, {}, StoreKind::trial);
  CHECK(collect(folder, {store}, {form}, "ideas") ==
        "1 no form in these stores asks 'ideas'; did you mean 'idea'?\n");
  CHECK(collect(folder, {store}, {form}, "zzz") ==
        "1 no form in these stores asks 'zzz'; questions that ask for words: idea\n");
  CHECK(collect(folder, {store}, {form}, "trees") ==
        "1 'trees' has no words for people to read (integer); questions that ask for words: idea\n");
  CHECK(collect(folder, {store}, {form}, "phone") ==
        "1 'phone' has no words for people to read (digits); questions that ask for words: idea\n");
  CHECK(collect(folder, {store, two}, {form, other}) ==
        "1 several forms ask 'idea': hamlet, village; say which one with --form\n");
  CHECK(collect(folder, {store, two}, {form, other}, "idea", "vilage") ==
        "1 no form in these stores has the form_id 'vilage'; did you mean 'village'?\n");
  CHECK(collect(folder, {store, two}, {form, other}, "idea", "village").starts_with("0 "));
  std::filesystem::remove(folder / "ideas.csv");
  CHECK(collect(folder, {store, trial}, {form}) ==
        "1 t.db: trial and real stores are kept apart; take a.db by itself\n");
  CHECK(collect(folder, {folder / "gone.db"}, {form}) ==
        "1 gone.db: there is no such store; check the path\n");
  std::ofstream{folder / "ideas.csv"} << "list,label\na,A\n";
  CHECK(collect(folder, {store}, {form}) ==
        "1 ideas.csv: is there already and has no column 'name', so it was not written by ideas; name "
        "another file\n");
  CHECK(ideas_in(folder) == "list,label\na,A\n");
  std::ofstream{folder / "ideas.csv"} << "name,label\na,\"A\n";
  CHECK(collect(folder, {store}, {form}) == "1 ideas.csv: the quote that opens on line 2 is never closed\n");
}
