// Screens that ask before something ends: "still there?" and "do you want to stop?".
#include <algorithm>
#include <cmath>

#include "ui/screens/page.h"
#include "ui/screens/screens.h"

namespace buurtpeil {
namespace {

struct Choice {
  std::string name;
  const Button& button;
  ButtonDesign design;
};

// A question in the middle of the page, and below it buttons as wide as the column.
std::optional<Event> draw_asking(Frame& frame, PageContent& content, const std::vector<Choice>& choices) {
  const Theme& theme = frame.theme();
  const bool roomy = theme.room() == Room::roomy;
  PageBoxes boxes = cut_page(frame);
  auto result = draw_header(frame, boxes);
  take_banner(frame, boxes.body);
  Box column = boxes.body;
  column.height += boxes.footer.height - theme.space(roomy ? 6 : 3);
  column = centred_column(column, theme.size(Size::asking_column));

  const float gap = theme.space(roomy ? 4 : 3);
  const auto count = static_cast<float>(choices.size());
  const float wide = (column.width - gap * (count - 1)) / count;
  const bool in_a_row =
      !roomy && !theme.portrait() && std::all_of(choices.begin(), choices.end(), [&](const Choice& choice) {
        return button_width(frame, choice.button, choice.design) <= wide;
      });
  float buttons = in_a_row ? theme.button_height() : -gap;
  if (!in_a_row) {
    for (const Choice& choice : choices)
      buttons +=
          gap + button_height(frame, choice.button, choice.design, column.width, theme.button_height());
  }
  const float between = theme.space(roomy ? 6 : 4);
  const float slack = std::max(0.0F, column.height - content.height() - between - buttons);
  take_top(column, std::floor(slack * 0.35F));
  Box area = take_top(column, std::min(content.height(), column.height - between - buttons), between);
  if (auto event = draw_with_more(frame, content, area, {}, "")) result = event;
  for (const Choice& choice : choices) {
    const Box box = in_a_row ? take_left(column, std::floor(wide), gap)
                             : take_top(column,
                                        button_height(frame, choice.button, choice.design, column.width,
                                                      theme.button_height()),
                                        gap);
    Box place = box;
    if (in_a_row) place.height = theme.button_height();
    if (auto event = draw_button(frame, choice.name, choice.button, place, choice.design)) result = event;
  }
  return result;
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

}  // namespace

std::optional<Event> draw_screen(Frame& frame, const StillThereView& view) {
  const Theme& theme = frame.theme();
  draw_paper(frame);
  PageContent content(frame);
  const float size = theme.size(Size::ring);
  content.add(
      {.height = size, .draw = [&frame, &view, size](const Box& box) {
         const Box ring = centred(box, size, size);
         const float part =
             view.seconds > 0 ? static_cast<float>(view.seconds_left) / static_cast<float>(view.seconds) : 0;
         frame.ring(ring, part, frame.colours().accent, frame.colours().track);
         frame.write_in_middle(std::to_string(view.seconds_left),
                               {TextSize::title, Weight::bold, Align::center}, ring, frame.colours().ink);
         return std::optional<Event>();
       }});
  add_question(frame, content, view.question, view.explanation);
  auto result = draw_asking(
      frame, content,
      {{"yes", view.yes, {.look = ButtonLook::main}}, {"stop", view.stop, {.look = ButtonLook::card}}});
  if (!result && frame.touched_elsewhere()) result = view.yes.event;  // "tap the screen to go on"
  return result;
}

std::optional<Event> draw_screen(Frame& frame, const LeaveView& view) {
  draw_paper(frame);
  PageContent content(frame);
  add_question(frame, content, view.question, view.explanation);
  return draw_asking(frame, content,
                     {{"stay", view.stay, {.look = ButtonLook::main, .before = Sign::back}},
                      {"keep", view.keep, {.look = ButtonLook::card}},
                      {"delete", view.erase, {.look = ButtonLook::card}}});
}

}  // namespace buurtpeil
