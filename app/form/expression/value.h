// What an expression gives: a text, a number, a truth or a date. Plain values; node-sets exist inside the
// evaluation only. Conversions are XPath 1.0's, with a date as the number of days since 1970.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace buurtpeil {

/// A day, or a moment of a day. Dates are a type of their own in XForms: they add and compare as days and
/// print as dates.
struct Date {
  double days =
      0;  ///< days since 1970-01-01 by the wall clock of this machine's zone; the fraction is the time of day
  bool with_time = false;  ///< false: a day, `days` is whole
  int offset_minutes = 0;  ///< with_time only: local time minus UTC at that moment, printed with it
  friend bool operator==(const Date&, const Date&) = default;
};

using Value = std::variant<std::string, double, bool, Date>;

/// "string", "number", "boolean" or "date".
/// White space of XPath 1.0: space, tab, line feed, carriage return.
[[nodiscard]] bool is_space(char c);
[[nodiscard]] const char* type_name(const Value& value);

/// XPath's string(): 5 is "5", a date "2026-03-01", a moment "2026-03-01T19:04:07.123+01:00", "NaN",
/// "Infinity", "true".
[[nodiscard]] std::string to_text(const Value& value);
/// XPath's number(): NaN for a text that is no number; days for a date; 1 and 0 for truths.
[[nodiscard]] double to_number(const Value& value);
/// XPath's boolean(): a number but 0 and NaN, a text but "", any date. The text "false" is true.
[[nodiscard]] bool to_boolean(const Value& value);
/// How `=` compares numbers: those that differ by less than 1e-12 are equal, so that 6.1 - 7.8 = -1.7 (as
/// the reference evaluator has it). NaN equals nothing.
[[nodiscard]] bool equal_numbers(double left, double right);
/// True for the text "", the value of whatever has no answer.
[[nodiscard]] bool is_empty(const Value& value);

/// The shortest digits that read back as the same number, never with an exponent.
[[nodiscard]] std::string number_to_text(double number);
/// An optional minus, digits, an optional point and digits, white space around; NaN for anything else ("1e6",
/// "+1", "").
[[nodiscard]] double text_to_number(std::string_view text);

/// Reads "2026-03-01", or with a time "2026-03-01T19:04", ":07", ".123", and an offset "Z", "+01:00"
/// (without: this machine's zone at that moment). Nothing for another text or for a day that does not exist.
[[nodiscard]] std::optional<Date> date_from_text(std::string_view text);
/// "2026-03-01" or "2026-03-01T19:04:07.123+01:00".
[[nodiscard]] std::string date_to_text(const Date& date);
/// Reads "19:04:07.123+01:00" (seconds and offset optional) as the fraction of a day by the wall clock.
[[nodiscard]] std::optional<double> time_from_text(std::string_view text);

}  // namespace buurtpeil
