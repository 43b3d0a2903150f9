#include "ui/fields/beside_cards.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "ui/fields/asked.h"
#include "ui/fields/choice_cards.h"
#include "ui/fields/closed_list.h"

namespace buurtpeil {
namespace {

constexpr Lettering chosen_lettering{TextSize::reading, Weight::bold};

float beside_chosen(const Theme& theme) { return theme.size(Size::sign) + theme.space(3); }

void add_cards_beside(Frame& frame, PageContent& content, const ChoiceField& field, float width, float room) {
  if (is_closed_list(field))
    add_closed_list(frame, content, field, width, room);
  else
    add_choices(frame, content, field, width, room);
}

float height_of_refuse(Frame& frame, const ChoiceField& field, float width) {
  PageContent refuse(frame);
  add_refuse(frame, refuse, field, width);
  return refuse.height() > 0 ? refuse.height() + frame.theme().space(5) : 0;
}

// How much of the page the picture takes: less of it where all cards are in sight then.
float part_of_picture(Frame& frame, const ChoiceField& field, float width, float room, float gap) {
  const bool portrait = frame.theme().portrait();
  const std::array parts =
      portrait ? std::array{0.6F, 0.5F, 0.4F} : std::array{0.62F, 0.5F, 0.42F};
  if (is_closed_list(field)) return portrait ? 0.8F : parts.front();
  for (const float part : parts) {
    PageContent cards(frame);
    const float wide = portrait ? width : width - gap - std::floor((width - gap) * part);
    const float high = portrait ? room * (1 - part) : room;
    if (widest_word_of_choices(frame, field) > wide) continue;
    add_cards_beside(frame, cards, field, wide, high);
    if (cards.height() <= high) return part;
  }
  return parts.front();
}

}  // namespace

void add_beside_cards(Frame& frame, PageContent& content, const ChoiceField& field, float width, float room,
                      float below, const AddPicture& add_picture) {
  const Theme& theme = frame.theme();
  const float least = 4 * theme.target();
  if (theme.portrait()) {
    room -= height_of_refuse(frame, field, width);
    const float part = part_of_picture(frame, field, width, room, 0);
    add_picture(content, width, std::max(room * part, least));
    return add_cards_beside(frame, content, field, width, room * (1 - part));
  }
  const float gap = theme.space(6);
  const float part = part_of_picture(frame, field, width, room, gap);
  // Rather a smaller picture than a word that is broken, up to a half. A closed list has a sign more.
  const float sign = is_closed_list(field) ? theme.size(Size::sign) + theme.space(3) : 0;
  const float words = std::min(widest_word_of_choices(frame, field) + sign, (width - gap) / 2);
  const float wide = std::floor(std::min((width - gap) * part, width - gap - words));
  PageContent picture(frame), cards(frame);
  add_cards_beside(frame, cards, field, width - gap - wide, room);
  // "I'd rather not say" is in sight as well. Where the cards need several pages, of which the first ends in
  // the midst of one, all of the picture is on it. A roomy page is longer than `room`, by what is kept for a
  // complaint.
  const float cut = cards.fits(room)                 ? height_of_refuse(frame, field, width)
                    : theme.room() == Room::roomy ? 0
                                                  : theme.card_height();
  add_picture(picture, wide, std::max(room - below - cut - theme.space(4), least));
  Block block = side_by_side(std::move(picture), std::move(cards), wide, gap);
  block.gap = theme.space(4);
  content.add(std::move(block));
}

float chosen_height(Frame& frame, StyledView words, float width) {
  return std::max(frame.line_height(chosen_lettering.size),
                  frame.height_of(words, chosen_lettering, width - beside_chosen(frame.theme())));
}

void draw_chosen(Frame& frame, StyledView words, const Box& box) {
  if (words.empty()) return;
  Box rest = box;
  Box mark = take_left(rest, frame.theme().size(Size::sign), frame.theme().space(3));
  mark.height = frame.line_height(chosen_lettering.size);
  frame.sign(Sign::check, mark, frame.colours().accent);
  frame.write(words, chosen_lettering, rest, frame.colours().ink);
}

}  // namespace buurtpeil
