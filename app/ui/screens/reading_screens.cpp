// Screens to read: the intro and the thanks.
#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "ui/pictures/street.h"
#include "ui/screens/reading_page.h"
#include "ui/screens/screens.h"

namespace buurtpeil {

void add_reading(Frame& frame, PageContent& content, const Reading& reading, float width) {
  const Theme& theme = frame.theme();
  const bool roomy = theme.room() == Room::roomy;
  content.add_text(reading.title, {TextSize::title, Weight::bold}, frame.colours().ink, width,
                   theme.space(roomy ? 6 : 4));
  for (std::size_t index = 0; index < reading.paragraphs.size(); ++index) {
    const float gap = theme.space(index == 0 ? (roomy ? 6 : 4) : (roomy ? 5 : 3));
    content.add_text(reading.paragraphs[index], {TextSize::reading}, frame.colours().ink, width, gap);
  }
}

namespace {

// What was touched on the invitation, as it lay there, so that it is seen to be taken.
void add_answer(Frame& frame, PageContent& content, const IntroView& view, float width) {
  if (view.answered.empty()) return;
  const Theme& theme = frame.theme();
  const float padding = theme.size(Size::card_padding), mark = theme.size(Size::mark), gap = theme.space(4);
  const float words = width - 2 * padding - mark - gap;
  const float above = frame.height_of(view.answered, {TextSize::small}, words);
  const float answer = frame.height_of(view.answer, {TextSize::lead, Weight::bold}, words);
  content.add({.height = above + answer + 2 * theme.space(4),
               .draw = [&frame, &theme, &view, padding, mark, gap, above](const Box& box) {
                 frame.fill(box, frame.colours().tint, theme.corner());
                 frame.edge(box, frame.colours().accent, theme.corner(), theme.heavy_stroke());
                 Box rest = inset(box, padding, theme.space(4));
                 draw_mark(frame, centred(take_left(rest, mark, gap), mark, mark), false, true);
                 frame.write(view.answered, {TextSize::small}, take_top(rest, above),
                             frame.colours().ink_quiet);
                 frame.write(view.answer, {TextSize::lead, Weight::bold}, rest, frame.colours().ink);
                 return std::optional<Event>();
               }});
  const bool roomy = theme.room() == Room::roomy;
  content.add_text(view.answer_kept, {TextSize::reading}, frame.colours().ink_quiet, width,
                   theme.space(roomy ? 3 : 2));
  content.add(
      {.height = theme.space(roomy ? 5 : 2), .draw = [](const Box&) { return std::optional<Event>(); }});
}

// Closer where all of it is in sight then.
void set_reading(Frame& frame, std::optional<PageContent>& content, const AddReading& add, const Box& body) {
  for (const Density density : {Density::usual, Density::close, Density::usual}) {
    frame.set_content(density, frame.page_letters());
    content.emplace(frame);
    add(*content, body.width);
    if (content->fits(body.height)) return;
  }
}

}  // namespace

std::optional<Event> draw_reading(Frame& frame, const AddReading& add, FooterButtons buttons) {
  const Theme& theme = frame.theme();
  PageBoxes boxes = cut_page(frame);
  auto result = draw_header(frame, boxes);
  const FooterCut footer = cut_footer(frame, buttons, boxes, theme.column());
  take_banner(frame, boxes.body);
  Box body = centred_column(boxes.body, theme.column());
  take_top(body, theme.space(theme.room() == Room::roomy ? 6 : 2));
  std::optional<PageContent> content;
  set_reading(frame, content, add, body);
  const float street = std::min(body.height - content->height() - theme.space(6), boxes.body.height * 0.45F);
  const bool has_street = frame.whole().y > 0;  // above a page that was moved down
  if (street >= theme.size(Size::reading_street) && !theme.portrait() && !has_street) {
    Box whole = frame.whole();
    take_bottom(whole, bottom(frame.whole()) - bottom(boxes.body));
    draw_street(frame, take_bottom(whole, street));
    take_bottom(body, street, theme.space(4));
  }
  if (auto event = draw_with_more(frame, *content, body, footer.middle, Unseen::first_thing_to_do))
    result = std::move(event);
  frame.set_as_page();
  if (!end_was_seen(frame)) buttons.first_design.look = ButtonLook::card;
  if (auto event = draw_footer(frame, buttons, footer)) result = event;
  return result;
}

std::optional<Event> draw_screen(Frame& frame, const IntroView& view) {
  draw_paper(frame);
  FooterButtons buttons{
      .first_name = "start", .second_name = "back", .first = view.start, .second = view.back};
  buttons.first_design.after = Sign::forward;
  buttons.second_design.before = Sign::back;
  const auto add = [&](PageContent& content, float width) {
    add_answer(frame, content, view, width);
    content.add_text(view.occasion, {TextSize::small}, frame.colours().ink_quiet, width, 0);
    add_reading(frame, content, {view.title, view.paragraphs}, width);
  };
  return draw_reading(frame, add, buttons);
}

namespace {

constexpr ButtonDesign did_design{.after = Sign::forward, .weight = Weight::regular};

void add_did_button(Frame& frame, PageContent& content, const Button& button, float width) {
  if (button.label.empty()) return;
  const Theme& theme = frame.theme();
  const float wide = std::min(width, button_width(frame, button, did_design));
  const float height = button_height(frame, button, did_design, wide, theme.tool_height());
  content.add({.gap = theme.space(theme.room() == Room::roomy ? 6 : 4),
               .height = height,
               .draw = [&frame, &button, wide](Box box) {
                 return draw_button(frame, "did", button, take_left(box, wide), did_design);
               }});
}

}  // namespace

std::optional<Event> draw_screen(Frame& frame, const ThanksView& view) {
  draw_paper(frame);
  FooterButtons buttons{
      .first_name = "done", .second_name = "take_back", .first = view.done, .second = view.take_back};
  buttons.first_design.before = Sign::check;
  buttons.second_design.before = Sign::undo;
  if (!view.results.label.empty()) {  // there is a way on, and the end stands where the way back does
    buttons = {.first_name = "results", .second_name = "done", .first = view.results, .second = view.done};
    buttons.first_design.after = Sign::forward;
    buttons.second_design.before = Sign::check;
  }
  const float size = frame.theme().size(Size::done_mark);
  const auto add = [&](PageContent& content, float width) {
    content.add({.height = size, .draw = [&frame, size](const Box& box) {
                   const Box mark{box.x, box.y, size, size};
                   frame.fill(mark, frame.colours().accent, size / 2);
                   frame.sign(Sign::check, inset(mark, size * 0.22F), frame.colours().on_accent);
                   return std::optional<Event>();
                 }});
    add_reading(frame, content, {view.title, view.paragraphs}, width);
    add_did_button(frame, content, view.did, width);
  };
  return draw_reading(frame, add, buttons);
}

}  // namespace buurtpeil
