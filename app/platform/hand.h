// The robot visitor's finger: real input events through the X server's XTEST extension, so that they take the
// same way as a touch.
#pragma once

#include <expected>
#include <memory>
#include <string>

#include "platform/window.h"

namespace buurtpeil {

class Hand {
 public:
  /// Of a window, which must outlive it. The error says that the display cannot do it.
  [[nodiscard]] static std::expected<Hand, std::string> of(const Window& window);
  Hand(Hand&&) noexcept;
  Hand& operator=(Hand&&) noexcept;
  ~Hand();

  /// Each is on its way when the function returns; the window has it at one of the next wait()s. Pixels, from
  /// the window's top left.
  void move(float x, float y);
  void press();
  void release();

 private:
  struct State;
  explicit Hand(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace buurtpeil
