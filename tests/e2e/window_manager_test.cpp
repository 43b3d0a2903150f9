// What a visitor or a window manager may try to get rid of the kiosk.
#include <doctest/doctest.h>

#include <functional>

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
