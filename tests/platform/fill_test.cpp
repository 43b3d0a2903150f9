// How many pixels a whole frame of each view fills, as a multiple of the screen: on a machine without a
// graphics card that is most of what a frame costs. No clock, so it is the same everywhere.
#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "platform/damage.h"
#include "support/headless_ui.h"
#include "support/sample_views.h"
#include "ui/ui.h"

using namespace buurtpeil;

namespace {

using Polygon = std::vector<ImVec2>;

// What of the polygon lies where `depth` is not negative.
Polygon cut(const Polygon& polygon, const std::function<float(ImVec2)>& depth) {
  Polygon left;
  for (std::size_t at = 0; at < polygon.size(); ++at) {
    const ImVec2 from = polygon[at], to = polygon[(at + 1) % polygon.size()];
    const float before = depth(from), after = depth(to);
    if (before >= 0) left.push_back(from);
    if ((before < 0) != (after < 0)) {
      const float part = before / (before - after);
      left.emplace_back(std::lerp(from.x, to.x, part), std::lerp(from.y, to.y, part));
    }
  }
  return left;
}

double area(const Polygon& polygon) {
  double twice = 0;
  for (std::size_t at = 0; at < polygon.size(); ++at) {
    const ImVec2 from = polygon[at], to = polygon[(at + 1) % polygon.size()];
    twice += static_cast<double>(from.x) * to.y - static_cast<double>(to.x) * from.y;
  }
  return std::abs(twice) / 2;
}

double area_within(Polygon triangle, const ImVec4& clip) {
  triangle = cut(triangle, [&](ImVec2 point) { return point.x - clip.x; });
  triangle = cut(triangle, [&](ImVec2 point) { return point.y - clip.y; });
  triangle = cut(triangle, [&](ImVec2 point) { return clip.z - point.x; });
  return area(cut(triangle, [&](ImVec2 point) { return clip.w - point.y; }));
}

// Pixels of the triangles: solid boxes are filled by hand, which costs almost nothing.
double filled_pixels(const ImDrawData& data) {
  double pixels = 0;
  for (const ImDrawList* list : data.CmdLists)
    for (const ImDrawCmd& command : list->CmdBuffer)
      for (unsigned index = 0; index < command.ElemCount; index += 3) {
        Polygon triangle;
        for (unsigned corner = 0; corner < 3; ++corner)
          triangle.push_back(
              list->VtxBuffer[static_cast<int>(command.VtxOffset + list->IdxBuffer[static_cast<int>(
                                                                       command.IdxOffset + index + corner)])]
                  .pos);
        pixels += area_within(triangle, command.ClipRect);
      }
  return pixels;
}

constexpr Display wall{1920, 1080, 0.277F};

}  // namespace

// The paper is filled by hand; cards, pictures and letters cover it but for the gaps between them.
TEST_CASE("no view fills more than its screen, once") {
  setenv("FONTCONFIG_FILE", BUURTPEIL_ASSETS "/fonts.conf", 1);
  auto ui = Ui::create(wall);
  REQUIRE(ui);
  ui->stop_motion();
  imitate_renderer(wall.width_px, wall.height_px);
  for (const auto& [name, view] : sample_views("nl")) {
    for (int frame = 0; frame < 4; ++frame) {
      ImGui::NewFrame();
      (void)ui->draw(view);
      ImGui::Render();
      acknowledge_textures();
      ui->finish_pictures();
    }
    const PixelBox all{0, 0, wall.width_px, wall.height_px};
    PartialFrame whole(*ImGui::GetDrawData(), std::span(&all, 1), [](const ImDrawList*, const ImDrawCmd*) {});
    const double screens =
        filled_pixels(whole.data()) / (static_cast<double>(wall.width_px) * wall.height_px);
    CAPTURE(name);
    CAPTURE(screens);
    CHECK(screens <= 1);
  }
  forget_textures();
}
