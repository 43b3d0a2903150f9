#include "ui/fields/option_card.h"

#include <algorithm>
#include <cmath>

#include "ui/fields/media_buttons.h"
#include "ui/widgets.h"

namespace buurtpeil {
namespace {

// What is beside the words of a choice.
float around_choice(const Theme& theme, bool marked) {
  return 2 * theme.size(Size::card_padding) + (marked ? theme.size(Size::mark) + theme.space(4) : 0);
}

// A picture without a mark is shown without its label.
StyledView words_beside(const ChoiceField& field, const ChoiceField::Option& option) {
  return !field.marked && has_picture(option) ? StyledView("") : StyledView(option.label);
}

float words_height(Frame& frame, StyledView label, float width, bool marked) {
  const Theme& theme = frame.theme();
  const float text = frame.height_of(label, {theme.card_text()}, width - around_choice(theme, marked));
  return std::max(theme.card_height(), std::ceil(text + 2 * theme.card_air()));
}

// Its share of a card of that width.
float option_picture_height(const Theme& theme, float width) {
  return std::min(theme.size(Size::choice_picture), std::floor(width * 0.75F));
}

}  // namespace

float choice_width(Frame& frame, const ChoiceField& field, const ChoiceField::Option& option) {
  return frame.width_of(words_beside(field, option), {frame.theme().card_text()}) +
         around_choice(frame.theme(), field.marked) + beside_choice(frame, option);
}

float choice_word_width(Frame& frame, const ChoiceField& field, const ChoiceField::Option& option) {
  return widest_word_of(frame, words_beside(field, option), {frame.theme().card_text()}) +
         around_choice(frame.theme(), field.marked) + beside_choice(frame, option);
}

float choice_height(Frame& frame, const ChoiceField& field, const ChoiceField::Option& option, float width) {
  const StyledView words = words_beside(field, option);
  if (!has_picture(option))
    return words_height(frame, words, width - beside_choice(frame, option), field.marked);
  const Theme& theme = frame.theme();
  const float picture =
      option_picture_height(theme, width) + 2 * theme.space(2) + below_choice(frame, option);
  return words.empty() ? picture : picture + words_height(frame, words, width, field.marked);
}

std::optional<Event> draw_choice(Frame& frame, const ChoiceField& field, const ChoiceField::Option& option,
                                 const Box& whole) {
  const Theme& theme = frame.theme();
  const ChoiceBoxes boxes = cut_choice(frame, option, whole);
  const Box& box = boxes.card;
  const Contact contact = frame.touch("choice:" + field.path + "=" + option.name, box);
  draw_choice_card(frame, option.selected, contact.pressed, box);
  Box rest = box;
  const StyledView words = words_beside(field, option);
  if (has_picture(option)) {
    const float height =
        words.empty() ? box.height : option_picture_height(theme, box.width) + theme.space(2);
    frame.picture(option.media.image, inset(take_top(rest, height), theme.space(2)));
  }
  Box inner = inset(rest, theme.size(Size::card_padding), 0);
  if (field.marked) {
    const Box place = take_left(inner, theme.size(Size::mark), theme.space(4));
    const Box mark = centred(place, theme.size(Size::mark), theme.size(Size::mark));
    if (field.ordered)
      draw_place(frame, mark, option.place);
    else if (option.number > 0 && !option.selected)
      draw_number_on_card(frame, mark, option.number);
    else
      draw_mark(frame, mark, field.several, option.selected);
  }
  const Align align = field.marked ? Align::start : Align::center;
  frame.write_in_middle(words, {.size = theme.card_text(), .align = align}, inner, frame.colours().ink);
  if (!field.marked && option.selected) draw_chosen_badge(frame, box);
  auto beside = draw_beside_choice(frame, field.path, option, boxes);
  if (contact.tapped) return event::Choose{field.path, option.name};
  return beside;
}

}  // namespace buurtpeil
