// The look back: a row for each question, its answer below it in the visitor's words, and the way to it.
#include <algorithm>
#include <cmath>

#include "ui/screens/footer.h"
#include "ui/screens/progress_header.h"
#include "ui/screens/screens.h"
#include "ui/widgets.h"

namespace buurtpeil {
namespace {

using Entry = ReviewView::Entry;

constexpr Lettering title_lettering{TextSize::title, Weight::bold};
constexpr Lettering question_lettering{TextSize::small};
constexpr Lettering answer_lettering{TextSize::reading, Weight::bold};
constexpr Lettering missing_lettering{TextSize::reading};
constexpr Lettering change_lettering{TextSize::small, Weight::bold};
constexpr float most_change = 0.22F;  // of the width; else its sign alone

const Lettering& lettering_of(const Entry& entry) {
  return entry.answered ? answer_lettering : missing_lettering;
}

/// What a row of a given width is made of.
struct RowPlaces {
  float width = 0;
  float change = 0;  ///< width of what stands at its end
  bool in_words = true;
  float most = 0;  ///< height of a row with the whole question; one that were higher has its first line
  [[nodiscard]] float words() const { return width - change; }
};

RowPlaces places_of(Frame& frame, const ReviewView& view, const Box& body) {
  const float width = body.width;
  const Theme& theme = frame.theme();
  const float sign = theme.size(Size::sign);
  RowPlaces places{.width = width};
  places.most = body.height - frame.height_of(view.title, title_lettering, width) - theme.space(6);
  const float word = frame.width_of(view.change, change_lettering);
  places.in_words = word <= width * most_change;
  places.change = theme.space(4) + (places.in_words ? word + theme.space(2) : 0) + sign;
  return places;
}

float height_with(Frame& frame, const std::string& question, const Entry& entry, const RowPlaces& places) {
  const Theme& theme = frame.theme();
  const float words = frame.height_of(question, question_lettering, places.words()) + theme.space(1) +
                      frame.height_of(entry.answer, lettering_of(entry), places.words());
  return std::max(theme.target(), std::ceil(words + 2 * theme.space(1)));
}

/// In large letters on a small display a long one would leave its answer no room.
std::string question_of(Frame& frame, const Entry& entry, const RowPlaces& places) {
  if (height_with(frame, entry.question, entry, places) <= places.most) return entry.question;
  return first_line_of(frame, entry.question, question_lettering, places.words());
}

float row_height(Frame& frame, const Entry& entry, const RowPlaces& places) {
  return height_with(frame, question_of(frame, entry, places), entry, places);
}

/// Lines of the question and of its answer, that a page may end in: it does not end between the two.
std::vector<BlockPart> lines_of(Frame& frame, const Entry& entry, const RowPlaces& places, float row) {
  const float question =
      frame.height_of(question_of(frame, entry, places), question_lettering, places.words());
  const float answer = frame.height_of(entry.answer, lettering_of(entry), places.words());
  const float between = frame.theme().space(1);
  std::vector<BlockPart> lines;
  const auto add = [&](float top, float height, float line) {
    for (const float end = top + height; top + line / 2 < end; top += line) lines.push_back({top, line});
  };
  const float top = (row - question - between - answer) / 2;
  add(top, question, frame.line_height(question_lettering.size));
  add(top + question + between, answer, frame.line_height(lettering_of(entry).size));
  return lines;
}

/// Heights of all rows: measured once, not for every frame.
struct MeasuredRows {
  SharedList<Entry> entries;
  float width = 0, line = 0, most = 0;
  std::vector<float> heights;
  std::vector<std::vector<BlockPart>> lines;
};

const MeasuredRows& measured_rows(Frame& frame, const ReviewView& view, const RowPlaces& places) {
  MeasuredRows& rows = frame.memory().of<MeasuredRows>();
  const float line = frame.line_height(TextSize::reading);
  if (rows.entries.same_as(view.entries) && rows.width == places.words() && rows.line == line &&
      rows.most == places.most)
    return rows;
  rows = {.entries = view.entries,
          .width = places.words(),
          .line = line,
          .most = places.most,
          .heights = {},
          .lines = {}};
  for (const Entry& entry : view.entries) {
    rows.heights.push_back(row_height(frame, entry, places));
    rows.lines.push_back(lines_of(frame, entry, places, rows.heights.back()));
  }
  return rows;
}

void draw_change(Frame& frame, const ReviewView& view, const RowPlaces& places, Box box) {
  const Theme& theme = frame.theme();
  const float size = theme.size(Size::sign);
  frame.sign(Sign::forward, centred(take_right(box, size, theme.space(2)), size, size),
             frame.colours().accent);
  if (places.in_words) frame.write_in_middle(view.change, change_lettering, box, frame.colours().accent);
}

std::optional<Event> draw_row(Frame& frame, const ReviewView& view, const Entry& entry,
                              const RowPlaces& places, const Box& row) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  const Contact contact = frame.touch("change:" + entry.path, row);
  const float beside = theme.space(2);
  if (contact.pressed) frame.fill(inset(row, -beside, 0), palette.pressed, theme.corner());
  frame.fill({row.x, bottom(row) + theme.space(3) / 2, row.width, theme.size(Size::hairline)}, palette.line);
  Box rest = row;
  Box change = take_right(rest, places.change);
  take_left(change, theme.space(4));
  draw_change(frame, view, places, change);
  const std::string asked = question_of(frame, entry, places);
  const float question = frame.height_of(asked, question_lettering, rest.width);
  const float answer = frame.height_of(entry.answer, lettering_of(entry), rest.width);
  rest = centred(rest, rest.width, question + theme.space(1) + answer);
  frame.write(asked, question_lettering, take_top(rest, question, theme.space(1)), palette.ink_quiet);
  frame.write(entry.answer, lettering_of(entry), rest, entry.answered ? palette.ink : palette.ink_quiet);
  if (contact.tapped) return event::Change{entry.path};
  return std::nullopt;
}

Block row_block(Frame& frame, const ReviewView& view, const Entry& entry, const RowPlaces& places) {
  return {.draw = [&frame, &view, &entry, places](const Box& box) {
    const Box page = frame.whole();
    if (bottom(box) < page.y || box.y > bottom(page)) return std::optional<Event>();
    return draw_row(frame, view, entry, places, box);
  }};
}

void add_rows(Frame& frame, PageContent& content, const ReviewView& view, const Box& body) {
  const float width = body.width;
  const Theme& theme = frame.theme();
  const bool roomy = theme.room() == Room::roomy;
  const RowPlaces places = places_of(frame, view, body);
  const MeasuredRows& rows = measured_rows(frame, view, places);
  for (std::size_t index = 0; index < view.entries.size(); ++index) {
    const Entry& entry = view.entries[index];
    Block row = row_block(frame, view, entry, places);
    row.height = rows.heights[index];
    if (index > 0) row.cards = rows.lines[index];  // the first answer is whole where there is room for it
    float gap = theme.space(index == 0 && roomy ? 4 : 3);
    if (!entry.group.empty()) {
      PageContent with_group(frame);  // which stays with its first row
      with_group.add_text(entry.group, {TextSize::small, Weight::bold}, frame.colours().accent, width, 0);
      row.gap = gap;
      with_group.add(std::move(row));
      row = std::move(with_group).as_block();
      gap = theme.space(roomy ? 6 : 5);
    }
    row.gap = gap;
    content.add(std::move(row));
  }
}

/// Large letters on a small display leave the explanation out, so that an answer is in sight at once.
bool fits_above_row(Frame& frame, const ReviewView& view, float title, const Box& body) {
  if (view.entries.empty()) return true;
  const float row = row_height(frame, view.entries.front(), places_of(frame, view, body));
  const float words = frame.height_of(view.explanation, {TextSize::reading}, body.width);
  return title + words + row + frame.theme().space(6) <= body.height;
}

}  // namespace

std::optional<Event> draw_screen(Frame& frame, const ReviewView& view) {
  const Theme& theme = frame.theme();
  const bool roomy = theme.room() == Room::roomy;
  draw_paper(frame);
  FooterButtons buttons{
      .first_name = "finish", .second_name = "back", .first = view.finish, .second = view.back};
  buttons.first_design.before = Sign::check;
  buttons.second_design.before = Sign::back;
  PageBoxes boxes = cut_page(frame);
  const FooterCut footer = cut_footer(frame, buttons, boxes, theme.column());
  take_banner(frame, boxes.body);
  auto result = draw_progress_header(frame, {.done = 1, .out = view.leave}, boxes, boxes.body);
  Box body = centred_column(boxes.body, theme.column());
  take_top(body, theme.space(roomy ? 5 : 2));
  PageContent content(frame);
  content.add_text(view.title, title_lettering, frame.colours().ink, body.width, 0);
  if (fits_above_row(frame, view, content.height(), body))
    content.add_text(view.explanation, {TextSize::reading}, frame.colours().ink_quiet, body.width,
                     theme.space(2));
  add_rows(frame, content, view, body);
  if (auto event = draw_with_more(frame, content, body, footer.middle)) result = std::move(event);
  if (auto event = draw_footer(frame, buttons, footer)) result = std::move(event);
  return result;
}

}  // namespace buurtpeil
