#include "ui/canvas.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cfloat>
#include <cmath>

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

bool contains(Box box, ImVec2 point) {
  return point.x >= box.x && point.y >= box.y && point.x < box.x + box.width && point.y < box.y + box.height;
}

// A point inside a box, both parts from 0 to 1.
ImVec2 inside(Box box, float x, float y) { return {box.x + x * box.width, box.y + y * box.height}; }

void round_ended_line(ImDrawList* draw_list, const std::array<ImVec2, 3>& points, ImU32 colour, float thickness) {
  draw_list->AddPolyline(points.data(), static_cast<int>(points.size()), colour, ImDrawFlags_None, thickness);
}

}  // namespace

Canvas::Canvas(TextEngine& engine, Box clip, Drawn& drawn)
    : engine_(engine), drawn_(drawn), draw_list_(ImGui::GetWindowDrawList()) {
  clips_.push_back({clip, FLT_MAX});
  ImGui::PushClipRect(top_left(clip), bottom_right(clip), true);
}

Canvas::~Canvas() {
  assert(clips_.size() == 1 && "a push_clip() lacks its pop_clip()");
  ImGui::PopClipRect();
}

float Canvas::text(std::string_view words, const TextStyle& style, Box box, ImU32 colour, Vertical vertical) {
  const Paragraph& laid_out = engine_.layout(words, style, box.width);
  float y = box.y;
  if (vertical == Vertical::middle) {
    const float capitals_top = laid_out.first_baseline() - engine_.capital_height_px(style.size_px);
    y += (box.height - (laid_out.last_baseline() - capitals_top)) / 2 - capitals_top;
  }
  paragraph(laid_out, {box.x, y}, colour);
  return laid_out.height();
}

const Paragraph& Canvas::measure(std::string_view words, const TextStyle& style, float width_px) {
  return engine_.layout(words, style, width_px);
}

void Canvas::paragraph(const Paragraph& paragraph, ImVec2 at, ImU32 colour) {
  engine_.draw(draw_list_, paragraph, at, colour);
  const Box extent = paragraph.extent();
  drawn_.texts.push_back({paragraph.text(), {at.x + extent.x, at.y + extent.y, extent.width, extent.height}, clip()});
}

Touched Canvas::touch(std::string_view name, Box box) {
  const Clip& clip = clips_.back();
  drawn_.targets.push_back({std::string(name), box, contains(clip.box, inside(box, 0.5F, 0.5F))});
  if (box.width < 1 || box.height < 1) return {};
  ImGui::SetCursorScreenPos(top_left(box));
  ImGui::PushID(name.data(), name.data() + name.size());
  const bool clicked = ImGui::InvisibleButton("touch", {box.width, box.height});
  const bool pressed = ImGui::IsItemActive() && ImGui::IsItemHovered();
  ImGui::PopID();
  const float drag_px = std::sqrt(ImGui::GetIO().MouseDragMaxDistanceSqr[ImGuiMouseButton_Left]);
  const bool dragged = drag_px > clip.drag_limit_px;
  return {clicked && !dragged, pressed && !dragged};
}

void Canvas::push_clip(Box box, float drag_limit_px) {
  clips_.push_back({intersection(box, clip()), drag_limit_px});
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
  const Box middle = shrunk(box, thickness / 2);
  draw_list_->AddRect(top_left(middle), bottom_right(middle), colour, std::max(0.0F, radius - thickness / 2), 0, thickness);
}

// Thin layers one upon the other, which together fade like a blurred edge.
void Canvas::shadow(Box box, ImU32 colour, float size, float radius) {
  constexpr int layers = 10;
  const ImU32 alpha = (colour >> IM_COL32_A_SHIFT) & 0xFF;
  const ImU32 layer_colour = (colour & ~IM_COL32_A_MASK) | (std::max<ImU32>(1, alpha / layers) << IM_COL32_A_SHIFT);
  box.y += size / 3;
  for (int layer = 0; layer < layers; ++layer) {
    const float grow = size * (static_cast<float>(layer) / layers - 0.3F);
    fill(shrunk(box, -grow), layer_colour, std::max(1.0F, radius + grow));
  }
}

void Canvas::check(Box box, ImU32 colour, float thickness) {
  round_ended_line(draw_list_, {inside(box, 0.15F, 0.55F), inside(box, 0.4F, 0.78F), inside(box, 0.85F, 0.25F)}, colour, thickness);
}

void Canvas::circle(Box box, ImU32 colour) {
  draw_list_->AddCircleFilled(inside(box, 0.5F, 0.5F), std::min(box.width, box.height) / 2, colour);
}

void Canvas::ring(Box box, ImU32 colour, float thickness) {
  draw_list_->AddCircle(inside(box, 0.5F, 0.5F), (std::min(box.width, box.height) - thickness) / 2, colour, 0, thickness);
}

void Canvas::arrow(Box box, ImU32 colour, float thickness, Way way, Direction direction) {
  const bool to_the_right = (way == Way::forward) == (direction == Direction::left_to_right);
  const float tail = to_the_right ? 0.1F : 0.9F;
  const float neck = to_the_right ? 0.52F : 0.48F;
  const float tip = 1 - tail;
  draw_list_->AddLine(inside(box, tail, 0.5F), inside(box, tip, 0.5F), colour, thickness);
  round_ended_line(draw_list_, {inside(box, neck, 0.12F), inside(box, tip, 0.5F), inside(box, neck, 0.88F)}, colour, thickness);
}

void Canvas::down(Box box, ImU32 colour, float thickness) {
  round_ended_line(draw_list_, {inside(box, 0.15F, 0.35F), inside(box, 0.5F, 0.7F), inside(box, 0.85F, 0.35F)}, colour, thickness);
}

void Canvas::progress(Box box, float part, ImU32 track, ImU32 bar, Direction direction) {
  const float radius = box.height / 2;
  fill(box, track, radius);
  Box done = box;
  done.width = std::clamp(part * box.width, box.height, box.width);
  if (direction == Direction::right_to_left) done.x = box.x + box.width - done.width;
  if (part > 0) fill(done, bar, radius);
}

}  // namespace buurtpeil
