#include "ui/text/field_text.h"

#include <algorithm>

namespace buurtpeil {
namespace {

bool is_digit(char character) { return character >= '0' && character <= '9'; }

// The places before which a sign stands.
std::vector<std::size_t> groups_of(const std::string& number) {
  const auto first = static_cast<std::size_t>(std::ranges::find_if(number, is_digit) - number.begin());
  std::size_t end = first;
  while (end < number.size() && is_digit(number[end])) ++end;
  std::vector<std::size_t> places;
  for (std::size_t at = first + 1; at < end; ++at)
    if ((end - at) % 3 == 0) places.push_back(at);
  return places;
}

}  // namespace

std::string grouped(const std::string& number, std::string_view sign) {
  std::string shown = number;
  const std::vector<std::size_t> places = groups_of(number);
  for (auto place = places.rbegin(); place != places.rend(); ++place) shown.insert(*place, sign);
  return shown;
}

bool is_number(const WriteField& field) {
  return field.keyboard == Keyboard::whole_number || field.keyboard == Keyboard::number;
}

std::size_t most_bytes_of(const WriteField& field) {
  return is_number(field) ? max_number_bytes : max_written_bytes;
}

// Numbers stand at the side where the page begins, but read from left to right in every language.
Lettering lettering_of(const Frame& frame, const WriteField& field) {
  if (field.keyboard == Keyboard::text) return {.size = TextSize::reading, .keeps_size = true};
  const bool at_the_right = frame.page().direction == Direction::right_to_left;
  return {TextSize::title, Weight::regular, at_the_right ? Align::end : Align::start, true};
}

FieldText::FieldText(Frame& frame, const WriteField& field, const std::string& text, float width) {
  std::string shown_text = text;
  if (is_number(field) && !field.group_sign.empty()) {
    shown_text = grouped(text, field.group_sign);
    const std::vector<std::size_t> places = groups_of(text);
    for (std::size_t at = 0; at <= text.size(); ++at) {
      // A caret at a sign stands beside the digit before it.
      const auto signs = static_cast<std::size_t>(std::ranges::lower_bound(places, at) - places.begin());
      shown_at_.push_back(at + signs * field.group_sign.size());
    }
  }
  if (field.keyboard != Keyboard::text) frame.set_direction(Direction::left_to_right, frame.page().language);
  paragraph_ = &frame.measure(shown_text, lettering_of(frame, field), width);
  frame.reset_direction();
}

std::size_t FieldText::shown(std::size_t written) const {
  return shown_at_.empty() ? written : shown_at_[std::min(written, shown_at_.size() - 1)];
}

std::size_t FieldText::written(std::size_t shown) const {
  if (shown_at_.empty()) return shown;
  const auto after = std::ranges::upper_bound(shown_at_, shown);
  return static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - shown_at_.begin() - 1, 0));
}

std::vector<Box> FieldText::selection(const Span& part) const {
  return paragraph_->selection(shown(part.from), shown(part.to));
}

std::size_t FieldText::index_at(float x, float y) const { return written(paragraph_->index_at(x, y)); }

std::size_t FieldText::beside(std::size_t at, Side side) const {
  if (shown_at_.empty()) return paragraph_->beside(at, side);
  if (side == Side::left) return at == 0 ? 0 : at - 1;  // digits alone, from left to right
  return std::min(at + 1, shown_at_.size() - 1);
}

Span FieldText::line_ends(std::size_t at) const {
  const Span ends = paragraph_->line_ends(shown(at));
  return {written(ends.from), written(ends.to)};
}

}  // namespace buurtpeil
