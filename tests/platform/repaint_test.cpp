// Frames that are drawn in parts, in a real window: the screen shows what a whole frame shows.
#include <doctest/doctest.h>
#include <imgui.h>
#include <stdlib.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "platform/window.h"
#include "support/process.h"
#include "support/sample_views.h"
#include "support/screen_picture.h"
#include "ui/ui.h"

using namespace buurtpeil;

namespace {

constexpr Display tablet{.width_px = 1280, .height_px = 800, .mm_per_pixel = 0.17F};

struct Screen {
  VirtualDisplay display;
  Window window;
  Ui ui;
  Window::Attachment attachment;

  explicit Screen(const std::vector<std::string>& options = {})
      : display("1280x800", options),
        window(opened(display)),
        ui(std::move(*Ui::create(tablet))),
        attachment(window.attach()) {}

  static Window opened(const VirtualDisplay& display) {
    setenv("DISPLAY", display.name().c_str(), 1);
    setenv("FONTCONFIG_FILE", BUURTPEIL_ASSETS "/fonts.conf", 1);
    return std::move(*Window::open({.mode = WindowMode::full_screen}));
  }

  void draw(const View& view) {
    (void)window.wait(0);
    window.begin_frame();
    (void)ui.draw(view);
    window.end_frame();
    ui.finish_pictures();
  }
  void draw_until_at_rest(const View& view) {
    do draw(view);
    while (ui.wants_another_frame() || window.wait(0));
  }
  /// The same frame once more, all of it.
  void draw_whole() {
    window.forget_picture();
    window.end_frame();
  }
  /// What is on the screen is what drawing all of the frame would have put there.
  void compare(const std::string& where) {
    const auto parts = picture_of_screen();
    draw_whole();
    const bool same = parts == picture_of_screen();
    CHECK_MESSAGE(same, where);
  }
};

void press(float x, float y) {
  ImGui::GetIO().AddMousePosEvent(x, y);
  ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, true);
}
void lift() {
  ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  ImGui::GetIO().AddMousePosEvent(-1e6F, -1e6F);
}
void drag_by(float y) {
  const ImVec2 at = ImGui::GetIO().MousePos;
  ImGui::GetIO().AddMousePosEvent(at.x, at.y + y);
}

// A press on the last thing that can be touched: a button at the bottom, a key of a keyboard.
void touch(Screen& screen, const std::string& name, const View& view) {
  const auto& targets = screen.ui.targets();
  const auto found = std::ranges::find_if(targets.rbegin(), targets.rend(), &Target::reachable);
  if (found == targets.rend()) return;
  press(found->box.x + found->box.width / 2, found->box.y + found->box.height / 2);
  screen.draw_until_at_rest(view);
  screen.compare(name + ": pressed");
  lift();
  screen.draw_until_at_rest(view);
  screen.compare(name + ": lifted");
}

void scroll(Screen& screen, const std::string& name, const View& view) {
  press(640, 500);
  screen.draw_until_at_rest(view);
  for (int step = 0; step < 3; ++step) drag_by(-37);
  screen.draw(view);
  screen.compare(name + ": under the finger");
  lift();
  screen.draw_until_at_rest(view);
}

}  // namespace

TEST_CASE("a picture that was drawn in parts is the picture drawn whole, in every view and after touches") {
  Screen screen;
  for (const auto& [name, view] : sample_views("nl")) {
    screen.draw(view);
    screen.compare(name + ": fading in");
    screen.draw_until_at_rest(view);
    screen.compare(name);
    touch(screen, name, view);
    scroll(screen, name, view);
  }
}

TEST_CASE("a mirrored page, other letters, other colours: drawn in parts as whole") {
  Screen screen;
  screen.ui.stop_motion();
  for (auto [name, view] : sample_views("ar")) {
    std::visit([](auto& any) { any.page.look = {.text = TextScale::largest, .contrast = Contrast::dark}; },
               view);
    screen.draw_until_at_rest(view);
    screen.compare(name);
  }
}

TEST_CASE("a window that was covered shows its picture again") {
  Screen screen;
  const View view = sample_view("question_choices");
  screen.draw_until_at_rest(view);
  const auto before = picture_of_screen();
  cover_and_uncover_screen();
  CHECK(picture_of_screen() != before);
  REQUIRE(screen.window.wait(10));
  screen.draw_until_at_rest(view);
  CHECK(picture_of_screen() == before);
}

TEST_CASE("a frame that shows nothing new leaves the screen alone") {
  Screen screen;
  screen.ui.stop_motion();
  const View view = sample_view("question_choices");
  screen.draw_until_at_rest(view);
  cover_and_uncover_screen();  // and the window has not heard of it yet
  const auto spoilt = picture_of_screen();
  screen.window.begin_frame();
  (void)screen.ui.draw(view);
  screen.window.end_frame();
  CHECK(picture_of_screen() == spoilt);
}

TEST_CASE("what shines through shines on nothing, however often it is drawn") {
  Screen screen;
  const auto draw_square = [&](float x) {
    screen.window.begin_frame();
    ImGui::GetBackgroundDrawList()->AddRectFilled({x, 40}, {x + 100, 90}, IM_COL32(255, 255, 255, 90));
    screen.window.end_frame();
  };
  for (const float x : {40.F, 60.F, 61.F}) draw_square(x);
  screen.compare("a square that moved");
}

TEST_CASE("where the X server shares no memory, it gets the same picture") {
  const View view = sample_view("question_choices");
  std::vector<std::uint32_t> expected;
  {
    Screen screen;
    screen.ui.stop_motion();
    screen.draw_until_at_rest(view);
    expected = picture_of_screen();
  }
  Screen screen{{"-extension", "MIT-SHM"}};
  screen.ui.stop_motion();
  screen.draw_until_at_rest(sample_view("attract"));
  screen.draw_until_at_rest(view);
  CHECK(picture_of_screen() == expected);
  cover_and_uncover_screen();  // and the window has not heard of it yet
  const auto spoilt = picture_of_screen();
  screen.window.begin_frame();
  (void)screen.ui.draw(view);
  screen.window.end_frame();
  CHECK(picture_of_screen() == spoilt);  // nothing differs from the frame before
}
