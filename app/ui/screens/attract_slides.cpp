#include "ui/screens/attract_slides.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/screens/deed_words.h"

namespace buurtpeil {
namespace {

constexpr std::array sizes_of_claim = {TextSize::display, TextSize::title, TextSize::lead, TextSize::reading};

void draw_band(Frame& frame, const Box& area) { frame.fill(area, frame.colours().tint); }

// Ten people, so many of them filled.
void draw_ten(Frame& frame, int of_ten, const Box& box) {
  constexpr float gap_of_part = 0.12F;
  const float step = box.width / 10, gap = step * gap_of_part;
  const float corner = std::min(frame.theme().corner(), box.height / 2);
  for (int index = 0; index < 10; ++index) {
    const Box part{box.x + step * static_cast<float>(index), box.y, step - gap, box.height};
    if (index < of_ten)
      frame.fill(part, frame.colours().accent, corner);
    else
      frame.edge(part, frame.colours().accent, corner, frame.theme().stroke());
  }
}

bool draw_finding(Frame& frame, const AttractView::Finding& finding, const Box& area, const Box& text) {
  const Theme& theme = frame.theme();
  const float air = theme.space(theme.room() == Room::roomy ? 4 : 3);
  const float about = frame.height_of(finding.about, {TextSize::reading}, text.width);
  const float question = frame.height_of(finding.question, {TextSize::lead}, text.width);
  for (const TextSize size : sizes_of_claim) {
    const Lettering lettering{size, Weight::bold};
    const float claim = frame.height_of(finding.claim, lettering, text.width);
    const float least = theme.capital(size);
    const float others = question + theme.space(1) + claim + theme.space(4) + theme.space(3) + about;
    if (others + least + 2 * air > area.height) continue;
    const float bar = std::min(2 * least, area.height - 2 * air - others), needed = others + bar;
    draw_band(frame, area);
    Box rest = centred({text.x, area.y, text.width, area.height}, text.width, needed);
    frame.write(finding.question, {TextSize::lead}, take_top(rest, question, theme.space(1)),
                frame.colours().ink_quiet);
    frame.write(finding.claim, lettering, take_top(rest, claim, theme.space(4)), frame.colours().ink);
    draw_ten(frame, finding.of_ten, take_top(rest, bar, theme.space(3)));
    frame.write(finding.about, {TextSize::reading}, rest, frame.colours().ink_quiet);
    return true;
  }
  return false;
}

bool draw_deed_slide(Frame& frame, const AttractView& view, const Box& area, const Box& text) {
  const Theme& theme = frame.theme();
  const float air = theme.space(theme.room() == Room::roomy ? 5 : 3);
  for (const TextSize size : sizes_of_claim) {
    const DeedWords words{view.said_words, view.did_words, {size, Weight::bold}};
    const float needed = deed_height(frame, *view.deed, words, text.width);
    if (needed + 2 * air > area.height) continue;
    draw_band(frame, area);
    draw_deed(frame, *view.deed, words,
              centred({text.x, area.y, text.width, area.height}, text.width, needed));
    return true;
  }
  return false;
}

}  // namespace

bool draw_telling_slide(Frame& frame, const AttractView& view, const Box& area, const Box& text) {
  if (view.finding) return draw_finding(frame, *view.finding, area, text);
  return view.deed && draw_deed_slide(frame, view, area, text);
}

}  // namespace buurtpeil
