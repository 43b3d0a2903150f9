#include "platform/signals.h"

#include <doctest/doctest.h>
#include <signal.h>

#include "platform/clock.h"
#include "platform/window.h"
#include "support/process.h"

using namespace buurtpeil;

TEST_CASE("SIGTERM and SIGINT wake a waiting window and ask for the end") {
  const VirtualDisplay display;
  setenv("DISPLAY", display.name().c_str(), 1);
  for (const int number : {SIGTERM, SIGINT}) {
    auto window = Window::open({.mode = WindowMode::windowed, .width = 200, .height = 100});
    REQUIRE(window);
    const EndSignals signals;
    CHECK(!signals.end_asked());
    Process sender{{"kill", "-s", std::to_string(number), std::to_string(getpid())}};
    const auto deadline = monotonic_ms() + patience_ms;
    while (!signals.end_asked() && monotonic_ms() < deadline) (void)window->wait(patience_ms / 1000.0);
    CHECK(signals.end_asked());
    CHECK(monotonic_ms() < deadline);
  }
}
