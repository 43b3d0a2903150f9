// A monkey at the real program: taps and drags, three buttons pressed and let go in any order, chords of any
// keys, through the X server and past a window manager. tests/monkey lets another one at the screens
// themselves, a hundred times as fast.
#include <doctest/doctest.h>
#include <signal.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "e2e/kiosk_run.h"
#include "store/store.h"
#include "support/replay.h"

using namespace buurtpeil;

namespace {

/// BUURTPEIL_MONKEY_EVENTS changes it; tests/run --long asks for 100,000.
long events_wished() {
  const char* wished = std::getenv("BUURTPEIL_MONKEY_EVENTS");
  return wished ? std::atol(wished) : 1'000;
}

class XMonkey {
 public:
  XMonkey(Finger& finger, int width, int height, std::uint64_t seed)
      : finger_(finger), width_(width), height_(height), random_(seed) {}

  /// Some twenty events; the last is a touch, which the kiosk always answers.
  void act(const Shown& shown) {
    for (int things = 0; things < 5; ++things) {
      const int what = below(10);
      if (what < 6) tap_target(shown);
      if (what == 6) drag();
      if (what == 7) press_several_buttons();
      if (what >= 8) press_keys();
    }
    move();
    button(1, true);
    button(1, false);
    finger_.settle();
  }

  [[nodiscard]] long events() const { return events_; }

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<std::uint64_t>(limit)); }
  void move() {
    finger_.move(static_cast<float>(below(width_)), static_cast<float>(below(height_)));
    ++events_;
  }
  void button(unsigned number, bool down) {
    finger_.button(number, down);
    ++events_;
  }
  void key(unsigned code, bool down) {
    finger_.key(code, down);
    ++events_;
  }

  void tap_target(const Shown& shown) {
    if (shown.targets.empty()) return;
    const auto any = std::next(shown.targets.begin(), below(static_cast<int>(shown.targets.size())));
    const Shown::Box box = any->second;
    finger_.move(box.x + box.width / 2, box.y + box.height / 2);
    ++events_;
    button(1, true);
    button(1, false);
  }

  void drag() {
    move();
    button(1, true);
    for (int steps = 1 + below(5); steps > 0; --steps) move();
    button(1, false);
  }

  void press_several_buttons() {
    std::array<bool, 3> down{};
    for (int presses = 2 + below(6); presses > 0; --presses) {
      const int which = below(3);
      bool& is_down = down.at(static_cast<std::size_t>(which));
      is_down = !is_down;
      move();
      button(static_cast<unsigned>(which) + 1, is_down);
    }
    for (unsigned which = 1; which <= 3; ++which) button(which, false);
  }

  /// Any keys of a keyboard: with X codes from 9 (Escape) to 135 (Menu) the modifiers are among them.
  void press_keys() {
    std::vector<unsigned> held;
    for (int keys = 1 + below(4); keys > 0; --keys) held.push_back(9 + static_cast<unsigned>(below(127)));
    for (const unsigned code : held) key(code, true);
    for (const unsigned code : held) key(code, false);
  }

  Finger& finger_;
  int width_, height_;
  std::mt19937_64 random_;
  long events_ = 0;
};

}  // namespace

TEST_CASE("a monkey at the real window leaves the kiosk on the screen, and nothing but valid responses") {
  const std::string path = BUURTPEIL_TESTS "/forms/every_view.md";
  Machine machine{path, 3, 1};
  WindowManager manager{machine.display.name()};
  {
    KioskRun kiosk{machine};
    kiosk.at("attract");
    XMonkey monkey{kiosk.finger(), 1280, 800, 1};
    while (monkey.events() < events_wished()) {
      monkey.act(kiosk.shown());
      kiosk.next();
      REQUIRE(kiosk.process().runs());
    }
    kiosk.at("attract");  // everybody went away
    const std::string active = run({"wmctrl", "-l", "-G"}, machine.environment()).out;
    CHECK(std::ranges::count(active, '\n') == 1);
    CHECK(active.find(" 0    0    1280 800 ") != std::string::npos);
    kiosk.process().signal(SIGTERM);
    CHECK(kiosk.process().wait() == 0);
    CHECK(kiosk.process().err().find("out of service") == std::string::npos);
  }
  const LoadedForm loaded = load_form(path);
  const auto reader = StoreReader::open(machine.store());
  REQUIRE(reader.has_value());
  std::string wrong;
  int responses = 0;
  const auto read = reader->responses(loaded.form->id, [&](const Response& response) {
    ++responses;
    wrong += replay(*loaded.form, response);
  });
  REQUIRE(read.has_value());
  CHECK(wrong == "");
  MESSAGE(responses << " responses");
}
