#include "ui/fields/map_drawing.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "map/mercator.h"

namespace buurtpeil {
namespace {

constexpr double pixel_mm = 0.28;     // of the view's zoom
constexpr double margin_part = 0.25;  // painted beyond each edge, of what is seen
constexpr Lettering scale_lettering{TextSize::small};
constexpr Lettering banner_lettering{TextSize::reading};

// What the finger did to the map since the view was made.
struct MapMotion {
  GeoPoint view_centre;  // for which this counts
  double view_zoom = 0;
  float x = 0, y = 0;  // pixels that the map was moved
  float start_x = 0, start_y = 0;
  float speed_x = 0, speed_y = 0;  // a second, after the finger was lifted
  float last_x = 0, last_y = 0;
  bool coasts = false;
  std::optional<MapSight> painted;  // the picture that is there
};

double display_zoom(Frame& frame, double zoom) {
  return zoom + std::log2(pixel_mm / frame.theme().display().mm_per_pixel);
}

MapFrame seen_frame(Frame& frame, const MapField& field, const MapMotion& motion, const Box& box) {
  MapFrame seen{field.centre, display_zoom(frame, field.zoom), static_cast<int>(box.width),
                static_cast<int>(box.height)};
  if (motion.x != 0 || motion.y != 0)
    seen.centre = place_at(seen, {box.width / 2.0 - motion.x, box.height / 2.0 - motion.y});
  return seen;
}

MapSight sight_of(Frame& frame, const MapField& field, const Box& box) {
  const auto larger = [](float length) {
    return static_cast<int>(std::ceil(length * (1 + 2 * margin_part)));
  };
  const double mm = frame.theme().display().mm_per_pixel;
  return {.files = field.files,
          .frame = {field.centre, display_zoom(frame, field.zoom), larger(box.width), larger(box.height)},
          .pixels_per_mm = 1 / mm,
          .letter_px = 1.25 * frame.theme().capital(TextSize::small),
          .palette = map_palette(frame.colours())};
}

// ---- what lies on the map ----

ImVec2 point_on(const MapFrame& seen, const Box& box, const GeoPoint& place) {
  const MapPixel pixel = pixel_of(seen, place);
  return {box.x + static_cast<float>(pixel.x), box.y + static_cast<float>(pixel.y)};
}

std::vector<ImVec2> points_on(const MapFrame& seen, const Box& box, const GeoPoints& places) {
  std::vector<ImVec2> points;
  for (const GeoPoint& place : places) points.push_back(point_on(seen, box, place));
  return points;
}

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

void draw_pin(Frame& frame, ImVec2 at, bool next) {
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
  drop(0, next ? palette.accent_pressed : palette.accent);
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
      draw_pin(frame, at, false);
    else
      draw_handle(frame, at, i + 1, i == field.next);
  }
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

// The scale is as long as a step of the arrows, and says so.
void draw_scale(Frame& frame, const MapField& field, const MapFrame& seen, const Box& box) {
  const Theme& theme = frame.theme();
  const auto length = static_cast<float>(field.stride_m / metres_per_pixel(seen.centre.latitude, seen.zoom));
  const float air = theme.space(2), high = frame.line_height(TextSize::small);
  const float words = frame.width_of(field.stride, scale_lettering);
  const float wide = std::max(length, words) + 2 * air;
  const Box ground{box.x, bottom(box) - high - 2 * air, wide, high + 2 * air};
  frame.fill(ground, with_alpha(frame.colours().paper, 225));
  frame.write_in_middle(field.stride, {TextSize::small, Weight::regular, Align::center},
                        {ground.x, ground.y, wide, high + air}, frame.colours().ink);
  const float x = ground.x + (wide - length) / 2, y = bottom(ground) - air;
  frame.stroke({{x, y - air}, {x, y}, {x + length, y}, {x + length, y - air}}, frame.colours().ink,
               theme.stroke());
}

// What has to be said of the points at once, on the map's upper edge: a line of its own would move the map
// under the finger. How it is done until there is one, later that the line touches itself.
void draw_banner(Frame& frame, const MapField& field, const Box& box) {
  constexpr float most_part = 0.4F;  // of the map that it may cover
  constexpr int alpha = 235;
  const std::string& words = field.crosses ? field.crossing : field.instruction;
  if (words.empty() || (!field.crosses && !field.points.empty())) return;
  const float air = frame.theme().space(3);
  const float height = frame.height_of(words, banner_lettering, box.width - 2 * air) + 2 * air;
  if (height > most_part * box.height) return;
  const Box banner{box.x, box.y, box.width, height};
  frame.fill(banner, with_alpha(frame.colours().paper, alpha));
  frame.write(words, banner_lettering, inset(banner, air), frame.colours().ink);
}

// ---- the map itself ----

void draw_ground(Frame& frame, const MapField& field, const MapFrame& seen, MapMotion& motion,
                 const Box& box) {
  const MapSight wanted = sight_of(frame, field, box);
  frame.fill(box, frame.colours().track);
  // The one before lies below until the new one is there, and where it does not reach.
  const bool moved = motion.painted && motion.painted->frame != wanted.frame;
  if (moved) (void)frame.map(*motion.painted, seen, box);
  if (frame.map(wanted, seen, box)) motion.painted = wanted;
}

// Follows the finger, and coasts after it; the view is told when the map rests.
std::optional<Event> move_map(Frame& frame, const MapField& field, MapMotion& motion, const Drag& drag,
                              const Box& box) {
  const float passed = std::max(0.001F, ImGui::GetIO().DeltaTime);
  if (drag.active) {
    if (!motion.coasts && motion.start_x == 0 && motion.start_y == 0)
      motion.start_x = motion.x, motion.start_y = motion.y;
    const float x = motion.start_x + drag.finger.x - drag.start.x,
                y = motion.start_y + drag.finger.y - drag.start.y;
    if (x != motion.x || y != motion.y) {
      motion.speed_x = (x - motion.x) / passed;
      motion.speed_y = (y - motion.y) / passed;
    }
    motion.x = x, motion.y = y;
    if (!drag.ended) return std::nullopt;
    motion.coasts = true;
  }
  if (!motion.coasts) return std::nullopt;
  const float slowest = frame.theme().size(Size::slowest_scroll);
  const bool rests = frame.still() || std::hypot(motion.speed_x, motion.speed_y) < slowest;
  if (!rests) {
    constexpr float lasts_s = 0.25F;  // until a third of the speed is left
    motion.x += motion.speed_x * passed, motion.y += motion.speed_y * passed;
    const float left = std::exp(-passed / lasts_s);
    motion.speed_x *= left, motion.speed_y *= left;
    frame.draw_again();
    return std::nullopt;
  }
  motion.coasts = false;
  motion.start_x = motion.start_y = 0;
  return event::LookAt{field.path, seen_frame(frame, field, motion, box).centre, field.zoom};
}

}  // namespace

std::optional<Event> draw_map(Frame& frame, const MapField& field, const Box& layout) {
  Box box = frame.on_screen(layout);
  box = {std::floor(box.x), std::floor(box.y), std::floor(box.width), std::floor(box.height)};
  const bool mirrored = frame.mirrors();
  frame.stop_mirroring();
  MapMotion& motion = frame.memory().of<MapMotion>(field.path);
  if (!(motion.view_centre == field.centre) || motion.view_zoom != field.zoom) {
    motion.view_centre = field.centre, motion.view_zoom = field.zoom;
    motion.x = motion.y = motion.start_x = motion.start_y = 0;
    motion.coasts = false;
  }
  const Drag drag = frame.drag("map:" + field.path, box, DragStart::at_once);
  std::optional<Event> result;
  const float far = frame.theme().size(Size::drag);
  const bool tapped = drag.tapped || (drag.ended && std::hypot(drag.finger.x - drag.start.x,
                                                               drag.finger.y - drag.start.y) < far);
  if (tapped) {
    motion.start_x = motion.start_y = 0;
    motion.coasts = false;
    const MapFrame seen = seen_frame(frame, field, motion, box);
    const bool full = field.put.label.empty();
    if (!full)
      result = event::Mark{field.path, place_at(seen, {drag.start.x - box.x, drag.start.y - box.y}), true};
    frame.take_one_tap();
  } else {
    result = move_map(frame, field, motion, drag, box);
  }
  const MapFrame seen = seen_frame(frame, field, motion, box);
  frame.clip(box);
  draw_ground(frame, field, seen, motion, box);
  draw_shape(frame, field, seen, box);
  draw_points(frame, field, seen, box);
  draw_crosshair(frame, box);
  draw_scale(frame, field, seen, box);
  draw_banner(frame, field, box);
  frame.unclip();
  frame.edge(inset(box, -frame.theme().stroke()), frame.colours().edge, 0, frame.theme().stroke());
  if (mirrored) frame.mirror_again();
  return result;
}

}  // namespace buurtpeil
