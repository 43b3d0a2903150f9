// What stands beside words besides pictures: buttons to listen, to see a picture in large, to read a longer
// explanation.
#pragma once

#include <optional>

#include "ui/frame.h"

namespace buurtpeil {

/// "listen:street", "listen:street=elm": the name of a recording's target.
[[nodiscard]] float listen_width(Frame& frame, const Media& media);  ///< with its words
std::optional<Event> draw_listen(Frame& frame, const std::string& name, const Media& media, const Box& box);

/// A picture in the box, in large by a tap where there is a large one, which a sign in its corner says.
std::optional<Event> draw_picture(Frame& frame, const std::string& name, const Media& media, const Box& box);

/// A choice's card, and beside or below it what is touched without choosing.
struct ChoiceBoxes {
  Box card, listen, enlarge;  ///< of no size for none
};
[[nodiscard]] inline bool has_picture(const ChoiceField::Option& option) {
  return !option.media.image.empty();
}
/// What those take of the width and of the height of a choice.
[[nodiscard]] float beside_choice(Frame& frame, const ChoiceField::Option& option);
[[nodiscard]] float below_choice(Frame& frame, const ChoiceField::Option& option);
[[nodiscard]] ChoiceBoxes cut_choice(Frame& frame, const ChoiceField::Option& option, const Box& box);
std::optional<Event> draw_beside_choice(Frame& frame, const std::string& path,
                                        const ChoiceField::Option& option, const ChoiceBoxes& boxes);

/// Whether a picture was opened in large: it has the page for itself.
[[nodiscard]] bool picture_is_open(Frame& frame);
/// What is then in place of the page: the picture, closed by a tap, and a button that says so in the footer.
void draw_enlarged(Frame& frame, const std::string& close, const Box& body, const Box& footer);

}  // namespace buurtpeil
