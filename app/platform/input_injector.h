// The robot visitor's finger: real input events through the X server's XTEST extension, so that they take the
// same way as a touch.
#pragma once

#include <expected>
#include <memory>
#include <string>

#include "platform/window.h"

namespace buurtpeil {

class InputInjector {
 public:
  /// Of a window, which must outlive it. The error says that the display cannot do it.
  [[nodiscard]] static std::expected<InputInjector, std::string> of(const Window& window);
  InputInjector(InputInjector&&) noexcept;
  InputInjector& operator=(InputInjector&&) noexcept;
  ~InputInjector();

  /// Each is on its way when the function returns; the window has it at one of the next wait()s. Pixels, from
  /// the window's top left.
  void move(float x, float y);
  void press();
  void release();

 private:
  struct State;
  explicit InputInjector(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace buurtpeil
