#include "support/finger.h"

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <poll.h>

#include <cmath>
#include <stdexcept>

#include "support/process.h"

namespace buurtpeil {

struct Finger::State {
  Display* display;
};

Finger::Finger(const std::string& display) : state_(new State{XOpenDisplay(display.c_str())}) {
  if (!state_->display) throw std::runtime_error("no display " + display);
}

Finger::~Finger() { XCloseDisplay(state_->display); }

void Finger::tap(float x, float y) {
  XTestFakeMotionEvent(state_->display, -1, static_cast<int>(std::lround(x)),
                       static_cast<int>(std::lround(y)), CurrentTime);
  tap_again();
}

void Finger::tap_again() {
  XTestFakeButtonEvent(state_->display, Button1, True, CurrentTime);
  XTestFakeButtonEvent(state_->display, Button1, False, CurrentTime);
  XSync(state_->display, False);
}

void Finger::press_alt_f4() {
  const KeyCode alt = XKeysymToKeycode(state_->display, XK_Alt_L);
  const KeyCode f4 = XKeysymToKeycode(state_->display, XK_F4);
  XTestFakeKeyEvent(state_->display, alt, True, CurrentTime);
  XTestFakeKeyEvent(state_->display, f4, True, CurrentTime);
  XTestFakeKeyEvent(state_->display, f4, False, CurrentTime);
  XTestFakeKeyEvent(state_->display, alt, False, CurrentTime);
  XSync(state_->display, False);
}

void Finger::wait_for_window_manager() {
  Display* display = state_->display;
  const Window root = DefaultRootWindow(display);
  const Atom there = XInternAtom(display, "_NET_CLIENT_LIST", False);
  XSelectInput(display, root, PropertyChangeMask);  // before the first look, so that nothing is missed
  for (;;) {
    int count = 0;
    Atom* properties = XListProperties(display, root, &count);
    bool found = false;
    for (int i = 0; i < count; ++i) found = found || properties[i] == there;
    if (properties) XFree(properties);
    if (found) break;
    pollfd ready{ConnectionNumber(display), POLLIN, 0};
    if (!XPending(display) && poll(&ready, 1, patience_ms) == 0)
      throw std::runtime_error("no window manager");
    XEvent event;
    while (XPending(display)) XNextEvent(display, &event);
  }
}

}  // namespace buurtpeil
