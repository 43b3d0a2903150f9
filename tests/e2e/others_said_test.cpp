// The demo's way through what was done and what others said, with a real finger.
#include <doctest/doctest.h>

#include "e2e/kiosk_run.h"

using namespace buurtpeil;

TEST_CASE("a visitor sees what was done, answers the demo, and lays the region beside what others said") {
  const Machine machine{BUURTPEIL_ASSETS "/forms/leefomgeving.md", 300, 300, "1920x1080"};
  machine.configure("municipality = \"Gemeente Elzermonde\"");
  machine.configure("results = [\"" BUURTPEIL_ASSETS
                    "/forms/leefomgeving-1.results.json\", \"" BUURTPEIL_ASSETS
                    "/forms/elzerstreek.results.json\"]");
  KioskRun kiosk{machine};
  kiosk.at("attract", "living").tap("did").at("did").tap("back").at("attract", "living");
  kiosk.tap("choice:living=yes").at("intro").tap("start");
  kiosk.at("question", "neighbourhood").tap("choice:neighbourhood=tolkade").tap("next");
  kiosk.at("question", "situation/green").tap("choice:situation/green=too_little");
  kiosk.tap("choice:situation/traffic=sometimes").tap("next");
  kiosk.at("question", "trees").tap("key:0").tap("next");
  kiosk.at("question", "field").tap("choice:field=homes").tap("next");
  kiosk.at("question", "heating").tap("choice:heating=pump").tap("next");
  kiosk.at("question", "themes").tap("choice:themes=trees").tap("next");
  kiosk.at("question", "decider").tap("choice:decider=together").tap("next");
  kiosk.at("question", "backed").tap("choice:backed=idea-3f0c61a9d2b4").tap("next");
  kiosk.at("question", "spot").tap("put:spot").tap("next");
  kiosk.at("question", "idea").type("een bank").tap("next");
  kiosk.at("review").tap("finish").at("thanks").tap("results");
  kiosk.at("results").tap("compare:all").at("results").tap("compare:all").at("results");
  for (int page = 1; page < 10; ++page) kiosk.tap("next").at("results");
  CHECK_FALSE(kiosk.shown().targets.contains("next"));
  kiosk.tap("finish").at("attract", "living");
}
