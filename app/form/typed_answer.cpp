#include "form/typed_answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "form/expression/date.h"
#include "form/iso_time.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

using Typed = std::optional<std::string>;

/// With an hour of two digits: spreadsheets and people write "7:05".
std::string padded(std::string_view time) {
  return (time.size() > 1 && time[1] == ':' ? "0" : "") + std::string(time);
}

/// "2024-02-29", "2024-02-29T07:05" or with a space instead of the T, as spreadsheet programs write it.
std::optional<Date> date_of_text(std::string_view text) {
  constexpr std::size_t day_bytes = 10;
  if (text.size() <= day_bytes + 1 || (text[day_bytes] != ' ' && text[day_bytes] != 'T'))
    return date_from_text(text);
  return date_from_text(std::string(text.substr(0, day_bytes)) + "T" +
                        padded(trimmed(text.substr(day_bytes + 1))));
}

std::optional<Date> date_of(const Value& value) {
  if (const auto* date = std::get_if<Date>(&value)) return *date;
  if (const auto* text = std::get_if<std::string>(&value)) return date_of_text(*text);
  if (const auto* days = std::get_if<double>(&value)) return Date{*days, *days != std::floor(*days), 0};
  return std::nullopt;
}

Typed day(const Value& value) {
  // The day as it is written, whatever the offset of its time.
  if (const auto* text = std::get_if<std::string>(&value); text != nullptr && date_of_text(*text))
    return text->substr(0, std::string_view("2024-02-29").size());
  const auto date = date_of(value);
  if (!date) return std::nullopt;
  const std::string day = date_to_text({std::floor(date->days), false, 0});
  return day.empty() ? std::nullopt : Typed(day);
}

Typed moment(const Value& value) {
  const auto date = date_of(value);
  if (!date) return std::nullopt;
  // Once more by its text: that has the offset of this machine's zone at that moment.
  std::string local = date_to_text({date->days, true, date->offset_minutes});
  if (std::holds_alternative<double>(value) || !date->with_time)
    local.resize(std::min(local.size(), std::string_view("2024-02-29T07:05:00.000").size()));
  const auto there = date_from_text(local);
  return there ? Typed(date_to_text(*there)) : std::nullopt;
}

Typed time_of_day(const Value& value, const Moment& now) {
  std::string text = to_text(value);
  if (const std::size_t time = text.find_first_of("T "); time != std::string::npos && date_of(value))
    text.erase(0, time + 1);
  const auto time = read_iso_time(padded(text));
  if (!time) return std::nullopt;
  return fmt::format("{:02}:{:02}:{:02}.{:03}{}", time->ms / 3'600'000, time->ms / 60'000 % 60,
                     time->ms / 1'000 % 60, time->ms % 1'000,
                     iso_offset(time->offset_minutes.value_or(now.offset_minutes)));
}

Typed number(const Row& row, const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  const bool is_date = std::holds_alternative<Date>(value);
  double number = text != nullptr ? text_to_number(*text) : is_date ? NAN : to_number(value);
  if (!std::isfinite(number)) return std::nullopt;
  if (row.type == Type::integer && text == nullptr) number = std::trunc(number);
  if (row.type == Type::integer && number != std::floor(number)) return std::nullopt;
  // "1.000" may be a thousand.
  if (row.type == Type::integer && text != nullptr && text->contains('.') &&
      text->size() - text->find('.') - 1 > 2)
    return std::nullopt;
  if (row.range && !is_on_step(*row.range, number)) return std::nullopt;
  return number_to_text(number);
}

}  // namespace

Typed typed_answer(const Row& row, const Value& value, const Moment& now) {
  const auto* calculated = std::get_if<double>(&value);
  if (is_empty(value) || (calculated != nullptr && std::isnan(*calculated))) return "";
  if (is_number(row.type)) return number(row, value);
  if (row.type == Type::date) return day(value);
  if (row.type == Type::date_time) return moment(value);
  if (row.type == Type::time) return time_of_day(value, now);
  const std::string text = to_text(value);
  if (row.type == Type::acknowledge && text != "OK") return std::nullopt;
  return text;
}

bool is_multiple(double value, double step) {
  const double steps = value / step;
  return std::abs(steps - std::round(steps)) < 1e-9 * std::max(1.0, std::abs(steps));
}

bool is_on_step(const Range& range, double value) {
  return value >= std::min(range.start, range.end) && value <= std::max(range.start, range.end) &&
         is_multiple(value - range.start, range.step);
}

}  // namespace buurtpeil
