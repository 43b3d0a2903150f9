#include "ui/canvas.h"

#include <doctest/doctest.h>

#include "support/headless_ui.h"

using namespace buurtpeil;

namespace {

constexpr ImU32 ink = IM_COL32(20, 20, 30, 255);

struct Fixture {
  HeadlessUi ui{400, 300};
  TextEngine engine = TextEngine::create().value();
  Drawn drawn;

  template <typename Draw>
  const ImDrawData& frame(Draw draw) {
    return ui.frame([&] {
      drawn = {};
      Canvas canvas(engine, {0, 0, 400, 300}, drawn);
      draw(canvas);
    });
  }
};

bool same(const Box& box, const Box& other) {
  return box.x == other.x && box.y == other.y && box.width == other.width && box.height == other.height;
}

}  // namespace

TEST_CASE_FIXTURE(Fixture,
                  "a text is written down with its place and the part of the screen where it may show") {
  frame([](Canvas& canvas) {
    canvas.text("Volgende", {.size_px = 20, .align = Align::end}, {100, 50, 200, 40}, ink);
    canvas.push_clip({0, 100, 500, 100});
    canvas.text("scrolled away", {.size_px = 20}, {10, 250, 200, 40}, ink);
    canvas.pop_clip();
  });
  const Paragraph& next = engine.layout("Volgende", {.size_px = 20, .align = Align::end}, 200);
  REQUIRE(drawn.texts.size() == 2);
  CHECK(drawn.texts[0].words == "Volgende");
  CHECK(same(drawn.texts[0].box, {300 - next.width(), 50, next.width(), next.height()}));
  CHECK(same(drawn.texts[0].clip, {0, 0, 400, 300}));
  CHECK(drawn.texts[1].words == "scrolled away");
  CHECK(same(drawn.texts[1].clip, {0, 100, 400, 100}));  // within the clip box around it
}

TEST_CASE_FIXTURE(Fixture, "nothing shows outside of the clip box") {
  const Picture picture = render(frame([](Canvas& canvas) {
    canvas.push_clip({100, 100, 50, 50});
    canvas.fill({0, 0, 400, 300}, IM_COL32_BLACK);
    canvas.pop_clip();
  }));
  int black = 0;
  for (const Picture::Pixel& pixel : picture.pixels) black += pixel == Picture::Pixel{0, 0, 0} ? 1 : 0;
  CHECK(black == 50 * 50);
}

TEST_CASE_FIXTURE(Fixture, "a text in the middle of its box has its capitals there") {
  const TextStyle style{.size_px = engine.size_px_for_capital_height(20)};
  const ImDrawData& data =
      frame([&](Canvas& canvas) { canvas.text("H", style, {0, 100, 50, 80}, ink, Vertical::middle); });
  const ImVector<ImDrawVert>& corners = data.CmdLists[0]->VtxBuffer;
  REQUIRE(corners.Size == 4);
  CHECK(corners[0].pos.y == 130);
  CHECK(corners[2].pos.y == 150);
}

TEST_CASE_FIXTURE(Fixture, "an outline fills the edge of its box with whole pixels") {
  const Picture picture =
      render(frame([](Canvas& canvas) { canvas.outline({10, 10, 100, 50}, IM_COL32_BLACK, 3); }));
  std::string row;  // along the middle of the box
  for (std::size_t x = 0; x < 120; ++x) row += picture.pixels[35 * 400 + x].red < 0.5F ? '#' : '.';
  CHECK(row == std::string(10, '.') + "###" + std::string(94, '.') + "###" + std::string(10, '.'));
}
