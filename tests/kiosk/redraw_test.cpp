// What a touch changes on the screen, and how still the screen is when nobody touches it.
#include <doctest/doctest.h>

#include <imgui.h>

#include "platform/damage.h"
#include "support/at_kiosk.h"
#include "support/ui_robot.h"

using namespace buurtpeil;

namespace {

constexpr Display wall{1920, 1080, 0.277F};

const std::string garden = R"(
| survey |
| | type               | name  | label::English (en)       |
| | select_one tree    | tree  | Which tree do you like?   |
| | select_multiple tree | trees | Which trees do you like? |
| | text               | idea  | What is your idea?        |
| choices |
| | list_name | name  | label::English (en) |
| | tree      | elm   | An elm              |
| | tree      | lime  | A lime              |
| | tree      | oak   | An oak              |
| | tree      | beech | A beech             |
| | tree      | none  | No tree at all      |
)";

// A kiosk with its screen, and how much of it each frame draws anew.
struct Screen {
  AtKiosk kiosk{garden, {}, 0, WordsOf::product};
  UiRobot robot{wall};
  Damage damage;

  [[nodiscard]] View view() { return kiosk.kiosk().view(kiosk.now()); }
  /// Draws until nothing moves, and gives the part of the screen that differs then.
  double redrawn() {
    robot.show(view());
    double pixels = 0;
    for (const PixelBox& part : damage.of(*ImGui::GetDrawData())) pixels += 1.0 * part.width * part.height;
    return pixels / (1.0 * wall.width_px * wall.height_px);
  }
  double tap(std::string_view target) {
    (void)redrawn();
    if (const auto event = robot.tap(view(), target)) kiosk.does(*event, 2000);
    return redrawn();
  }
};

constexpr double fifth = 0.2;

}  // namespace

TEST_CASE("a tap on a choice draws less than a fifth of the screen, and something") {
  Screen screen;
  screen.kiosk.begins();
  const auto is_small = [](double part) { return part > 0 && part < fifth; };
  CHECK(is_small(screen.tap("choice:tree=elm")));
  CHECK(is_small(screen.tap("choice:tree=lime")));  // and takes the mark away from another
  screen.kiosk.does(event::Next{}, 2000);
  CHECK(is_small(screen.tap("choice:trees=none")));
  CHECK(is_small(screen.tap("choice:trees=oak")));
}

TEST_CASE("a letter on the keyboard draws less than a fifth of the screen") {
  Screen screen;
  screen.kiosk.begins().does(event::Next{}, 2000).does(event::Next{}, 2000);
  (void)screen.tap("field:idea");
  (void)screen.tap("key:a");  // the first one makes the keys small letters, and Next solid
  const double part = screen.tap("key:b");
  CHECK(part > 0);
  CHECK(part < fifth);
}

// The invitation turns to its next slide every twelve seconds, which stands a little elsewhere; nothing else
// may wake the kiosk.
TEST_CASE("in an hour without visitors the screen draws nothing but its slides") {
  Screen screen;
  (void)screen.redrawn();
  const std::int64_t begin_ms = screen.kiosk.now().monotonic_ms, hour_ms = 3'600'000;
  int frames = 0;
  while (screen.kiosk.now().monotonic_ms - begin_ms < hour_ms) {
    const auto next = screen.kiosk.kiosk().next_change_ms(screen.kiosk.now());
    REQUIRE(next);
    screen.kiosk.waits(*next - screen.kiosk.now().monotonic_ms);
    (void)screen.redrawn();
    CHECK_FALSE(screen.robot.ui().wants_another_frame());
    CHECK(screen.redrawn() == 0);
    ++frames;
  }
  CHECK(frames == 300);
}
