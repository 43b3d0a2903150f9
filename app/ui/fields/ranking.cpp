#include "ui/fields/ranking.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "ui/fields/option_card.h"
#include "ui/fields/step_button.h"
#include "ui/layout.h"
#include "ui/widgets.h"

namespace buurtpeil {
namespace {

using Option = ChoiceField::Option;
using Order = std::vector<std::size_t>;  // indices of options, first place first

std::string name_of_card(const ChoiceField& field, const Option& option) {
  return "rank:" + field.path + "=" + option.name;
}

std::size_t placed(const ChoiceField& field) {
  return static_cast<std::size_t>(
      std::ranges::count_if(field.options, [](const Option& option) { return option.place > 0; }));
}

Event written(const ChoiceField& field, const Order& order) {
  std::string value;
  for (const std::size_t index : order) value += (value.empty() ? "" : " ") + field.options[index].name;
  return event::Write{field.path, value};
}

// ---- how they lie ----

float gap_between_cards(const Theme& theme) { return theme.space(3); }
// What stands beside a card that has a place: two buttons.
float beside(const Theme& theme) { return 2 * (theme.size(Size::square_button) + gap_between_cards(theme)); }

// As high as a number needs, also where marks are small.
float place_height(const Theme& theme) {
  return std::max(theme.size(Size::mark), std::ceil(1.4F * theme.capital(TextSize::small)));
}

// Of the field with a card's number: no narrower than the largest number is in large letters.
float place_width(Frame& frame, std::size_t count) {
  const float number = frame.width_of(std::to_string(count), {TextSize::small, Weight::bold});
  return std::max(place_height(frame.theme()), number + 2 * frame.theme().space(1));
}

float handle_width(const Theme& theme) { return theme.size(Size::lone_sign); }
float picture_width(const Theme& theme, const Option& option) {
  return option.media.image.empty() ? 0 : theme.card_height() * 1.25F;
}

float card_height(Frame& frame, const ChoiceField& field, const Option& option, float width) {
  const Theme& theme = frame.theme();
  const float picture = picture_width(theme, option);
  const float around = 2 * theme.size(Size::card_padding) + place_width(frame, placed(field)) +
                       theme.space(4) + handle_width(theme) + theme.space(3) +
                       (picture > 0 ? picture + theme.space(3) : 0);
  const float text = frame.height_of(option.label, {theme.card_text()}, width - around);
  return std::max(
      {theme.card_height(), theme.size(Size::square_button), std::ceil(text + 2 * theme.card_air())});
}

// The cards that have a place, as they lie while nothing is dragged.
class Cards {
 public:
  Cards(Frame& frame, const ChoiceField& field, float width) : gap_(gap_between_cards(frame.theme())) {
    for (std::size_t index = 0; index < placed(field); ++index)
      heights_.push_back(card_height(frame, field, field.options[index], width));
  }
  [[nodiscard]] std::size_t count() const { return heights_.size(); }
  [[nodiscard]] float height_of(std::size_t index) const { return heights_[index]; }
  [[nodiscard]] float height() const {
    return std::accumulate(heights_.begin(), heights_.end(), 0.0F) +
           gap_ * static_cast<float>(heights_.size() - 1);
  }
  /// In a given order, from the top of the first one.
  [[nodiscard]] std::vector<float> tops(const Order& order) const {
    std::vector<float> tops(heights_.size());
    float y = 0;
    for (const std::size_t index : order) {
      tops[index] = y;
      y += heights_[index] + gap_;
    }
    return tops;
  }
  [[nodiscard]] std::vector<BlockPart> parts() const {
    std::vector<BlockPart> parts;
    float y = 0;
    for (const float height : heights_) {
      parts.push_back({y, height});
      y += height + gap_;
    }
    return parts;
  }
  /// With one of them taken to where its own place would be nearest to `top`.
  [[nodiscard]] Order moved(std::size_t held, float top) const {
    Order others(count());
    std::iota(others.begin(), others.end(), 0U);
    std::erase(others, held);
    std::size_t place = 0;
    float y = 0;
    for (; place < others.size(); ++place) {
      const float next = y + heights_[others[place]] + gap_;
      if (top < (y + next) / 2) break;
      y = next;
    }
    others.insert(others.begin() + static_cast<std::ptrdiff_t>(place), held);
    return others;
  }

 private:
  std::vector<float> heights_;
  float gap_;
};

Order as_given(const Cards& cards) {
  Order order(cards.count());
  std::iota(order.begin(), order.end(), 0U);
  return order;
}

// ---- drawing ----

Box handle_of(const Theme& theme, const Box& card) {
  const float width = handle_width(theme) + 2 * theme.space(3);
  return {right(card) - width, card.y, width, card.height};
}

// Six dots: here it is held.
void draw_handle(Frame& frame, const Box& handle) {
  const float apart = handle_width(frame.theme()) * 0.36F, radius = apart * 0.3F;
  for (const float across : {-0.5F, 0.5F})
    for (const float down : {-1.0F, 0.0F, 1.0F})
      frame.circle(middle_x(handle) + across * apart, middle_y(handle) + down * apart, radius,
                   frame.colours().ink_quiet);
}

void draw_card(Frame& frame, const ChoiceField& field, const Option& option, int place, bool lifted,
               const Box& box) {
  const Theme& theme = frame.theme();
  if (lifted) frame.shadow(inset(box, -theme.space(1)), theme.corner());
  draw_choice_card(frame, true, lifted, box);
  Box inner = inset(box, theme.size(Size::card_padding), 0);
  const float mark = place_height(theme);
  const float wide = place_width(frame, placed(field));
  draw_place(frame, centred(take_left(inner, wide, theme.space(4)), wide, mark), place);
  inner.width = handle_of(theme, box).x - inner.x;
  if (const float picture = picture_width(theme, option); picture > 0)
    frame.picture(option.media.image, inset(take_left(inner, picture, theme.space(3)), 0, theme.space(1)));
  frame.write_in_middle(option.label, {theme.card_text()}, inner, frame.colours().ink);
  draw_handle(frame, handle_of(theme, box));
}

// Beside a card; gives the order after it was moved by one.
std::optional<Order> draw_moves(Frame& frame, const std::string& name, const Order& order, std::size_t place,
                                const Box& card) {
  const Theme& theme = frame.theme();
  const float size = theme.size(Size::square_button), gap = gap_between_cards(theme);
  const Box up = centred({right(card) + gap, card.y, size, card.height}, size, size);
  const Box down{right(up) + gap, up.y, size, size};
  const auto swapped = [&](std::size_t other) {
    Order changed = order;
    std::swap(changed[place], changed[other]);
    return changed;
  };
  const bool first = place == 0, last = place + 1 == order.size();
  if (draw_step_button(frame, name + ":up", Sign::up, up, first ? Offered::no : Offered::yes))
    return swapped(place - 1);
  if (draw_step_button(frame, name + ":down", Sign::down, down, last ? Offered::no : Offered::yes))
    return swapped(place + 1);
  return std::nullopt;
}

// From the finger to the top of the card that it came down on.
struct CardOffset {
  float y = 0;
};

// What the finger does with the cards.
struct Finger {
  std::optional<std::size_t> dragged;  // index of the card that it drags
  std::optional<std::size_t> tapped;   // of the one that it takes out
  bool ended = false;
  float top = 0;  // of the dragged card, on the page
};

// A finger that came down on the handle has the card at once; on the rest of it as well where the page does
// not scroll, else only once it moves across.
Finger follow_finger(Frame& frame, const PageContent& content, const ChoiceField& field, const Cards& cards,
                     const Box& column) {
  Finger finger;
  const std::vector<float> tops = cards.tops(as_given(cards));
  float& offset = frame.memory().of<CardOffset>(field.path).y;
  for (std::size_t index = 0; index < cards.count(); ++index) {
    const Box card{column.x, column.y + tops[index], column.width, cards.height_of(index)};
    const Box handle = handle_of(frame.theme(), card);
    if (frame.finger_came_down_in(card)) offset = card.y - frame.finger().y;
    const bool at_once = frame.finger_came_down_in(handle) || !content.scrolls();
    const Drag drag = frame.drag(name_of_card(field, field.options[index]), card,
                                 at_once ? DragStart::at_once : DragStart::across);
    const bool moved = std::abs(drag.finger.x - drag.start.x) > frame.theme().size(Size::drag) ||
                       std::abs(drag.finger.y - drag.start.y) > frame.theme().size(Size::drag);
    const bool on_handle = contains(handle, drag.start.x, drag.start.y);
    if (drag.tapped || (drag.ended && !moved && !on_handle)) {
      finger.tapped = index;
      frame.take_one_tap();
    }
    if (!drag.active) continue;
    finger.dragged = index;
    finger.ended = drag.ended;
    finger.top = drag.finger.y + offset;
  }
  return finger;
}

std::optional<Event> draw_cards(Frame& frame, PageContent& content, const ChoiceField& field,
                                const Cards& cards, const Box& box) {
  const Theme& theme = frame.theme();
  const Box column{box.x, box.y, box.width - beside(theme), box.height};
  const Finger finger = follow_finger(frame, content, field, cards, column);
  if (finger.tapped) return event::Choose{field.path, field.options[*finger.tapped].name};
  const Order given = as_given(cards);
  const Order order = finger.dragged ? cards.moved(*finger.dragged, finger.top - box.y) : given;
  const std::vector<float> tops = cards.tops(order);
  std::optional<Event> result;
  for (std::size_t place = 0; place < order.size(); ++place) {
    const std::size_t index = order[place];
    const Option& option = field.options[index];
    const Box card{column.x, column.y + tops[index], column.width, cards.height_of(index)};
    if (finger.dragged == index)
      frame.edge(card, frame.colours().line, theme.corner(), theme.stroke());
    else
      draw_card(frame, field, option, static_cast<int>(place) + 1, false, card);
    if (const auto changed = draw_moves(frame, name_of_card(field, option), order, place, card))
      result = written(field, *changed);
  }
  if (!finger.dragged) return result;
  const std::size_t held = *finger.dragged;
  const auto place = std::ranges::find(order, held) - order.begin();
  const float lowest = bottom(box) - cards.height_of(held);
  draw_card(frame, field, field.options[held], static_cast<int>(place) + 1, true,
            {column.x, std::clamp(finger.top, box.y, std::max(box.y, lowest)), column.width,
             cards.height_of(held)});
  content.follow_drag(frame.finger().y);
  if (finger.ended && order != given) return written(field, order);
  return result;
}

}  // namespace

void add_ranking(Frame& frame, PageContent& content, const ChoiceField& field, float width) {
  const Theme& theme = frame.theme();
  const float card = width - beside(theme);
  if (const Cards cards(frame, field, card); cards.count() > 0)
    content.add({.gap = theme.space(5),
                 .height = cards.height(),
                 .draw = [&frame, &content, &field,
                          cards](const Box& box) { return draw_cards(frame, content, field, cards, box); },
                 .cards = cards.parts()});
  float gap = theme.space(5);
  for (std::size_t index = placed(field); index < field.options.size(); ++index) {
    const Option& option = field.options[index];
    const float height = choice_height(frame, field, option, card);
    content.add({.gap = gap,
                 .height = height,
                 .draw =
                     [&frame, &field, &option, card](const Box& box) {
                       return draw_choice(frame, field, option, {box.x, box.y, card, box.height});
                     },
                 .cards = {{0, height}}});
    gap = gap_between_cards(theme);
  }
}

}  // namespace buurtpeil
