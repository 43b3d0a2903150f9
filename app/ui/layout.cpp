#include "ui/layout.h"

#include <cassert>
#include <cmath>

namespace buurtpeil {

Box inset(const Box& box, float horizontal, float vertical) {
  return {box.x + horizontal, box.y + vertical, std::max(0.0F, box.width - 2 * horizontal),
          std::max(0.0F, box.height - 2 * vertical)};
}

Box take_top(Box& rest, float height, float gap) {
  const float taken = std::min(height, rest.height);
  const Box piece{rest.x, rest.y, rest.width, taken};
  const float lost = std::min(taken + gap, rest.height);
  rest.y += lost;
  rest.height -= lost;
  return piece;
}

Box take_bottom(Box& rest, float height, float gap) {
  const float taken = std::min(height, rest.height);
  const Box piece{rest.x, bottom(rest) - taken, rest.width, taken};
  rest.height -= std::min(taken + gap, rest.height);
  return piece;
}

Box take_left(Box& rest, float width, float gap) {
  const float taken = std::min(width, rest.width);
  const Box piece{rest.x, rest.y, taken, rest.height};
  const float lost = std::min(taken + gap, rest.width);
  rest.x += lost;
  rest.width -= lost;
  return piece;
}

Box take_right(Box& rest, float width, float gap) {
  const float taken = std::min(width, rest.width);
  const Box piece{right(rest) - taken, rest.y, taken, rest.height};
  rest.width -= std::min(taken + gap, rest.width);
  return piece;
}

Box centred(const Box& around, float width, float height) {
  const float wide = std::min(width, around.width);
  const float high = std::min(height, around.height);
  return {std::floor(around.x + (around.width - wide) / 2), std::floor(around.y + (around.height - high) / 2),
          wide, high};
}

Box centred_column(const Box& around, float width) { return centred(around, width, around.height); }

Box common(const Box& first, const Box& second) {
  const float x = std::max(first.x, second.x);
  const float y = std::max(first.y, second.y);
  return {x, y, std::max(0.0F, std::min(right(first), right(second)) - x),
          std::max(0.0F, std::min(bottom(first), bottom(second)) - y)};
}

bool contains(const Box& box, float x, float y) {
  return x >= box.x && x < right(box) && y >= box.y && y < bottom(box);
}

bool overlap(const Box& first, const Box& second) {
  const Box both = common(first, second);
  return both.width > 0 && both.height > 0;
}

Box mirrored(const Box& box, float page_width) {
  return {page_width - right(box), box.y, box.width, box.height};
}

std::vector<Box> grid(const Box& area, int count, int columns, float height, float gap) {
  assert(columns > 0);
  const float width =
      std::floor((area.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
  std::vector<Box> boxes;
  for (int index = 0; index < count; ++index) {
    const auto column = static_cast<float>(index % columns);
    const auto row = static_cast<float>(index / columns);
    boxes.push_back({area.x + column * (width + gap), area.y + row * (height + gap), width, height});
  }
  return boxes;
}

}  // namespace buurtpeil
