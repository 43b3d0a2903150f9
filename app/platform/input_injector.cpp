#include "platform/input_injector.h"

#include <cmath>
#include <utility>

#include "platform/window_state.h"

// After Dear ImGui, which undefines Xlib's Status.
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>

namespace buurtpeil {

struct InputInjector::State {
  Display* display = nullptr;
  GLFWwindow* window = nullptr;
  ~State() {
    if (display) XCloseDisplay(display);
  }
};

std::expected<InputInjector, std::string> InputInjector::of(const Window& window) {
  auto state = std::make_unique<State>();
  state->window = window.state_->window;
  state->display = XOpenDisplay(nullptr);  // its own connection: GLFW's is GLFW's
  int event = 0, error = 0, major = 0, minor = 0;
  if (!state->display || !XTestQueryExtension(state->display, &event, &error, &major, &minor)) {
    return std::unexpected(
        "the robot cannot touch this display, because it lacks the XTEST extension; use an X server that has "
        "it, such as Xvfb");
  }
  return InputInjector{std::move(state)};
}

InputInjector::InputInjector(std::unique_ptr<State> state) : state_(std::move(state)) {}
InputInjector::InputInjector(InputInjector&&) noexcept = default;
InputInjector& InputInjector::operator=(InputInjector&&) noexcept = default;
InputInjector::~InputInjector() = default;

void InputInjector::move(float x, float y) {
  int left = 0, top = 0;
  glfwGetWindowPos(state_->window, &left, &top);
  XTestFakeMotionEvent(state_->display, -1, left + static_cast<int>(std::lround(x)),
                       top + static_cast<int>(std::lround(y)), CurrentTime);
  XSync(state_->display, False);
}

void InputInjector::press() {
  XTestFakeButtonEvent(state_->display, Button1, True, CurrentTime);
  XSync(state_->display, False);
}

void InputInjector::release() {
  XTestFakeButtonEvent(state_->display, Button1, False, CurrentTime);
  XSync(state_->display, False);
}

}  // namespace buurtpeil
