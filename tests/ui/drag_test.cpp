// What is dragged on a page that scrolls: the finger drags it or scrolls the page, never both.
#include <string>

#include <doctest/doctest.h>
#include <imgui.h>

#include "support/headless_ui.h"
#include "ui/frame.h"
#include "ui/page_content.h"

using namespace buurtpeil;

namespace {

// A page of 300 by 200 pixels, a millimetre each, with content that is 600 high; at its top a line with a
// handle at its left end.
class LongPage {
 public:
  LongPage(Direction direction = Direction::left_to_right) { page_.direction = direction; }

  /// What happened on the way from one point to another: "held 40,0", "let go 40,0", "tapped", "scrolled 40".
  std::string drag(float x, float y, float to_x, float to_y) {
    ImGuiIO& io = ImGui::GetIO();
    memory_ = {};
    happened_.clear();
    io.AddMousePosEvent(x, y);
    io.AddMouseButtonEvent(0, true);
    frame();
    constexpr int steps = 10;
    for (int step = 1; step <= steps; ++step) {
      const float part = static_cast<float>(step) / steps;
      io.AddMousePosEvent(x + (to_x - x) * part, y + (to_y - y) * part);
      frame();
    }
    io.AddMouseButtonEvent(0, false);
    frame();
    const float scrolled = memory_.of<Scrolling>().offset;
    if (scrolled > 0) note("scrolled " + std::to_string(static_cast<int>(scrolled)));
    return happened_;
  }

 private:
  void note(const std::string& what) { happened_ += (happened_.empty() ? "" : ", ") + what; }

  void draw_line(Frame& frame, const Box& line) {
    const Box handle{line.x, line.y, line.height, line.height};
    const bool on_handle = frame.finger_came_down_in(handle);
    const Drag drag = frame.drag("line", line, on_handle ? DragStart::at_once : DragStart::across);
    const std::string way = std::to_string(static_cast<int>(drag.finger.x - drag.start.x)) + "," +
                            std::to_string(static_cast<int>(drag.finger.y - drag.start.y));
    if (drag.active && !was_held_) note("held");
    if (drag.ended) note("let go " + way);
    if (drag.tapped) note("tapped");
    was_held_ = drag.active && !drag.ended;
  }

  void frame() {
    ui_.frame([&] {
      if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        FingerState& finger = memory_.of<FingerState>();
        finger.down = true;
        finger.start_x = ImGui::GetIO().MousePos.x;
        finger.start_y = ImGui::GetIO().MousePos.y;
      }
      drawn_ = {};
      Frame frame(theme_, engine_, pictures_, memory_, page_, drawn_);
      PageContent content(frame);
      content.add({.height = 20, .draw = [&](const Box& box) {
                     draw_line(frame, box);
                     return std::optional<Event>();
                   }});
      content.add({.height = 580, .draw = [](const Box&) { return std::optional<Event>(); }});
      content.settle({0, 0, 300, 200});
      content.draw();
    });
  }

  HeadlessUi ui_{300, 200};
  TextEngine engine_ = TextEngine::create().value();
  Pictures pictures_{{}};
  Theme theme_{{.width_px = 300, .height_px = 200, .mm_per_pixel = 1}};
  Memory memory_;
  PageInfo page_;
  Drawn drawn_;
  std::string happened_;
  bool was_held_ = false;
};

}  // namespace

TEST_CASE("a handle has the finger at once, and the page stays where it is") {
  LongPage page;
  CHECK(page.drag(10, 10, 110, 10) == "held, let go 100,0");
  CHECK(page.drag(10, 100, 10, 20) == "scrolled 80");
  CHECK(page.drag(10, 10, 12, 150) == "held, let go 2,140");
  CHECK(page.drag(10, 10, 10, 10) == "held, let go 0,0");
}

TEST_CASE("a line has the finger once it moves across; up and down the page scrolls") {
  LongPage page;
  CHECK(page.drag(100, 10, 180, 20) == "held, let go 80,10");
  CHECK(page.drag(100, 15, 105, -65) == "scrolled 80");
  CHECK(page.drag(100, 15, 100, 15) == "tapped");
  CHECK(page.drag(100, 15, 102, 13) == "tapped");
}

TEST_CASE("a finger that came down elsewhere is not held") {
  LongPage page;
  CHECK(page.drag(100, 60, 200, 10) == "scrolled 50");
  CHECK(page.drag(100, 60, 200, 60) == "");
}

TEST_CASE("on a right-to-left page the handle is at the other end and moves the other way") {
  LongPage page{Direction::right_to_left};
  CHECK(page.drag(290, 10, 190, 10) == "held, let go 100,0");
  CHECK(page.drag(10, 15, 12, -65) == "scrolled 80");
}
