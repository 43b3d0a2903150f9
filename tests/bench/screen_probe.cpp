// screen_probe DISPLAY: touches a display with real X events and looks at its pixels, for tests/bench/run. A
// line on the input is a command, the answer one line of milliseconds:
//
//   first                     the time until the display is not of one colour any more
//   rest                      waits until nothing has changed for half a second
//   tap X Y LEFT TOP W H      presses and releases at X Y; the time until the first pixel of that box has
//   changed,
//                             from the press, and until its last change, when it rested for half a second
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <X11/extensions/XTest.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/ipc.h>
#include <sys/shm.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto rest = 500ms, patience = 20'000ms;
constexpr int between_looks_ms = 1;

double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

struct Box {
  int left, top;
  unsigned width, height;
};

/// A part of the screen in memory that the X server writes to.
class Picture {
 public:
  Picture(Display* display, Box box) : display_(display), box_(box) {
    const int screen = DefaultScreen(display);
    image_ = XShmCreateImage(display, DefaultVisual(display, screen), DefaultDepth(display, screen), ZPixmap,
                             nullptr, &segment_, box.width, box.height);
    bytes_ = static_cast<std::size_t>(image_->bytes_per_line) * box.height;
    segment_.shmid = ::shmget(IPC_PRIVATE, bytes_, IPC_CREAT | 0600);
    segment_.shmaddr = image_->data = static_cast<char*>(::shmat(segment_.shmid, nullptr, 0));
    segment_.readOnly = False;
    XShmAttach(display, &segment_);
    XSync(display, False);
    ::shmctl(segment_.shmid, IPC_RMID, nullptr);
  }
  Picture(const Picture&) = delete;
  Picture& operator=(const Picture&) = delete;
  ~Picture() {
    XShmDetach(display_, &segment_);
    XDestroyImage(image_);
    ::shmdt(segment_.shmaddr);
  }

  /// Looks anew; true when a pixel differs from the last look.
  bool has_changed() {
    XShmGetImage(display_, DefaultRootWindow(display_), image_, box_.left, box_.top, AllPlanes);
    const bool changed = !std::equal(last_.begin(), last_.end(), image_->data, image_->data + bytes_);
    if (changed) last_.assign(image_->data, image_->data + bytes_);
    return changed;
  }
  [[nodiscard]] bool is_of_one_colour() const {
    const auto* pixels = reinterpret_cast<const std::uint32_t*>(last_.data());
    return std::all_of(pixels, pixels + bytes_ / sizeof *pixels,
                       [pixels](std::uint32_t pixel) { return pixel == *pixels; });
  }

 private:
  Display* display_;
  Box box_;
  XShmSegmentInfo segment_{};
  XImage* image_;
  std::size_t bytes_;
  std::vector<char> last_;
};

/// When it changed for the first and the last time since `start`; -1 for never.
struct Changes {
  double first = -1, last = -1;
};

Changes changes_of(Picture& picture, Clock::time_point start) {
  Changes changes;
  while (ms_since(start) < std::chrono::duration<double, std::milli>(patience).count()) {
    if (picture.has_changed()) {
      changes.last = ms_since(start);
      if (changes.first < 0) changes.first = changes.last;
    }
    if (ms_since(start) - std::max(0.0, changes.last) >
            std::chrono::duration<double, std::milli>(rest).count() &&
        (changes.first >= 0 || ms_since(start) > 3'000))
      break;
    ::poll(nullptr, 0, between_looks_ms);
  }
  return changes;
}

void wait_for_rest(Display* display, Box whole) {
  Picture picture(display, whole);
  const auto start = Clock::now();
  auto changed = start;
  while (Clock::now() - changed < rest && Clock::now() - start < patience) {
    if (picture.has_changed()) changed = Clock::now();
    ::poll(nullptr, 0, 20);
  }
}

Changes tap(Display* display, int x, int y, Box box) {
  Picture picture(display, box);
  XTestFakeMotionEvent(display, -1, x, y, CurrentTime);
  XSync(display, False);
  ::poll(nullptr, 0, 100);  // what the pointer alone changes
  (void)picture.has_changed();
  const auto start = Clock::now();
  XTestFakeButtonEvent(display, Button1, True, CurrentTime);
  XTestFakeButtonEvent(display, Button1, False, CurrentTime);
  XSync(display, False);
  return changes_of(picture, start);
}

}  // namespace

int main(int argc, char** argv) {
  Display* display = argc == 2 ? XOpenDisplay(argv[1]) : nullptr;
  if (display == nullptr) return fmt::print(stderr, "screen_probe: usage: screen_probe DISPLAY\n"), 2;
  const int screen = DefaultScreen(display);
  const Box whole{0, 0, static_cast<unsigned>(DisplayWidth(display, screen)),
                  static_cast<unsigned>(DisplayHeight(display, screen))};
  for (std::string line; std::getline(std::cin, line);) {
    const auto start = Clock::now();
    std::istringstream words(line);
    std::string command;
    words >> command;
    if (command == "first") {
      Picture picture(display, whole);
      do picture.has_changed();
      while (picture.is_of_one_colour() && Clock::now() - start < patience);
      fmt::print("{:.2f}\n", ms_since(start));
    } else if (command == "rest") {
      wait_for_rest(display, whole);
      fmt::print("{:.2f}\n", ms_since(start));
    } else if (command == "tap") {
      int x = 0, y = 0;
      Box box{};
      words >> x >> y >> box.left >> box.top >> box.width >> box.height;
      const Changes changes = tap(display, x, y, box);
      fmt::print("{:.2f} {:.2f}\n", changes.first, changes.last);
    }
    std::fflush(stdout);
  }
  XCloseDisplay(display);
  return 0;
}
