// The street that is drawn: one at most on a page.
#include <cmath>
#include <string>

#include <doctest/doctest.h>
#include <imgui.h>

#include "support/headless_ui.h"
#include "support/sample_views.h"
#include "support/ui_robot.h"

using namespace buurtpeil;

TEST_CASE("a page that was moved down below the street has no other one, on the highest display") {
  constexpr Display tower{1080, 2560, 0.43F};
  UiRobot robot(tower);
  for (const char* name : {"question_several", "question_note", "review", "still_there", "leave", "thanks",
                           "intro", "results", "did", "look"}) {
    CAPTURE(std::string(name));
    View view = sample_view(name);
    std::visit([](auto& any) { any.page.look.lower_half = true; }, view);
    robot.show(view);
    const Picture picture = render(*ImGui::GetDrawData());
    // A street goes from edge to edge; nothing else comes near it.
    const auto at_the_edge = [&](int y) {
      return picture.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + 2];
    };
    const int top = tower.height_px / 2;
    const Picture::Pixel paper = at_the_edge(tower.height_px - 1);
    int others = 0;
    for (int y = top; y < tower.height_px; ++y)
      others += std::abs(at_the_edge(y).red - paper.red) < 0.02F ? 0 : 1;
    CHECK(others == 0);
  }
}
