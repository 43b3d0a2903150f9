#include "support/layout_check.h"

#include <algorithm>

#include "ui/layout.h"

namespace buurtpeil {

std::string in_words(const Box& box) {
  return std::to_string(static_cast<int>(box.x)) + "," + std::to_string(static_cast<int>(box.y)) + " " +
         std::to_string(static_cast<int>(box.width)) + "x" + std::to_string(static_cast<int>(box.height));
}

float distance(const Box& first, const Box& second) {
  const float across = std::max(first.x, second.x) - std::min(right(first), right(second));
  const float down = std::max(first.y, second.y) - std::min(bottom(first), bottom(second));
  return std::max(across, down);
}

namespace {

constexpr float tolerance_px = 0.5F;

bool within(const Box& inner, const Box& outer, float tolerance) {
  return inner.x >= outer.x - tolerance && inner.y >= outer.y - tolerance &&
         right(inner) <= right(outer) + tolerance && bottom(inner) <= bottom(outer) + tolerance;
}

std::string target_faults(const Display& display, const std::vector<Target>& targets) {
  const float mm = 1 / display.mm_per_pixel;
  const Box screen{0, 0, static_cast<float>(display.width_px), static_cast<float>(display.height_px)};
  std::string faults;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const Target& target = targets[i];
    if (!target.reachable) continue;
    if (std::min(target.box.width, target.box.height) < least_target_mm * mm - tolerance_px)
      faults += "  " + target.name + " is too small: " + in_words(target.box) + "\n";
    if (!within(target.box, screen, 0))
      faults += "  " + target.name + " leaves the screen: " + in_words(target.box) + "\n";
    for (std::size_t j = 0; j < i; ++j)
      if (targets[j].reachable && distance(target.box, targets[j].box) < least_gap_mm * mm - tolerance_px)
        faults += "  " + target.name + " is too near to " + targets[j].name + "\n";
  }
  return faults;
}

// Texts that scroll may be cut by the edge of their page, but never at the sides.
std::string beside_targets(const DrawnText& text, const Box& seen, const std::vector<Target>& targets) {
  std::string faults;
  for (const Target& target : targets) {
    if (!target.reachable) continue;
    const bool of_target = contains(target.box, middle_x(seen), middle_y(seen));
    // A line's box is higher than its letters are, most of all in Arabic.
    const Box letters = inset(text.box, 0, text.box.height * 0.1F);
    if (of_target && !within(letters, target.box, 1))
      faults += "  larger than " + target.name + ": " + text.words + "\n";
    if (!of_target && overlap(inset(target.box, 1), inset(seen, 1)))
      faults += "  under " + target.name + ": " + text.words + "\n";
  }
  return faults;
}

std::string text_faults(const Display& display, const std::vector<Target>& targets,
                        const std::vector<DrawnText>& texts) {
  std::string faults;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const DrawnText& text = texts[i];
    const Box seen = common(text.box, text.clip);
    if (seen.width < 1 || seen.height < 1) continue;
    const bool scrolls = text.clip.height < static_cast<float>(display.height_px) - 1;
    Box room = text.clip;
    if (scrolls) room.y = text.box.y, room.height = text.box.height;
    if (!within(text.box, room, 1)) faults += "  cut off: " + text.words + "\n";
    if (text.cut_words > 0) faults += "  a word is broken: " + text.words + "\n";
    for (std::size_t j = 0; j < i; ++j) {
      const Box both = common(seen, common(texts[j].box, texts[j].clip));
      if (both.width > 1 && both.height > 1)
        faults += "  on each other: " + text.words + " / " + texts[j].words + "\n";
    }
    if (!scrolls) faults += beside_targets(text, seen, targets);
  }
  return faults;
}

}  // namespace

std::string layout_faults(const Display& display, const std::vector<Target>& targets,
                          const std::vector<DrawnText>& texts) {
  return target_faults(display, targets) + text_faults(display, targets, texts);
}

}  // namespace buurtpeil
