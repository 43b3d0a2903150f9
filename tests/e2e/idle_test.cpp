// Nobody is there any more: in real time, with short times in the configuration.
#include <doctest/doctest.h>

#include "e2e/kiosk_run.h"

using namespace buurtpeil;

TEST_CASE("a visitor who goes away is asked for, then forgotten, and what was answered is kept") {
  const Machine machine{"street.md", 2, 2};
  KioskRun kiosk{machine};
  kiosk.at("attract").tap("start").at("intro").tap("start");
  kiosk.at("question", "garden").tap("choice:garden=yes").tap("next").at("question", "size");
  kiosk.at("still_there").at("attract");
  CHECK(machine.exported().ends_with(
      "UTC,yes,,,,,KEY,KEY,,,0,0,,,hall,0,3,abandoned,,hall,,LOCAL,LOCAL,SECONDS,\n"));
  kiosk.tap("start").at("intro").tap("start").at("question", "garden");
}

TEST_CASE("a touch brings a visitor back from 'still there?', and no earlier answer is on that screen") {
  const Machine machine{"street.md", 2, 60};
  KioskRun kiosk{machine};
  kiosk.at("attract").tap("start").at("intro").tap("start");
  kiosk.at("question", "garden").tap("choice:garden=yes").tap("next").at("question", "size");
  kiosk.at("still_there");
  CHECK(kiosk.shown().path == "");
  for (const auto& [name, box] : kiosk.shown().targets) CHECK(!name.starts_with("choice:"));
  kiosk.tap("yes").at("question", "size");
}

TEST_CASE("a kiosk where nothing happens draws nothing") {
  const Machine machine{"street.md", 4, 60};
  KioskRun kiosk{machine};
  kiosk.at("attract").tap("start").at("intro").tap("start").at("question", "garden");
  const long before = kiosk.shown().frame;
  kiosk.at("still_there");
  // Some frames follow each touch, because ImGui takes one change of the pointer a frame; after that there is
  // nothing to draw for four seconds, which at 60 frames a second would be 240.
  CHECK(kiosk.shown().frame - before <= 10);
}
