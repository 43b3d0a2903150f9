// A recorded walk by real X events through a form that has every view: every_view_walk.txt, a step a line.
// The CSV that comes out is compared whole with every_view.csv.
#ifndef __SANITIZE_ADDRESS__  // which wants to be the first library, as libfaketime does
#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "e2e/kiosk_run.h"

using namespace buurtpeil;

namespace {

const std::string here = std::string(BUURTPEIL_TESTS) + "/e2e/";

/// The steps of a walk:
///   question greenery              is on the screen (also: intro, thanks ...)
///   tap choice:greenery=enough     a target; where it is out of sight, after as many taps on "more" as it
///   takes drag scale:grade 0.1 0.9       along a target, from and to a part of its width lift scale:tall 0.9
///   0.2        the same along its height move rank:order=homes rank:order=trees    takes hold of one and
///   lets it go on another type name some words           writes into field:name on the keyboard of the
///   screen
class Walk {
 public:
  explicit Walk(KioskRun& kiosk) : kiosk_(kiosk) {}

  void step(const std::string& line) {
    std::istringstream words(line);
    std::string verb, what;
    words >> verb >> what;
    if (verb == "question") {
      kiosk_.at(verb, what);
    } else if (verb == "tap") {
      find(what);
      kiosk_.tap(what);
    } else if (verb == "touch") {
      float across = 0, down = 0;
      words >> across >> down;
      const Shown::Box box = find(what);
      kiosk_.finger().tap(box.x + box.width * across, box.y + box.height * down);
      kiosk_.next();
    } else if (verb == "drag" || verb == "lift") {
      float from = 0, to = 0;
      words >> from >> to;
      const Shown::Box box = find(what);
      const bool upright = verb == "lift";
      const auto at = [&](float part) {
        return upright ? box.y + box.height * part : box.x + box.width * part;
      };
      if (upright)
        drag(box.x + box.width / 2, at(from), box.x + box.width / 2, at(to));
      else
        drag(at(from), box.y + box.height / 2, at(to), box.y + box.height / 2);
    } else if (verb == "move") {
      std::string onto;
      words >> onto;
      const Shown::Box to = find(onto), from = find(what);
      const float handle = from.height / 2;  // at the card's end
      const float x = from.x + from.width - handle;
      drag(x, from.y + from.height / 2, x, to.y + to.height / 2);
    } else if (verb == "type") {
      std::string text;
      std::getline(words >> std::ws, text);
      find("field:" + what);
      kiosk_.tap("field:" + what);
      keys(text);
    } else if (verb == "keys") {
      keys(line.substr(verb.size() + 1));
    } else {
      kiosk_.at(verb);
    }
  }

 private:
  void keys(const std::string& text) {
    for (const char letter : text) kiosk_.tap(letter == ' ' ? "key:space" : std::string("key:") + letter);
  }

  Shown::Box find(const std::string& target) {
    const auto there = [&] { return kiosk_.shown().targets.contains(target); };
    while (!there() && kiosk_.shown().targets.contains("more")) kiosk_.tap("more");
    while (!there() && kiosk_.shown().targets.contains("up")) kiosk_.tap("up");
    std::string names;
    for (const auto& [name, box] : kiosk_.shown().targets) names += " " + name;
    REQUIRE_MESSAGE(there(), "on " << kiosk_.shown().view << " " << kiosk_.shown().path << " there is no "
                                   << target << ", but" << names);
    return kiosk_.shown().targets.at(target);
  }

  /// The kiosk answers a finger that takes hold of something, and one that lets go. Only then does it go on:
  /// the kiosk asks where the finger is when it hears of it.
  void drag(float x, float y, float to_x, float to_y) {
    Finger& finger = kiosk_.finger();
    finger.move(x, y);
    finger.button(1, true);
    finger.settle();
    kiosk_.next();
    finger.move(to_x, to_y);
    finger.button(1, false);
    finger.settle();
    kiosk_.next();
  }

  KioskRun& kiosk_;
};

}  // namespace

TEST_CASE("a recorded walk through a form with every view gives the recorded CSV") {
  const Machine machine{std::string(BUURTPEIL_TESTS) + "/forms/every_view.md", 300, 300, "1920x1080"};
  const std::string clock = machine.folder / "clock";
  write_file(clock, "2026-03-10 19:04:07");  // calendars show the present month
  KioskRun kiosk{machine,
                 {},
                 {"env", "LD_PRELOAD=/usr/$LIB/faketime/libfaketimeMT.so.1", "FAKETIME_NO_CACHE=1",
                  "FAKETIME_DONT_FAKE_MONOTONIC=1", "FAKETIME_TIMESTAMP_FILE=" + clock}};
  Walk walk{kiosk};
  std::istringstream lines(read_file(here + "every_view_walk.txt"));
  for (std::string line; std::getline(lines, line);)
    if (!line.empty() && !line.starts_with("#")) {
      CAPTURE(line);
      walk.step(line);
    }
  CHECK(machine.exported() == read_file(here + "every_view.csv"));
}
#endif
