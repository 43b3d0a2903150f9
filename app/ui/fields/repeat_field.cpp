#include <algorithm>

#include "ui/fields/asked.h"
#include "ui/fields/fields.h"
#include "ui/widgets.h"

namespace buurtpeil {
namespace {

// Cards below each other, as wide as choices are.
void add_cards(Frame& frame, PageContent& content, const RepeatField& field, float width) {
  const auto add = [&](const std::string& name, const Button& button, Sign sign, float gap) {
    if (button.label.empty()) return;
    const ButtonDesign design{.look = ButtonLook::card, .before = sign, .weight = Weight::regular};
    const float wide = std::min(width, frame.theme().size(Size::asking_column));
    const float height = button_height(frame, button, design, wide, frame.theme().card_height());
    content.add({.gap = gap,
                 .height = height,
                 .draw =
                     [&frame, name, &button, design, wide](const Box& box) {
                       return draw_button(frame, name, button, {box.x, box.y, wide, box.height}, design);
                     },
                 .cards = {{0, height}}});
  };
  add("add:" + field.path, field.add, Sign::plus, frame.theme().space(5));
  add("next", field.go_on, Sign::forward, frame.theme().space(field.add.label.empty() ? 5 : 3));
  add("remove:" + field.path, field.remove, Sign::cross, frame.theme().space(6));
}

}  // namespace

void add_field(Frame& frame, PageContent& content, const RepeatField& field, const Setup& setup) {
  add_asked(frame, content, field, "", setup);
  add_cards(frame, content, field, setup.width);
  if (setup.setting == Setting::hints_last) add_left_out(frame, content, field, "", setup.width, setup.room);
}

}  // namespace buurtpeil
