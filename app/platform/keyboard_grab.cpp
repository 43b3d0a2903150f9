// All keys for the kiosk: while the window has the keyboard, no chord of a desktop (Alt+Tab, another
// workspace) is seen by anybody else.

#include "platform/window_state.h"

// After Dear ImGui, which undefines Xlib's Status.
#include <X11/Xlib.h>

#define GLFW_EXPOSE_NATIVE_X11
#include <GLFW/glfw3native.h>

namespace buurtpeil {

bool Window::State::take_keyboard() const {
  return XGrabKeyboard(glfwGetX11Display(), glfwGetX11Window(window), True, GrabModeAsync, GrabModeAsync,
                       CurrentTime) == GrabSuccess;
}

}  // namespace buurtpeil
