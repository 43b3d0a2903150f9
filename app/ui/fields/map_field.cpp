// Places on a map. A tap puts a point, a drag moves the map, and the buttons do the same without either: they
// move the map by steps and put a point in its middle. What is looked at is the view's (event::LookAt); only
// while the finger drags, and while the map coasts after it, it is remembered here.
//
// The picture is painted larger than it is seen, so that a drag shows what lies beside; while the next one is
// painted the one before stands there, moved and scaled. The map is never mirrored.
#include "ui/fields/map_field.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string>

#include "map/mercator.h"
#include "ui/fields/asked.h"
#include "ui/fields/closed_list.h"
#include "ui/fields/fields.h"
#include "ui/fields/step_button.h"
#include "ui/widgets.h"

namespace buurtpeil {
namespace {

constexpr double pixel_mm = 0.28;     // of the view's zoom
constexpr double margin_part = 0.25;  // painted beyond each edge, of what is seen
constexpr Lettering where_lettering{TextSize::reading};
constexpr Lettering answer_lettering{TextSize::reading, Weight::bold};
constexpr Lettering kept_lettering{TextSize::small};
constexpr Lettering credit_lettering{TextSize::small};

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
  const float words = frame.width_of(field.stride, credit_lettering);
  const float wide = std::max(length, words) + 2 * air;
  const Box ground{box.x, bottom(box) - high - 2 * air, wide, high + 2 * air};
  frame.fill(ground, with_alpha(frame.colours().paper, 225));
  frame.write_in_middle(field.stride, {TextSize::small, Weight::regular, Align::center},
                        {ground.x, ground.y, wide, high + air}, frame.colours().ink);
  const float x = ground.x + (wide - length) / 2, y = bottom(ground) - air;
  frame.stroke({{x, y - air}, {x, y}, {x + length, y}, {x + length, y - air}}, frame.colours().ink,
               theme.stroke());
}

// Right below the map, where it hides nothing and nothing hides it.
float credit_height(Frame& frame, const MapField& field, float width) {
  if (field.credit.empty()) return 0;
  return frame.height_of(field.credit, credit_lettering, width) + frame.theme().space(1);
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
  frame.unclip();
  frame.edge(inset(box, -frame.theme().stroke()), frame.colours().edge, 0, frame.theme().stroke());
  if (mirrored) frame.mirror_again();
  return result;
}

// ---- the buttons ----

struct Pad {
  const char* name;
  Sign sign;
  const Button MapField::* button;
};
constexpr std::array zoom_pad = {Pad{"farther:", Sign::minus, &MapField::farther},
                                 Pad{"nearer:", Sign::plus, &MapField::nearer}};
constexpr std::array step_pad = {
    Pad{"west:", Sign::back, &MapField::west}, Pad{"north:", Sign::up, &MapField::north},
    Pad{"south:", Sign::down, &MapField::south}, Pad{"east:", Sign::forward, &MapField::east}};

// In a row, from its start or from its end. West is on the left in every language.
enum class From { start, end };
std::optional<Event> draw_pad(Frame& frame, const MapField& field, std::span<const Pad> pads, From from,
                              const Box& layout) {
  Box row = frame.on_screen(layout);
  const bool mirrored = frame.mirrors();
  frame.stop_mirroring();
  const float button = step_button_size(frame.theme()), gap = frame.theme().space(3);
  const float wide = static_cast<float>(pads.size()) * (button + gap) - gap;
  // On a mirrored page the row itself begins on the right.
  if ((from == From::end) != mirrored) row.x = right(row) - wide;
  std::optional<Event> result;
  for (const Pad& pad : pads) {
    const Box box{row.x, row.y, button, button};
    row.x += button + gap;
    const Button& does = field.*pad.button;
    const Offered offered = does.label.empty() ? Offered::no : Offered::yes;
    if (draw_step_button(frame, pad.name + field.path, pad.sign, box, offered)) result = does.event;
  }
  if (mirrored) frame.mirror_again();
  return result;
}

float pad_width(const Theme& theme, std::size_t buttons) {
  return static_cast<float>(buttons) * (step_button_size(theme) + theme.space(3)) - theme.space(3);
}

// Beside the zoom there is no room for a sign.
enum class PutPlace { alone, beside };
ButtonDesign put_design(const MapField& field, PutPlace place) {
  ButtonDesign design{.look = field.points.empty() ? ButtonLook::main : ButtonLook::card};
  if (place == PutPlace::alone) design.before = Sign::plus;
  return design;
}
constexpr ButtonDesign clear_design{
    .look = ButtonLook::quiet, .before = Sign::cross, .weight = Weight::regular, .size = TextSize::small};
constexpr ButtonDesign undo_design{
    .look = ButtonLook::quiet, .before = Sign::undo, .weight = Weight::regular, .size = TextSize::small};

void add_words(Frame& frame, PageContent& content, const std::string& words, const Lettering& lettering,
               Colour colour, float width, float gap, int least_lines) {
  const float least = static_cast<float>(least_lines) * frame.line_height(lettering.size);
  const float height = std::max(least, frame.height_of(words, lettering, width));
  if (height == 0) return;
  content.add({.gap = gap, .height = height, .draw = [&frame, words, lettering, colour](const Box& box) {
                 frame.write(words, lettering, box, colour);
                 return std::optional<Event>();
               }});
}

std::optional<Event> draw_put(Frame& frame, const MapField& field, PutPlace place, const Box& box) {
  return draw_button(frame, "put:" + field.path, field.put, box, put_design(field, place));
}

void add_put(Frame& frame, PageContent& content, const MapField& field, float width) {
  const Theme& theme = frame.theme();
  const ButtonDesign design = put_design(field, PutPlace::alone);
  const float height = button_height(frame, field.put, design, width, theme.button_height());
  content.add(
      {.gap = theme.space(3),
       .height = height,
       .draw = [&frame, &field](const Box& box) { return draw_put(frame, field, PutPlace::alone, box); },
       .cards = {{0, height}}});
}

void add_where(Frame& frame, PageContent& content, const MapField& field, float width) {
  add_words(frame, content, field.where, where_lettering, frame.colours().ink, width, frame.theme().space(3),
            1);
}

// All in one row and the button that puts below it, or in two rows of which it ends the second.
void add_pads(Frame& frame, PageContent& content, const MapField& field, float width) {
  const Theme& theme = frame.theme();
  const float high = step_button_size(theme);
  const float zoom_wide = pad_width(theme, zoom_pad.size()), step_wide = pad_width(theme, step_pad.size());
  if (width >= zoom_wide + step_wide + theme.space(4)) {
    content.add({.gap = theme.space(3), .height = high, .draw = [&frame, &field](const Box& box) {
                   auto event = draw_pad(frame, field, step_pad, From::start, box);
                   auto other = draw_pad(frame, field, zoom_pad, From::end, box);
                   return event ? event : other;
                 }});
    add_where(frame, content, field, width);
    add_put(frame, content, field, width);
    return;
  }
  content.add({.gap = theme.space(3), .height = high, .draw = [&frame, &field](const Box& box) {
                 return draw_pad(frame, field, step_pad, From::start, box);
               }});
  const float left = width - zoom_wide - theme.space(3);
  const ButtonDesign beside = put_design(field, PutPlace::beside);
  const float word = widest_word_of(frame, field.put.label, {beside.size, beside.weight});
  const bool fits = word + 2 * theme.size(Size::button_padding) <= left;
  const float both = fits ? std::max(high, button_height(frame, field.put, beside, left, high)) : high;
  content.add({.gap = theme.space(3),
               .height = both,
               .draw =
                   [&frame, &field, zoom_wide, fits](const Box& box) {
                     Box row = box;
                     const Box pads = take_left(row, zoom_wide, frame.theme().space(3));
                     auto event = draw_pad(frame, field, zoom_pad, From::start, pads);
                     auto other = fits ? draw_put(frame, field, PutPlace::beside, row) : std::nullopt;
                     return event ? event : other;
                   },
               .cards = fits ? std::vector<BlockPart>{{0, both}} : std::vector<BlockPart>{}});
  if (!fits) add_put(frame, content, field, width);
  add_where(frame, content, field, width);
}

// The last point, and all of them: beside each other where they fit.
void add_taking_away(Frame& frame, PageContent& content, const MapField& field, float width) {
  const Theme& theme = frame.theme();
  const float undo = field.undo.label.empty() ? 0 : button_width(frame, field.undo, undo_design);
  const float clear = field.clear.label.empty() ? 0 : button_width(frame, field.clear, clear_design);
  const bool one_row = undo > 0 && clear > 0 && undo + theme.space(3) + clear <= width;
  const auto add = [&](const std::string& name, const Button& button, const ButtonDesign& design,
                       float wide) {
    content.add({.gap = theme.space(3),
                 .height = button_height(frame, button, design, std::min(wide, width), theme.target()),
                 .draw = [&frame, &field, &button, &design, name, wide, one_row](const Box& box) {
                   Box row = box;
                   const Box place = take_left(row, std::min(wide, box.width), frame.theme().space(3));
                   auto event = draw_button(frame, name + field.path, button, place, design);
                   if (!one_row) return event;
                   row.width = std::min(row.width, button_width(frame, field.clear, clear_design));
                   auto other = draw_button(frame, "clear:" + field.path, field.clear, row, clear_design);
                   return event ? event : other;
                 }});
  };
  if (undo > 0) add("undo:", field.undo, undo_design, undo);
  if (clear > 0 && !one_row) add("clear:", field.clear, clear_design, clear);
}

// Rooms are kept for what comes with the answer, so that nothing moves under the finger.
void add_controls(Frame& frame, PageContent& content, const MapField& field, const ChoiceField* names,
                  float width, float room) {
  const Theme& theme = frame.theme();
  if (names != nullptr) add_closed_list(frame, content, *names, width, room);
  add_pads(frame, content, field, width);
  add_words(frame, content, field.answer, answer_lettering, frame.colours().accent, width, theme.space(3), 1);
  if (!field.kept.empty())
    add_words(frame, content, field.kept, kept_lettering, frame.colours().ink_quiet, width, theme.space(2),
              1);
  add_taking_away(frame, content, field, width);
  add_refuse(frame, content, field, width);
}

Block map_block(Frame& frame, const MapField& field, float width, float height) {
  const float below = credit_height(frame, field, width);
  return {.height = height,
          .draw =
              [&frame, &field, below](const Box& box) {
                Box map = box;
                const Box credit = take_bottom(map, below);
                if (below > 0) frame.write(field.credit, credit_lettering, credit, frame.colours().ink_quiet);
                return draw_map(frame, field, map);
              },
          .cards = {{0, height}}};
}

}  // namespace

void add_field(Frame& frame, PageContent& content, const MapField& field, const Setup& setup) {
  add_map(frame, content, field, nullptr, setup);
}

const ChoiceField* search_of(const MapField& field, std::span<const Field> following) {
  const auto* names = following.empty() ? nullptr : std::get_if<ChoiceField>(&following.front());
  return names != nullptr && is_closed_list(*names) && names->path.starts_with(field.path + "#") ? names
                                                                                                 : nullptr;
}

void add_map(Frame& frame, PageContent& content, const MapField& field, const ChoiceField* names,
             const Setup& setup) {
  const Theme& theme = frame.theme();
  const float before = content.height();
  add_asked(frame, content, field, field.instruction, setup);
  add_complaint(frame, content, field, setup.width);
  const float left = setup.room - (content.height() - before) - theme.space(4);
  const auto least = [&](float width) { return 3 * theme.target() + credit_height(frame, field, width); };
  if (theme.portrait()) {
    const float lowest = least(setup.width);
    PageContent controls(frame);
    add_controls(frame, controls, field, names, setup.width, setup.room);
    Block map = map_block(frame, field, setup.width,
                          std::clamp(left - controls.height(), lowest, std::max(lowest, setup.width * 1.3F)));
    map.gap = theme.space(4);
    content.add(std::move(map));
    return add_controls(frame, content, field, names, setup.width, setup.room);
  }
  const float gap = theme.space(6), wide = std::floor((setup.width - gap) * 0.6F);
  PageContent map(frame), controls(frame);
  add_controls(frame, controls, field, names, setup.width - gap - wide, setup.room);
  // Where the buttons need several pages, all of the map is on the first one.
  const bool scrolls = controls.height() > left;
  map.add(map_block(frame, field, wide, std::max(scrolls ? 0.7F * left : left, least(wide))));
  Block block = side_by_side(std::move(map), std::move(controls), wide, gap);
  block.gap = theme.space(4);
  content.add(std::move(block));
}

}  // namespace buurtpeil
