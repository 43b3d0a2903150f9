// SIGTERM and SIGINT (a service that is stopped, Ctrl+C) ask the program to end cleanly instead of ending it.
#pragma once

#include <memory>

namespace buurtpeil {

/// While it lives, the two signals set a flag and wake Window::wait(). One in a process. Child processes are
/// not affected.
class EndSignals {
 public:
  EndSignals();
  EndSignals(const EndSignals&) = delete;
  EndSignals& operator=(const EndSignals&) = delete;
  ~EndSignals();

  /// One of them came.
  [[nodiscard]] bool end_asked() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace buurtpeil
