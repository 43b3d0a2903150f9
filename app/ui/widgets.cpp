#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

#include "ui/pictures/street.h"

namespace buurtpeil {
namespace {

constexpr Lettering lettering_of(const ButtonDesign& design, Align align = Align::center) {
  return {design.size, design.weight, align};
}

float sign_size(const Theme& theme) { return theme.size(Size::sign); }
float button_padding(const Theme& theme) { return theme.size(Size::button_padding); }
float sign_gap(const Theme& theme) { return theme.space(3); }
float card_padding(const Theme& theme) { return theme.size(Size::card_padding); }

float around_label(const Theme& theme, const ButtonDesign& design) {
  const int signs = (design.before ? 1 : 0) + (design.after ? 1 : 0);
  return 2 * button_padding(theme) + static_cast<float>(signs) * (sign_size(theme) + sign_gap(theme));
}

struct ButtonColours {
  Colour fill, text;
};

ButtonColours colours_of(const Palette& palette, ButtonLook look, bool pressed) {
  switch (look) {
    case ButtonLook::main:
      return {pressed ? palette.accent_pressed : palette.accent, palette.on_accent};
    case ButtonLook::card:
      return {pressed ? palette.pressed : palette.card, palette.ink};
    case ButtonLook::quiet:
      return {pressed ? palette.pressed : palette.paper, palette.ink};
    case ButtonLook::unready:
      return {pressed ? palette.pressed : palette.paper, palette.ink_quiet};
  }
  return {};
}

}  // namespace

// ---- buttons ----

float button_width(Frame& frame, const Button& button, const ButtonDesign& design) {
  return frame.width_of(button.label, lettering_of(design)) + around_label(frame.theme(), design);
}

float button_height(Frame& frame, const Button& button, const ButtonDesign& design, float width,
                    float least) {
  const float text =
      frame.height_of(button.label, lettering_of(design), width - around_label(frame.theme(), design));
  return std::max(least, std::ceil(text + 2 * frame.theme().space(3)));
}

std::optional<Event> draw_button(Frame& frame, const std::string& name, const Button& button, const Box& box,
                                 const ButtonDesign& design) {
  if (button.label.empty()) return std::nullopt;
  const Theme& theme = frame.theme();
  const Contact contact = frame.touch(name, box, design.taps, design.look);
  const ButtonColours colours = colours_of(frame.colours(), design.look, contact.pressed);
  const float corner = theme.corner();
  const bool unready = design.look == ButtonLook::unready, edged = unready || design.look == ButtonLook::card;
  if (design.look != ButtonLook::quiet && !unready && !contact.pressed) frame.shadow(box, corner);
  if (design.look != ButtonLook::quiet || contact.pressed) frame.fill(box, colours.fill, corner);
  if (edged) frame.edge(box, unready ? frame.colours().line : frame.colours().edge, corner, theme.stroke());

  Box inner = inset(box, button_padding(theme), 0);
  const Lettering lettering =
      lettering_of(design, design.before || design.after ? Align::start : Align::center);
  const float signs = around_label(theme, design) - 2 * button_padding(theme);
  const float text =
      std::min(frame.measure(button.label, lettering, inner.width - signs).width() + 1, inner.width - signs);
  inner = centred(inner, text + signs, inner.height);
  if (design.before)
    frame.sign(*design.before, take_left(inner, sign_size(theme), sign_gap(theme)), colours.text);
  if (design.after)
    frame.sign(*design.after, take_right(inner, sign_size(theme), sign_gap(theme)), colours.text);
  frame.write_in_middle(button.label, lettering, inner, colours.text);
  if (contact.tapped) return button.event;
  return std::nullopt;
}

bool draw_sign_button(Frame& frame, const std::string& name, Sign sign, const Box& box, Taps taps,
                      ButtonLook look) {
  const Theme& theme = frame.theme();
  const Contact contact = frame.touch(name, box, taps, look);
  const ButtonColours colours = colours_of(frame.colours(), look, contact.pressed);
  if (!contact.pressed) frame.shadow(box, theme.corner());
  frame.fill(box, colours.fill, theme.corner());
  if (look == ButtonLook::card) frame.edge(box, frame.colours().edge, theme.corner(), theme.stroke());
  frame.sign(sign, centred(box, theme.size(Size::lone_sign), theme.size(Size::lone_sign)), colours.text);
  return contact.tapped;
}

// ---- choices ----

void draw_mark(Frame& frame, const Box& box, bool several, bool selected) {
  const Palette& palette = frame.colours();
  const float corner = several ? box.width * 0.24F : box.width / 2;
  frame.fill(box, selected ? palette.accent : palette.card, corner);
  if (!selected) return frame.edge(box, palette.edge, corner, frame.theme().size(Size::rim));
  if (several)
    frame.sign(Sign::check, inset(box, box.width * 0.16F), palette.on_accent);
  else
    frame.sign(Sign::dot, inset(box, box.width * 0.08F), palette.on_accent);
}

float map_number_size(Frame& frame) {
  const Theme& theme = frame.theme();
  return std::max(theme.size(Size::mark) + 2 * theme.space(1), frame.line_height(TextSize::small));
}

void draw_map_number(Frame& frame, const Box& box, int number) {
  const float size = map_number_size(frame);
  const Box edge{middle_x(box) - size / 2, middle_y(box) - size / 2, size, size},
      disc = inset(edge, frame.theme().stroke());
  frame.fill(edge, frame.colours().accent, edge.width / 2);
  frame.fill(disc, frame.colours().card, disc.width / 2);
  if (number == 0) return;
  frame.write_in_middle(std::to_string(number), {TextSize::small, Weight::bold, Align::center}, disc,
                        frame.colours().ink);
}

void draw_number_on_card(Frame& frame, const Box& box, int number) {
  const Theme& theme = frame.theme();
  if (map_number_size(frame) <= theme.size(Size::mark) + 2 * theme.space(2))
    return draw_map_number(frame, box, number);
  frame.write_in_middle(std::to_string(number), {TextSize::small, Weight::bold, Align::center},
                        inset(box, -theme.space(2)), frame.colours().ink);
}

void draw_place(Frame& frame, const Box& box, int place) {
  const Palette& palette = frame.colours();
  const float corner = std::min(box.width, box.height) / 2;
  frame.fill(box, place > 0 ? palette.accent : palette.track, corner);
  if (place == 0) return;
  const Lettering lettering{TextSize::small, Weight::bold, Align::center};
  frame.write_in_middle(std::to_string(place), lettering, box, palette.on_accent);
}

void draw_choice_card(Frame& frame, bool selected, bool pressed, const Box& box) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  frame.shadow(box, theme.corner());
  frame.fill(box, pressed ? palette.pressed : selected ? palette.tint : palette.card, theme.corner());
  frame.edge(box, selected ? palette.accent : palette.edge, theme.corner(),
             selected ? theme.heavy_stroke() : theme.stroke());
}

float widest_word_of(Frame& frame, StyledView text, const Lettering& lettering) {
  float widest = 0;
  const std::string_view words = text.words;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find_first_of(" \n", at), words.size());
    if (end > at) widest = std::max(widest, frame.width_of(words.substr(at, end - at), lettering));
    at = end + 1;
  }
  return widest;
}

std::string first_line_of(Frame& frame, std::string_view text, const Lettering& lettering, float width) {
  std::string_view line = text.substr(0, text.find('\n'));
  if (line.size() == text.size() && frame.width_of(line, lettering) <= width) return std::string(line);
  const auto shortened = [&] { return std::string(line) + " …"; };
  for (std::size_t space; frame.width_of(shortened(), lettering) > width &&
                          (space = line.find_last_of(' ')) != std::string_view::npos;)
    line = line.substr(0, space);
  return shortened();
}

void draw_chosen_badge(Frame& frame, const Box& card) {
  const float size = frame.theme().size(Size::small_mark), across = frame.theme().space(2);
  const Box badge{right(card) - size - across, card.y - size / 3, size, size};
  frame.fill(badge, frame.colours().accent, size / 2);
  frame.sign(Sign::check, inset(badge, size * 0.18F), frame.colours().on_accent);
}

Box refuse_box(Frame& frame, const Button& button, const Box& area) {
  const Theme& theme = frame.theme();
  const float around = 2 * theme.space(4) + theme.size(Size::small_mark) + theme.space(3);
  const Lettering lettering{TextSize::small};
  const float width = std::min(area.width, frame.width_of(button.label, lettering) + around);
  const float text = frame.height_of(button.label, lettering, width - around);
  return {area.x, area.y, width, std::max(theme.size(Size::refuse), std::ceil(text + 2 * theme.space(2)))};
}

std::optional<Event> draw_refuse(Frame& frame, const std::string& path, const Button& button, bool refused,
                                 const Box& box) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  const Contact contact = frame.touch("refuse:" + path, box);
  const float corner = box.height > theme.size(Size::square_button) ? theme.corner() : box.height / 2;
  if (contact.pressed || refused) frame.fill(box, contact.pressed ? palette.pressed : palette.tint, corner);
  frame.edge(box, refused ? palette.accent : palette.edge, corner,
             refused ? theme.heavy_stroke() : theme.stroke());
  Box inner = inset(box, theme.space(4), 0);
  const float size = theme.size(Size::small_mark);
  draw_mark(frame, centred(take_left(inner, size, theme.space(3)), size, size), true, refused);
  frame.write_in_middle(button.label, {TextSize::small}, inner, palette.ink_quiet);
  if (contact.tapped) return event::Refuse{path};
  return std::nullopt;
}

// ---- complaint ----

namespace {

Lettering complaint_lettering(const Theme& theme) {
  return {theme.room() == Room::roomy ? TextSize::reading : TextSize::small, Weight::bold};
}

}  // namespace

float complaint_height(Frame& frame, StyledView words, float width) {
  if (words.empty()) return 0;
  const Theme& theme = frame.theme();
  const float around = 2 * card_padding(theme) + theme.size(Size::lone_sign) + theme.space(3);
  return std::ceil(frame.height_of(words, complaint_lettering(theme), width - around) + 2 * theme.space(3));
}

void draw_complaint(Frame& frame, StyledView words, const Box& box) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  frame.fill(box, palette.warning_card, theme.corner());
  frame.edge(box, palette.warning, theme.corner(), theme.size(Size::rim));
  Box inner = inset(box, card_padding(theme), 0);
  const float size = theme.size(Size::lone_sign);
  const Box sign = centred(take_left(inner, size, theme.space(3)), size, size);
  frame.sign(Sign::attention, sign, palette.warning);
  frame.write_in_middle(words, complaint_lettering(theme), inner, palette.ink);
}

// ---- the page ----

void draw_paper(Frame& frame) {
  const Box page = frame.whole();
  frame.fill({0, 0, page.width, bottom(page)}, frame.colours().paper);
  if (page.y > 0) draw_street(frame, {0, 0, page.width, page.y - frame.theme().space(3)});
}

float header_height(const Theme& theme) {
  return theme.tool_height() + 2 * theme.space(theme.room() == Room::roomy ? 5 : 3);
}
float footer_height(const Theme& theme) {
  return theme.button_height() + 2 * theme.space(theme.room() == Room::roomy ? 5 : 3);
}

float trial_width(Frame& frame) {
  if (frame.page().trial.empty()) return 0;
  return frame.width_of(frame.page().trial, {TextSize::small}) + 2 * frame.theme().space(3);
}

void draw_trial(Frame& frame, const Box& box) {
  const Theme& theme = frame.theme();
  const Box tag = centred(box, box.width, frame.line_height(TextSize::small));
  frame.edge(tag, frame.colours().line, tag.height / 2, theme.stroke());
  frame.write_in_middle(frame.page().trial, {TextSize::small, Weight::regular, Align::center}, tag,
                        frame.colours().ink_quiet);
}

namespace {

/// The house style's logo in its own proportion, as high as the header allows, else a drawn house.
float mark_width(Frame& frame) {
  constexpr float widest = 0.35F;  // of the display: a name in letters leaves room for what stands beside it
  const Theme& theme = frame.theme();
  if (theme.logo().empty()) return theme.size(Size::owner_mark);
  const PictureSize size = frame.picture_size(theme.logo());
  return std::min(std::ceil(theme.target() * size.width / size.height),
                  std::floor(frame.whole().width * widest));
}

void draw_mark_of_owner(Frame& frame, const Box& box) {
  const std::string& logo = frame.theme().logo();
  if (!logo.empty())
    return frame.picture(logo, centred(box, box.width, frame.picture_height(logo, box.width)));
  const Box mark = centred(box, box.width, box.width);
  frame.fill(mark, frame.colours().accent, mark.width * 0.28F);
  frame.sign(Sign::house, inset(mark, mark.width * 0.17F), frame.colours().on_accent);
}

}  // namespace

float owner_width(Frame& frame) {
  const Theme& theme = frame.theme();
  float width = mark_width(frame) + theme.space(3);
  if (!frame.page().owner.empty())
    width += frame.width_of(frame.page().owner, {TextSize::small, Weight::bold}) + theme.space(4);
  return width + trial_width(frame);
}

void draw_owner(Frame& frame, const Box& box) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  Box rest = box;
  draw_mark_of_owner(frame, take_left(rest, mark_width(frame), theme.space(3)));
  if (!frame.page().owner.empty()) {
    const Lettering lettering{TextSize::small, Weight::bold};
    const Box words = take_left(rest, frame.width_of(frame.page().owner, lettering), theme.space(4));
    frame.write_in_middle(frame.page().owner, lettering, words, palette.ink);
  }
  if (!frame.page().trial.empty()) draw_trial(frame, take_left(rest, trial_width(frame)));
}

}  // namespace buurtpeil
