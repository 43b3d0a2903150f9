#include "ui/fields/step_button.h"

#include <algorithm>

namespace buurtpeil {
namespace {

// What is not offered is pale. Colours of a high contrast have no pale line: there it is left out.
bool is_drawn(Frame& frame, Offered offered) {
  const Contrast contrast = frame.page().look.contrast;
  return offered == Offered::yes || contrast == Contrast::normal || contrast == Contrast::low;
}

// The card alone; true when it was tapped.
bool draw_card(Frame& frame, const std::string& name, const Box& box, Offered offered) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  if (offered == Offered::no) {
    if (is_drawn(frame, offered)) frame.edge(box, palette.line, theme.corner(), theme.stroke());
    return false;
  }
  const Contact contact = frame.touch(name, box, Taps::each);
  if (!contact.pressed) frame.shadow(box, theme.corner());
  frame.fill(box, contact.pressed ? palette.pressed : palette.card, theme.corner());
  frame.edge(box, palette.edge, theme.corner(), theme.stroke());
  return contact.tapped;
}

}  // namespace

float step_button_size(const Theme& theme) { return theme.step_button(); }

bool draw_step_button(Frame& frame, const std::string& name, Sign sign, const Box& box, Offered offered) {
  const bool tapped = draw_card(frame, name, box, offered);
  const float size = frame.theme().size(Size::lone_sign);
  if (is_drawn(frame, offered))
    frame.sign(sign, centred(box, size, size),
               offered == Offered::yes ? frame.colours().ink : frame.colours().line);
  return tapped;
}

bool draw_step_button(Frame& frame, const std::string& name, std::string_view words, const Box& box,
                      Offered offered) {
  const bool tapped = draw_card(frame, name, box, offered);
  if (is_drawn(frame, offered))
    frame.write_in_middle(words, {TextSize::small, Weight::bold, Align::center}, box,
                          offered == Offered::yes ? frame.colours().ink : frame.colours().edge);
  return tapped;
}

}  // namespace buurtpeil
