#include "ui/fields/choice_cards.h"

#include <algorithm>
#include <cmath>

#include "ui/fields/media_buttons.h"
#include "ui/fields/option_card.h"
#include "ui/widgets.h"

namespace buurtpeil {
namespace {

// Where cards lie: rows of their boxes, measured from the top left of the first one.
struct Row {
  std::size_t first = 0, end = 0;  // indices of options
  float height = 0, below = 0;     // what belongs to the cards and stands below them
  std::vector<float> widths;
};

constexpr int most_columns = 5;

float width_in(float width, int columns, float gap) {
  return std::floor((width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
}

float widest_label(Frame& frame, const ChoiceField& field) {
  float widest = 0;
  for (const auto& option : field.options) widest = std::max(widest, choice_width(frame, field, option));
  return widest;
}

// Rows that are all full, or as full as can be.
int evenly(int columns, int count) {
  const int rows = (count + columns - 1) / columns;
  return (count + rows - 1) / rows;
}

// Of all rows of so many cards.
float height_in(Frame& frame, const ChoiceField& field, int columns, float card, float gap) {
  float sum = -gap, row = 0;
  int place = 0;
  for (const auto& option : field.options) {
    row = std::max(row, choice_height(frame, field, option, card));
    if (++place % columns != 0 && place < static_cast<int>(field.options.size())) continue;
    sum += row + gap;
    row = 0;
  }
  return sum;
}

// How many cards stand beside each other: by how many there are, how long their labels are, and how much room
// there is.
int columns_by_labels(Frame& frame, const ChoiceField& field, float width, float room) {
  const Theme& theme = frame.theme();
  const auto count = static_cast<int>(field.options.size());
  const auto card = [&](int columns) { return width_in(width, columns, theme.space(4)); };
  const float widest = widest_label(frame, field);
  const float tall = height_in(frame, field, 1, width, theme.space(3)) + theme.space(5);
  const auto fits = [&](int columns) { return columns <= count && widest <= card(columns); };
  // A high display has room for them below each other, as wide as the page.
  if (theme.portrait() && theme.density() == Density::large && tall <= room) return 1;
  if (count == 3 && fits(3)) return 3;
  if ((count == 2 || count == 4) && fits(2)) return 2;
  if (tall <= room) return 1;
  const float word = widest_word_of_choices(frame, field);
  for (int columns = 2; columns <= 3; ++columns) {
    const float rows = height_in(frame, field, columns, card(columns), theme.space(4));
    if (columns <= count && word <= card(columns) && theme.space(5) + rows <= room) return columns;
  }
  if (fits(3) && tall > 2 * room) return 3;
  if (fits(2)) return 2;
  const bool two_lines_in_two = card(2) >= theme.size(Size::two_line_card) && widest <= 1.8F * card(2);
  return two_lines_in_two ? 2 : 1;
}

bool has_pictures(const ChoiceField& field) {
  return std::ranges::any_of(field.options, [](const auto& option) { return !option.media.image.empty(); });
}

// As many as fit, with pictures of a usual size.
int columns_of_pictures(Frame& frame, const ChoiceField& field, float width) {
  const Theme& theme = frame.theme();
  const auto count = static_cast<int>(field.options.size());
  int columns = std::min(count, most_columns);
  const float least = std::max(theme.size(Size::picture_card), widest_word_of_choices(frame, field));
  while (columns > 1 && width_in(width, columns, theme.space(4)) < least) --columns;
  return evenly(columns, count);
}

int columns_asked_for(Frame& frame, const ChoiceField& field, float width) {
  const Theme& theme = frame.theme();
  const auto count = static_cast<int>(field.options.size());
  const bool fixed = field.columns > 0;
  int columns = std::min(count, fixed ? field.columns : most_columns);
  const float least = fixed ? widest_word_of_choices(frame, field) : widest_label(frame, field);
  while (columns > 1 && width_in(width, columns, theme.space(4)) < least) --columns;
  return fixed ? columns : evenly(columns, count);
}

int columns_of(Frame& frame, const ChoiceField& field, float width, float room) {
  if (field.look == ChoiceLook::columns) return columns_asked_for(frame, field, width);
  if (has_pictures(field)) return columns_of_pictures(frame, field, width);
  return columns_by_labels(frame, field, width, room);
}

std::vector<Row> rows_in_columns(const ChoiceField& field, int columns, float card) {
  std::vector<Row> rows;
  const std::size_t count = field.options.size();
  const auto per_row = static_cast<std::size_t>(columns);
  for (std::size_t first = 0; first < count; first += per_row) {
    const std::size_t end = std::min(first + per_row, count);
    rows.push_back({first, end, 0, 0, std::vector<float>(end - first, card)});
  }
  return rows;
}

std::vector<Row> packed_rows(Frame& frame, const ChoiceField& field, float width, float gap) {
  std::vector<Row> rows;
  float used = 0;
  for (std::size_t index = 0; index < field.options.size(); ++index) {
    const float least = frame.theme().size(Size::square_button);
    const float card = std::min(std::max(choice_width(frame, field, field.options[index]), least), width);
    if (rows.empty() || used + gap + card > width) rows.push_back({index, index, 0, 0, {}}), used = -gap;
    used += gap + card;
    rows.back().end = index + 1;
    rows.back().widths.push_back(card);
  }
  return rows;
}

}  // namespace

float widest_word_of_choices(Frame& frame, const ChoiceField& field) {
  float widest = 0;
  for (const auto& option : field.options) widest = std::max(widest, choice_word_width(frame, field, option));
  return widest;
}

void add_choices(Frame& frame, PageContent& content, const ChoiceField& field, float width, float room) {
  if (field.options.empty()) return;
  const Theme& theme = frame.theme();
  const bool packs = field.look == ChoiceLook::pack && !has_pictures(field);
  const int columns = packs ? 2 : columns_of(frame, field, width, room);
  const float gap = theme.space(columns > 1 ? 4 : 3);
  std::vector<Row> rows = packs ? packed_rows(frame, field, width, gap)
                                : rows_in_columns(field, columns, width_in(width, columns, gap));
  for (Row& row : rows) {
    for (std::size_t index = row.first; index < row.end; ++index) {
      const ChoiceField::Option& option = field.options[index];
      row.height = std::max(row.height, choice_height(frame, field, option, row.widths[index - row.first]));
      row.below = std::max(row.below, below_choice(frame, option));
    }
    content.add({.gap = row.first == 0 ? theme.space(5) : gap,
                 .height = row.height,
                 .draw =
                     [&frame, &field, row, gap](const Box& box) {
                       std::optional<Event> result;
                       Box rest = box;
                       for (std::size_t index = row.first; index < row.end; ++index) {
                         const Box card = take_left(rest, row.widths[index - row.first], gap);
                         if (auto event = draw_choice(frame, field, field.options[index], card))
                           result = event;
                       }
                       return result;
                     },
                 .cards = {{0, row.height - row.below}}});
  }
}

void add_acknowledgement(Frame& frame, PageContent& content, const ChoiceField& field, float width) {
  const Theme& theme = frame.theme();
  const Lettering sentence{TextSize::lead, Weight::bold};
  const float mark = theme.size(Size::large_mark), padding = theme.space(5);
  const float words = width - 2 * padding - mark - theme.space(5);
  const ChoiceField::Option& option = field.options.front();
  const float text = frame.height_of(option.label, sentence, words);
  const float height = std::ceil(std::max(mark, text) + 2 * padding);
  content.add(
      {.gap = theme.space(5),
       .height = height,
       .draw = [&frame, &field, &option, sentence, mark, padding](const Box& box) -> std::optional<Event> {
         const Contact contact = frame.touch("choice:" + field.path + "=" + option.name, box);
         draw_choice_card(frame, option.selected, contact.pressed, box);
         Box inner = inset(box, padding, 0);
         const Box place = take_left(inner, mark, frame.theme().space(5));
         draw_mark(frame, centred(place, mark, mark), true, option.selected);
         frame.write_in_middle(option.label, sentence, inner, frame.colours().ink);
         if (contact.tapped) return event::Choose{field.path, option.name};
         return std::nullopt;
       },
       .cards = {{0, height}}});
}

}  // namespace buurtpeil
