// The real program at its command line: exit codes and what it prints.
#include <stdlib.h>
#include <sys/wait.h>

#include <cstdio>

#include "sync/fixture.h"

using namespace buurtpeil;
using namespace buurtpeil::sync;
using namespace buurtpeil::test;

namespace {

/// "EXIT CODE\n" and everything printed on both channels.
std::string run(const std::string& arguments) {
  std::string output;
  FILE* program = ::popen((std::string{BUURTPEIL_SYNC} + " " + arguments + " 2>&1").c_str(), "r");
  REQUIRE(program != nullptr);
  for (int c = 0; (c = std::fgetc(program)) != EOF;) output += static_cast<char>(c);
  return std::to_string(WEXITSTATUS(::pclose(program))) + "\n" + output;
}

Form small_form() {
  Form form = street_form();
  form.attachments.clear();
  form.source =
      "| survey |\n"
      "| | type | name | label::Nederlands (nl) |\n"
      "| | select_one yes_no | garden | Hebt u een tuin? |\n"
      "| | integer | trees | Hoeveel bomen ziet u? |\n"
      "| | text | idea | Uw idee voor [trees] bomen |\n"
      "| choices |\n"
      "| | list_name | name | label::Nederlands (nl) |\n"
      "| | yes_no | yes | Ja |\n"
      "| | yes_no | no | Nee |\n"
      "| settings |\n"
      "| | form_id | version |\n"
      "| | street | 3 |\n";
  LoadedForm loaded = load_form_from_bytes(form.file, form.source, {});
  for (const Problem& problem : loaded.problems)
    CHECK_MESSAGE(problem.severity == Severity::warning, to_line(form.file, problem));
  REQUIRE(loaded.form != nullptr);
  return std::move(*loaded.form);
}

}  // namespace

TEST_CASE("the program exports a form that it reads from the store itself") {
  const Folder folder;
  const Form form = small_form();
  const std::string store = store_of(
      folder / "a.db", {form},
      {answering(form, 1, {{"garden", value("yes")}, {"trees", value("-5")}, {"idea", value("-5")}})});
  const std::string out = folder / "out";
  CHECK(run("export " + store + " --to " + out) ==
        "0\n" + out + "/street.csv: 1 rows\n" + out + "/street.codebook.csv: 3 rows\n");
  const std::string rest =
      id_of(1) + "," + id_of(1) +
      ",,,0,0,,,town-hall,0,3,finished,nl,town-hall,,2026-03-01T19:05+01:00,2026-03-01T19:06+01:00,60,\r\n";
  const auto last_line = [&] {
    return bytes_of(out + "/street.csv").substr(bytes_of(out + "/street.csv").rfind("2026-03-01T18"));
  };
  CHECK(last_line() == "2026-03-01T18:06:47.123Z,yes,-5,'-5," + rest);
  CHECK(bytes_of(out + "/street.codebook.csv") ==
        "name,type,label::Nederlands (nl),choices::Nederlands (nl),versions\r\n"
        "garden,select_one,Hebt u een tuin?,\"yes=Ja\nno=Nee\",3\r\n"
        "trees,integer,Hoeveel bomen ziet u?,,3\r\n"
        "idea,text,Uw idee voor [trees] bomen,,3\r\n");

  CHECK(run("export --raw --to " + out + " " + store).starts_with("0\n"));
  CHECK(last_line() == "2026-03-01T18:06:47.123Z,yes,-5,-5," + rest);
  for (const std::string& arguments :
       {"export " + store + " --to " + out + " --excel", "export --excel nl --to " + out + " " + store}) {
    CHECK(run(arguments).starts_with("0\n"));
    CHECK(bytes_of(out + "/street.csv").find("\r\nJa;-5;'-5;finished;nl;") != std::string::npos);
  }
}

TEST_CASE("what went wrong is one line, with exit code 1") {
  const Folder folder;
  const std::string out = folder / "out", missing = folder / "missing.db";
  CHECK(run("export " + missing + " --to " + out) ==
        "1\n" + missing + ": there is no such store; check the path\n");
  const std::string store = store_of(folder / "a.db", {small_form()}, {});
  CHECK(run("export " + store + " --to " + out + " --excel fr") ==
        "1\n--excel fr: no form in these stores has that language; they have: nl\n");
  CHECK_FALSE(std::filesystem::exists(out));
}

TEST_CASE("an expression may begin with a minus, and a full disk is told") {
  CHECK(run("eval '-5 + 2'") == "0\nnumber -3\n");
  CHECK(run("eval --help").starts_with("0\n"));
  CHECK(run("eval 1 2>&1 >/dev/full #") == "1\nbuurtpeil-sync: the output cannot be written\n");
}

TEST_CASE("a form is made, checked and tried") {
  const Folder folder;
  const std::string form = folder / "straat.xlsx";
  CHECK(run("new " + form) == "0\n" + form + ": a form to begin with; the sheet 'uitleg' explains it\n");
  CHECK(run("check --deploy " + form) ==
        "0\n" + form + ": 3 to 4 questions, 2 languages (nl, en), about 2 minutes; no remarks\n");
  CHECK(run("try " + form + " --language en --answer tuin=nee --answer wensen='groen rust'")
            .starts_with("0\ntuin: Do you have a garden?\n  A balcony counts too.\n  ja: Yes\n  nee: No\n"
                         "  = nee\nwensen: What would you like more of in your street?\n"));
  CHECK(run("try " + form) ==
        "1\ntuin: Hebt u een tuin?\n  Een balkon telt ook mee.\n  ja: Ja\n  nee: Nee\n" + form +
            ": stopped at 'tuin': it must be answered; add --answer 'tuin=...'\n");
}

TEST_CASE("answers and ways back are done in the order of the command line") {
  const Folder folder;
  const std::string form = folder / "straat.xlsx";
  REQUIRE(run("new " + form).starts_with("0\n"));
  const std::string question = "tuin: Do you have a garden?\n  A balcony counts too.\n  ja: Yes\n  nee: No\n";
  const std::string out =
      run("try --answer=tuin=ja --back tuin --answer tuin=nee " + form + " --language en");
  CHECK(out.starts_with("0\n" + question + "  = ja\n"));
  CHECK(out.contains("\n-- back to tuin\n" + question + "  = nee\n"));
  CHECK(run("try " + form + " --back 0 --answer tuin=ja") ==
        "2\n" + form +
            ": back '0': a number of screens, or the name of a question: the form has no question '0'\n");
}

TEST_CASE("a command line that makes no sense has exit code 2 and one sentence, with what may be meant") {
  CHECK(run("") == "2\nbuurtpeil-sync: say what to do; --help lists the verbs\n");
  CHECK(run("exprot") == "2\nbuurtpeil-sync: unknown verb 'exprot'; did you mean 'export'?\n");
  CHECK(run("walk") == "2\nbuurtpeil-sync: unknown verb 'walk'; --help lists them\n");
  CHECK(run("check street.md --depoly") ==
        "2\nbuurtpeil-sync: unknown option '--depoly'; did you mean '--deploy'?\n");
  CHECK(run("check") == "2\nbuurtpeil-sync: FORM is required\n");
  CHECK(run("check --theme none.css") == "1\nnone.css: cannot be read\n");
  CHECK(run("check street.md --theme none.css").starts_with("2\nbuurtpeil-sync: "));
  CHECK(run("export --to /nowhere").starts_with("2\n"));
  CHECK(run("export a.db").starts_with("2\n"));
  CHECK(run("export --help").starts_with("0\n"));
}

TEST_CASE("the program writes the ideas in a store, and holds a form against its core") {
  const Folder folder;
  const Form form = small_form();
  const std::string store =
      store_of(folder / "a.db", {form}, {answering(form, 1, {{"idea", value("Een bank")}})});
  const std::string ideas = folder / "ideas.csv", core = folder / "core.xlsx", own = folder / "own.xlsx";
  CHECK(run("ideas --question idea --excel " + store + " --to " + ideas) ==
        "0\n" + ideas + ": 1 idea, 1 of them new, 0 released\n");
  CHECK(bytes_of(ideas).ends_with(";Een bank;;nl;Een bank\r\n"));
  CHECK(run("ideas " + store + " --to " + ideas).starts_with("2\n"));
  REQUIRE(run("new " + core).starts_with("0\n"));
  CHECK(run("new --core " + core + " " + own) == "0\n" + own + ": a form that follows the core 'core 1'\n");
  CHECK(
      run("check --deploy --core " + core + " " + own) ==
      "0\n" + own +
          ": 3 to 4 questions, 2 languages (nl, en), about 2 minutes; asks the 4 questions of the core 'core "
          "1' unchanged; no remarks\n");
}
