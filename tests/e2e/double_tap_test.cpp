// Two real taps on Next, at the pace of a double tap: the question between is not passed by.
#include <doctest/doctest.h>

#include "e2e/kiosk_run.h"

using namespace buurtpeil;

TEST_CASE("a double tap on Next leaves the next question on the screen, at any pace") {
  Machine machine;
  KioskRun kiosk{machine};
  kiosk.at("attract").tap("start").at("intro").tap("start").at("question", "garden");
  kiosk.tap("choice:garden=no");
  for (const unsigned long gap_ms : {60, 120, 200, 300, 400}) {
    CAPTURE(gap_ms);
    const Shown::Box next = kiosk.shown().targets.at("next");
    kiosk.finger().tap_twice(next.x + next.width / 2, next.y + next.height / 2, gap_ms);
    kiosk.next().listens();  // until both taps were heard
    CHECK(kiosk.shown().path == "street/greenery");
    kiosk.tap("choice:street/greenery=trees");  // a quick finger elsewhere counts
    kiosk.tap("back").at("question", "garden");
  }
}

TEST_CASE("nor do two slow taps pass a question that was never seen before") {
  for (const unsigned long gap_ms : {600, 900}) {
    CAPTURE(gap_ms);
    Machine machine;
    KioskRun kiosk{machine};
    kiosk.at("attract").tap("start").at("intro").tap("start").at("question", "garden");
    kiosk.tap("choice:garden=no");
    const Shown::Box next = kiosk.shown().targets.at("next");
    kiosk.finger().tap_twice(next.x + next.width / 2, next.y + next.height / 2, gap_ms);
    kiosk.next().next().listens();  // each tap is one that the kiosk handles
    CHECK(kiosk.shown().path == "street/greenery");
    kiosk.tap("next").at("question", "street/thanks_so_far");
  }
}
