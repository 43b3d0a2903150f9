#include "ui/fields/slider.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "ui/fields/step_button.h"
#include "ui/widgets.h"

namespace buurtpeil {
namespace {

using Tick = ScaleField::Tick;
using Move = ScaleField::Move;

constexpr Lettering slider_value{TextSize::title, Weight::bold, Align::center};
constexpr Lettering slider_label{TextSize::small, Weight::regular, Align::center};
constexpr Lettering beside_lettering{TextSize::small};

float handle_size(const Theme& theme) { return theme.size(Size::square_button); }
float line_weight(const Theme& theme) { return theme.space(2); }
float mark_length(const Theme& theme) { return theme.space(2); }
bool has_far(const ScaleField& field) { return !field.far_more.label.empty(); }

// The line from its lowest stop to its highest, in the direction in which it lies.
struct Line {
  float from = 0, to = 0;  // x of a lying line, y of an upright one
  long last = 1;           // stop

  [[nodiscard]] float place_of(long stop) const {
    return from + (to - from) * static_cast<float>(static_cast<double>(stop) / static_cast<double>(last));
  }
  [[nodiscard]] long stop_at(float place) const {
    const double part = static_cast<double>(place - from) / static_cast<double>(to - from);
    return std::lround(std::clamp(part, 0.0, 1.0) * static_cast<double>(last));
  }
};

long last_stop(const ScaleField& field) { return std::max(1L, field.stops - 1); }

// ---- labels of a lying line ----

struct Label {
  const StyledText* words = nullptr;
  Box box;
};

// Each label in the middle below its tick, or moved along as far as it needs to stay within its share of the
// room; nothing when some do not fit.
std::optional<std::vector<Label>> place_labels(Frame& frame, const std::vector<const Tick*>& ticks,
                                               const Line& line, float left, float right) {
  const float air = frame.theme().space(2) / 2;
  std::vector<Label> labels;
  for (std::size_t index = 0; index < ticks.size(); ++index) {
    const float place = line.place_of(ticks[index]->stop);
    const auto between = [&](std::size_t other) { return (place + line.place_of(ticks[other]->stop)) / 2; };
    const float from = index == 0 ? left : between(index - 1) + air;
    const float to = index + 1 == ticks.size() ? right : between(index + 1) - air;
    const StyledText& words = ticks[index]->label;
    const float whole = frame.width_of(words, slider_label);
    const float width = std::min(whole, to - from);
    if (width < whole && widest_word_of(frame, words, slider_label) > width) return std::nullopt;
    const float x = std::max(from, std::min(place - width / 2, to - width));  // rounded, these may cross
    labels.push_back({&words, {x, 0, width, frame.height_of(words, slider_label, width)}});
  }
  return labels;
}

// Those that fit: all, or of numbers the two ends; nothing for words that do not.
std::optional<std::vector<Label>> labels_of(Frame& frame, const ScaleField& field, const Line& line,
                                            float left, float right) {
  std::vector<const Tick*> ticks;
  for (const Tick& tick : field.ticks)
    if (!tick.label.empty()) ticks.push_back(&tick);
  auto labels = place_labels(frame, ticks, line, left, right);
  if (labels || field.named || ticks.size() < 2) return labels;
  return place_labels(frame, {ticks.front(), ticks.back()}, line, left, right);
}

// ---- where everything is ----

struct Parts {
  bool upright = false;
  Line line;
  Box value;                  // the strip in which it stands beside the handle
  Box bar;                    // of the line and the handle: what is touched
  std::vector<Label> labels;  // boxes from the top of a lying line's strip
  Box under;                  // that strip
  Box less, more, far_less, far_more;
  float height = 0;
};

float slider_value_height(Frame& frame) {
  return frame.line_height(TextSize::title) + frame.theme().space(2);
}

bool buttons_at_ends(Frame& frame, const ScaleField& field, float width) {
  const Theme& theme = frame.theme();
  const float each = step_button_size(theme) + theme.space(4);
  return width - (has_far(field) ? 4 : 2) * each >= theme.size(Size::two_line_card);
}

// Below the line, less and more are apart, where their ends of the line are.
void cut_buttons(const Theme& theme, const ScaleField& field, Box row, float gap, Parts& parts) {
  const float button = step_button_size(theme);
  if (has_far(field)) {
    parts.far_less = take_left(row, button, theme.space(3));
    parts.far_more = take_right(row, button, theme.space(3));
  }
  parts.less = take_left(row, button, gap);
  parts.more = take_right(row, button, gap);
}

Parts cut_lying(Frame& frame, const ScaleField& field, Box rest) {
  const Theme& theme = frame.theme();
  const float top = rest.y, handle = handle_size(theme), button = step_button_size(theme);
  Parts parts;
  parts.value = take_top(rest, slider_value_height(frame), theme.space(2));
  parts.bar = take_top(rest, handle, theme.space(1));
  const bool at_ends = buttons_at_ends(frame, field, rest.width);
  if (at_ends) {
    cut_buttons(theme, field, parts.bar, theme.space(4), parts);
    parts.bar.x = right(parts.less) + theme.space(4);
    parts.bar.width = parts.more.x - theme.space(4) - parts.bar.x;
  }
  parts.line = {
      .from = parts.bar.x + handle / 2, .to = right(parts.bar) - handle / 2, .last = last_stop(field)};
  const float overhang = at_ends ? button : 0;
  auto labels = labels_of(frame, field, parts.line, parts.bar.x - overhang, right(parts.bar) + overhang);
  parts.upright = !labels;
  if (!labels) return parts;
  parts.labels = std::move(*labels);
  float under = 0;
  for (const Label& label : parts.labels) under = std::max(under, label.box.height);
  parts.under = take_top(rest, under, theme.space(4));
  if (!at_ends) {
    cut_buttons(theme, field, take_top(rest, button), theme.space(3), parts);
    parts.height = bottom(parts.less) - top;
  } else {
    parts.height = bottom(parts.under) - top;
  }
  return parts;
}

// So long that the form's words, which may take several lines, do not touch.
float upright_length(Frame& frame, const ScaleField& field, float label_width) {
  float length = frame.theme().size(Size::upright_line);
  const Tick* before = nullptr;
  for (const Tick& tick : field.ticks) {
    if (tick.label.empty() || !field.named) continue;
    if (before != nullptr) {
      const float needed = (frame.height_of(tick.label, beside_lettering, label_width) +
                            frame.height_of(before->label, beside_lettering, label_width)) /
                               2 +
                           frame.theme().space(2);
      const double part =
          static_cast<double>(tick.stop - before->stop) / static_cast<double>(last_stop(field));
      length = std::max(length, static_cast<float>(needed / part));
    }
    before = &tick;
  }
  return std::ceil(length);
}

// What the words at the ends, or the handle, need beyond the line.
float overhang_of(Frame& frame, const ScaleField& field, float label_width) {
  float height = handle_size(frame.theme());
  for (const Tick& tick : field.ticks)
    height = std::max(height, frame.height_of(tick.label, beside_lettering, label_width));
  return height;
}

Parts cut_upright(Frame& frame, const ScaleField& field, Box rest) {
  const Theme& theme = frame.theme();
  const float top = rest.y, handle = handle_size(theme), button = step_button_size(theme);
  const float gap = theme.space(4);
  Parts parts;
  parts.upright = true;
  parts.more = take_top(rest, button, gap);
  const float value = std::min(theme.size(Size::step_column) * 1.25F, rest.width / 3);
  const float words = rest.width - value - handle - 2 * theme.space(3);
  const float overhang = overhang_of(frame, field, words);
  parts.bar = take_top(rest, upright_length(frame, field, words) + overhang, gap);
  parts.less = take_top(rest, button);
  parts.height = bottom(parts.less) - top;
  parts.value = take_left(parts.bar, value, theme.space(3));
  parts.under = parts.bar;
  parts.bar = take_left(parts.under, handle, theme.space(3));
  for (Box* each : {&parts.more, &parts.less}) *each = {parts.bar.x, each->y, button, button};
  if (has_far(field)) {
    parts.far_more = {right(parts.more) + theme.space(3), parts.more.y, button, button};
    parts.far_less = {right(parts.less) + theme.space(3), parts.less.y, button, button};
  }
  parts.line = {
      .from = bottom(parts.bar) - overhang / 2, .to = parts.bar.y + overhang / 2, .last = last_stop(field)};
  return parts;
}

Parts cut(Frame& frame, const ScaleField& field, const Box& box) {
  if (field.shape != ScaleField::Shape::upright) {
    Parts lying = cut_lying(frame, field, box);
    if (!lying.upright) return lying;
  }
  return cut_upright(frame, field, box);
}

// ---- drawing ----

// A box along the line, so thick, in its middle.
Box along(const Parts& parts, float from, float to, float thick) {
  const float low = std::min(from, to), length = std::abs(to - from);
  if (parts.upright) return {middle_x(parts.bar) - thick / 2, low, thick, length};
  return {low, middle_y(parts.bar) - thick / 2, length, thick};
}

ImVec2 point_on(const Parts& parts, float place) {
  return parts.upright ? ImVec2(middle_x(parts.bar), place) : ImVec2(place, middle_y(parts.bar));
}

void draw_line(Frame& frame, const ScaleField& field, const Parts& parts) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  const float thick = line_weight(theme);
  const Line& line = parts.line;
  if (field.marks) {
    const float weight = theme.size(Size::rim), length = 2 * mark_length(theme) + thick;
    const float apart = std::abs(line.to - line.from) / static_cast<float>(field.ticks.size());
    for (const Tick& tick : field.ticks) {
      if (apart < theme.space(2) && tick.label.empty()) continue;
      const float place = line.place_of(tick.stop);
      Box mark = along(parts, place - weight / 2, place + weight / 2, length);
      frame.fill(mark, palette.edge, weight / 2);
    }
  }
  frame.fill(along(parts, line.from, line.to, thick), palette.edge, thick / 2);
  if (field.stop > 0)
    frame.fill(along(parts, line.from, line.place_of(field.stop), thick * 1.5F), palette.accent,
               thick * 0.75F);
}

void draw_handle(Frame& frame, const ScaleField& field, const Parts& parts, bool held) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  const long stop = field.stop >= 0 ? field.stop : field.placeholder;
  if (stop < 0) return;
  const ImVec2 middle = point_on(parts, parts.line.place_of(stop));
  const float radius = handle_size(theme) / 2;
  const Box round{middle.x - radius, middle.y - radius, 2 * radius, 2 * radius};
  if (field.stop < 0) {
    frame.fill(round, palette.card, radius);
    return frame.edge(round, palette.edge, radius, theme.heavy_stroke());
  }
  frame.shadow(round, radius);
  frame.fill(round, held ? palette.accent_pressed : palette.accent, radius);
  const float size = radius * 0.9F, weight = theme.size(Size::rim);
  for (const float side : {-1.0F, 1.0F}) {
    const float away = side * theme.space(1) * 1.6F;
    if (parts.upright)
      frame.fill({middle.x - size / 2, middle.y + away - weight / 2, size, weight}, palette.on_accent);
    else
      frame.fill({middle.x + away - weight / 2, middle.y - size / 2, weight, size}, palette.on_accent);
  }
}

// Beside the handle and never under the finger.
void draw_value(Frame& frame, const ScaleField& field, const Parts& parts) {
  if (field.stop < 0) return;
  const Theme& theme = frame.theme();
  const float place = parts.line.place_of(field.stop);
  const float width =
      std::max(frame.width_of(field.value, slider_value) + 2 * theme.space(3), handle_size(theme));
  Box box = parts.value;
  if (parts.upright) {
    box.y = place - slider_value_height(frame) / 2, box.height = slider_value_height(frame);
    box.x = right(parts.value) - std::min(width, parts.value.width);
    box.width = std::min(width, parts.value.width);
  } else {
    box.x = std::clamp(place - width / 2, parts.value.x, std::max(parts.value.x, right(parts.value) - width));
    box.width = width;
  }
  frame.fill(box, frame.colours().tint, theme.corner());
  frame.write_in_middle(field.value, slider_value, box, frame.colours().ink);
}

void draw_labels(Frame& frame, const ScaleField& field, const Parts& parts) {
  const Colour ink = frame.colours().ink_quiet;
  if (!parts.upright) {
    for (const Label& label : parts.labels)
      frame.write(*label.words, slider_label, {label.box.x, parts.under.y, label.box.width, label.box.height},
                  ink);
    return;
  }
  const float line = frame.line_height(TextSize::small);
  float above = bottom(parts.under) + line;  // labels go upwards; those that would touch are left out
  for (const Tick& tick : field.ticks) {
    const float place = parts.line.place_of(tick.stop);
    const bool is_last = tick.stop == last_stop(field);
    const bool touches = place + line > above || place - line < parts.line.to;
    if (tick.label.empty() || (touches && !field.named && !is_last)) continue;
    above = place;
    frame.write_in_middle(tick.label, beside_lettering,
                          {parts.under.x, place - line / 2, parts.under.width, line}, ink);
  }
}

std::optional<Event> draw_moves(Frame& frame, const ScaleField& field, const Parts& parts) {
  std::optional<Event> result;
  const std::string name = "scale:" + field.path + ":";
  const auto offered = [](const Move& move) { return move.stop < 0 ? Offered::no : Offered::yes; };
  const auto near = [&](const char* which, Sign sign, const Move& move, const Box& box) {
    if (draw_step_button(frame, name + which, sign, box, offered(move)))
      result = event::Slide{field.path, move.stop};
  };
  const auto far = [&](const char* which, const Move& move, const Box& box) {
    if (!move.label.empty() && draw_step_button(frame, name + which, move.label, box, offered(move)))
      result = event::Slide{field.path, move.stop};
  };
  near("less", Sign::minus, field.less, parts.less);
  near("more", Sign::plus, field.more, parts.more);
  far("far_less", field.far_less, parts.far_less);
  far("far_more", field.far_more, parts.far_more);
  return result;
}

// From the finger to the middle of the handle that it came down on, along the line.
struct HandleOffset {
  float pixels = 0;
};

// What the finger does with the line.
Drag drag_line(Frame& frame, const ScaleField& field, const Parts& parts) {
  const long stop = field.stop >= 0 ? field.stop : field.placeholder;
  const ImVec2 middle = point_on(parts, parts.line.place_of(std::max(0L, stop)));
  const float radius = handle_size(frame.theme()) / 2;
  const Box handle{middle.x - radius, middle.y - radius, 2 * radius, 2 * radius};
  const bool on_handle = stop >= 0 && frame.finger_came_down_in(handle);
  if (frame.finger_came_down_in(parts.bar)) {
    const ImVec2 finger = frame.finger();
    frame.memory().of<HandleOffset>(field.path).pixels = !on_handle      ? 0
                                                         : parts.upright ? middle.y - finger.y
                                                                         : middle.x - finger.x;
  }
  return frame.drag("scale:" + field.path, parts.bar, on_handle ? DragStart::at_once : DragStart::across);
}

}  // namespace

float slider_height(Frame& frame, const ScaleField& field, float width) {
  return cut(frame, field, {0, 0, width, frame.whole().height * 4}).height;
}

std::optional<Event> draw_slider(Frame& frame, const ScaleField& field, const Box& box) {
  const Parts parts = cut(frame, field, {box.x, box.y, box.width, frame.whole().height * 4});
  const Drag drag = drag_line(frame, field, parts);
  draw_line(frame, field, parts);
  draw_labels(frame, field, parts);
  draw_handle(frame, field, parts, drag.active);
  draw_value(frame, field, parts);
  auto result = draw_moves(frame, field, parts);
  if (!drag.active && !drag.tapped) return result;
  const float place =
      (parts.upright ? drag.finger.y : drag.finger.x) + frame.memory().of<HandleOffset>(field.path).pixels;
  const long stop = parts.line.stop_at(place);
  if (stop == field.stop) return result;
  return event::Slide{field.path, stop, drag.active && !drag.ended};
}

}  // namespace buurtpeil
