#include "ui/fields/media_buttons.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets.h"

namespace buurtpeil {
namespace {

ButtonDesign listen_design(const Media& media) {
  return {.look = ButtonLook::card,
          .before = media.heard ? Sign::stop : Sign::sound,
          .weight = Weight::regular,
          .size = TextSize::small};
}

bool is_heard(const ChoiceField::Option& option) { return !option.media.listen.label.empty(); }
bool is_enlarged(const ChoiceField::Option& option) { return !option.media.big_image.empty(); }
float gap_between_buttons(const Theme& theme) { return theme.space(3); }

// What lies over the page.
struct OpenPicture {
  std::string file;  // "" for none
};

void enlarge(Frame& frame, const std::string& file) {
  frame.memory().of<OpenPicture>().file = file;
  frame.draw_again();
}

}  // namespace

float listen_width(Frame& frame, const Media& media) {
  return button_width(frame, media.listen, listen_design(media));
}

std::optional<Event> draw_listen(Frame& frame, const std::string& name, const Media& media, const Box& box) {
  if (listen_width(frame, media) <= box.width)
    return draw_button(frame, "listen:" + name, media.listen, box, listen_design(media));
  if (draw_sign_button(frame, "listen:" + name, media.heard ? Sign::stop : Sign::sound, box))
    return media.listen.event;
  return std::nullopt;
}

std::optional<Event> draw_picture(Frame& frame, const std::string& name, const Media& media, const Box& box) {
  const Theme& theme = frame.theme();
  const float corner = theme.corner();
  frame.picture(media.image, box, Fit::contain, corner);
  if (media.big_image.empty()) return std::nullopt;
  const Box place = frame.picture_place(media.image, box);
  const Contact contact = frame.touch("picture:" + name, place);
  const float size = std::min(theme.size(Size::lone_sign) + 2 * theme.space(2), place.height);
  const float aside = theme.space(2);
  const Box badge{right(place) - size - aside, bottom(place) - size - aside, size, size};
  frame.shadow(badge, corner);
  frame.fill(badge, contact.pressed ? frame.colours().pressed : frame.colours().card, corner);
  frame.edge(badge, frame.colours().edge, corner, theme.stroke());
  frame.sign(Sign::enlarge, inset(badge, theme.space(2)), frame.colours().ink);
  if (!contact.tapped) return std::nullopt;
  enlarge(frame, media.big_image);
  return event::Touch{};
}

// Beside a line of words, or below a picture.
float beside_choice(Frame& frame, const ChoiceField::Option& option) {
  if (has_picture(option)) return 0;
  const float each = frame.theme().size(Size::square_button) + gap_between_buttons(frame.theme());
  return (is_heard(option) ? each : 0) + (is_enlarged(option) ? each : 0);
}

float below_choice(Frame& frame, const ChoiceField::Option& option) {
  if (!has_picture(option) || (!is_heard(option) && !is_enlarged(option))) return 0;
  return frame.theme().size(Size::square_button) + gap_between_buttons(frame.theme());
}

ChoiceBoxes cut_choice(Frame& frame, const ChoiceField::Option& option, const Box& box) {
  const float size = frame.theme().size(Size::square_button), gap = gap_between_buttons(frame.theme());
  ChoiceBoxes boxes{.card = box, .listen = {}, .enlarge = {}};
  if (!has_picture(option)) {
    if (is_enlarged(option)) boxes.enlarge = take_right(boxes.card, size, gap);
    if (is_heard(option)) boxes.listen = take_right(boxes.card, size, gap);
    boxes.listen = centred(boxes.listen, size, size);
    boxes.enlarge = centred(boxes.enlarge, size, size);
    return boxes;
  }
  if (!is_heard(option) && !is_enlarged(option)) return boxes;
  Box row = take_bottom(boxes.card, size, gap);
  if (is_enlarged(option)) boxes.enlarge = take_right(row, size, gap);
  if (is_heard(option)) boxes.listen = row;
  return boxes;
}

std::optional<Event> draw_beside_choice(Frame& frame, const std::string& path,
                                        const ChoiceField::Option& option, const ChoiceBoxes& boxes) {
  const std::string name = path + "=" + option.name;
  std::optional<Event> result;
  if (is_heard(option)) result = draw_listen(frame, name, option.media, boxes.listen);
  if (is_enlarged(option) && draw_sign_button(frame, "picture:" + name, Sign::enlarge, boxes.enlarge)) {
    enlarge(frame, option.media.big_image);
    result = event::Touch{};
  }
  return result;
}

bool picture_is_open(Frame& frame) { return !frame.memory().of<OpenPicture>().file.empty(); }

void draw_enlarged(Frame& frame, const std::string& close, const Box& body, const Box& footer) {
  const Theme& theme = frame.theme();
  static constexpr ButtonDesign design{.look = ButtonLook::card, .before = Sign::cross};
  const Button button{close, event::Touch{}};
  const Box row =
      centred(footer, std::min(button_width(frame, button, design), footer.width), theme.button_height());
  std::string& file = frame.memory().of<OpenPicture>().file;
  frame.picture(file, body, Fit::contain, theme.corner());
  const bool tapped = frame.touch("enlarged", body).tapped;
  if (!draw_button(frame, "close_picture", button, row, design) && !tapped) return;
  file.clear();
  frame.draw_again();
}

}  // namespace buurtpeil
