// What a visitor or a window manager may try to get rid of the kiosk.
#include <doctest/doctest.h>
#include <signal.h>

#include <functional>
#include <string>

#include "e2e/kiosk_run.h"

using namespace buurtpeil;

namespace {

struct Desktop : Machine {
  WindowManager manager{display.name()};
  Finger finger{display.name()};
};

}  // namespace

TEST_CASE("closing and Alt+F4 end a bare window, but not the kiosk in full screen") {
  Desktop desktop;
  std::function<void(const std::string&)> close;
  SUBCASE("closing") {
    close = [&](const std::string& title) {
      REQUIRE(run({"wmctrl", "-F", "-c", title}, desktop.environment()).exit_code == 0);
    };
  }
  SUBCASE("Alt+F4") {
    close = [&](const std::string&) { desktop.finger.press_alt_f4(); };
  }
  Process bare{{BUURTPEIL_PROGRAMS "/bare_window", "{pipe}"}, desktop.environment()};
  REQUIRE(bare.line() == "open");
  close("bare");
  CHECK(bare.wait() == 0);

  KioskRun kiosk{desktop};
  kiosk.at("attract");
  for (int attempt = 0; attempt < 3; ++attempt) {
    close("Buurtpeil");
    // A whole round of touches goes through the same server, window manager and program meanwhile.
    kiosk.at("attract").tap("start").at("intro").tap("start").at("question", "garden");
    kiosk.tap("leave").at("attract");  // nothing was answered
  }
  CHECK(kiosk.process().runs());
}

TEST_CASE("a desktop's chords do nothing while the kiosk is on the screen, unless it is on trial") {
  Desktop desktop;
  const auto workspace = [&] {  // "0  * DG: ..." is the one that is shown
    const std::string all = run({"wmctrl", "-d"}, desktop.environment()).out;
    const std::size_t star = all.find(" * ");
    const std::size_t line = all.rfind('\n', star) + 1;  // 0 on the first line
    return all.substr(line, all.find(' ', line) - line);
  };
  const auto go_to_the_next = [&] { desktop.finger.press({"Control_L", "Alt_L", "Right"}); };
  REQUIRE(workspace() == "0");
  {
    KioskRun kiosk{desktop};
    kiosk.at("attract").tap("start").at("intro");
    go_to_the_next();
    kiosk.tap("start").at("question", "garden");  // the touch came after the chord, and got there
    CHECK(workspace() == "0");
    kiosk.process().signal(SIGTERM);
    CHECK(kiosk.process().wait() == 0);
  }
  KioskRun kiosk{desktop, {"--trial", "--store", desktop.folder / "trial.db"}};
  kiosk.at("attract").tap("start").at("intro");
  go_to_the_next();
  int looks = 0;  // each runs a program, which takes some milliseconds
  while (workspace() == "0" && looks < 5'000) ++looks;
  CHECK(workspace() == "1");
}

TEST_CASE("a kiosk in a window closes like any other") {
  Desktop desktop;
  KioskRun kiosk{desktop, {"--windowed", "800x600"}};
  kiosk.at("attract");
  REQUIRE(run({"wmctrl", "-F", "-c", "Buurtpeil"}, desktop.environment()).exit_code == 0);
  CHECK(kiosk.process().wait() == 0);
}

TEST_CASE("Next tapped again and again, without moving, goes on each time") {
  const Machine machine;
  KioskRun kiosk{machine};
  kiosk.at("attract").tap("start").at("intro").tap("start");
  kiosk.at("question", "garden").tap("choice:garden=yes");
  kiosk.tap("next").at("question", "size");
  kiosk.tap_again().at("question", "street/greenery");
  kiosk.tap_again().at("question", "street/thanks_so_far");
  kiosk.tap_again().at("question", "street/idea");
  kiosk.tap_again().at("thanks");  // the fifth
}
