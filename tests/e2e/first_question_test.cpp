// The invitation that asks the first question (kiosk_first), touched with a real finger: what is on the disk
// is looked at with the tool of the desk.
#include <doctest/doctest.h>

#include "e2e/kiosk_run.h"

using namespace buurtpeil;

namespace {

/// What stands in the columns of the form for each response: "good,yes,Een bank finished".
std::string answers_of(const Machine& machine) {
  const std::string csv = machine.exported();
  std::string answers;
  std::size_t line = 0, at = 0;
  while (at < csv.size()) {
    const std::size_t end = csv.find('\n', at);
    const std::string row = csv.substr(at, end - at);
    if (++line > 2) {  // below the file's name and its header
      const std::size_t key = row.find(",KEY");
      answers += row.substr(4, key - 4) + (row.find(",finished,") == row.npos ? " abandoned" : " finished");
      answers += "\n";
    }
    at = end + 1;
  }
  return answers;
}

}  // namespace

TEST_CASE("a touch on a face begins the visit with that answer") {
  const Machine machine{"mood.md"};
  KioskRun kiosk{machine};
  kiosk.at("attract", "mood").tap("choice:mood=good").at("intro").tap("start");
  kiosk.at("question", "garden").tap("choice:garden=yes").tap("next");
  kiosk.at("question", "idea").type("een bank").tap("next").at("thanks").tap("done").at("attract", "mood");
  CHECK(answers_of(machine) == "good,yes,Een bank finished\n");
}

TEST_CASE("a touch on a face is in no store before the visitor has gone on from who asks and why") {
  const Machine machine{"mood.md"};
  {
    KioskRun kiosk{machine};
    kiosk.at("attract", "mood").tap("choice:mood=bad").at("intro");
  }
  {
    KioskRun kiosk{machine};  // nothing to come back to: the invitation again
    kiosk.at("attract", "mood").tap("choice:mood=good").at("intro").tap("start").at("question", "garden");
  }
  KioskRun kiosk{machine};
  kiosk.at("still_there").tap("yes").at("question", "garden").tap("back").at("question", "mood");
  kiosk.tap("next").at("question", "garden").tap("next").at("question", "idea").tap("next").at("thanks");
  CHECK(answers_of(machine) == "good,, finished\n");
}

TEST_CASE("a double tap on a face does not go on from who asks and why, at any pace") {
  for (const unsigned long gap_ms : {60, 120, 200, 300, 400}) {
    CAPTURE(gap_ms);
    const Machine machine{"mood.md"};
    KioskRun kiosk{machine};
    const Shown::Box face = kiosk.at("attract", "mood").shown().targets.at("choice:mood=good");
    kiosk.finger().tap_twice(face.x + face.width / 2, face.y + face.height / 2, gap_ms);
    kiosk.at("intro").listens();  // until both taps were heard
    CHECK(kiosk.shown().view == "intro");
    kiosk.tap("start").at("question", "garden");
  }
}

TEST_CASE("nothing is stored of who touched a face and walked away") {
  const Machine machine{"mood.md", 2, 2};
  KioskRun kiosk{machine};
  kiosk.at("attract", "mood").tap("choice:mood=bad").at("intro").at("still_there").at("attract", "mood");
  kiosk.tap("choice:mood=good").at("intro").tap("start").at("question", "garden");
  kiosk.at("still_there").at("attract", "mood");
  CHECK(answers_of(machine) == "good,, abandoned\n");
}
