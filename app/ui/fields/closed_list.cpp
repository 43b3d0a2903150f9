#include "ui/fields/closed_list.h"

#include <algorithm>
#include <cmath>

#include "ui/fields/choice_cards.h"
#include "ui/fields/long_list.h"
#include "ui/fields/writing.h"
#include "ui/widgets.h"

namespace buurtpeil {
namespace {

constexpr ButtonDesign close_design{.look = ButtonLook::card, .before = Sign::up, .size = TextSize::small};

bool is_long(const ChoiceField& field) { return !field.search.empty(); }

struct OpenList {
  std::string path;           // of the field; "" for none
  float scrolled_before = 0;  // how far the content was, when the list took the page
};

void open(Frame& frame, const ChoiceField& field) {
  OpenList& opened = frame.memory().of<OpenList>();
  Scrolling& scrolling = frame.memory().of<Scrolling>();
  opened.path = field.path;
  stop_writing(frame);
  if (is_long(field)) {
    opened.scrolled_before = scrolling.offset;
    scrolling.offset = 0;
    if (field.searched_first) start_writing(frame, search_field(frame, field));
  } else {
    scrolling.reveal = true;
  }
  frame.draw_again();
}

void close(Frame& frame, const ChoiceField& field) {
  OpenList& opened = frame.memory().of<OpenList>();
  opened.path.clear();
  if (is_long(field)) {
    stop_writing(frame);
    forget_search(frame, field);
    Scrolling& scrolling = frame.memory().of<Scrolling>();
    scrolling.offset = opened.scrolled_before;
    scrolling.speed = 0;
  }
  frame.draw_again();
}

// What the field says.
struct Summary {
  std::string words;
  bool chosen;
  [[nodiscard]] Lettering lettering() const {
    return {TextSize::reading, chosen ? Weight::bold : Weight::regular};
  }
};

// While it is open the list below shows what is chosen, and must not move under the finger that chooses.
Summary said_by(Frame& frame, const ChoiceField& field) {
  if (is_open(frame, field)) return {field.open, false};
  std::string chosen = chosen_words(frame, field);
  if (chosen.empty()) return {field.open, false};
  return {std::move(chosen), true};
}

// The check of what is chosen, the sign that it opens, and the air around the words.
float around(const Theme& theme, const Summary& said) {
  const int signs = said.chosen ? 2 : 1;
  return 2 * theme.size(Size::card_padding) +
         static_cast<float>(signs) * (theme.size(Size::sign) + theme.space(3));
}

std::optional<Event> draw_field(Frame& frame, const ChoiceField& field, const Box& box) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  const bool opened = is_open(frame, field);
  const Contact contact = frame.touch("open:" + field.path, box);
  draw_choice_card(frame, false, contact.pressed, box);
  if (opened) frame.edge(box, palette.accent, theme.corner(), theme.heavy_stroke());
  const Summary said = said_by(frame, field);
  const float sign = theme.size(Size::sign), gap = theme.space(3);
  Box inner = inset(box, theme.size(Size::card_padding), 0);
  if (said.chosen) frame.sign(Sign::check, take_left(inner, sign, gap), palette.accent);
  frame.sign(opened ? Sign::up : Sign::down, take_right(inner, sign, gap), palette.ink);
  frame.write_in_middle(said.words, said.lettering(), inner, palette.ink);
  if (!contact.tapped) return std::nullopt;
  opened ? close(frame, field) : open(frame, field);
  return event::Touch{};
}

}  // namespace

bool is_closed_list(const ChoiceField& field) {
  return field.look == ChoiceLook::closed || (field.look == ChoiceLook::places && is_long(field));
}

bool is_open(Frame& frame, const ChoiceField& field) {
  return frame.memory().of<OpenList>().path == field.path;
}

const ChoiceField* list_on_page(Frame& frame, const QuestionView& view) {
  for (const Field& field : view.fields)
    if (const auto* list = std::get_if<ChoiceField>(&field))
      if (is_closed_list(*list) && is_long(*list) && is_open(frame, *list)) return list;
  return nullptr;
}

void add_closed_list(Frame& frame, PageContent& content, const ChoiceField& field, float width, float room) {
  const Theme& theme = frame.theme();
  const float wide = std::min(width, theme.size(Size::asking_column));
  const std::size_t first = content.count();
  const Summary said = said_by(frame, field);
  const float text = frame.height_of(said.words, said.lettering(), wide - around(theme, said));
  const float height = std::max(theme.card_height(), std::ceil(text + 2 * theme.space(3)));
  content.add(
      {.gap = theme.space(4),
       .height = height,
       .draw = [&frame, &field,
                wide](const Box& box) { return draw_field(frame, field, {box.x, box.y, wide, box.height}); },
       .cards = {{0, height}}});
  if (!is_open(frame, field) || is_long(field)) return;
  add_choices(frame, content, field, width, room);
  if (field.several)
    content.add({.gap = theme.space(4),
                 .height = close_button_height(frame, field, wide),
                 .draw = [&frame, &field](const Box& box) { return draw_close_button(frame, field, box); }});
  content.mark(first, Reveal::opened);
}

float close_button_height(Frame& frame, const ChoiceField& field, float width) {
  return button_height(frame, {field.close}, close_design, width, frame.theme().target());
}

std::optional<Event> draw_close_button(Frame& frame, const ChoiceField& field, const Box& box) {
  const Button button{field.close};
  const float width = std::min(box.width, button_width(frame, button, close_design));
  auto event =
      draw_button(frame, "close:" + field.path, button, {box.x, box.y, width, box.height}, close_design);
  if (event) close(frame, field);
  return event;
}

std::optional<Event> take_closing(Frame& frame, const QuestionView& view, std::optional<Event> event) {
  if (!event || frame.memory().of<OpenList>().path.empty()) return event;
  const auto* choose = std::get_if<event::Choose>(&*event);
  const bool moves =
      std::holds_alternative<event::Next>(*event) || std::holds_alternative<event::Back>(*event);
  for (const Field& field : view.fields) {
    const auto* list = std::get_if<ChoiceField>(&field);
    if (!list || !is_open(frame, *list)) continue;
    if (moves || (choose && choose->path == list->path && !list->several)) close(frame, *list);
    return event;
  }
  return event;
}

}  // namespace buurtpeil
