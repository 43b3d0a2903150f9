// A finger and a keyboard on a display, from outside of the program: real events through the X server.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "support/process.h"

namespace buurtpeil {

class Finger {
 public:
  explicit Finger(const std::string& display);
  ~Finger();

  void tap(float x, float y);
  /// Again where the last tap was, without any motion.
  void tap_again();
  /// Two taps there; the second press comes so long after the first was lifted, by the X server's clock.
  void tap_twice(float x, float y, unsigned long gap_ms);
  void press_alt_f4() { press({"Alt_L", "F4"}); }
  /// Keys held together, by the names of X keysyms, the last one first let go.
  void press(const std::vector<std::string>& keys);
  /// One event each, at the end of those on their way: a button from 1 to 3, a key by its X code from 8 to
  /// 255.
  void move(float x, float y);
  void button(unsigned number, bool down);
  void key(unsigned code, bool down);
  /// Nothing has the keyboard's focus any more, as when another program takes it.
  void take_focus_away();
  /// Until the X server has seen all of them.
  void settle();

  /// Until a window manager looks after the display. Throws when none comes within patience_ms.
  void wait_for_window_manager();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A window manager (openbox) on a display, at work when the constructor is done.
class WindowManager {
 public:
  explicit WindowManager(const std::string& display)
      : process_({"openbox", "--sm-disable"}, {{"DISPLAY", display}}) {
    Finger(display).wait_for_window_manager();
  }

 private:
  Process process_;
};

}  // namespace buurtpeil
