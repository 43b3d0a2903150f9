#include "ui/fields/choice_scale.h"

#include <algorithm>
#include <cmath>

#include "ui/pictures/face.h"
#include "ui/widgets.h"

namespace buurtpeil {
namespace {

constexpr std::size_t fewest_faces = 3, most_faces = 5;
constexpr int most_lines = 3;

// How the row is cut: equal columns, a sign above the words in each.
struct ScaleCut {
  float column = 0, gap = 0, padding = 0, sign = 0, words = 0;
  Lettering lettering = {};
  [[nodiscard]] float height(const Theme& theme) const {
    return std::ceil(2 * padding + sign + theme.space(2) + words);
  }
};

bool fits(Frame& frame, const ChoiceField& field, ScaleCut& cut) {
  const float inner = cut.column - 2 * frame.theme().space(1);
  const float most = static_cast<float>(most_lines) * frame.line_height(cut.lettering.size) * 1.02F;
  cut.words = 0;
  for (const auto& option : field.options) {
    if (widest_word_of(frame, option.label, cut.lettering) > inner) return false;
    cut.words = std::max(cut.words, frame.height_of(option.label, cut.lettering, inner));
  }
  return cut.words <= most;
}

bool has_faces(const ChoiceField& field) {
  return field.look == ChoiceLook::faces && field.options.size() >= fewest_faces &&
         field.options.size() <= most_faces;
}

// What lies behind the circles and ties them together.
void draw_line(Frame& frame, const ScaleCut& cut, std::size_t count, const Box& row) {
  const Theme& theme = frame.theme();
  const float height = theme.heavy_stroke();
  const float begin = row.x + cut.column / 2;
  const float length = static_cast<float>(count - 1) * (cut.column + cut.gap);
  frame.fill({begin, row.y + cut.padding + cut.sign / 2 - height / 2, length, height}, frame.colours().edge);
}

std::optional<Event> draw_step(Frame& frame, const ChoiceField& field, std::size_t index, const ScaleCut& cut,
                               const Box& box) {
  const Palette& palette = frame.colours();
  const ChoiceField::Option& option = field.options[index];
  const Contact contact = frame.touch("choice:" + field.path + "=" + option.name, box);
  if (option.selected || contact.pressed || has_faces(field))
    draw_choice_card(frame, option.selected, contact.pressed, box);
  Box rest = inset(box, frame.theme().space(1), cut.padding);
  const Box sign = centred(take_top(rest, cut.sign, frame.theme().space(2)), cut.sign, cut.sign);
  if (has_faces(field)) {
    const float mood = 2 * static_cast<float>(index) / static_cast<float>(field.options.size() - 1) - 1;
    draw_face(frame, sign, mood, option.selected);
  } else {
    draw_mark(frame, sign, field.several, option.selected);
  }
  frame.write(option.label, cut.lettering, rest, palette.ink);
  if (contact.tapped) return event::Choose{field.path, option.name};
  return std::nullopt;
}

}  // namespace

bool add_scale(Frame& frame, PageContent& content, const ChoiceField& field, const Setup& setup) {
  const Theme& theme = frame.theme();
  const std::size_t count = field.options.size();
  const auto shows_or_sounds = [](const auto& option) {
    return !option.media.image.empty() || !option.media.listen.label.empty();
  };
  if (std::ranges::any_of(field.options, shows_or_sounds)) return false;  // cards have room for these
  if (count < 2 || (field.look == ChoiceLook::faces && !has_faces(field))) return false;
  ScaleCut cut;
  cut.gap = cut.padding = theme.space(3);
  cut.column =
      std::floor((setup.width - cut.gap * static_cast<float>(count - 1)) / static_cast<float>(count));
  const bool inviting = setup.setting == Setting::inviting;
  const Size face = inviting ? Size::inviting_face : Size::face;
  cut.sign = std::min(theme.size(has_faces(field) ? face : Size::scale_mark), cut.column - theme.space(2));
  if (cut.column < theme.size(Size::square_button)) return false;
  const auto fits_in = [&](TextSize size) {
    cut.lettering = {size, Weight::regular, Align::center};
    return fits(frame, field, cut);
  };
  const bool large = inviting && fits_in(TextSize::lead);
  if (!large && !fits_in(TextSize::reading) && !fits_in(TextSize::small)) return false;
  content.add({.gap = theme.space(5),
               .height = cut.height(theme),
               .draw =
                   [&frame, &field, cut](const Box& row) {
                     std::optional<Event> result;
                     if (!has_faces(field)) draw_line(frame, cut, field.options.size(), row);
                     Box rest = row;
                     for (std::size_t index = 0; index < field.options.size(); ++index) {
                       const Box box = take_left(rest, cut.column, cut.gap);
                       if (auto event = draw_step(frame, field, index, cut, box)) result = event;
                     }
                     return result;
                   },
               .cards = {{0, cut.height(theme)}}});
  return true;
}

}  // namespace buurtpeil
