#include "ui/fields/table.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include "ui/layout.h"
#include "ui/widgets.h"

namespace buurtpeil {
namespace {

constexpr Lettering head_lettering{TextSize::small, Weight::regular, Align::center};
constexpr Lettering table_label{TextSize::reading};
constexpr Lettering hint_lettering{TextSize::small};
constexpr float least_question = 0.3F, most_question = 0.55F;  // of the width
constexpr float most_head = 0.25F;                             // of the display: rows must be seen below it
constexpr float most_lines = 4.2F;                             // of a question in its row, of a head

// "I'd rather not say" is a column of its own: the last one.
struct TableColumn {
  StyledView words;
  std::size_t option;
  bool refuses;
};

struct Table {
  std::vector<const ChoiceField*> rows;
  bool asks = true;  // each row has its question before it
  std::vector<TableColumn> columns;
  float question = 0, column = 0, gap = 0;  // widths
  float head = 0;                           // height
  float height = 0;                         // of all rows, from the top of the head on
  float head_ends = 0;                      // as drawn in this frame
};

float least_column(Frame& frame, const Table& table) {
  float least = std::max(frame.theme().target(), frame.theme().size(Size::mark) + 2 * frame.theme().space(2));
  for (const TableColumn& column : table.columns)
    least = std::max(least, widest_word_of(frame, column.words, head_lettering));
  return least;
}

std::vector<TableColumn> columns_of(const std::vector<const ChoiceField*>& rows) {
  std::vector<TableColumn> columns;
  const ChoiceField& first = *rows.front();
  for (std::size_t index = 0; index < first.options.size(); ++index)
    columns.push_back({first.options[index].label, index, false});
  if (rows.size() == 1) return columns;  // its "I'd rather not say" stands below it
  for (const ChoiceField* row : rows) {
    if (row->refuse.label.empty()) continue;
    columns.push_back({row->refuse.label, 0, true});
    break;
  }
  return columns;
}

float height_of_question(Frame& frame, const ChoiceField& row, float width) {
  const float hint = frame.height_of(row.hint, hint_lettering, width);
  return frame.height_of(row.label, table_label, width) + (hint > 0 ? frame.theme().space(1) + hint : 0);
}

float padding(const Theme& theme) { return theme.size(Size::card_padding); }

// The widths; false where there is no room for all of it.
bool cut(Frame& frame, Table& table, float width) {
  const auto count = static_cast<float>(table.columns.size());
  const float least = least_column(frame, table);
  table.gap = frame.theme().space(3);
  table.column = std::floor((width * (table.asks ? 1 - least_question : 1.0F)) / count - table.gap);
  if (table.asks && table.column > least)  // not wider than they need to be: questions are longer
    table.column = std::max(least, std::floor(width * (1 - most_question) / count - table.gap));
  table.question = table.asks ? width - count * (table.column + table.gap) : 0;
  if (table.column < least) return false;
  const float words = table.question - padding(frame.theme());
  for (const ChoiceField* row : table.asks ? table.rows : std::vector<const ChoiceField*>{}) {
    if (widest_word_of(frame, row->label, table_label) > words) return false;
    if (frame.height_of(row->label, table_label, words) > most_lines * frame.line_height(table_label.size))
      return false;
  }
  for (const TableColumn& column : table.columns)
    table.head = std::max(table.head, frame.height_of(column.words, head_lettering, table.column));
  return table.head <= most_lines * frame.line_height(head_lettering.size) &&
         table.head <= most_head * frame.whole().height;
}

// Boxes of the columns, within a row or the head.
Box column_of(const Table& table, std::size_t index, const Box& row) {
  const float first = row.x + table.question + (table.asks ? table.gap : 0);
  return {first + static_cast<float>(index) * (table.column + table.gap), row.y, table.column, row.height};
}

float complaint_part(Frame& frame, const Table& table, const ChoiceField& row, float width) {
  if (row.complaint.empty() || !table.asks) return 0;
  return complaint_height(frame, row.complaint, width) + frame.theme().space(2);
}

float row_height(Frame& frame, const Table& table, const ChoiceField& row, float width) {
  const Theme& theme = frame.theme();
  const float words =
      table.asks ? height_of_question(frame, row, table.question - padding(theme)) + 2 * theme.space(2) : 0;
  const float least = theme.density() == Density::large ? 0.75F * theme.card_height() : theme.target();
  return complaint_part(frame, table, row, width) +
         std::ceil(std::max({words, least, theme.size(Size::mark) + 2 * theme.space(2)}));
}

// At the top of the page until the last row leaves it; above a row that stands alone it goes with that.
void draw_head(Frame& frame, PageContent& content, Table& table, const Box& box) {
  const float lowest = box.y + table.height - table.head;
  const float y = table.asks ? std::min(std::max(box.y, content.area().y), lowest) : box.y;
  table.head_ends = y + table.head + frame.theme().space(1);
  if (y > box.y) content.stay_on_top(table.head_ends);
  for (std::size_t index = 0; index < table.columns.size(); ++index) {
    const StyledView words = table.columns[index].words;
    Box place = column_of(table, index, {box.x, y, box.width, table.head});
    const float height = frame.height_of(words, head_lettering, place.width);
    place.y = bottom(place) - height;
    frame.write(words, head_lettering, place, frame.colours().ink_quiet);
  }
}

std::optional<Event> draw_cell(Frame& frame, const ChoiceField& row, const TableColumn& column,
                               const Box& box) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  if (column.refuses && row.refuse.label.empty()) return std::nullopt;
  const ChoiceField::Option& option = row.options[column.option];
  const bool chosen = column.refuses ? row.refused : option.selected;
  const Contact contact =
      frame.touch(column.refuses ? "refuse:" + row.path : "choice:" + row.path + "=" + option.name, box);
  if (chosen || contact.pressed)
    frame.fill(box, contact.pressed ? palette.pressed : palette.tint, theme.corner());
  if (chosen) frame.edge(box, palette.accent, theme.corner(), theme.heavy_stroke());
  const float mark = theme.size(Size::mark);
  draw_mark(frame, centred(box, mark, mark), row.several && !column.refuses, chosen);
  if (!contact.tapped) return std::nullopt;
  return column.refuses ? row.refuse.event : event::Choose{row.path, option.name};
}

void draw_question(Frame& frame, const ChoiceField& row, const Box& box) {
  const float height = height_of_question(frame, row, box.width);
  Box rest{box.x, box.y + (box.height - height) / 2, box.width, height};
  const float label = frame.write(row.label, table_label, rest, frame.colours().ink);
  take_top(rest, label, frame.theme().space(1));
  frame.write(row.hint, hint_lettering, rest, frame.colours().ink_quiet);
}

std::optional<Event> draw_row(Frame& frame, PageContent& content, const Table& table, const ChoiceField& row,
                              const Box& box) {
  const Theme& theme = frame.theme();
  const float overhang = theme.space(2);
  frame.clip({box.x - overhang, table.head_ends, box.width + 2 * overhang,
              std::max(0.0F, bottom(content.area()) - table.head_ends)});
  Box band = box;
  if (const float part = complaint_part(frame, table, row, box.width); part > 0)
    draw_complaint(frame, row.complaint, take_top(band, part - theme.space(2), theme.space(2)));
  frame.fill(band, frame.colours().card, theme.corner());
  frame.edge(band, frame.colours().line, theme.corner(), theme.stroke());
  if (table.asks)
    draw_question(frame, row,
                  {band.x + padding(theme), band.y, table.question - padding(theme), band.height});
  std::optional<Event> result;
  for (std::size_t index = 0; index < table.columns.size(); ++index)
    if (auto event = draw_cell(frame, row, table.columns[index], column_of(table, index, band)))
      result = std::move(event);
  frame.unclip();
  return result;
}

bool add(Frame& frame, PageContent& content, Table made, float width) {
  if (made.rows.front()->options.empty()) return false;
  made.columns = columns_of(made.rows);
  if (!cut(frame, made, width)) return false;
  const Theme& theme = frame.theme();
  const float gap = theme.space(3);
  made.height = made.head;
  for (const ChoiceField* row : made.rows) made.height += gap + row_height(frame, made, *row, width);
  const auto table = std::make_shared<Table>(std::move(made));
  content.add(
      {.gap = theme.space(5), .height = table->head, .draw = [&frame, &content, table](const Box& box) {
         draw_head(frame, content, *table, box);
         return std::optional<Event>();
       }});
  for (const ChoiceField* row : table->rows) {
    const float height = row_height(frame, *table, *row, width);
    content.add({.gap = gap,
                 .height = height,
                 .draw = [&frame, &content, table,
                          row](const Box& box) { return draw_row(frame, content, *table, *row, box); },
                 .reveal = row->complaint.empty() ? Reveal::no : Reveal::complaint,
                 .label = "",
                 .under = table->asks ? table->head + gap : 0,
                 .cards = {{0, height}}});
  }
  return true;
}

// Whether both can be rows of one table: the same word for it, and the same choices in the same order.
bool same_columns(const ChoiceField& first, const ChoiceField& second) {
  return first.table == second.table &&
         std::ranges::equal(first.options, second.options, {}, &ChoiceField::Option::name,
                            &ChoiceField::Option::name);
}

// With pictures, recordings or a longer explanation there is more to it than a row has room for.
bool fits_in_row(const ChoiceField& field) {
  const auto has_media = [](const Media& media) {
    return !media.image.empty() || !media.listen.label.empty();
  };
  return field.guidance.empty() && !has_media(field.media) &&
         std::ranges::none_of(field.options, has_media, &ChoiceField::Option::media);
}

}  // namespace

std::size_t add_rows_of_table(Frame& frame, PageContent& content, const std::vector<Field>& fields,
                              std::size_t first, float width) {
  Table table;
  for (std::size_t index = first; index < fields.size(); ++index) {
    const auto* row = std::get_if<ChoiceField>(&fields[index]);
    if (!row || row->table.empty() || !fits_in_row(*row)) break;
    if (!table.rows.empty() && !same_columns(*table.rows.front(), *row)) break;
    table.rows.push_back(row);
  }
  const std::size_t count = table.rows.size();
  return count > 1 && add(frame, content, std::move(table), width) ? count : 0;
}

bool add_row_of_table(Frame& frame, PageContent& content, const ChoiceField& row, float width) {
  if (row.table.empty() || !fits_in_row(row)) return false;
  Table table;
  table.rows = {&row};
  table.asks = false;
  return add(frame, content, std::move(table), width);
}

}  // namespace buurtpeil
