// The card of one choice: a mark (round for one answer, square for several, a number in an order) and a
// label, below a picture where it has one; in a field that is not marked the words alone, or the picture
// alone. What is touched without choosing stands beside or below it.
#pragma once

#include <optional>

#include "ui/frame.h"

namespace buurtpeil {

[[nodiscard]] float choice_width(Frame& frame, const ChoiceField& field, const ChoiceField::Option& option);
/// The least that breaks none of its words.
[[nodiscard]] float choice_word_width(Frame& frame, const ChoiceField& field,
                                      const ChoiceField::Option& option);
[[nodiscard]] float choice_height(Frame& frame, const ChoiceField& field, const ChoiceField::Option& option,
                                  float width);
std::optional<Event> draw_choice(Frame& frame, const ChoiceField& field, const ChoiceField::Option& option,
                                 const Box& box);

}  // namespace buurtpeil
