#include "visit/answer_format.h"

#include <algorithm>
#include <cmath>

namespace buurtpeil {
namespace {

Complaint complaint_about_number(const Row& row, const std::string& text) {
  const double number = text_to_number(text);
  const bool whole = row.type == Type::integer;
  if (std::isnan(number)) return whole ? Complaint::not_a_whole_number : Complaint::not_a_number;
  if (whole && text.find('.') != std::string::npos) return Complaint::not_a_whole_number;
  const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (static_cast<std::size_t>(digits) > max_digits) return Complaint::too_long;
  if (!row.range) return Complaint::none;
  const auto [low, high] = std::minmax(row.range->start, row.range->end);
  const bool inside = number >= low && number <= high;
  return inside ? Complaint::none : Complaint::constraint;
}

Complaint complaint_about_place(const Row& row, const std::string& text) {
  const auto points = geo_points_of(text);
  if (!points) return Complaint::constraint;
  GeoPoints different;
  for (const GeoPoint& mark : marks_of(row.type, text))
    if (!std::ranges::count(different, mark)) different.push_back(mark);
  return different.size() < fewest_marks(row.type) ? Complaint::too_few_points : Complaint::none;
}

}  // namespace

Value typed_value(const Row& row, const std::string& text) {
  if (text.empty()) return text;
  if (is_number(row.type)) {
    const double number = text_to_number(text);
    if (!std::isnan(number)) return number;
  }
  if (value_kind(row.type) == ValueKind::date || row.type == Type::date_time)
    if (const std::optional<Date> date = date_from_text(text)) return *date;
  return text;
}

Complaint complaint_about_form(const Row& row, const std::string& text) {
  if (text.empty()) return Complaint::none;
  if (text.size() > max_answer_bytes) return Complaint::too_long;
  if (is_number(row.type)) return complaint_about_number(row, text);
  if (is_place(row.type)) return complaint_about_place(row, text);
  const ValueKind kind = value_kind(row.type);
  const bool is_date = kind == ValueKind::date || kind == ValueKind::date_time;
  if (is_date && !date_from_text(text)) return Complaint::constraint;
  if (kind == ValueKind::time && !time_from_text(text)) return Complaint::constraint;
  return Complaint::none;
}

std::string canonical(const Row& row, const std::string& text) {
  if (is_place(row.type) && geo_points_of(text)) return value_of_marks(row.type, marks_of(row.type, text));
  const Value value = typed_value(row, text);
  return std::holds_alternative<double>(value) ? to_text(value) : text;
}

}  // namespace buurtpeil
