#include "ui/text/positions.h"

#include <pango/pango.h>

#include <algorithm>

namespace buurtpeil {

Positions::Positions(const std::string& text) {
  const auto characters = static_cast<std::size_t>(g_utf8_strlen(text.c_str(), -1));
  std::vector<PangoLogAttr> attributes(characters + 1);
  pango_get_log_attrs(text.c_str(), static_cast<int>(text.size()), -1, pango_language_from_string("en"),
                      attributes.data(), static_cast<int>(attributes.size()));
  const char* at = text.c_str();
  for (const PangoLogAttr& attribute : attributes) {
    places_.push_back({.byte = static_cast<std::size_t>(at - text.c_str()),
                       .is_position = attribute.is_cursor_position != 0,
                       .is_word_start = attribute.is_word_start != 0,
                       .is_word_end = attribute.is_word_end != 0,
                       .erases_one_character = attribute.backspace_deletes_character != 0});
    if (places_.size() <= characters) at = g_utf8_next_char(at);
  }
  places_.front().is_position = places_.back().is_position = true;
}

std::size_t Positions::place_at(std::size_t index) const {
  const auto after = std::ranges::upper_bound(places_, index, {}, &Place::byte);
  return static_cast<std::size_t>(after - places_.begin()) - 1;
}

std::size_t Positions::at_or_before(std::size_t index) const {
  std::size_t place = place_at(index);
  while (!places_[place].is_position) --place;
  return places_[place].byte;
}

std::size_t Positions::at_or_after(std::size_t index) const {
  const std::size_t before = at_or_before(index);
  return before == std::min(index, places_.back().byte) ? before : next(before);
}

std::size_t Positions::next(std::size_t index) const {
  for (std::size_t place = place_at(index) + 1; place < places_.size(); ++place)
    if (places_[place].is_position) return places_[place].byte;
  return places_.back().byte;
}

std::size_t Positions::previous(std::size_t index) const {
  for (std::size_t place = place_at(index); place > 0; --place)
    if (places_[place - 1].is_position) return places_[place - 1].byte;
  return 0;
}

std::size_t Positions::erase_from(std::size_t index) const {
  const std::size_t place = place_at(index);
  if (place == 0) return 0;
  return places_[place].erases_one_character ? places_[place - 1].byte : previous(index);
}

Span Positions::word_at(std::size_t index) const {
  const std::size_t here = place_at(index);
  std::size_t start = here;
  while (start > 0 && !places_[start].is_word_start) --start;
  if (!places_[start].is_word_start) return {places_[here].byte, places_[here].byte};
  std::size_t end = start + 1;
  while (end + 1 < places_.size() && !places_[end].is_word_end) ++end;
  if (end < here) return {places_[here].byte, places_[here].byte};
  return {at_or_before(places_[start].byte), at_or_after(places_[end].byte)};
}

std::size_t Positions::next_word_end(std::size_t index) const {
  for (std::size_t place = place_at(index) + 1; place < places_.size(); ++place)
    if (places_[place].is_word_end) return at_or_after(places_[place].byte);
  return places_.back().byte;
}

std::size_t Positions::previous_word_start(std::size_t index) const {
  for (std::size_t place = place_at(index); place > 0; --place)
    if (places_[place - 1].is_word_start) return at_or_before(places_[place - 1].byte);
  return 0;
}

}  // namespace buurtpeil
