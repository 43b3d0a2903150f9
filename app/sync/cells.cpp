#include "sync/cells.h"

#include <algorithm>
#include <string_view>

#include "sync/csv.h"

namespace buurtpeil::sync {
namespace {

// Between the labels of several choices: no label has it by accident, a comma many do.
constexpr std::string_view between_labels = " | ";

/// Takes the next word from the front of a text; "" at its end.
std::string_view take_word(std::string_view& text) {
  constexpr std::string_view space = " \t\n\v\f\r";
  text.remove_prefix(std::min(text.find_first_not_of(space), text.size()));
  const std::string_view word = text.substr(0, text.find_first_of(space));
  text.remove_prefix(word.size());
  return word;
}

/// One of the four numbers of "52.1 4.3 0 0".
std::string_view part_of(std::string_view geopoint, int part) {
  std::string_view number;
  for (int i = 0; i <= part; ++i) number = take_word(geopoint);
  return number;
}

/// "2026-03-01T19:04:07.123+01:00" -> "2026-03-01 19:04", "19:04:00.000+01:00" -> "19:04"; anything else as
/// it is.
std::string to_the_minute(std::string_view value) {
  if (value.size() >= 16 && value[10] == 'T' && value[13] == ':')
    return std::string(value.substr(0, 10)) + " " + std::string(value.substr(11, 5));
  if (value.size() >= 8 && value[2] == ':' && value[5] == ':') return std::string(value.substr(0, 5));
  return std::string(value);
}

}  // namespace

ColumnCells::ColumnCells(const Column& column, const Form* form, const Style& style)
    : style_(&style), part_(column.part), values_(column.values) {
  const Form* asks = column.form;
  const Row* row = column.row;
  if (form != nullptr && form != column.form)
    if (const int index = form->row_of(column.path); index >= 0)
      if (const Row& same = form->rows[static_cast<std::size_t>(index)];
          value_kind(same.type) != ValueKind::none) {
        asks = form;
        row = &same;
        values_ = value_kind(same.type);
      }
  is_select_ = row != nullptr && is_select(row->type);
  if (row == nullptr || style.layout != Layout::excel) return;
  for (const Choice& choice : choices_of(*asks, *row)) {
    std::string label = plain_text(*asks, choice.label, style);
    labels_.try_emplace(choice.name, label.empty() ? choice.name : std::move(label));
  }
}

std::string_view ColumnCells::label_of(std::string_view name) const {
  const auto label = labels_.find(name);
  return label == labels_.end() ? name : label->second;
}

std::string ColumnCells::for_excel(std::string_view value) const {
  switch (values_) {
    case ValueKind::choice:
      return std::string(label_of(value));
    case ValueKind::choices:
    case ValueKind::order: {
      std::string labels;
      for (std::string_view name = take_word(value); !name.empty(); name = take_word(value))
        labels.append(labels.empty() ? "" : between_labels).append(label_of(name));
      return labels;
    }
    case ValueKind::date_time:
    case ValueKind::time:
      return to_the_minute(value);
    case ValueKind::text:
    case ValueKind::date:
      return std::string(value);
    default: {
      std::string number(value);
      if (is_plain_number(value)) std::ranges::replace(number, '.', ',');
      return number;
    }
  }
}

// Numbers, dates and places stay as they are, a leading minus too; but only when they are what their type
// says.
bool ColumnCells::is_harmless(std::string_view value) const {
  if (values_ == ValueKind::text) return false;
  if (is_plain_number(value)) return true;
  const bool is_place = values_ == ValueKind::geopoint || values_ == ValueKind::geometry;
  return is_place && value.find_first_not_of("0123456789+-.eE; ") == std::string_view::npos;
}

void ColumnCells::add(std::string& line, std::string_view whole) const {
  const std::string_view value = part_ < 0 ? whole : part_of(whole, part_);
  if (style_->layout == Layout::odk && !is_risky(value)) return add_csv(line, value, style_->separator());
  const std::string shown = style_->layout == Layout::excel ? for_excel(value) : std::string(value);
  const bool label = is_select_ && shown != value;
  if (!label && is_harmless(value))
    add_csv(line, shown, style_->separator());
  else
    add_text_cell(line, shown, *style_);
}

std::string text_cell(std::string_view text, const Style& style) {
  return (style.guard == Guard::on && is_risky(text) ? "'" : "") + std::string(text);
}

void add_text_cell(std::string& line, std::string_view text, const Style& style) {
  if (style.guard == Guard::on && is_risky(text))
    add_csv(line, text_cell(text, style), style.separator());
  else
    add_csv(line, text, style.separator());
}

std::string minute_cell(const Moment& moment, const Style& style) {
  const std::string local = to_iso_local(moment);
  return style.layout == Layout::excel ? to_the_minute(local)
                                       : local.substr(0, 16) + local.substr(local.size() - 6);
}

std::string submission_cell(const Moment& moment, const Style& style) {
  return style.layout == Layout::excel ? minute_cell(moment, style) : to_iso_utc(moment);
}

std::string plain_text(const Sentence& sentence) {
  std::string words;
  for (const Piece& piece : sentence) {
    words += piece.words;
    if (!piece.reference) continue;
    const auto references = piece.reference->references();
    words += references.empty() ? "\u2026" : "[" + references.front().name + "]";
  }
  return words;
}

std::string plain_text(const Form& form, const Text& text, const Style& style) {
  const Sentence* sentence = form.in_language(text, form.language_of(style.language));
  return sentence == nullptr ? "" : plain_text(*sentence);
}

const std::vector<Choice>& choices_of(const Form& form, const Row& row) {
  static const std::vector<Choice> none;
  const auto list = form.choices.find(row.list);
  return row.list.empty() || list == form.choices.end() ? none : list->second;
}

}  // namespace buurtpeil::sync
