#include "ui/fields/map_drawing.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "map/mercator.h"
#include "ui/fields/map_ground.h"

namespace buurtpeil {
namespace {

constexpr Lettering scale_lettering{TextSize::small};

void draw_shape(Frame& frame, const MapField& field, const MapFrame& seen, const Box& box) {
  if (field.points.size() < 2) return;
  std::vector<ImVec2> line = points_on(seen, box, field.points);
  const bool closed = field.shape == MapField::Shape::area && line.size() > 2;
  constexpr int tint_alpha = 70;
  if (closed && !field.crosses) frame.shape(line, with_alpha(frame.colours().accent, tint_alpha));
  if (closed) line.push_back(line.front());
  const float heavy = frame.theme().heavy_stroke();
  frame.stroke(line, frame.colours().card, 2.2F * heavy);
  frame.stroke(line, frame.colours().accent, 1.2F * heavy);
}

void draw_pin(Frame& frame, ImVec2 at) {
  const Palette& palette = frame.colours();
  const float radius = frame.theme().size(Size::mark) * 0.5F, rim = frame.theme().heavy_stroke();
  const ImVec2 head{at.x, at.y - 2.1F * radius};
  const auto drop = [&](float grow, Colour colour) {
    frame.circle(head.x, head.y, radius + grow, colour);
    const float half = (radius + grow) * 0.86F;
    frame.shape({{head.x - half, head.y + radius * 0.5F},
                 {head.x + half, head.y + radius * 0.5F},
                 {at.x, at.y + grow * 1.4F}},
                colour);
  };
  drop(rim, palette.card);
  drop(0, palette.accent);
  frame.circle(head.x, head.y, radius * 0.4F, palette.on_accent);
}

void draw_handle(Frame& frame, ImVec2 at, std::size_t number, bool next) {
  const Palette& palette = frame.colours();
  const float radius = frame.theme().size(Size::mark) * (next ? 0.62F : 0.5F);
  frame.circle(at.x, at.y, radius + frame.theme().stroke() * 1.5F, palette.card);
  frame.circle(at.x, at.y, radius, next ? palette.ink : palette.accent);
  frame.write_in_middle(std::to_string(number), {TextSize::small, Weight::bold, Align::center},
                        {at.x - radius, at.y - radius, 2 * radius, 2 * radius},
                        next ? palette.paper : palette.on_accent);
}

void draw_points(Frame& frame, const MapField& field, const MapFrame& seen, const Box& box) {
  for (std::size_t i = 0; i < field.points.size(); ++i) {
    const ImVec2 at = point_on(seen, box, field.points[i]);
    if (field.shape == MapField::Shape::point)
      draw_pin(frame, at);
    else
      draw_handle(frame, at, i + 1, i == field.next);
  }
}

// The nearest handle of a line or an area within reach of the finger. A tap beside moves a pin itself.
std::optional<std::size_t> handle_at(Frame& frame, const MapField& field, const MapFrame& seen,
                                     MapPixel finger) {
  if (field.shape == MapField::Shape::point) return std::nullopt;
  std::optional<std::size_t> nearest;
  double reach = frame.theme().target() / 2;
  for (std::size_t i = 0; i < field.points.size(); ++i) {
    const MapPixel at = pixel_of(seen, field.points[i]);
    const double away = std::hypot(at.x - finger.x, at.y - finger.y);
    if (away > reach) continue;
    reach = away;
    nearest = i;
  }
  return nearest;
}

std::optional<Event> tapped_on(Frame& frame, const MapField& field, const MapFrame& seen, MapPixel finger) {
  if (const auto handle = handle_at(frame, field, seen, finger)) return event::PickMark{field.path, *handle};
  if (field.put.label.empty()) return std::nullopt;  // it has all points that it can have
  return event::Mark{field.path, place_at(seen, finger), true};
}

// The middle, where the buttons put a point.
void draw_crosshair(Frame& frame, const Box& box) {
  const float x = std::floor(middle_x(box)) + 0.5F, y = std::floor(middle_y(box)) + 0.5F;
  const float arm = frame.theme().size(Size::mark) * 0.75F, gap = arm * 0.3F, thick = frame.theme().stroke();
  for (const auto& [colour, width] :
       {std::pair{frame.colours().card, 3 * thick}, std::pair{frame.colours().ink, thick}})
    for (const auto& [dx, dy] :
         {std::pair{1.0F, 0.0F}, std::pair{-1.0F, 0.0F}, std::pair{0.0F, 1.0F}, std::pair{0.0F, -1.0F}})
      frame.stroke({{x + dx * gap, y + dy * gap}, {x + dx * arm, y + dy * arm}}, colour, width);
}

// The scale is as long as a step of the arrows, and says so; it gives way to the banner.
void draw_scale(Frame& frame, const MapField& field, const MapFrame& seen, const Box& box, float banner) {
  const Theme& theme = frame.theme();
  const auto length = static_cast<float>(field.stride_m / metres_per_pixel(seen.centre.latitude, seen.zoom));
  const float air = theme.space(2), high = frame.line_height(TextSize::small);
  const float words = frame.width_of(field.stride, scale_lettering);
  const float wide = std::max(length, words) + 2 * air;
  const Box ground{box.x, bottom(box) - high - 2 * air, wide, high + 2 * air};
  if (ground.y < box.y + banner) return;
  frame.fill(ground, with_alpha(frame.colours().paper, 225));
  frame.write_in_middle(field.stride, {TextSize::small, Weight::regular, Align::center},
                        {ground.x, ground.y, wide, high + air}, frame.colours().ink);
  const float x = ground.x + (wide - length) / 2, y = bottom(ground) - air;
  frame.stroke({{x, y - air}, {x, y}, {x + length, y}, {x + length, y - air}}, frame.colours().ink,
               theme.stroke());
}

// What has to be said of the points at once, on the map's upper edge: a line of its own would move the map
// under the finger. Its height.
float draw_banner(Frame& frame, const MapField& field, const Box& box) {
  constexpr float most_part = 0.6F;  // of the map that it may cover
  constexpr int alpha = 235;
  const std::string& words = field.instruction;
  if (words.empty()) return 0;
  const float air = frame.theme().space(2), width = box.width - 2 * air;
  Lettering lettering{TextSize::reading};
  if (frame.height_of(words, lettering, width) + 2 * air > most_part * box.height)
    lettering.size = TextSize::small;
  const Box banner{box.x, box.y, box.width, frame.height_of(words, lettering, width) + 2 * air};
  frame.fill(banner, with_alpha(frame.colours().paper, alpha));
  frame.write(words, lettering, inset(banner, air), frame.colours().ink);
  return banner.height;
}

}  // namespace

std::optional<Event> draw_map(Frame& frame, const MapField& field, const Box& layout) {
  Box box = frame.on_screen(layout);
  box = {std::floor(box.x), std::floor(box.y), std::floor(box.width), std::floor(box.height)};
  const bool mirrored = frame.mirrors();
  frame.stop_mirroring();
  const MapTouch touch = touch_map(frame, field.path, field, box);
  const MapFrame& seen = touch.seen;
  std::optional<Event> result = touch.looks;
  if (touch.tapped) result = tapped_on(frame, field, seen, *touch.tapped);
  frame.clip(box);
  draw_ground(frame, field.path, field, seen, box);
  draw_shape(frame, field, seen, box);
  draw_points(frame, field, seen, box);
  draw_crosshair(frame, box);
  const float banner = draw_banner(frame, field, box);
  draw_scale(frame, field, seen, box, banner);
  frame.unclip();
  frame.edge(inset(box, -frame.theme().stroke()), frame.colours().edge, 0, frame.theme().stroke());
  if (mirrored) frame.mirror_again();
  return result;
}

}  // namespace buurtpeil
