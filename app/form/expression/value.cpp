#include "form/expression/value.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace buurtpeil {
namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

}  // namespace

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

const char* type_name(const Value& value) {
  constexpr const char* names[] = {"string", "number", "boolean", "date"};
  return names[value.index()];
}

std::string to_text(const Value& value) {
  return std::visit(Overloaded{[](const std::string& text) { return text; },
                               [](double number) { return number_to_text(number); },
                               [](bool truth) { return std::string(truth ? "true" : "false"); },
                               [](const Date& date) { return date_to_text(date); }},
                    value);
}

double to_number(const Value& value) {
  return std::visit(
      Overloaded{[](const std::string& text) {
                   const double number = text_to_number(text);
                   if (!std::isnan(number)) return number;
                   const std::optional<Date> date = date_from_text(text);
                   return date ? date->days : not_a_number;
                 },
                 [](double number) { return number; }, [](bool truth) { return truth ? 1.0 : 0.0; },
                 [](const Date& date) { return date.days; }},
      value);
}

bool to_boolean(const Value& value) {
  return std::visit(Overloaded{[](const std::string& text) { return !text.empty(); },
                               [](double number) { return number != 0 && !std::isnan(number); },
                               [](bool truth) { return truth; }, [](const Date&) { return true; }},
                    value);
}

bool equal_numbers(double left, double right) {
  constexpr double equal_within = 1e-12;
  return left == right || std::abs(left - right) < equal_within;
}

bool is_empty(const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text != nullptr && text->empty();
}

std::string number_to_text(double number) {
  if (std::isnan(number)) return "NaN";
  if (std::isinf(number)) return number > 0 ? "Infinity" : "-Infinity";
  if (number == 0) return "0";
  constexpr double all_whole = 1e15;  // below, every whole number is a double
  if (std::abs(number) < all_whole && number == std::trunc(number))
    return std::to_string(static_cast<std::int64_t>(number));
  char digits[400];  // the longest: 309 before the point, or 17 after 324 noughts
  const std::to_chars_result end =
      std::to_chars(digits, digits + sizeof digits, number, std::chars_format::fixed);
  return {digits, end.ptr};
}

double text_to_number(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  const std::string_view unsigned_part = text.starts_with('-') ? text.substr(1) : text;
  if (unsigned_part.find_first_of("0123456789") == std::string_view::npos) return not_a_number;
  if (unsigned_part.find_first_not_of("0123456789.") != std::string_view::npos) return not_a_number;
  double number = 0;
  const std::from_chars_result end =
      std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  if (end.ec == std::errc::result_out_of_range) return text.starts_with('-') ? -HUGE_VAL : HUGE_VAL;
  return end.ec == std::errc{} && end.ptr == text.data() + text.size() ? number : not_a_number;
}

}  // namespace buurtpeil
