#include "ui/fields/rating.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "ui/layout.h"

namespace buurtpeil {
namespace {

constexpr Lettering rating_value{TextSize::lead, Weight::bold};

// How the stars lie.
struct Rows {
  int per_row = 1, rows = 1;
  float star = 0, gap = 0;
  float under = 0;  // height of the words below
  [[nodiscard]] float width() const { return static_cast<float>(per_row) * (star + gap) - gap; }
  [[nodiscard]] float height() const { return static_cast<float>(rows) * (star + gap) - gap; }
};

const StyledText& label_of(const ScaleField& field, long stop) {
  static const StyledText none;
  if (!field.named) return none;  // the stars are counted by themselves
  for (const auto& tick : field.ticks)
    if (tick.stop == stop) return tick.label;
  return none;
}

Lettering end_lettering(Align align) { return {TextSize::small, Weight::regular, align}; }

Rows cut(Frame& frame, const ScaleField& field, float width) {
  const Theme& theme = frame.theme();
  const int stars = static_cast<int>(field.stops);
  Rows cut{.per_row = stars, .rows = 1, .star = 0, .gap = theme.space(3)};
  const auto size_of = [&](int count) {
    return std::floor((width + cut.gap) / static_cast<float>(count) - cut.gap);
  };
  if (size_of(stars) < theme.target()) cut.per_row = (stars + 1) / 2, cut.rows = 2;
  cut.star = std::clamp(size_of(cut.per_row), theme.target(), theme.card_height() * 1.6F);
  for (const long end : {0L, field.stops - 1})
    cut.under = std::max(cut.under, frame.height_of(label_of(field, end), end_lettering(Align::start),
                                                    cut.width() / 2 - cut.gap));
  return cut;
}

// The value has a line of its own, whether there is one or not.
float rating_value_height(Frame& frame) { return frame.line_height(TextSize::lead); }

void draw_star(Frame& frame, const Box& box, bool given, bool pressed) {
  constexpr float pi = std::numbers::pi_v<float>;
  const float radius = box.width * 0.48F;
  const ImVec2 middle(middle_x(box), middle_y(box) + radius * 0.05F);
  std::vector<ImVec2> corners;
  for (int corner = 0; corner < 10; ++corner) {
    const float angle = -pi / 2 + static_cast<float>(corner) * pi / 5;
    const float length = corner % 2 == 0 ? radius : radius * 0.46F;
    corners.emplace_back(middle.x + length * std::cos(angle), middle.y + length * std::sin(angle));
  }
  const Palette& palette = frame.colours();
  frame.shape(corners, given ? palette.accent : pressed ? palette.pressed : palette.card);
  corners.push_back(corners.front());
  // A stroke in the same colour rounds the corners of a star that is given.
  frame.stroke(corners, given ? palette.accent : palette.edge, frame.theme().size(Size::rim));
}

}  // namespace

float rating_height(Frame& frame, const ScaleField& field, float width) {
  const Rows rows = cut(frame, field, width);
  const float gap = frame.theme().space(3);
  return rows.height() + (rows.under > 0 ? gap + rows.under : 0) + gap + rating_value_height(frame);
}

std::optional<Event> draw_rating(Frame& frame, const ScaleField& field, const Box& box) {
  const Rows rows = cut(frame, field, box.width);
  const Theme& theme = frame.theme();
  std::optional<Event> result;
  Box rest = box;
  const Box stars = take_top(rest, rows.height(), theme.space(3));
  for (long stop = 0; stop < field.stops; ++stop) {
    const auto row = static_cast<float>(stop / rows.per_row),
               column = static_cast<float>(stop % rows.per_row);
    const Box star{stars.x + column * (rows.star + rows.gap), stars.y + row * (rows.star + rows.gap),
                   rows.star, rows.star};
    const Contact contact = frame.touch("scale:" + field.path + "=" + std::to_string(stop), star);
    draw_star(frame, star, stop <= field.stop, contact.pressed);
    if (contact.tapped) result = event::Slide{field.path, stop};
  }
  if (rows.under > 0) {
    Box under = take_top(rest, rows.under, theme.space(3));
    under.width = rows.width();
    const Colour ink = frame.colours().ink_quiet;
    const Box low = take_left(under, rows.width() / 2 - rows.gap, 2 * rows.gap);
    frame.write(label_of(field, 0), end_lettering(Align::start), low, ink);
    frame.write(label_of(field, field.stops - 1), end_lettering(Align::end), under, ink);
  }
  frame.write(field.value, rating_value, rest, frame.colours().ink);
  return result;
}

}  // namespace buurtpeil
