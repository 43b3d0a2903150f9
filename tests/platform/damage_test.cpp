// What differs between two frames, without a window: pictures drawn by the processor.
#include "platform/damage.h"

#include <doctest/doctest.h>

#include <random>
#include <vector>

#include "support/headless_ui.h"

using namespace buurtpeil;

namespace {

constexpr int width = 320, height = 200;
constexpr ImU32 red = IM_COL32(200, 30, 40, 255), blue = IM_COL32(10, 30, 200, 255);

struct Frames {
  HeadlessUi ui{width, height};
  Damage damage;

  std::vector<PixelBox> of(const std::function<void(ImDrawList&)>& draw) {
    return damage.of(ui.frame([&] { draw(*ImGui::GetWindowDrawList()); }));
  }
};

void square(ImDrawList& list, float x, float y, ImU32 colour = red) {
  list.AddRectFilled({x, y}, {x + 20, y + 20}, colour);
}

}  // namespace

TEST_CASE("the first frame differs everywhere, the same frame again nowhere") {
  Frames frames;
  const auto draw = [](ImDrawList& list) { square(list, 40, 40); };
  const std::vector<PixelBox> everything = {{0, 0, width, height}};
  CHECK(frames.of(draw) == everything);
  CHECK(frames.of(draw) == std::vector<PixelBox>{});
  frames.damage.forget();
  CHECK(frames.of(draw) == everything);
}

TEST_CASE("what moves differs in the tiles where it was and where it is") {
  Frames frames;
  (void)frames.of([](ImDrawList& list) { square(list, 40, 40), square(list, 200, 100); });
  CHECK(frames.of([](ImDrawList& list) { square(list, 40, 40), square(list, 238, 100); }) ==
        std::vector<PixelBox>{{192, 96, 96, 32}});
}

TEST_CASE("the frame's last tiles are as large as the frame leaves them") {
  Frames frames;
  (void)frames.of([](ImDrawList&) {});
  CHECK(frames.of([](ImDrawList& list) { square(list, 310, 195); }) ==
        std::vector<PixelBox>{{288, 192, 32, 8}});
}

TEST_CASE("a colour, an order and a clip rectangle differ") {
  Frames frames;
  const std::vector<PixelBox> there = {{32, 32, 32, 32}};
  (void)frames.of([](ImDrawList& list) { square(list, 40, 40), square(list, 42, 40, blue); });
  CHECK(frames.of([](ImDrawList& list) { square(list, 42, 40, blue), square(list, 40, 40); }) == there);
  CHECK(frames.of([](ImDrawList& list) { square(list, 42, 40, red), square(list, 40, 40); }) == there);
  CHECK(frames.of([](ImDrawList& list) {
    list.PushClipRect({0, 0}, {50, 200});
    square(list, 42, 40, red), square(list, 40, 40);
    list.PopClipRect();
  }) == there);
}

TEST_CASE("many small parts become the box around them") {
  Frames frames;
  (void)frames.of([](ImDrawList&) {});
  CHECK(frames.of([](ImDrawList& list) {
    for (int place = 0; place < 15; ++place)
      square(list, 3 + 64.F * static_cast<float>(place % 5), 6 + 64.F * static_cast<float>(place / 5));
  }) == std::vector<PixelBox>{{0, 0, 288, 160}});
}

TEST_CASE("a frame of another size differs everywhere") {
  Frames frames;
  (void)frames.of([](ImDrawList&) {});
  imitate_renderer(96, 40);
  CHECK(frames.of([](ImDrawList&) {}) == std::vector<PixelBox>{{0, 0, 96, 40}});
}

namespace {

using Random = std::mt19937;
float number(Random& random, float least, float most) {
  return std::uniform_real_distribution(least, most)(random);
}

// Anything a screen is made of, at any place: whole pixels and parts of them, half of it beyond the edge.
struct Shape {
  int kind;
  ImVec2 from, to;
  ImU32 colour;
  ImVec4 clip;

  explicit Shape(Random& random)
      : kind(std::uniform_int_distribution(0, 4)(random)),
        from(number(random, -50, width), number(random, -50, height)),
        to(from.x + number(random, 1, 150), from.y + number(random, 1, 90)),
        colour(static_cast<ImU32>(random())),
        clip(number(random, -20, 100), number(random, -20, 80), number(random, 200, 340),
             number(random, 120, 220)) {
    if (kind == 1) {
      from = {std::round(from.x), std::round(from.y)};
      to = {std::round(to.x), std::round(to.y)};
      colour |= IM_COL32_A_MASK;
    }
  }

  void draw(ImDrawList& list) const {
    list.PushClipRect({clip.x, clip.y}, {clip.z, clip.w});
    switch (kind) {
      case 0:
        list.AddRectFilled(from, to, colour, 8);
        break;
      case 1:
        list.AddRectFilled(from, to, colour);
        break;
      case 2:
        list.AddCircle(from, to.x - from.x, colour, 0, 3);
        break;
      case 3:
        list.AddText(from, colour, "Which tree?");
        break;
      default:
        list.AddRectFilledMultiColor(from, to, colour, red, blue, colour);
        break;
    }
    list.PopClipRect();
  }
};

void take_parts(Picture& picture, const Picture& from, const std::vector<PixelBox>& parts) {
  for (const PixelBox& part : parts)
    for (int y = part.y; y < part.y + part.height; ++y)
      for (int x = part.x; x < part.x + part.width; ++x) {
        const auto at = static_cast<std::size_t>(y * width + x);
        picture.pixels[at] = from.pixels[at];
      }
}

}  // namespace

TEST_CASE("the parts that differ, drawn over the picture before, make the picture") {
  Random random(7);
  Frames frames;
  std::vector<Shape> shapes;
  for (int count = 0; count < 12; ++count) shapes.emplace_back(random);
  Picture shown;
  for (int frame = 0; frame < 150; ++frame) {
    CAPTURE(frame);
    const auto changed = std::uniform_int_distribution<std::size_t>(0, shapes.size() - 1)(random);
    shapes[changed] = Shape(random);
    if (frame % 5 == 0) std::shuffle(shapes.begin(), shapes.begin() + 3, random);
    const ImDrawData& whole = frames.ui.frame([&] {
      for (const Shape& shape : shapes) shape.draw(*ImGui::GetWindowDrawList());
    });
    const auto parts = frames.damage.of(whole);
    PartialFrame partial(whole, parts, nullptr);
    const Picture expected = render(whole), drawn = render(partial.data());
    if (frame == 0) shown = drawn;
    take_parts(shown, drawn, parts);
    REQUIRE(shown == expected);
  }
}

namespace {

std::vector<PixelBox> solids(const std::function<void(ImDrawList&)>& draw, PixelBox part) {
  HeadlessUi ui(width, height);
  const ImDrawData& frame = ui.frame([&] { draw(*ImGui::GetWindowDrawList()); });
  PartialFrame partial(frame, std::span(&part, 1), [](const ImDrawList*, const ImDrawCmd*) {});
  std::vector<PixelBox> found;
  for (const ImDrawCmd& command : partial.data().CmdLists[0]->CmdBuffer)
    if (command.UserCallback)
      found.push_back(static_cast<PartialFrame::SolidBox*>(command.UserCallbackData)->box);
  return found;
}

}  // namespace

TEST_CASE("large rectangles of one opaque colour are filled, others are drawn") {
  constexpr PixelBox all{0, 0, width, height};
  const auto rectangle = [](ImVec2 from, ImVec2 to, ImU32 colour, float corner = 0) {
    return [=](ImDrawList& list) { list.AddRectFilled(from, to, colour, corner); };
  };
  CHECK(solids(rectangle({10, 20}, {110, 120}, red), all) == std::vector<PixelBox>{{10, 20, 100, 100}});
  CHECK(solids(rectangle({10, 20}, {110, 120}, red), {0, 0, 100, 90}) ==
        std::vector<PixelBox>{{10, 20, 90, 70}});
  CHECK(solids(rectangle({-10, -20}, {500, 500}, red), all) == std::vector<PixelBox>{all});
  CHECK(solids(rectangle({10.5, 20}, {110, 120}, red), all).empty());
  CHECK(solids(rectangle({10, 20}, {110, 120}, IM_COL32(1, 2, 3, 254)), all).empty());
  CHECK(solids(rectangle({10, 20}, {110, 120}, red, 8), all).empty());
  CHECK(solids(rectangle({10, 20}, {60, 60}, red), all).empty());
}
