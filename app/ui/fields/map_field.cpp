// The buttons do what a finger on the map does, without either: they move the map by steps and put a point in
// its middle.
#include "ui/fields/map_field.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string>

#include "ui/fields/asked.h"
#include "ui/fields/closed_list.h"
#include "ui/fields/fields.h"
#include "ui/fields/map_drawing.h"
#include "ui/fields/step_button.h"
#include "ui/widgets.h"

namespace buurtpeil {
namespace {

constexpr Lettering where_lettering{TextSize::reading};
constexpr Lettering answer_lettering{TextSize::reading, Weight::bold};
constexpr Lettering kept_lettering{TextSize::small};
constexpr Lettering credit_lettering{TextSize::small};

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

// Room for so many lines is kept where there are none yet: nothing moves under the finger.
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

// Lines that the name of a place has room in.
int lines_of_place(Frame& frame, float width) {
  constexpr float line_ems = 24;
  return width < line_ems * frame.line_height(TextSize::reading) / 1.4F ? 2 : 1;
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
}

// The last point, and all of them where both have room beside each other: the first takes all away in the
// end.
void add_taking_away(Frame& frame, PageContent& content, const MapField& field, float width) {
  const Theme& theme = frame.theme();
  const bool has_undo = !field.undo.label.empty(), has_clear = !field.clear.label.empty();
  const float undo = has_undo ? std::min(width, button_width(frame, field.undo, undo_design)) : 0;
  const float clear = has_clear ? button_width(frame, field.clear, clear_design) : 0;
  const bool both = has_undo && has_clear && undo + theme.space(3) + clear <= width;
  float height = theme.target();
  if (has_undo) height = button_height(frame, field.undo, undo_design, undo, height);
  if (has_clear && (both || !has_undo))
    height =
        std::max(height, button_height(frame, field.clear, clear_design, std::min(clear, width), height));
  content.add({.gap = theme.space(3), .height = height, .draw = [=, &frame, &field](const Box& box) {
                 Box row = box;
                 std::optional<Event> event;
                 if (has_undo)
                   event = draw_button(frame, "undo:" + field.path, field.undo,
                                       take_left(row, undo, frame.theme().space(3)), undo_design);
                 if (!has_clear || (has_undo && !both)) return event;
                 row.width = std::min(row.width, clear);
                 auto other = draw_button(frame, "clear:" + field.path, field.clear, row, clear_design);
                 return event ? event : other;
               }});
}

// What was answered: in words, or as a list of points to choose one from.
void add_answer(Frame& frame, PageContent& content, const MapField& field, const ChoiceField* points,
                float width, float room) {
  const Theme& theme = frame.theme();
  if (field.shape == MapField::Shape::point)
    return add_words(frame, content, field.answer, answer_lettering, frame.colours().accent, width,
                     theme.space(3), lines_of_place(frame, width));
  if (points != nullptr && !points->options.empty())
    return add_closed_list(frame, content, *points, width, room);
  content.add({.gap = theme.space(4), .height = theme.card_height(), .draw = [](const Box&) {
                 return std::optional<Event>();
               }});
}

void add_controls(Frame& frame, PageContent& content, const MapField& field, const MapLists& lists,
                  float width, float room) {
  if (lists.search != nullptr) add_closed_list(frame, content, *lists.search, width, room);
  add_pads(frame, content, field, width);
  add_answer(frame, content, field, lists.points, width, room);
  add_taking_away(frame, content, field, width);
  add_refuse(frame, content, field, width);
}

// The height of the controls before anything was answered: the map's height must not depend on the answer.
float height_of_controls(Frame& frame, const MapField& field, const MapLists& lists, float width,
                         float room) {
  MapField unanswered = field;
  unanswered.put.label = unanswered.undo.label = unanswered.clear.label = unanswered.answer = "";
  PageContent controls(frame);
  add_controls(frame, controls, unanswered, {.search = lists.search}, width, room);
  return controls.height();
}

// Below the map, where they hide nothing and nothing hides them: what lies in its middle, how closely a place
// is kept, and whose map it is.
void add_foot(Frame& frame, PageContent& content, const MapField& field, float width) {
  const float air = frame.theme().space(1);
  const Colour quiet = frame.colours().ink_quiet;
  add_words(frame, content, field.where, where_lettering, frame.colours().ink, width, air,
            lines_of_place(frame, width));
  add_words(frame, content, field.kept, kept_lettering, quiet, width, air, 0);
  add_words(frame, content, field.credit, credit_lettering, quiet, width, air, 0);
}

float height_of_foot(Frame& frame, MapField field, float width) {
  field.where = "";
  PageContent foot(frame);
  add_foot(frame, foot, field, width);
  return foot.height() + frame.theme().space(1);
}

void add_map_and_foot(Frame& frame, PageContent& content, const MapField& field, float width, float height,
                      float gap) {
  content.add({.gap = gap,
               .height = height,
               .draw = [&frame, &field](const Box& box) { return draw_map(frame, field, box); },
               .cards = {{0, height}}});
  add_foot(frame, content, field, width);
}

// The map on the left of its controls, as high as what is left of the page.
void add_beside(Frame& frame, PageContent& content, const MapField& field, const MapLists& lists,
                const Setup& setup, float left) {
  const Theme& theme = frame.theme();
  const float gap = theme.space(6), wide = std::floor((setup.width - gap) * 0.6F);
  const float beside = setup.width - gap - wide;
  // Where the buttons need several pages, all of the map is on the first one.
  const bool scrolls = height_of_controls(frame, field, lists, beside, setup.room) > left;
  const float height = (scrolls ? 0.7F * left : left) - height_of_foot(frame, field, wide);
  PageContent map(frame), controls(frame);
  add_map_and_foot(frame, map, field, wide, std::max(height, 3 * theme.target()), 0);
  add_controls(frame, controls, field, lists, beside, setup.room);
  Block block = side_by_side(std::move(map), std::move(controls), wide, gap);
  block.gap = theme.space(4);
  content.add(std::move(block));
}

}  // namespace

void add_field(Frame& frame, PageContent& content, const MapField& field, const Setup& setup) {
  add_map(frame, content, field, {}, setup);
}

MapLists lists_of(const MapField& field, std::span<const Field> following) {
  MapLists lists;
  for (const Field& each : following) {
    const auto* list = std::get_if<ChoiceField>(&each);
    if (list == nullptr || !is_closed_list(*list) || !list->path.starts_with(field.path + "#")) break;
    (list->searched_first ? lists.search : lists.points) = list;
    ++lists.count;
  }
  return lists;
}

void add_map(Frame& frame, PageContent& content, const MapField& field, const MapLists& lists,
             const Setup& setup) {
  const Theme& theme = frame.theme();
  const float before = content.height(), lowest = 3 * theme.target();
  add_asked(frame, content, field, "", setup);
  add_complaint(frame, content, field, setup.width);
  const float left = setup.room - (content.height() - before) - theme.space(4);
  if (theme.portrait()) {
    const float controls = height_of_controls(frame, field, lists, setup.width, setup.room);
    float map = left - height_of_foot(frame, field, setup.width) - theme.space(4) - controls;
    if (map < 0.4F * left) map = 0.5F * left;  // the buttons need another page anyway
    add_map_and_foot(frame, content, field, setup.width,
                     std::clamp(map, lowest, std::max(lowest, setup.width * 1.3F)), theme.space(4));
    add_controls(frame, content, field, lists, setup.width, setup.room);
  } else {
    add_beside(frame, content, field, lists, setup, left);
  }
  if (setup.setting == Setting::hints_last) add_left_out(frame, content, field, "", setup.width, setup.room);
}

}  // namespace buurtpeil
