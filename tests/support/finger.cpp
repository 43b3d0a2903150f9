#include "support/finger.h"

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
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

void Finger::move(float x, float y) {
  XTestFakeMotionEvent(state_->display, -1, static_cast<int>(std::lround(x)),
                       static_cast<int>(std::lround(y)), CurrentTime);
}

void Finger::button(unsigned number, bool down) {
  XTestFakeButtonEvent(state_->display, number, down, CurrentTime);
}

void Finger::key(unsigned code, bool down) { XTestFakeKeyEvent(state_->display, code, down, CurrentTime); }

void Finger::take_focus_away() {
  XSetInputFocus(state_->display, None, RevertToNone, CurrentTime);
  settle();
}

void Finger::settle() { XSync(state_->display, False); }

void Finger::tap(float x, float y) {
  move(x, y);
  tap_again();
}

void Finger::tap_again() {
  button(Button1, true);
  button(Button1, false);
  settle();
}

void Finger::tap_twice(float x, float y, unsigned long gap_ms) {
  tap(x, y);
  XTestFakeButtonEvent(state_->display, Button1, True, gap_ms);
  button(Button1, false);
  settle();
}

void Finger::press(const std::vector<std::string>& keys) {
  std::vector<KeyCode> codes;
  for (const std::string& name : keys)
    codes.push_back(XKeysymToKeycode(state_->display, XStringToKeysym(name.c_str())));
  for (const KeyCode code : codes) key(code, true);
  for (auto code = codes.rbegin(); code != codes.rend(); ++code) key(*code, false);
  settle();
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
