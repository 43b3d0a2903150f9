// "You said, we did": what came of what was said before, then what is decided and open now.
#include <algorithm>
#include <cmath>

#include "ui/screens/deed_words.h"
#include "ui/screens/footer.h"
#include "ui/screens/page_boxes.h"
#include "ui/screens/screens.h"
#include "ui/widgets.h"

namespace buurtpeil {
namespace {

void add_deeds(Frame& frame, PageContent& content, const DidView& view, float width) {
  const Theme& theme = frame.theme();
  const float padding = theme.size(Size::card_padding), air = theme.space(3);
  for (const Deed& deed : view.deeds) {
    const DeedWords words{view.said_words, view.did_words};
    const float height = deed_height(frame, deed, words, width - 2 * padding) + 2 * air;
    content.add({.gap = theme.space(&deed == &view.deeds.front() ? 4 : 3),
                 .height = height,
                 .draw =
                     [&frame, &view, &deed, padding, air](const Box& box) {
                       const Theme& drawn = frame.theme();
                       frame.fill(box, frame.colours().card, drawn.corner());
                       frame.edge(box, frame.colours().line, drawn.corner(), drawn.stroke());
                       draw_deed(frame, deed, {view.said_words, view.did_words}, inset(box, padding, air));
                       return std::optional<Event>();
                     },
                 .cards = {{0, height}}});
  }
}

void add_matter(Frame& frame, PageContent& content, const DidView::Matter& matter, float width) {
  const bool roomy = frame.theme().room() == Room::roomy;
  content.add_text(matter.label, {TextSize::reading, Weight::bold}, frame.colours().accent, width,
                   frame.theme().space(roomy ? 5 : 4));
  for (const StyledText& paragraph : matter.paragraphs)
    content.add_text(paragraph, {TextSize::reading}, frame.colours().ink, width, frame.theme().space(1));
}

// Two beside each other where there is room.
void add_matters(Frame& frame, PageContent& content, const DidView& view, float width) {
  constexpr float letters_for_two_columns = 38;
  const Theme& theme = frame.theme();
  const float gap = theme.space(6), half = std::floor((width - gap) / 2);
  const bool two = width >= letters_for_two_columns * theme.capital(TextSize::reading);
  for (std::size_t index = 0; index < view.matters.size(); index += two ? 2 : 1) {
    if (!two) {
      add_matter(frame, content, view.matters[index], width);
      continue;
    }
    PageContent first(frame), second(frame);
    add_matter(frame, first, view.matters[index], half);
    if (index + 1 < view.matters.size()) add_matter(frame, second, view.matters[index + 1], half);
    Block block = side_by_side(std::move(first), std::move(second), half, gap);
    block.gap = theme.space(5);
    content.add(std::move(block));
  }
}

}  // namespace

std::optional<Event> draw_screen(Frame& frame, const DidView& view) {
  const Theme& theme = frame.theme();
  draw_paper(frame);
  FooterButtons buttons{.first_name = "next", .second_name = "back", .first = view.next, .second = view.back};
  buttons.first_design.after = Sign::forward;
  buttons.second_design.before = Sign::back;
  PageBoxes boxes = cut_page(frame);
  const FooterCut footer = cut_footer(frame, buttons, boxes, theme.column());
  take_banner(frame, boxes.body);
  auto result = draw_header(frame, boxes);
  Box body = centred_column(boxes.body, theme.column());
  take_top(body, theme.space(theme.room() == Room::roomy ? 5 : 2));
  PageContent content(frame);
  content.add_text(view.title, {TextSize::title, Weight::bold}, frame.colours().ink, body.width, 0);
  add_deeds(frame, content, view, body.width);
  add_matters(frame, content, view, body.width);
  if (auto event = draw_with_more(frame, content, body, footer.middle)) result = std::move(event);
  if (auto event = draw_footer(frame, buttons, footer)) result = std::move(event);
  return result;
}

}  // namespace buurtpeil
