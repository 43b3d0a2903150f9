// What is wrong with the machine: one clear message or the out-of-service screen, and nothing lost.
#include <doctest/doctest.h>
#include <signal.h>

#include "e2e/kiosk_run.h"

using namespace buurtpeil;

namespace {

/// The program with a limit on the size of any file it writes, in KiB: what a full disk looks like to it.
std::vector<std::string> with_file_limit(int kib) {
  return {"bash", "-c", "trap '' XFSZ; ulimit -f " + std::to_string(kib) + "; exec \"$@\"", "bash"};
}

Run kiosk_with(const Machine& machine, const std::vector<std::string>& options) {
  std::vector<std::string> command{BUURTPEIL_PROGRAMS "/buurtpeil", "--config",
                                   machine.folder / "kiosk.toml"};
  command.insert(command.end(), options.begin(), options.end());
  return run(command, machine.environment());
}

}  // namespace

TEST_CASE("a store that cannot be written is one message, and no window") {
  const Machine machine;
  write_file(machine.folder / "file", "");
  const Run kiosk = kiosk_with(machine, {"--store", machine.folder / "file/store.db"});
  CHECK(kiosk.exit_code == 1);
  CHECK(kiosk.out == "");
  CHECK(kiosk.err ==
        "buurtpeil: " + (machine.folder / "file/store.db") +
            ": its folder cannot be made (Not a directory); choose another place for the store\n");
}

TEST_CASE("a display that is not there is one message") {
  const Machine machine;
  auto environment = machine.environment();
  environment["DISPLAY"] = "";
  const Run kiosk =
      run({BUURTPEIL_PROGRAMS "/buurtpeil", "--config", machine.folder / "kiosk.toml"}, environment);
  CHECK(kiosk.exit_code == 1);
  CHECK(
      kiosk.err ==
      "buurtpeil: there is no display to open a window on: DISPLAY is not set; start an X server (Xvfb for a "
      "virtual one) and set DISPLAY\n");
}

TEST_CASE("a disk that is full puts the kiosk out of service, and the answers before that are safe") {
  const Machine machine;
  {
    KioskRun kiosk{machine};  // the store is made while there is room
    kiosk.at("attract");
    kiosk.process().signal(SIGTERM);
    REQUIRE(kiosk.process().wait() == 0);
  }
  std::string acknowledged;
  {
    KioskRun kiosk{machine, {}, with_file_limit(128)};
    kiosk.at("attract").tap("start").at("intro").tap("start").at("question", "garden");
    for (int tap = 0; tap < 1000 && kiosk.shown().view == "question"; ++tap) {
      const std::string answer = tap % 2 ? "no" : "yes";
      kiosk.tap("choice:garden=" + answer);
      if (kiosk.shown().view == "question") acknowledged = answer;
    }
    REQUIRE(acknowledged != "");
    CHECK(kiosk.shown().view == "out_of_service");
    kiosk.process().signal(SIGTERM);
    CHECK(kiosk.process().wait() == 0);
  }
  KioskRun kiosk{machine};  // there is room again
  kiosk.at("still_there").tap("stop").at("leave").tap("keep").at("thanks");
  CHECK(machine.exported().ends_with(
      "UTC," + acknowledged + ",,,,,KEY,KEY,,,0,0,,,hall,0,3,abandoned,,hall,,LOCAL,LOCAL,SECONDS,\n"));
}
