#include "sync/cells.h"

#include <algorithm>
#include <sstream>
#include <string_view>

#include "sync/csv.h"

namespace buurtpeil::sync {
namespace {

// Between the labels of several choices: no label has it by accident, a comma many do.
constexpr std::string_view between_labels = " | ";

/// What a cell is written by: the question as the version asked it that was answered, else as the newest one
/// that has it.
struct Asked {
  const Form* form = nullptr;  ///< null where no version is known
  const Row* row = nullptr;
  ValueKind values = ValueKind::any;
};

Asked asked_by(const Column& column, const Form* form) {
  if (form != nullptr && form != column.form)
    if (const int index = form->row_of(column.path); index >= 0) {
      const Row& row = form->rows[static_cast<std::size_t>(index)];
      if (value_kind(row.type) != ValueKind::none) return {form, &row, value_kind(row.type)};
    }
  return {column.form, column.row, column.values};
}

std::string label_of(const std::string& name, const Asked& asked, const Style& style) {
  if (asked.row == nullptr) return name;
  const auto& choices = choices_of(*asked.form, *asked.row);
  const auto choice = std::ranges::find(choices, name, &Choice::name);
  if (choice == choices.end()) return name;
  const std::string label = plain_text(*asked.form, choice->label, style);
  return label.empty() ? name : label;
}

std::string labels_of(const std::string& names, const Asked& asked, const Style& style) {
  std::string labels, name;
  for (std::istringstream words{names}; words >> name;) {
    if (!labels.empty()) labels += between_labels;
    labels += label_of(name, asked, style);
  }
  return labels;
}

/// One of the four numbers of "52.1 4.3 0 0".
std::string part_of(const std::string& geopoint, int part) {
  std::istringstream numbers{geopoint};
  std::string number;
  for (int i = 0; i <= part; ++i)
    if (!(numbers >> number)) return "";
  return number;
}

std::string with_decimal_comma(std::string number) {
  std::ranges::replace(number, '.', ',');
  return number;
}

/// "2026-03-01T19:04:07.123+01:00" -> "2026-03-01 19:04", "19:04:00.000+01:00" -> "19:04"; anything else as
/// it is.
std::string to_the_minute(const std::string& value) {
  if (value.size() >= 16 && value[10] == 'T' && value[13] == ':')
    return value.substr(0, 10) + " " + value.substr(11, 5);
  if (value.size() >= 8 && value[2] == ':' && value[5] == ':') return value.substr(0, 5);
  return value;
}

std::string for_excel(const std::string& value, const Asked& asked, const Style& style) {
  switch (asked.values) {
    case ValueKind::choice:
      return label_of(value, asked, style);
    case ValueKind::choices:
    case ValueKind::order:
      return labels_of(value, asked, style);
    case ValueKind::date_time:
    case ValueKind::time:
      return to_the_minute(value);
    case ValueKind::text:
    case ValueKind::date:
      return value;
    default:
      return is_plain_number(value) ? with_decimal_comma(value) : value;
  }
}

/// Numbers, dates and places stay as they are, a leading minus too; but only when they are what their type
/// says.
bool is_harmless(const std::string& value, ValueKind values) {
  if (values == ValueKind::text) return false;
  if (is_plain_number(value)) return true;
  const bool is_place = values == ValueKind::geopoint || values == ValueKind::geometry;
  return is_place && value.find_first_not_of("0123456789+-.eE; ") == std::string::npos;
}

}  // namespace

std::string cell_of(const std::string& whole, const Column& column, const Form* form, const Style& style) {
  const std::string value = column.part < 0 ? whole : part_of(whole, column.part);
  const Asked asked = asked_by(column, form);
  const std::string shown = style.layout == Layout::excel ? for_excel(value, asked, style) : value;
  const bool label = shown != value && asked.row != nullptr && is_select(asked.row->type);
  return !label && is_harmless(value, asked.values) ? shown : text_cell(shown, style);
}

std::string text_cell(const std::string& text, const Style& style) {
  return style.guard == Guard::on ? guarded(text) : text;
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
