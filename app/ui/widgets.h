// The pieces that screens are made of: buttons, choice cards, complaints, what frames every page. Each
// measures itself for a width, draws itself into a box, and gives an Event when it was tapped.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ui/frame.h"

namespace buurtpeil {

struct ButtonDesign {
  ButtonLook look = ButtonLook::card;
  std::optional<Sign> before = std::nullopt, after = std::nullopt;
  Weight weight = Weight::bold;
  TextSize size = TextSize::reading;
  Taps taps = Taps::once;
};

/// Width of a button whose label stands on one line.
[[nodiscard]] float button_width(Frame& frame, const Button& button, const ButtonDesign& design);
/// Height of a button of that width: at least `least`, more where the label needs several lines.
[[nodiscard]] float button_height(Frame& frame, const Button& button, const ButtonDesign& design, float width,
                                  float least);
/// Draws it; without a label there is no button. Tapped, it gives the button's event.
std::optional<Event> draw_button(Frame& frame, const std::string& name, const Button& button, const Box& box,
                                 const ButtonDesign& design);

/// A square card with a sign alone.
bool draw_sign_button(Frame& frame, const std::string& name, Sign sign, const Box& box,
                      Taps taps = Taps::once, ButtonLook look = ButtonLook::card);

/// The parts of a choice: the round or square field, empty or with its sign; the number of one in an order,
/// empty for 0; the card.
void draw_mark(Frame& frame, const Box& box, bool several, bool selected);
/// The number that a choice has on the map: a disc in the middle of the box; 0: the disc alone. On its card,
/// in place of the mark, it has no disc that would be much larger than a mark.
[[nodiscard]] float map_number_size(Frame& frame);
void draw_map_number(Frame& frame, const Box& box, int number);
void draw_number_on_card(Frame& frame, const Box& box, int number);
void draw_place(Frame& frame, const Box& box, int place);
/// A check on the card's edge: chosen, where there is no mark beside the words.
void draw_chosen_badge(Frame& frame, const Box& card);
void draw_choice_card(Frame& frame, bool selected, bool pressed, const Box& box);
/// The longest of words that are set without being broken.
[[nodiscard]] float widest_word_of(Frame& frame, StyledView text, const Lettering& lettering);

/// As many of the first line's words as fit, with "..." where there are more; one word at least.
[[nodiscard]] std::string first_line_of(Frame& frame, std::string_view text, const Lettering& lettering,
                                        float width);

/// "I'd rather not say": small, with a mark, because it can be taken back.
[[nodiscard]] Box refuse_box(Frame& frame, const Button& button, const Box& area);
std::optional<Event> draw_refuse(Frame& frame, const std::string& path, const Button& button, bool refused,
                                 const Box& box);

/// Why the visit did not go on: a sign, an edge and words, so that it is seen without colour.
[[nodiscard]] float complaint_height(Frame& frame, StyledView words, float width);
void draw_complaint(Frame& frame, StyledView words, const Box& box);

/// The page's background; above a page that was moved down the street.
void draw_paper(Frame& frame);
/// The owner's mark and name, and the trial word. As wide as they need, at most the box.
void draw_owner(Frame& frame, const Box& box);
[[nodiscard]] float owner_width(Frame& frame);
/// The trial word alone, where there is no room for the owner; no width when there is none.
[[nodiscard]] float trial_width(Frame& frame);
void draw_trial(Frame& frame, const Box& box);
[[nodiscard]] float header_height(const Theme& theme);
[[nodiscard]] float footer_height(const Theme& theme);

}  // namespace buurtpeil
