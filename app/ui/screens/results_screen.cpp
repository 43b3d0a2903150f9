// What others said: the question, the bars, and the small print; what can be laid beside them stands above
// the ways on, in sight while the bars scroll.
#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/screens/footer.h"
#include "ui/screens/page_boxes.h"
#include "ui/screens/progress_header.h"
#include "ui/screens/reading_page.h"
#include "ui/screens/results_bars.h"
#include "ui/screens/screens.h"
#include "ui/widgets.h"

namespace buurtpeil {
namespace {

using Comparison = ResultsView::Comparison;

constexpr Lettering chip_lettering{TextSize::small};

// ---- what can be laid beside ----

float chip_width(Frame& frame, const Comparison& comparison) {
  const Theme& theme = frame.theme();
  return std::ceil(frame.width_of(comparison.label, chip_lettering)) + 1 + theme.size(Size::small_mark) +
         theme.space(3) + 2 * theme.space(4);
}

std::optional<Event> draw_chip(Frame& frame, const Comparison& comparison, const Box& box) {
  const Theme& theme = frame.theme();
  const Contact contact = frame.touch("compare:" + comparison.name, box);
  draw_choice_card(frame, comparison.chosen, contact.pressed, box);
  Box inner = inset(box, theme.space(4), 0);
  const float size = theme.size(Size::small_mark);
  draw_mark(frame, centred(take_left(inner, size, theme.space(3)), size, size), true, comparison.chosen);
  frame.write_in_middle(comparison.label, chip_lettering, inner, frame.colours().ink);
  if (contact.tapped) return comparison.event;
  return std::nullopt;
}

/// Where the words above or before them stand, and each of them.
struct ChipPlaces {
  Box words;
  std::vector<Box> chips;
  float height = 0;
};

// In rows of as many as fit; the words before them where all fit beside each other.
ChipPlaces place_chips(Frame& frame, const ResultsView& view, const Box& area) {
  const Theme& theme = frame.theme();
  const float gap = theme.space(3);
  const float words = std::ceil(frame.width_of(view.compare, chip_lettering)) + 1;
  float all = words;
  for (const Comparison& each : view.comparisons) all += gap + chip_width(frame, each);
  ChipPlaces places;
  const bool in_one_row = all <= area.width;
  const float line =
      in_one_row ? theme.tool_height() : frame.height_of(view.compare, chip_lettering, area.width);
  places.words = {area.x, area.y, in_one_row ? words : area.width, line};
  Box row = area;
  row.height = line;
  if (in_one_row)
    take_left(row, words, gap);
  else
    row = {area.x, area.y + line + theme.space(2), area.width, 0};
  for (const Comparison& each : view.comparisons) {
    const float width = std::min(chip_width(frame, each), area.width);
    if (row.width < width) row = {area.x, bottom(row) + gap, area.width, 0};
    const float words_width = width - 2 * theme.space(4) - theme.size(Size::small_mark) - theme.space(3);
    const float text = frame.height_of(each.label, chip_lettering, words_width);
    const float height = std::max(theme.tool_height(), std::ceil(text + 2 * theme.space(1)));
    row.height = std::max(row.height, height);
    Box chip = take_left(row, width, gap);
    chip.height = height;
    places.chips.push_back(chip);
  }
  if (!places.chips.empty()) places.height = bottom(places.chips.back()) - area.y;
  return places;
}

std::optional<Event> draw_chips(Frame& frame, const ResultsView& view, const Box& area) {
  const ChipPlaces places = place_chips(frame, view, area);
  frame.write_in_middle(view.compare, chip_lettering, places.words, frame.colours().ink_quiet);
  std::optional<Event> result;
  for (std::size_t index = 0; index < places.chips.size(); ++index)
    if (auto event = draw_chip(frame, view.comparisons[index], places.chips[index]))
      result = std::move(event);
  return result;
}

// ---- the page ----

// Whom the bars tell of; where something can be laid beside, after a piece of each bar.
void add_about(Frame& frame, PageContent& content, const ResultsView& view, BarOf which, float width) {
  const std::string& words = which == BarOf::these ? view.about : view.beside_about;
  if (words.empty()) return;
  const Theme& theme = frame.theme();
  const float sample = view.comparisons.empty() ? 0 : theme.size(Size::sign);
  const float gap = view.comparisons.empty() ? 0 : theme.space(3);
  const float height = frame.height_of(words, {TextSize::reading}, width - sample - gap);
  content.add({.gap = theme.space(which == BarOf::these ? 3 : 1),
               .height = height,
               .draw = [&frame, &words, which, sample, gap](Box box) {
                 Box place = take_left(box, sample, gap);
                 place.height = frame.line_height(TextSize::reading);
                 if (sample > 0) draw_bar_sample(frame, which, place);
                 frame.write(words, {TextSize::reading}, box, frame.colours().ink_quiet);
                 return std::optional<Event>();
               }});
}

void add_small_print(Frame& frame, PageContent& content, const ResultsView& view, float width) {
  const Theme& theme = frame.theme();
  for (const std::string& line : view.small_print)
    content.add_text(line, {TextSize::small}, frame.colours().ink_quiet, width,
                     theme.space(&line == &view.small_print.front() ? 4 : 1));
}

enum class Chips { above_the_footer, in_the_page };
/// On a small display the bars come right after the question, and what is said of them after these; but for
/// the note that they are of other people than one would think, as long as a bar is in sight below it.
enum class Order { words_first, note_first, bars_first };

struct PageSetup {
  Chips chips = Chips::above_the_footer;
  Order order = Order::words_first;
};

void add_note(Frame& frame, PageContent& content, const ResultsView& view, float width) {
  if (!view.note.empty())
    content.add_text(view.note, {TextSize::reading}, frame.colours().ink, width, frame.theme().space(3));
}

// What appears with a touch of a chip stands below it, so that it stays under the finger.
void add_words(Frame& frame, PageContent& content, const ResultsView& view, const PageSetup& setup,
               float width) {
  const Palette& palette = frame.colours();
  const Theme& theme = frame.theme();
  if (setup.order != Order::note_first) add_note(frame, content, view, width);
  add_about(frame, content, view, BarOf::these, width);
  if (setup.chips == Chips::in_the_page && !view.comparisons.empty())
    content.add({.gap = theme.space(3),
                 .height = place_chips(frame, view, {0, 0, width, 0}).height,
                 .draw = [&frame, &view](const Box& box) { return draw_chips(frame, view, box); }});
  add_about(frame, content, view, BarOf::beside, width);
  if (!view.change.empty())
    content.add_text(view.change, {TextSize::reading, Weight::bold}, palette.ink, width, theme.space(3));
}

void add_question(Frame& frame, PageContent& content, const ResultsView& view, Order order, float width) {
  const bool words_first = order == Order::words_first;
  if (words_first)
    content.add_text(view.title, {TextSize::small, Weight::bold}, frame.colours().accent, width, 0);
  content.add_label(view.question, {words_first ? TextSize::title : TextSize::reading, Weight::bold}, width,
                    frame.theme().space(1));
}

void fill_page(Frame& frame, PageContent& content, const ResultsView& view, const PageSetup& setup,
               const Box& body) {
  PageContent others(frame);
  add_question(frame, others, view, setup.order, body.width);
  add_words(frame, others, view, setup, body.width);
  add_small_print(frame, others, view, body.width);
  add_question(frame, content, view, setup.order, body.width);
  if (setup.order == Order::words_first) add_words(frame, content, view, setup, body.width);
  if (setup.order == Order::note_first) add_note(frame, content, view, body.width);
  add_bars(frame, content, view, body.width, body.height - others.height());
  if (setup.order != Order::words_first) add_words(frame, content, view, setup, body.width);
  add_small_print(frame, content, view, body.width);
}

// Sets the frame to the largest setting in which all fits, also once something lies beside: no letter changes
// its size by a tap. Where nothing fits the page scrolls, and a bar is to be in sight as it begins.
void set_page_for(Frame& frame, const ResultsView& view, PageSetup& setup, const Box& body) {
  ResultsView fullest = view;
  if (!view.comparisons.empty()) fullest.beside_about = fullest.change = view.about;
  const bool roomy = frame.theme().room() == Room::roomy;
  for (const Density density : {Density::large, Density::usual, Density::close}) {
    if (density == Density::large && !roomy) continue;
    frame.set_content(density, frame.page_letters());
    PageContent content(frame);
    fill_page(frame, content, fullest, setup, body);
    if (content.fits(body.height)) return;
  }
  for (const Order order : {Order::words_first, Order::note_first, Order::bars_first}) {
    setup.order = order;
    for (const Density density : {Density::usual, Density::close}) {
      frame.set_content(density, frame.page_letters());
      PageContent content(frame);
      fill_page(frame, content, fullest, setup, body);
      if (content.height_to_begin() <= body.height) return;
    }
  }
}

FooterButtons footer_of(const ResultsView& view) {
  FooterButtons buttons{.first_name = "next", .second_name = "back", .first = view.next, .second = view.back};
  buttons.first_design.after = Sign::forward;
  buttons.second_design.before = Sign::back;
  if (!view.next.label.empty()) return buttons;
  buttons.first_name = "finish";
  buttons.first = view.finish;
  buttons.first_design.after.reset();
  buttons.first_design.before = Sign::check;
  return buttons;
}

std::optional<Event> draw_no_results(Frame& frame, const ResultsView& view) {
  const std::vector<StyledText> paragraphs = {view.note};
  const auto add = [&](PageContent& content, float width) {
    add_reading(frame, content, {view.title, paragraphs}, width);
  };
  return draw_reading(frame, add, footer_of(view));
}

}  // namespace

std::optional<Event> draw_screen(Frame& frame, const ResultsView& view) {
  const Theme& theme = frame.theme();
  const bool roomy = theme.room() == Room::roomy;
  draw_paper(frame);
  if (view.bars.empty()) return draw_no_results(frame, view);
  PageBoxes boxes = cut_page(frame);
  const FooterButtons buttons = footer_of(view);
  const FooterCut footer = cut_footer(frame, buttons, boxes, theme.column());
  take_banner(frame, boxes.body);
  const ProgressHeader header{.done = view.done,
                              .words = view.progress,
                              .longest_words = view.longest_progress,
                              .out = view.next.label.empty() ? Button{} : view.finish,
                              .out_sign = Sign::check};
  auto result = draw_progress_header(frame, header, boxes, boxes.body);
  Box body = centred_column(boxes.body, theme.column());
  take_top(body, theme.space(roomy ? 5 : 2));
  const ChipPlaces places = place_chips(frame, view, body);
  const float most_of_page = theme.portrait() ? 0.3F : 0.2F;
  PageSetup setup{.chips = Chips::in_the_page};
  if (places.height <= body.height * most_of_page) {
    setup.chips = Chips::above_the_footer;
    const Box strip = take_bottom(body, places.height, theme.space(roomy ? 4 : 2));
    if (!view.comparisons.empty())
      if (auto event = draw_chips(frame, view, strip)) result = std::move(event);
  }
  set_page_for(frame, view, setup, body);
  PageContent content(frame);
  fill_page(frame, content, view, setup, body);
  if (auto event = draw_with_more(frame, content, body, footer.middle)) result = std::move(event);
  frame.set_as_page();
  if (auto event = draw_footer(frame, buttons, footer)) result = std::move(event);
  return result;
}

}  // namespace buurtpeil
