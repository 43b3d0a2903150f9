// The program is killed in the middle of a visit and started again: what was acknowledged is still there.
#include <doctest/doctest.h>
#include <signal.h>

#include <functional>
#include <vector>

#include "e2e/kiosk_run.h"

using namespace buurtpeil;

namespace {

using Step = std::function<void(KioskRun&)>;

// One visit, tap by tap; a kill may come after any of them.
const std::vector<Step> steps{
    [](KioskRun& kiosk) { kiosk.at("question", "garden").tap("choice:garden=yes"); },
    [](KioskRun& kiosk) { kiosk.at("question", "garden").tap("next"); },
    [](KioskRun& kiosk) { kiosk.at("question", "size").type("4"); },
    [](KioskRun& kiosk) { kiosk.at("question", "size").type("0"); },
    [](KioskRun& kiosk) { kiosk.at("question", "size").tap("next"); },
    [](KioskRun& kiosk) { kiosk.at("question", "street/greenery").tap("choice:street/greenery=grass"); },
    [](KioskRun& kiosk) { kiosk.at("question", "street/greenery").tap("next"); },
    [](KioskRun& kiosk) { kiosk.at("question", "street/thanks_so_far").tap("next"); },
    [](KioskRun& kiosk) { kiosk.at("question", "street/idea").type("b"); },
    [](KioskRun& kiosk) { kiosk.at("question", "street/idea").tap("next"); },
};

void begin(KioskRun& kiosk) { kiosk.at("attract").tap("start").at("intro").tap("start"); }

void take(KioskRun& kiosk, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) steps[i](kiosk);
}

std::string undisturbed_visit() {
  const Machine machine;
  KioskRun kiosk{machine};
  begin(kiosk);
  take(kiosk, 0, steps.size());
  kiosk.at("thanks");
  return machine.exported();
}

}  // namespace

TEST_CASE("a visit that is killed after any tap goes on where it was, and gives the same CSV") {
  const std::string undisturbed = undisturbed_visit();
  for (std::size_t killed_after = 1; killed_after < steps.size(); ++killed_after) {
    CAPTURE(killed_after);
    const Machine machine;
    {
      KioskRun kiosk{machine};
      begin(kiosk);
      take(kiosk, 0, killed_after);
      kiosk.process().signal(SIGKILL);
      CHECK(kiosk.process().wait() == -SIGKILL);
    }
    KioskRun kiosk{machine};
    kiosk.at("still_there").tap("yes");
    take(kiosk, killed_after, steps.size());
    kiosk.at("thanks");
    CHECK(machine.exported() == undisturbed);
  }
}

TEST_CASE("a finished visit survives a kill while the thanks are on the screen") {
  const std::string undisturbed = undisturbed_visit();
  const Machine machine;
  {
    KioskRun kiosk{machine};
    begin(kiosk);
    take(kiosk, 0, steps.size());
    kiosk.at("thanks").process().signal(SIGKILL);
    kiosk.process().wait();
  }
  CHECK(machine.exported() == undisturbed);
  KioskRun kiosk{machine};
  kiosk.at("attract");
  CHECK(machine.exported() == undisturbed);
}

TEST_CASE("SIGTERM and SIGINT end the program cleanly, and the visit goes on afterwards") {
  const Machine machine;
  std::size_t taken = 0;
  for (const int number : {SIGTERM, SIGINT}) {
    KioskRun kiosk{machine};
    if (taken == 0) {
      begin(kiosk);
    } else {
      kiosk.at("still_there").tap("yes");
    }
    take(kiosk, taken, taken + 2);
    taken += 2;
    kiosk.process().signal(number);
    CHECK(kiosk.process().wait() == 0);
    CHECK(kiosk.process().err() ==
          "buurtpeil: no staff_pin in kiosk.toml: the staff's screen cannot be opened; 'buurtpeil --set-pin' "
          "makes one\n");
  }
  KioskRun kiosk{machine};
  kiosk.at("still_there").tap("yes").at("question", "size");
}
