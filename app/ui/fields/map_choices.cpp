#include "ui/fields/map_choices.h"

#include <algorithm>
#include <cmath>

#include "ui/fields/beside_cards.h"
#include "ui/fields/closed_list.h"
#include "ui/fields/long_list.h"
#include "ui/fields/map_shapes.h"
#include "ui/fields/step_button.h"
#include "ui/widgets.h"

namespace buurtpeil {
namespace {

// All of them in sight.
MapGround whole_of(Frame& frame, const ChoiceField& field, const Box& box) {
  GeoBox whole;
  for (const auto& option : field.options)
    for (const GeoPoints& part : option.shape.parts)
      for (const GeoPoint& point : part) whole.add(point);
  return showing(frame, field.ground, whole, box);
}

std::optional<Event> choice_at(const ChoiceField& field, const MapFrame& seen, const MapPixel& pixel,
                               float reach_px) {
  std::vector<const GeoShape*> shapes;
  for (const auto& option : field.options) shapes.push_back(&option.shape);
  const double reach_m = reach_px * metres_per_pixel(seen.centre.latitude, seen.zoom);
  const auto index = touched_shape(shapes, place_at(seen, pixel), reach_m);
  if (!index) return std::nullopt;
  return event::Choose{field.path, field.options[*index].name};
}

// What is looked at: the field's, or all of it.
struct Grounds {
  MapGround now, whole;
};

std::optional<Event> draw_places(Frame& frame, const ChoiceField& field, const Grounds& ground,
                                 const Box& box) {
  const MapTouch touch = touch_map(frame, field.path, ground.now, box);
  std::optional<Event> result = touch.looks;
  frame.clip(box);
  draw_ground(frame, field.path, ground.now, touch.seen, box);
  const std::vector<SeenShape> shapes = seen_shapes(field, touch.seen, box);
  draw_shapes(frame, shapes, box);
  std::vector<NumberOnMap> numbers;
  if (!is_closed_list(field)) numbers = draw_names(frame, shapes, box);  // so many have no room for them
  if (touch.tapped) {
    const float x = box.x + static_cast<float>(touch.tapped->x),
                y = box.y + static_cast<float>(touch.tapped->y);
    // A number is its own choice's, whatever lies below it.
    const auto number =
        std::ranges::find_if(numbers, [&](const NumberOnMap& each) { return contains(each.disc, x, y); });
    result = number != numbers.end()
                 ? std::optional<Event>(event::Choose{field.path, number->option->name})
                 : choice_at(field, touch.seen, *touch.tapped, frame.theme().target() / 2);
  }
  frame.unclip();
  frame.edge(inset(box, -frame.theme().stroke()), frame.colours().edge, 0, frame.theme().stroke());
  return result;
}

// In a column beside the map, where they hide nothing of it. The farthest is all of it.
std::optional<Event> draw_zoom(Frame& frame, const ChoiceField& field, const Grounds& ground, Box column) {
  const auto& [now, whole] = ground;
  const double closer = std::min(now.zoom + 1, now.most_zoom);
  const bool is_whole = now.zoom == whole.zoom && now.centre == whole.centre;
  const float size = step_button_size(frame.theme());
  const Box farther = take_bottom(column, size, frame.theme().space(3)), nearer = take_bottom(column, size);
  std::optional<Event> result;
  if (draw_step_button(frame, "farther:" + field.path, Sign::minus, farther,
                       is_whole ? Offered::no : Offered::yes)) {
    const bool all = now.zoom - 1.5 < whole.zoom;  // what is left is no step
    result = event::LookAt{field.path, all ? whole.centre : now.centre, all ? whole.zoom : now.zoom - 1};
  }
  if (draw_step_button(frame, "nearer:" + field.path, Sign::plus, nearer,
                       closer > now.zoom ? Offered::yes : Offered::no))
    result = event::LookAt{field.path, now.centre, closer};
  return result;
}

std::optional<Event> draw_map_and_zoom(Frame& frame, const ChoiceField& field, const Box& whole) {
  const Theme& theme = frame.theme();
  Box layout = whole;
  draw_credit(frame, field.ground, take_bottom(layout, credit_height(frame, field.ground, whole.width)));
  const Box column = take_right(layout, step_button_size(theme), theme.space(3));
  Box box = frame.on_screen(layout);
  box = {std::floor(box.x), std::floor(box.y), std::floor(box.width), std::floor(box.height)};
  Grounds ground{field.ground, whole_of(frame, field, box)};
  if (field.shows_all) ground.now = ground.whole;
  ground.now.names = false;  // those of the choices are written there
  const bool mirrored = frame.mirrors();
  frame.stop_mirroring();
  std::optional<Event> result = draw_places(frame, field, ground, box);
  if (mirrored) frame.mirror_again();
  if (auto looks = draw_zoom(frame, field, ground, column)) result = std::move(looks);
  return result;
}

}  // namespace

void add_map_choices(Frame& frame, PageContent& content, const ChoiceField& field, float width, float room) {
  const Theme& theme = frame.theme();
  const auto add_map = [&](PageContent& to, float wide, float most) {
    const float zoom = 2 * step_button_size(theme) + theme.space(3);
    const float least = credit_height(frame, field.ground, wide) + std::max(3 * theme.target(), zoom);
    const float height = std::floor(std::max(most, least));
    to.add({.gap = theme.space(4), .height = height, .draw = [&frame, &field](const Box& box) {
              return draw_map_and_zoom(frame, field, box);
            }});
  };
  add_beside_cards(frame, content, field, width, room, 0, add_map);
}

}  // namespace buurtpeil
