// "You said, we did": lines in three parts, and what their states are told by.
#include "form/did.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "form/load_md.h"

using namespace buurtpeil;

namespace {

/// "said | did | state (kind)", or what is wrong.
std::string read(std::string_view line) {
  const auto did = read_did(line);
  if (!did) return did.error();
  return fmt::format("{} | {} | {} ({})", did->said, did->did, did->state, to_name(did->kind));
}

std::string kind_of_state(const std::string& state) {
  const auto did = read_did("a => b => " + state);
  return did ? to_name(did->kind) : "";
}

}  // namespace

TEST_CASE("a line has what was said, what was done, and a state that is shown as written") {
  CHECK(read("More trees => 40 are planted => done in March") ==
        "More trees | 40 are planted | done in March (done)");
  CHECK(read(" More trees=>40 are planted  =>  Done, in March ") ==
        "More trees | 40 are planted | Done, in March (done)");
  CHECK(read("A bus ⇒ we asked ⇒ going on: they decide in May") ==
        "A bus | we asked | going on: they decide in May (going_on)");
  CHECK(read("Free parking => it stays as it is => [not done] There is no money") ==
        "Free parking | it stays as it is | There is no money (not_done)");
}

TEST_CASE("a state is known by its first words in each of the kiosk's languages, or by a mark") {
  for (const char* done : {"Gedaan", "klaar in mei", "done", "Tamamlandı", "Zrobione", "ЗРОБЛЕНО",
                           "تم، في مارس", "erledigt", "Terminé", "[done] x", "[Done] x"})
    CHECK_MESSAGE(kind_of_state(done) == "done", done);
  for (const char* going_on : {"bezig", "We zijn bezig", "in progress", "sürüyor", "w toku", "Триває", "جارٍ",
                               "läuft", "en cours", "[going on] x", "[GOING_ON] x", "[going-on] x"})
    CHECK_MESSAGE(kind_of_state(going_on) == "going_on", going_on);
  for (const char* not_done : {"niet gedaan", "not done: no money", "Not possible", "yapılmadı", "nie", "Не",
                               "لم يتم", "nicht möglich", "non", "[not done] x", "[not_done] x"})
    CHECK_MESSAGE(kind_of_state(not_done) == "not_done", not_done);
}

TEST_CASE("what is no line says what to do") {
  const std::string mark = "begin it with [done], [going on] or [not done], which visitors do not see";
  const std::string parts = "write what people said => what was done => how far it is";
  CHECK(read("More trees") == "has 1 parts; " + parts);
  CHECK(read("More trees => planted") == "has 2 parts; " + parts);
  CHECK(read("More trees => => done") == "has 2 parts; " + parts);
  CHECK(read("a => b => c => done") == "has 4 parts; " + parts);
  CHECK(read("a => b => notes are kept") ==
        "ends in 'notes are kept', which does not tell whether it is done; " + mark);
  CHECK(read("a => b => [dne] x") == "has the unknown mark '[dne]'; " + mark);
  CHECK(read("a => b => [done") == "ends in '[done', which does not tell whether it is done; " + mark);
  CHECK(read("a => b => [done]") ==
        "has nothing behind its mark; write there how far it is, for visitors to read");
  CHECK(dids_of("no line\na => b => done\r\n\n=> => =>") ==
        std::vector<Did>{{"a", "b", "done", DidKind::done}});
}

TEST_CASE("a form says what became of it in each language") {
  const LoadedForm loaded = load_md(
      "| survey |\n| | type | name | label |\n| | text | a | A |\n"
      "| settings |\n"
      "| | kiosk_did::Nederlands (nl) | kiosk_did::English (en) |\n"
      "| | **Bomen** => geplant => klaar<br>Bus => gevraagd => bezig | Trees => planted => done<br>"
      "Bus => asked => [going on] Wait |\n");
  REQUIRE(loaded.form);
  const auto in = [&](int language) {
    std::string lines;
    for (const Did& did : dids_of(*loaded.form, language))
      lines += fmt::format("{} | {} | {} ({})\n", did.said, did.did, did.state, to_name(did.kind));
    return lines;
  };
  CHECK(in(0) == "Bomen | geplant | klaar (done)\nBus | gevraagd | bezig (going_on)\n");
  CHECK(in(1) == "Trees | planted | done (done)\nBus | asked | Wait (going_on)\n");
  CHECK(dids_of(Form{}, -1).empty());
}
