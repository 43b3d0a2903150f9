// Several forms on one kiosk: each has a CSV file of its own.
#include <doctest/doctest.h>
#include <signal.h>

#include "e2e/kiosk_run.h"
#include "store/store.h"

using namespace buurtpeil;

namespace {

constexpr const char* lobby =
    "| settings |\n| | form_id | version | kiosk_attract | kiosk_intro | kiosk_thanks |\n"
    "| | lobby | 1 | Hoe was het? | Wij vragen dit voor een proef. | Dank u wel. |\n"
    "| survey |\n| | type | name | label |\n| | select_one stars | stars | Hoe was het bij de balie? |\n"
    "| choices |\n| | list_name | name | label |\n| | stars | good | Goed |\n| | stars | bad | Slecht |\n";

/// What the staff's screen keeps when they choose a form; the gesture that opens it takes seconds.
void choose(const Machine& machine, const std::string& form) {
  auto store = Store::open(machine.store(), StoreKind::real);
  REQUIRE(store.has_value());
  REQUIRE(store->set("form", form).has_value());
}

/// The form_ids and the cells of the form's own questions.
std::string answers(const Machine& machine) {
  std::istringstream lines(machine.exported());
  std::string result;
  for (std::string line; std::getline(lines, line);) result += line.substr(0, line.find(",KEY")) + "\n";
  return result;
}

}  // namespace

TEST_CASE("staff chose another form before the program starts: it is asked, and the export has two files") {
  const Machine machine;
  write_file(machine.folder / "lobby.md", lobby);
  machine.configure("forms = [\"lobby.md\", \"gone.md\"]");
  {
    KioskRun kiosk{machine};
    kiosk.at("attract").tap("start").at("intro").tap("start");
    kiosk.at("question", "garden").tap("choice:garden=no").tap("leave").at("leave").tap("keep").at("thanks");
    kiosk.process().signal(SIGTERM);
    REQUIRE(kiosk.process().wait() == 0);
  }
  choose(machine, "lobby.md");
  {
    KioskRun kiosk{machine};
    kiosk.at("attract").tap("start").at("intro").tap("start");
    kiosk.at("question", "stars").tap("choice:stars=good").tap("next").at("thanks");
    kiosk.process().signal(SIGTERM);
    REQUIRE(kiosk.process().wait() == 0);
  }
  choose(machine, "gone.md");
  KioskRun kiosk{machine};
  kiosk.at("attract").tap("start").at("intro").tap("start").at("question", "garden");
  kiosk.process().signal(SIGTERM);
  REQUIRE(kiosk.process().wait() == 0);
  const std::string gone = machine.folder / "gone.md";
  CHECK(kiosk.process().err() == "buurtpeil: 'forms' in kiosk.toml: " + gone +
                                     " is not there; staff cannot choose it\n"
                                     "buurtpeil: street.md is asked and not gone.md, which staff chose: "
                                     "gone.md: error: the file cannot be read; "
                                     "is its name right, and may it be read?\n"
                                     "buurtpeil: no staff_pin in kiosk.toml: the staff's screen cannot be "
                                     "opened; 'buurtpeil --set-pin' makes "
                                     "one\n");
  CHECK(answers(machine) ==
        "lobby.csv\n"
        "SubmissionDate,stars,meta-instanceID\n"
        "UTC,good\n"
        "street.csv\n"
        "SubmissionDate,garden,size,street-greenery,street-thanks_so_far,street-idea,meta-instanceID\n"
        "UTC,no,,,,\n");
}
