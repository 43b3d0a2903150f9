#include "ui/screens/results_bars.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/pictures/face.h"
#include "ui/widgets.h"

namespace buurtpeil {
namespace {

using Bar = ResultsView::Bar;
using Shape = ResultsView::Shape;

constexpr Lettering own_lettering{TextSize::small, Weight::bold};
constexpr Lettering beside_lettering{TextSize::small};

Lettering label_lettering(const Theme& theme) { return {theme.card_text()}; }
Lettering value_lettering(const Theme& theme) { return {theme.card_text(), Weight::bold}; }

// A small check in a disc, and the words: the visitor's own answer is known without its colour.
float own_gap(const Theme& theme) { return theme.space(2); }
float own_width(Frame& frame, const ResultsView& view) {
  const Theme& theme = frame.theme();
  return theme.size(Size::small_mark) + own_gap(theme) + frame.width_of(view.own_words, own_lettering);
}
float own_height(Frame& frame, const ResultsView& view, float width) {
  const Theme& theme = frame.theme();
  const float words = width - theme.size(Size::small_mark) - own_gap(theme);
  return std::max(theme.size(Size::small_mark), frame.height_of(view.own_words, own_lettering, words));
}
void draw_own(Frame& frame, const ResultsView& view, Box box) {
  const Theme& theme = frame.theme();
  const float mark = theme.size(Size::small_mark);
  draw_mark(frame, centred(take_left(box, mark, own_gap(theme)), mark, mark), true, true);
  frame.write_in_middle(view.own_words, own_lettering, box, frame.colours().ink);
}

void draw_own_card(Frame& frame, const Box& box) {
  const Theme& theme = frame.theme();
  frame.fill(box, frame.colours().tint, theme.corner());
  frame.edge(box, frame.colours().accent, theme.corner(), theme.stroke());
}

float mood_of(const ResultsView& view, std::size_t index) {
  return 2 * static_cast<float>(index) / static_cast<float>(std::max<std::size_t>(1, view.bars.size() - 1)) -
         1;
}

bool lies_beside(const ResultsView& view) { return !view.beside_about.empty(); }

// ---- rows ----

// How all rows are cut: the words stand before the bar and its number after it, or both above it. Room for
// what may be laid beside is there from the first: nothing moves by a tap.
struct RowCut {
  bool wide = false;
  float padding = 0, gap = 0, place = 0, before = 0, label = 0, value = 0, line = 0, beside_line = 0;
};

RowCut cut_rows(Frame& frame, const ResultsView& view, float width) {
  const Theme& theme = frame.theme();
  constexpr float letters_for_words_before = 38, most_label = 0.42F;
  RowCut cut;
  cut.wide = width >= letters_for_words_before * theme.capital(TextSize::reading);
  cut.padding = theme.space(theme.room() == Room::roomy ? 3 : 2);
  cut.gap = theme.space(4);
  float longest = own_width(frame, view);
  for (const Bar& bar : view.bars) {
    longest = std::max(longest, frame.width_of(bar.label, label_lettering(theme)));
    cut.value = std::max({cut.value, frame.width_of(bar.value, value_lettering(theme)),
                          frame.width_of(bar.beside_value, beside_lettering)});
  }
  cut.value = std::ceil(cut.value) + 1;
  const bool faces = view.shape == Shape::faces && view.bars.size() > 1;
  cut.place = faces ? theme.size(Size::large_mark) : view.bars.front().place > 0 ? theme.size(Size::mark) : 0;
  if (cut.place > 0) cut.before = cut.place + theme.space(3);
  const float most = cut.wide ? std::floor(width * most_label) : width - cut.value - theme.space(3);
  cut.label = cut.wide ? std::min(std::ceil(longest) + 1, most - cut.before) : most - cut.before;
  const float value = frame.line_height(value_lettering(theme).size);
  cut.line = cut.wide ? std::max(theme.size(Size::result_bar), value) : theme.size(Size::result_bar);
  if (!view.comparisons.empty() || lies_beside(view))
    cut.beside_line = std::max(theme.size(Size::beside_bar), frame.line_height(TextSize::small));
  return cut;
}

float words_height(Frame& frame, const ResultsView& view, const Bar& bar, const RowCut& cut) {
  const float label = frame.height_of(bar.label, label_lettering(frame.theme()), cut.label);
  const float own = bar.own ? frame.theme().space(1) + own_height(frame, view, cut.label) : 0;
  return std::max(label + own, cut.place);
}

float row_height_of(Frame& frame, const ResultsView& view, const Bar& bar, const RowCut& cut) {
  const float words = words_height(frame, view, bar, cut), bars = cut.line + cut.beside_line;
  const float inner = cut.wide ? std::max(words, bars) : words + frame.theme().space(1) + bars;
  return std::ceil(inner + 2 * cut.padding);
}

// The words of a row, in the middle of its height.
struct WordsPlaces {
  Box place, label, own;
};

WordsPlaces place_words(Frame& frame, const ResultsView& view, const Bar& bar, const RowCut& cut, Box box) {
  const Theme& theme = frame.theme();
  WordsPlaces places;
  places.place = centred(take_left(box, cut.place, cut.before - cut.place), cut.place, cut.place);
  const float label = frame.height_of(bar.label, label_lettering(theme), box.width);
  const float own = bar.own ? own_height(frame, view, box.width) : 0;
  box = centred(box, box.width, label + (bar.own ? theme.space(1) + own : 0));
  places.label = take_top(box, label, theme.space(1));
  places.own = box;
  return places;
}

void draw_value(Frame& frame, const std::string& value, const Lettering& lettering, BarOf which,
                const Box& box) {
  frame.write_in_middle(value, {lettering.size, lettering.weight, Align::end}, box,
                        which == BarOf::these ? frame.colours().ink : frame.colours().ink_quiet);
}

void draw_line(Frame& frame, double part, BarOf which, const Box& box) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  const bool these = which == BarOf::these;
  Box bar = centred(box, box.width, theme.size(these ? Size::result_bar : Size::beside_bar));
  const float corner = these ? std::min(bar.height / 2, theme.corner()) : bar.height / 2;
  if (these) frame.fill(bar, palette.track, corner);
  bar.width *= std::clamp(static_cast<float>(part), 0.0F, 1.0F);
  if (part > 0) {
    bar.width = std::max(bar.width, 2 * corner);
    frame.fill(bar, these ? palette.accent : palette.ink_quiet, corner);
  }
}

void draw_bar_row(Frame& frame, const ResultsView& view, std::size_t index, const RowCut& cut,
                  const Box& box) {
  const Theme& theme = frame.theme();
  const Bar& bar = view.bars[index];
  if (bar.own) draw_own_card(frame, inset(box, -theme.space(3), 0));
  Box rest = inset(box, 0, cut.padding);
  Box words = cut.wide ? take_left(rest, cut.before + cut.label, cut.gap)
                       : take_top(rest, words_height(frame, view, bar, cut), theme.space(1));
  rest = centred(rest, rest.width, cut.line + (lies_beside(view) ? cut.beside_line : 0));
  Box line = take_top(rest, cut.line);
  const Box value = take_right(cut.wide ? line : words, cut.value, theme.space(3));
  const WordsPlaces places = place_words(frame, view, bar, cut, words);
  if (view.shape == Shape::faces)
    draw_face(frame, places.place, mood_of(view, index), bar.own);
  else if (bar.place > 0)
    draw_place(frame, places.place, bar.place);
  frame.write(bar.label, label_lettering(theme), places.label, frame.colours().ink);
  draw_value(frame, bar.value, value_lettering(theme), BarOf::these, value);
  draw_line(frame, bar.part, BarOf::these, line);
  if (lies_beside(view)) {
    draw_value(frame, bar.beside_value, beside_lettering, BarOf::beside,
               take_right(rest, cut.value, theme.space(3)));
    rest.width = std::min(rest.width, line.width);
    draw_line(frame, bar.beside, BarOf::beside, rest);
  }
  if (bar.own) draw_own(frame, view, places.own);
}

void add_rows_of_bars(Frame& frame, PageContent& content, const ResultsView& view, float width) {
  const Theme& theme = frame.theme();
  const RowCut cut = cut_rows(frame, view, width);
  const float between = theme.density() == Density::close ? 0 : theme.space(1);
  for (std::size_t index = 0; index < view.bars.size(); ++index) {
    const float height = row_height_of(frame, view, view.bars[index], cut);
    content.add({.gap = index == 0 ? theme.space(4) : between,
                 .height = height,
                 .draw =
                     [&frame, &view, index, cut](const Box& box) {
                       draw_bar_row(frame, view, index, cut, box);
                       return std::optional<Event>();
                     },
                 .cards = {{0, height}}});
  }
}

// ---- columns ----

struct ColumnCut {
  float width = 0, gap = 0, padding = 0, value = 0, beside_value = 0, bars = 0, face = 0, words = 0, own = 0;
  Lettering label = {};
  double highest = 0;
  [[nodiscard]] float height(const Theme& theme) const {
    const float below = face > 0 ? face + theme.space(2) : 0;
    return std::ceil(2 * padding + value + bars + theme.space(2) + below + words +
                     (own > 0 ? own + theme.space(2) : 0));
  }
};

bool fit_columns(Frame& frame, const ResultsView& view, ColumnCut& cut) {
  constexpr int most_lines = 3;
  const Theme& theme = frame.theme();
  const float inner = cut.width - 2 * theme.space(1);
  float values = 0, beside = 0;
  cut.words = cut.own = 0;
  for (const Bar& bar : view.bars) {
    if (widest_word_of(frame, bar.label, cut.label) > inner) return false;
    cut.words = std::max(cut.words, frame.height_of(bar.label, cut.label, inner));
    values = std::max(values, frame.width_of(bar.value, value_lettering(theme)));
    beside = std::max(beside, frame.width_of(bar.value, beside_lettering));
    if (bar.own) cut.own = own_height(frame, view, inner);
  }
  // Nothing turns into rows by a tap.
  if (!view.comparisons.empty()) values += beside + theme.space(2);
  const float own =
      theme.size(Size::small_mark) + own_gap(theme) + widest_word_of(frame, view.own_words, own_lettering);
  const float most = static_cast<float>(most_lines) * frame.line_height(cut.label.size) * 1.02F;
  return values <= inner && cut.words <= most && (cut.own == 0 || own <= inner);
}

void draw_upright(Frame& frame, double part, const std::string& value, const Lettering& lettering,
                  const ColumnCut& cut, BarOf which, const Box& place, float thick) {
  const bool these = which == BarOf::these;
  const Palette& palette = frame.colours();
  const float share = cut.highest > 0 ? static_cast<float>(part / cut.highest) : 0;
  const float corner = std::min(thick / 4, frame.theme().corner());
  const float height = part > 0 ? std::max(std::floor(cut.bars * share), 2 * corner) : 0;
  const Box bar{middle_x(place) - thick / 2, bottom(place) - height, thick, height};
  if (height > 0) frame.fill(bar, these ? palette.accent : palette.ink_quiet, corner);
  const float line = frame.line_height(lettering.size);
  frame.write(value, {lettering.size, lettering.weight, Align::center},
              {place.x, bar.y - line - frame.theme().space(1) / 2, place.width, line},
              these ? palette.ink : palette.ink_quiet);
}

void draw_bar_column(Frame& frame, const ResultsView& view, std::size_t index, const ColumnCut& cut,
                     const Box& box) {
  const Theme& theme = frame.theme();
  const Bar& bar = view.bars[index];
  Box rest = inset(box, theme.space(1), cut.padding);
  Box place = take_top(rest, cut.value + cut.bars, theme.space(2));
  if (cut.face > 0) {
    const Box face = centred(take_top(rest, cut.face, theme.space(2)), cut.face, cut.face);
    draw_face(frame, face, mood_of(view, index), bar.own);
  }
  Lettering label = cut.label;
  label.align = Align::center;
  frame.write(bar.label, label, take_top(rest, cut.words, theme.space(2)), frame.colours().ink);
  const float whole = place.width, beside = std::floor(whole * 0.44F);
  Box second = lies_beside(view) ? take_right(place, beside) : Box{};
  draw_upright(frame, bar.part, bar.value, value_lettering(theme), cut, BarOf::these, place,
               std::floor(std::min(whole * 0.42F, 3 * theme.size(Size::result_bar))));
  if (lies_beside(view))
    draw_upright(frame, bar.beside, bar.beside_value, beside_lettering, cut, BarOf::beside, second,
                 std::floor(std::min(whole * 0.14F, 2 * theme.size(Size::beside_bar))));
  if (!bar.own) return;
  const float around = theme.size(Size::small_mark) + own_gap(theme);
  const float words = frame.measure(view.own_words, own_lettering, rest.width - around).width() + 1;
  draw_own(frame, view, centred(rest, std::min(words + around, rest.width), cut.own));
}

bool add_columns_of_bars(Frame& frame, PageContent& content, const ResultsView& view, float width,
                         float room) {
  const Theme& theme = frame.theme();
  const auto count = static_cast<float>(view.bars.size());
  ColumnCut cut;
  cut.gap = theme.space(2);
  cut.padding = theme.space(2);
  cut.width = std::floor((width - cut.gap * (count - 1)) / count);
  if (view.shape == Shape::faces && view.bars.size() > 1)
    cut.face = std::min(theme.size(Size::face), cut.width - 2 * theme.space(2));
  const auto fits_in = [&](TextSize size) {
    cut.label = {size};
    return fit_columns(frame, view, cut);
  };
  if (!fits_in(TextSize::reading) && !fits_in(TextSize::small)) return false;
  cut.value = frame.line_height(value_lettering(theme).size) + theme.space(1);
  for (const Bar& bar : view.bars) cut.highest = std::max({cut.highest, bar.part, bar.beside});
  const float least = theme.size(Size::result_columns), most = theme.size(Size::highest_columns);
  cut.bars = std::clamp(std::floor(room - theme.space(4) - cut.height(theme)), least, most);
  const float height = cut.height(theme);
  content.add({.gap = theme.space(4),
               .height = height,
               .draw =
                   [&frame, &view, cut](const Box& box) {
                     Box rest = box;
                     for (std::size_t index = 0; index < view.bars.size(); ++index) {
                       const Box column = take_left(rest, cut.width, cut.gap);
                       if (view.bars[index].own) draw_own_card(frame, column);
                     }
                     const float ground = box.y + cut.padding + cut.value + cut.bars;
                     frame.fill({box.x, ground, box.width, frame.theme().size(Size::hairline)},
                                frame.colours().edge);
                     rest = box;
                     for (std::size_t index = 0; index < view.bars.size(); ++index)
                       draw_bar_column(frame, view, index, cut, take_left(rest, cut.width, cut.gap));
                     return std::optional<Event>();
                   },
               .cards = {{0, height}}});
  return true;
}

}  // namespace

void draw_bar_sample(Frame& frame, BarOf which, const Box& box) {
  const bool these = which == BarOf::these;
  const Theme& theme = frame.theme();
  const Box bar = centred(box, box.width, theme.size(Size::beside_bar) * (these ? 1.8F : 0.8F));
  frame.fill(bar, these ? frame.colours().accent : frame.colours().ink_quiet,
             std::min(bar.height / 2, theme.corner()));
}

void add_bars(Frame& frame, PageContent& content, const ResultsView& view, float width, float room) {
  if (view.shape == Shape::rows || !add_columns_of_bars(frame, content, view, width, room))
    add_rows_of_bars(frame, content, view, width);
}

}  // namespace buurtpeil
