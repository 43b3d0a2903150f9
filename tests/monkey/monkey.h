// A monkey at the screen: taps, drags, several buttons at once, chords of keys, and waiting, all from a seed.
// It has no window and no clock; tests/e2e lets another one at the real program.
#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>

#include "support/at_kiosk.h"
#include "support/ui_robot.h"

namespace buurtpeil {

class Monkey {
 public:
  Monkey(AtKiosk& kiosk, Display display, std::uint64_t seed)
      : kiosk_(kiosk), robot_(display), random_(seed) {}

  /// Does one thing, which takes several events of a finger, a mouse or a keyboard.
  void act();

  [[nodiscard]] long events() const { return events_; }
  /// How often it saw each screen.
  [[nodiscard]] const std::map<std::string, long>& seen() const { return seen_; }

 private:
  void tap_target();
  const Target& something(const std::vector<Target>& targets);
  void tap_anywhere();
  void drag();
  void press_several_buttons();
  void press_keys();
  void write();
  void turn_wheel();
  void wait();

  void move(float x, float y);
  void button(int which, bool down);
  void draw(int frames);
  [[nodiscard]] float across();  ///< a place within, or a little outside of, the display
  [[nodiscard]] float down();
  int below(int limit) { return static_cast<int>(random_() % static_cast<std::uint64_t>(limit)); }

  AtKiosk& kiosk_;
  UiRobot robot_;
  std::mt19937_64 random_;
  long events_ = 0;
  std::map<std::string, long> seen_;
};

}  // namespace buurtpeil
