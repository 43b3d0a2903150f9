#include "ui/pictures/face.h"

#include <algorithm>
#include <vector>

#include "ui/frame.h"

namespace buurtpeil {

void draw_face(Frame& frame, const Box& box, float mood, bool chosen) {
  const Palette& palette = frame.colours();
  const float size = std::min(box.width, box.height);
  const float x = middle_x(box), y = middle_y(box);
  const float stroke = std::max(1.5F, size * 0.055F);
  const Colour ink = chosen ? palette.on_accent : palette.ink;
  const Box round = centred(box, size, size);
  frame.fill(round, chosen ? palette.accent : palette.card, size / 2);
  if (!chosen) frame.edge(round, ink, size / 2, stroke);
  for (const float side : {-1.0F, 1.0F})
    frame.circle(x + side * size * 0.17F, y - size * 0.11F, size * 0.05F, ink);
  // The mouth: a bow whose ends go up with the mood.
  constexpr int steps = 20;
  const float half = size * 0.22F, middle = y + size * 0.19F, bend = size * 0.13F * mood;
  std::vector<ImVec2> mouth;
  for (int step = 0; step <= steps; ++step) {
    const float at = 2 * static_cast<float>(step) / steps - 1;
    mouth.emplace_back(x + at * half, middle + bend * (0.5F - at * at));
  }
  frame.stroke(mouth, ink, stroke);
}

}  // namespace buurtpeil
