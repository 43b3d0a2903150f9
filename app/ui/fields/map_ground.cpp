#include "ui/fields/map_ground.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace buurtpeil {
namespace {

constexpr double pixel_mm = 0.28;     // of the view's zoom
constexpr double margin_part = 0.25;  // painted beyond each edge, of what is seen
constexpr Lettering owner_lettering{TextSize::small};

// What the finger did to the map since the view was made.
struct MapMotion {
  GeoPoint view_centre;  // for which this counts
  double view_zoom = 0;
  float x = 0, y = 0;  // pixels that the map was moved
  float start_x = 0, start_y = 0;
  float speed_x = 0, speed_y = 0;  // a second, after the finger was lifted
  bool coasts = false;
  std::optional<MapSight> painted;  // the picture that is there
};

double display_zoom(Frame& frame, double zoom) {
  return zoom + std::log2(pixel_mm / frame.theme().display().mm_per_pixel);
}

MapFrame seen_frame(Frame& frame, const MapGround& ground, const MapMotion& motion, const Box& box) {
  MapFrame seen{ground.centre, display_zoom(frame, ground.zoom), static_cast<int>(box.width),
                static_cast<int>(box.height)};
  if (motion.x != 0 || motion.y != 0)
    seen.centre = place_at(seen, {box.width / 2.0 - motion.x, box.height / 2.0 - motion.y});
  return seen;
}

MapSight sight_of(Frame& frame, const MapGround& ground, const Box& box) {
  const auto larger = [](float length) {
    return static_cast<int>(std::ceil(length * (1 + 2 * margin_part)));
  };
  const double mm = frame.theme().display().mm_per_pixel;
  return {.files = ground.files,
          .frame = {ground.centre, display_zoom(frame, ground.zoom), larger(box.width), larger(box.height)},
          .pixels_per_mm = 1 / mm,
          .letter_px = 1.25 * frame.theme().capital(TextSize::small),
          .palette = map_palette(frame.colours()),
          .names = ground.names,
          .layer = ground.layer};
}

// Follows the finger, and coasts after it; the view is told when the map rests.
std::optional<Event> move_map(Frame& frame, const std::string& path, const MapGround& ground,
                              MapMotion& motion, const Drag& drag, const Box& box) {
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
  return event::LookAt{path, seen_frame(frame, ground, motion, box).centre, ground.zoom};
}

}  // namespace

MapTouch touch_map(Frame& frame, const std::string& path, const MapGround& ground, const Box& box) {
  MapMotion& motion = frame.memory().of<MapMotion>(path);
  if (!(motion.view_centre == ground.centre) || motion.view_zoom != ground.zoom) {
    motion.view_centre = ground.centre, motion.view_zoom = ground.zoom;
    motion.x = motion.y = motion.start_x = motion.start_y = 0;
    motion.coasts = false;
  }
  const Drag drag = frame.drag("map:" + path, box, DragStart::at_once);
  const float far = frame.theme().size(Size::drag);
  const bool tapped = drag.tapped || (drag.ended && std::hypot(drag.finger.x - drag.start.x,
                                                               drag.finger.y - drag.start.y) < far);
  MapTouch touch;
  if (tapped) {
    motion.start_x = motion.start_y = 0;
    motion.coasts = false;
    touch.tapped = MapPixel{drag.start.x - box.x, drag.start.y - box.y};
    frame.take_one_tap();
  } else {
    touch.looks = move_map(frame, path, ground, motion, drag, box);
  }
  touch.seen = seen_frame(frame, ground, motion, box);
  return touch;
}

void draw_ground(Frame& frame, const std::string& path, const MapGround& ground, const MapFrame& seen,
                 const Box& box) {
  MapMotion& motion = frame.memory().of<MapMotion>(path);
  const MapSight wanted = sight_of(frame, ground, box);
  frame.fill(box, frame.colours().track);
  // The one before lies below until the new one is there, and where it does not reach.
  const bool moved = motion.painted && motion.painted->frame != wanted.frame;
  if (moved) (void)frame.map(*motion.painted, seen, box);
  if (frame.map(wanted, seen, box)) motion.painted = wanted;
}

MapGround showing(Frame& frame, MapGround ground, const GeoBox& whole, const Box& box) {
  constexpr double closest = 17, widest = 1;
  const WorldBox world = world_of(whole);
  const double air = frame.theme().target();
  const auto scale = [&](double room, double length) {
    return std::max(1.0, room - air) / std::max(length, 1e-9);
  };
  const double world_width =
      std::min(scale(box.width, world.right - world.left), scale(box.height, world.bottom - world.top));
  const double zoom = std::log2(world_width / world_px(0)) - display_zoom(frame, 0);
  ground.zoom = std::clamp(zoom, widest, std::min(closest, ground.most_zoom));
  ground.centre = geo_of({(world.left + world.right) / 2, (world.top + world.bottom) / 2});
  return ground;
}

ImVec2 point_on(const MapFrame& seen, const Box& box, const GeoPoint& place) {
  const MapPixel pixel = pixel_of(seen, place);
  return {box.x + static_cast<float>(pixel.x), box.y + static_cast<float>(pixel.y)};
}

std::vector<ImVec2> points_on(const MapFrame& seen, const Box& box, const GeoPoints& places) {
  std::vector<ImVec2> points;
  for (const GeoPoint& place : places) points.push_back(point_on(seen, box, place));
  return points;
}

float credit_height(Frame& frame, const MapGround& ground, float width) {
  if (ground.credit.empty()) return 0;
  return frame.height_of(ground.credit, owner_lettering, width) + frame.theme().space(1);
}

void draw_credit(Frame& frame, const MapGround& ground, const Box& box) {
  frame.write(ground.credit, owner_lettering, box, frame.colours().ink_quiet);
}

}  // namespace buurtpeil
