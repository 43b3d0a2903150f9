#include "ui/canvas.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

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
    const float capitals_top =
        laid_out.first_baseline() - engine_.capital_height_px(laid_out.style().size_px);
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
  drawn_.texts.push_back({paragraph.text(),
                          {at.x + extent.x, at.y + extent.y, extent.width, extent.height},
                          clip(),
                          paragraph.style().size_px,
                          paragraph.style().weight == Weight::bold,
                          paragraph.cut_words()});
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

// Rings of shaded triangles around what the box covers: no pixel below the box is filled, and those around it
// once. The colours between two rings are the graphics card's, so the rings follow a curve that has no edge.
void Canvas::shadow(Box box, ImU32 colour, float size, float radius) {
  constexpr int rings = 4;
  constexpr int corner_points = 8;
  constexpr int points = 4 * corner_points;
  // Parts of the size: from below the box, which lies higher by a third, to where nothing is left of it.
  constexpr float inner = -0.35F, outer = 0.65F;
  box.y += size / 3;
  const ImVec2 no_picture = ImGui::GetFontTexUvWhitePixel();
  const auto alpha = static_cast<float>((colour >> IM_COL32_A_SHIFT) & 0xFF);
  draw_list_->PrimReserve(6 * points * (rings - 1), points * rings);
  const auto first = static_cast<ImDrawIdx>(draw_list_->_VtxCurrentIdx);
  for (int ring = 0; ring < rings; ++ring) {
    const float part = static_cast<float>(ring) / (rings - 1);
    const float grow = size * std::lerp(inner, outer, part);
    const Box edge = shrunk(box, -grow);
    const float corner = std::max(1.0F, radius + grow);
    const float left_over = (1 - part) * (1 - part) * (1 + 2 * part);  // 1 to 0, level at both ends
    const ImU32 shade = (colour & ~IM_COL32_A_MASK) |
                        (static_cast<ImU32>(std::lround(alpha * left_over)) << IM_COL32_A_SHIFT);
    for (int point = 0; point < points; ++point) {
      const int quarter = point / corner_points;
      const float angle =
          (static_cast<float>(quarter) + static_cast<float>(point % corner_points) / (corner_points - 1)) *
          std::numbers::pi_v<float> / 2;
      const float x = quarter == 0 || quarter == 3 ? edge.x + edge.width - corner : edge.x + corner;
      const float y = quarter < 2 ? edge.y + edge.height - corner : edge.y + corner;
      draw_list_->PrimWriteVtx({x + corner * std::cos(angle), y + corner * std::sin(angle)}, no_picture,
                               shade);
    }
  }
  for (int ring = 0; ring + 1 < rings; ++ring) {
    for (int point = 0; point < points; ++point) {
      const auto vertex = [&](int of_ring, int of_point) {
        return static_cast<ImDrawIdx>(first + of_ring * points + of_point % points);
      };
      for (const ImDrawIdx index :
           {vertex(ring, point), vertex(ring, point + 1), vertex(ring + 1, point + 1), vertex(ring, point),
            vertex(ring + 1, point + 1), vertex(ring + 1, point)})
        draw_list_->PrimWriteIdx(index);
    }
  }
}

}  // namespace buurtpeil
