// Screens with one thing in their middle: "still there?", what happens with the answers, a copy that is made.
#include <algorithm>
#include <cmath>
#include <functional>

#include "ui/screens/page_boxes.h"
#include "ui/screens/screens.h"

namespace buurtpeil {
namespace {

struct Choice {
  std::string name;
  const Button& button;
  ButtonDesign design;
};

struct Choices {
  std::vector<Choice> together;
  std::vector<Choice> apart =
      {};  ///< below a line, no wider than its words: not to be taken for its neighbour
};

constexpr float least_lines = 3;  // of the question, to be seen above the buttons

float choice_height(Frame& frame, const Choice& choice, float width) {
  return button_height(frame, choice.button, choice.design, width, frame.theme().button_height());
}

float gap_of(const Theme& theme) { return theme.space(theme.room() == Room::roomy ? 4 : 3); }
float parting_of(const Theme& theme) { return theme.space(theme.room() == Room::roomy ? 8 : 4); }

std::optional<Event> draw_apart(Frame& frame, const Choice& choice, Box box) {
  const Theme& theme = frame.theme();
  const float line = theme.size(Size::hairline), parting = parting_of(theme);
  const Box above = take_top(box, parting);
  frame.fill({box.x, above.y + std::floor((parting - line) / 2), box.width, line}, frame.colours().line);
  const float width = std::min(button_width(frame, choice.button, choice.design), box.width);
  return draw_button(frame, choice.name, choice.button, centred_column(box, width), choice.design);
}

void add_question(Frame& frame, PageContent& content, const std::string& question,
                  const std::string& explanation) {
  const Theme& theme = frame.theme();
  const float width = std::min(theme.size(Size::asking_column), frame.whole().width - 2 * theme.margin());
  const bool roomy = theme.room() == Room::roomy;
  content.add_text(question, {TextSize::title, Weight::bold, Align::center}, frame.colours().ink, width,
                   theme.space(roomy ? 6 : 3));
  content.add_text(explanation, {TextSize::reading, Weight::regular, Align::center},
                   frame.colours().ink_quiet, width, theme.space(3));
}

// What stands above the buttons.
using AddContent = std::function<void(PageContent&)>;

// How question and buttons share the column.
struct AskingCut {
  bool in_a_row = false;  // the buttons that stand together
  float gap = 0, wide = 0, between = 0;
  float room = 0;  // for the question
};

AskingCut cut_asking(Frame& frame, const Choices& choices, const Box& column) {
  const Theme& theme = frame.theme();
  const bool roomy = theme.room() == Room::roomy;
  AskingCut cut;
  cut.gap = gap_of(theme);
  cut.between = theme.space(roomy ? 6 : 4);
  const auto count = static_cast<float>(choices.together.size());
  cut.wide = std::floor((column.width - cut.gap * (count - 1)) / count);
  cut.in_a_row =
      !roomy && !theme.portrait() && std::ranges::all_of(choices.together, [&](const Choice& each) {
        return button_width(frame, each.button, each.design) <= cut.wide;
      });
  float buttons = cut.in_a_row ? theme.button_height() : -cut.gap;
  for (const Choice& choice : choices.together)
    if (!cut.in_a_row) buttons += cut.gap + choice_height(frame, choice, column.width);
  for (const Choice& choice : choices.apart)
    buttons += parting_of(theme) + choice_height(frame, choice, column.width);
  cut.room = column.height - cut.between - buttons;
  return cut;
}

// Sets the question and the buttons so that all of them are in sight: closer, then in smaller letters, where
// the display has no room for the visitor's own; the closest where there is none at all.
AskingCut set_asking(Frame& frame, std::optional<PageContent>& content, const AddContent& add,
                     const Choices& choices, const Box& column) {
  const auto cut_in = [&](Density density, int text) {
    frame.set_content(density, static_cast<TextScale>(text));
    content.emplace(frame);
    add(*content);
    return cut_asking(frame, choices, column);
  };
  const int wished = static_cast<int>(frame.page().look.text);
  AskingCut cut = cut_in(Density::usual, wished);
  for (int text = wished; content->height() > cut.room && text >= std::min(wished, 1); --text)
    cut = cut_in(Density::close, text);
  return cut;
}

// Where question and buttons do not fit below each other, all of it scrolls.
std::optional<Event> draw_scrolling(Frame& frame, PageContent& content, const Choices& choices,
                                    const Box& column) {
  const Theme& theme = frame.theme();
  for (const Choice& choice : choices.together)
    content.add({.gap = theme.space(3),
                 .height = choice_height(frame, choice, column.width),
                 .draw = [&frame, &choice](const Box& box) {
                   return draw_button(frame, choice.name, choice.button, box, choice.design);
                 }});
  for (const Choice& choice : choices.apart)
    content.add({.height = parting_of(theme) + choice_height(frame, choice, column.width),
                 .draw = [&frame, &choice](const Box& box) { return draw_apart(frame, choice, box); }});
  return draw_with_more(frame, content, column, {});
}

// A question in the middle of the page, and below it buttons as wide as the column, or beside each other
// where the display is low.
std::optional<Event> draw_asking(Frame& frame, const AddContent& add, const Choices& choices) {
  const Theme& theme = frame.theme();
  const bool roomy = theme.room() == Room::roomy;
  PageBoxes boxes = cut_page(frame);
  auto result = draw_header(frame, boxes);
  const auto keep = [&result](std::optional<Event> event) {
    if (event) result = std::move(event);
  };
  take_banner(frame, boxes.body);
  Box column = boxes.body;
  column.height += boxes.footer.height - theme.space(roomy ? 6 : 3);
  column = centred_column(column, theme.size(Size::asking_column));

  std::optional<PageContent> content;
  const AskingCut cut = set_asking(frame, content, add, choices, column);
  if (content->height() > cut.room && cut.room < least_lines * frame.line_height(TextSize::reading)) {
    keep(draw_scrolling(frame, *content, choices, column));
    frame.set_as_page();
    return result;
  }
  take_top(column, std::floor(std::max(0.0F, cut.room - content->height()) * 0.35F));
  const Box area = take_top(column, std::min(content->height(), cut.room), cut.between);
  keep(draw_with_more(frame, *content, area, {}));
  Box row = cut.in_a_row ? take_top(column, theme.button_height()) : Box{};
  for (const Choice& choice : choices.together)
    keep(draw_button(frame, choice.name, choice.button,
                     cut.in_a_row ? take_left(row, cut.wide, cut.gap)
                                  : take_top(column, choice_height(frame, choice, column.width), cut.gap),
                     choice.design));
  if (!cut.in_a_row) take_top(column, -cut.gap);
  for (const Choice& choice : choices.apart)
    keep(draw_apart(frame, choice,
                    take_top(column, parting_of(theme) + choice_height(frame, choice, column.width))));
  frame.set_as_page();
  return result;
}

}  // namespace

std::optional<Event> draw_screen(Frame& frame, const StillThereView& view) {
  const Theme& theme = frame.theme();
  draw_paper(frame);
  const float size = theme.size(Size::ring);
  const auto add = [&](PageContent& content) {
    content.add({.height = size, .draw = [&frame, &view, size](const Box& box) {
                   const Box ring = centred(box, size, size);
                   const float part = view.seconds > 0 ? static_cast<float>(view.seconds_left) /
                                                             static_cast<float>(view.seconds)
                                                       : 0;
                   frame.ring(ring, part, frame.colours().accent, frame.colours().track);
                   frame.write_in_middle(std::to_string(view.seconds_left),
                                         {TextSize::title, Weight::bold, Align::center}, ring,
                                         frame.colours().ink);
                   return std::optional<Event>();
                 }});
    add_question(frame, content, view.question, view.explanation);
  };
  auto result = draw_asking(frame, add,
                            {.together = {{"yes", view.yes, {.look = ButtonLook::main}},
                                          {"stop", view.stop, {.look = ButtonLook::card}}}});
  if (!result && frame.touched_elsewhere()) result = view.yes.event;  // "tap the screen to go on"
  return result;
}

std::optional<Event> draw_screen(Frame& frame, const LeaveView& view) {
  draw_paper(frame);
  const auto add = [&](PageContent& content) {
    add_question(frame, content, view.question, view.explanation);
  };
  return draw_asking(frame, add,
                     {.together = {{"keep", view.keep, {.look = ButtonLook::main, .before = Sign::check}},
                                   {"stay", view.stay, {.look = ButtonLook::card, .before = Sign::back}}},
                      .apart = {{"delete", view.erase, {.look = ButtonLook::card, .before = Sign::cross}}}});
}

namespace {

/// A ring that goes round once a minute, and the time since it began; then a large check, or an exclamation
/// mark.
void draw_copy_sign(Frame& frame, const CopyView& view, const Box& box) {
  const Palette& palette = frame.colours();
  if (view.state == CopyView::State::busy) {
    frame.ring(box, static_cast<float>(view.seconds % 60) / 60, palette.accent, palette.track);
    const std::string time = std::to_string(view.seconds / 60) + (view.seconds % 60 < 10 ? ":0" : ":") +
                             std::to_string(view.seconds % 60);
    return frame.write_in_middle(time, {TextSize::reading, Weight::bold, Align::center}, box, palette.ink);
  }
  const bool done = view.state == CopyView::State::done;
  if (done) frame.fill(box, palette.accent, box.width / 2);
  frame.sign(done ? Sign::check : Sign::attention, done ? inset(box, box.width * 0.22F) : box,
             done ? palette.on_accent : palette.warning);
}

}  // namespace

std::optional<Event> draw_screen(Frame& frame, const CopyView& view) {
  draw_paper(frame);
  const float size = frame.theme().size(Size::ring);
  const auto add = [&](PageContent& content) {
    content.add({.height = size, .draw = [&frame, &view, size](const Box& box) {
                   draw_copy_sign(frame, view, centred(box, size, size));
                   return std::optional<Event>();
                 }});
    add_question(frame, content, view.title, view.text);
  };
  const ButtonDesign card{.look = ButtonLook::card}, main{.look = ButtonLook::main};
  const bool done = view.state == CopyView::State::done;
  std::vector<Choice> choices;
  if (!view.again.label.empty()) choices.push_back({"again", view.again, main});
  choices.push_back({"back", view.back, done ? main : card});
  return draw_asking(frame, add, {.together = std::move(choices)});
}

}  // namespace buurtpeil
