#include "ui/screens/deed_words.h"

#include <algorithm>
#include <cmath>

namespace buurtpeil {
namespace {

constexpr Lettering heading_lettering{TextSize::small, Weight::bold};
constexpr Lettering state_lettering{TextSize::small, Weight::bold};

// One below the other, or two columns with an arrow between, or a third one for how far it is.
struct DeedCut {
  bool beside = false, state_beside = false;
  float said = 0, arrow = 0, did = 0, state = 0;  // widths
  float state_words = 0;
};

DeedCut cut_deed(Frame& frame, const DeedWords& words, float width) {
  constexpr float letters_for_two_columns = 30, letters_for_three = 50;
  const Theme& theme = frame.theme();
  const float letter = theme.capital(words.lettering.size), gap = theme.space(4);
  DeedCut cut;
  cut.beside = width >= letters_for_two_columns * letter;
  cut.state_beside = width >= letters_for_three * letter;
  cut.arrow = std::max(theme.size(Size::sign), 1.4F * letter);
  if (cut.state_beside) {
    cut.state = std::floor(width * 0.25F);
    width -= cut.state + gap;
  }
  const float around = cut.arrow + 2 * gap;
  cut.said = cut.beside ? std::floor((width - around) * 0.46F) : width;
  cut.did = cut.beside ? width - around - cut.said : width - cut.arrow - theme.space(3);
  if (!cut.state_beside) cut.state = cut.did;
  cut.state_words = cut.state - theme.size(Size::mark) - theme.space(3);
  return cut;
}

float state_height(Frame& frame, const Deed& deed, const DeedCut& cut) {
  if (deed.state_words.empty()) return 0;
  const float above = cut.state_beside ? 0 : frame.theme().space(2);
  return above + std::max(frame.theme().size(Size::mark),
                          frame.height_of(deed.state_words, state_lettering, cut.state_words));
}

float part_height(Frame& frame, const std::string& heading, const StyledText& text, const DeedWords& words,
                  float width) {
  return frame.height_of(heading, heading_lettering, width) + frame.height_of(text, words.lettering, width);
}

// A disc with a check, a ring that is half full, an empty ring with a cross: told apart by their shape.
void draw_state_sign(Frame& frame, Deed::State state, const Box& box) {
  const Palette& palette = frame.colours();
  switch (state) {
    case Deed::State::done:
      frame.fill(box, palette.accent, box.width / 2);
      return frame.sign(Sign::check, inset(box, box.width * 0.2F), palette.on_accent);
    case Deed::State::going_on:
      return frame.ring(box, 0.5F, palette.accent, palette.track);
    case Deed::State::not_done:
      frame.edge(box, palette.ink_quiet, box.width / 2, frame.theme().size(Size::rim));
      return frame.sign(Sign::cross, inset(box, box.width * 0.2F), palette.ink_quiet);
  }
}

void draw_state(Frame& frame, const Deed& deed, Box box) {
  if (deed.state_words.empty()) return;
  const Theme& theme = frame.theme();
  const float mark = theme.size(Size::mark);
  draw_state_sign(frame, deed.state, centred(take_left(box, mark, theme.space(3)), mark, mark));
  frame.write_in_middle(deed.state_words, state_lettering, box, frame.colours().ink);
}

void draw_part(Frame& frame, const std::string& heading, const StyledText& text, const DeedWords& words,
               Box box) {
  const float above = frame.height_of(heading, heading_lettering, box.width);
  frame.write(heading, heading_lettering, take_top(box, above), frame.colours().ink_quiet);
  frame.write(text, words.lettering, box, frame.colours().ink);
}

}  // namespace

float deed_height(Frame& frame, const Deed& deed, const DeedWords& words, float width) {
  const DeedCut cut = cut_deed(frame, words, width);
  const float said = part_height(frame, words.said, deed.said, words, cut.said);
  const float did = part_height(frame, words.did, deed.did, words, cut.did);
  const float state = state_height(frame, deed, cut);
  if (cut.state_beside) return std::ceil(std::max({said, did, state}));
  return std::ceil(cut.beside ? std::max(said, did + state) : said + frame.theme().space(3) + did + state);
}

void draw_deed(Frame& frame, const Deed& deed, const DeedWords& words, const Box& box) {
  const Theme& theme = frame.theme();
  const DeedCut cut = cut_deed(frame, words, box.width);
  Box rest = box;
  Box state = cut.state_beside ? take_right(rest, cut.state, theme.space(4)) : Box{};
  const float said = part_height(frame, words.said, deed.said, words, cut.said);
  Box first, arrow;
  if (cut.beside) {
    first = take_left(rest, cut.said, theme.space(4));
    arrow = take_left(rest, cut.arrow, theme.space(4));
    arrow.y += frame.line_height(heading_lettering.size);
    arrow.height = frame.line_height(words.lettering.size);
  } else {
    first = take_top(rest, said, theme.space(3));
    arrow = take_left(rest, cut.arrow, theme.space(3));
    arrow.y += frame.line_height(heading_lettering.size);
    arrow.height = frame.line_height(words.lettering.size);
  }
  draw_part(frame, words.said, deed.said, words, first);
  frame.sign(cut.beside ? Sign::forward : Sign::down, arrow, frame.colours().accent);
  const float did = part_height(frame, words.did, deed.did, words, cut.did);
  draw_part(frame, words.did, deed.did, words, take_top(rest, did, theme.space(2)));
  if (!cut.state_beside) state = {rest.x, rest.y, cut.state, state_height(frame, deed, cut) - theme.space(2)};
  draw_state(frame, deed, state);
}

}  // namespace buurtpeil
