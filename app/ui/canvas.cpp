#include "ui/canvas.h"

#include <algorithm>
#include <cassert>

namespace buurtpeil {
namespace {

ImVec2 top_left(Box box) { return {box.x, box.y}; }
ImVec2 bottom_right(Box box) { return {box.x + box.width, box.y + box.height}; }

Box shrunk(Box box, float by) { return {box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by}; }

Box intersection(Box a, Box b) {
  const float left = std::max(a.x, b.x);
  const float top = std::max(a.y, b.y);
  return {left, top, std::max(0.0F, std::min(a.x + a.width, b.x + b.width) - left),
          std::max(0.0F, std::min(a.y + a.height, b.y + b.height) - top)};
}

}  // namespace

Canvas::Canvas(TextEngine& engine, Box clip, Drawn& drawn)
    : engine_(engine), drawn_(drawn), draw_list_(ImGui::GetWindowDrawList()) {
  clips_.push_back(clip);
  ImGui::PushClipRect(top_left(clip), bottom_right(clip), true);
}

Canvas::~Canvas() {
  assert(clips_.size() == 1 && "a push_clip() lacks its pop_clip()");
  ImGui::PopClipRect();
}

float Canvas::text(StyledView words, const TextStyle& style, Box box, ImU32 colour, Vertical vertical,
                   const OwnColours& own_colours) {
  const Paragraph& laid_out = engine_.layout(words, style, box.width);
  float y = box.y;
  if (vertical == Vertical::middle) {
    const float capitals_top = laid_out.first_baseline() - engine_.capital_height_px(style.size_px);
    y += (box.height - (laid_out.last_baseline() - capitals_top)) / 2 - capitals_top;
  }
  paragraph(laid_out, {box.x, y}, colour, own_colours);
  return laid_out.height();
}

const Paragraph& Canvas::measure(StyledView words, const TextStyle& style, float width_px) {
  return engine_.layout(words, style, width_px);
}

void Canvas::paragraph(const Paragraph& paragraph, ImVec2 at, ImU32 colour, const OwnColours& own_colours) {
  std::vector<ImU32> own;
  if (own_colours)
    for (const Colour wish : paragraph.colours()) own.push_back(own_colours(wish));
  engine_.draw(draw_list_, paragraph, at, colour, own);
  const Box extent = paragraph.extent();
  drawn_.texts.push_back(
      {paragraph.text(), {at.x + extent.x, at.y + extent.y, extent.width, extent.height}, clip()});
}

void Canvas::push_clip(Box box) {
  clips_.push_back(intersection(box, clip()));
  ImGui::PushClipRect(top_left(clip()), bottom_right(clip()), true);
}

void Canvas::pop_clip() {
  assert(clips_.size() > 1);
  ImGui::PopClipRect();
  clips_.pop_back();
}

void Canvas::fill(Box box, ImU32 colour, float radius) {
  draw_list_->AddRectFilled(top_left(box), bottom_right(box), colour, radius);
}

void Canvas::outline(Box box, ImU32 colour, float thickness, float radius) {
  const Box middle =
      shrunk(box, (thickness - 1) / 2);  // AddRect itself moves the line inwards by half a pixel
  draw_list_->AddRect(top_left(middle), bottom_right(middle), colour, std::max(0.0F, radius - thickness / 2),
                      0, thickness);
}

// Thin layers one upon the other, which together fade like a blurred edge.
void Canvas::shadow(Box box, ImU32 colour, float size, float radius) {
  constexpr int layers = 10;
  const ImU32 alpha = (colour >> IM_COL32_A_SHIFT) & 0xFF;
  const ImU32 layer_colour =
      (colour & ~IM_COL32_A_MASK) | (std::max<ImU32>(1, alpha / layers) << IM_COL32_A_SHIFT);
  box.y += size / 3;
  for (int layer = 0; layer < layers; ++layer) {
    const float grow = size * (static_cast<float>(layer) / layers - 0.3F);
    fill(shrunk(box, -grow), layer_colour, std::max(1.0F, radius + grow));
  }
}

}  // namespace buurtpeil
