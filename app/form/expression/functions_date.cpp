#include <fmt/format.h>

#include <cmath>

#include "form/expression/date.h"
#include "form/expression/functions.h"

namespace buurtpeil {
namespace {

enum class Precision { day, moment };

// "" stays empty: a question without an answer has no date.
std::optional<Date> read_date(const Value& value, Precision precision) {
  if (is_empty(value)) return std::nullopt;
  std::optional<Date> date;
  if (const auto* known = std::get_if<Date>(&value))
    date = *known;
  else if (const auto* text = std::get_if<std::string>(&value);
           text != nullptr && std::isnan(text_to_number(*text)))
    date = date_from_text(*text);
  else
    date = Date{to_number(value), precision == Precision::moment, 0};
  if (!date || date_to_text(*date).empty()) throw Failure{fmt::format("'{}' is not a date", to_text(value))};
  if (precision == Precision::day) date = Date{std::floor(date->days), false, 0};
  return date;
}

template <Precision precision>
Result to_date(Evaluation& at, const Arguments& arguments) {
  const std::optional<Date> date = read_date(at.value(arguments[0]), precision);
  return date ? Result{*date} : Result{std::string{}};
}

template <Precision precision>
Result formatted(Evaluation& at, const Arguments& arguments) {
  const std::optional<Date> date = read_date(at.value(arguments[0]), Precision::moment);
  if (!date) return Result{std::string{}};
  const std::string pattern = at.text(arguments[1]);
  std::optional<std::string> printed = format_date(*date, pattern, at.scope().language());
  if (!printed) throw Failure{fmt::format("'{}' is not a pattern for a date", pattern)};
  return Result{std::move(*printed)};
}

Result decimal_date_time(Evaluation& at, const Arguments& arguments) {
  const std::optional<Date> date = read_date(at.value(arguments[0]), Precision::moment);
  if (!date) return Result{std::nan("")};
  const double utc = date->with_time ? date->offset_minutes / 1440.0 : 0;
  return Result{date->days - utc};
}

Result decimal_time(Evaluation& at, const Arguments& arguments) {
  const Value value = at.value(arguments[0]);
  if (is_empty(value)) return Result{std::nan("")};
  if (const std::optional<double> time = time_from_text(to_text(value))) return Result{*time};
  const std::optional<Date> date = read_date(value, Precision::moment);
  return Result{date->days - std::floor(date->days)};
}

constexpr Function date_table[] = {
    {"today", 0, 0, [](Evaluation& at, const Arguments&) { return Result{day_of(at.scope().now())}; },
     Gives::something_else},
    {"now", 0, 0, [](Evaluation& at, const Arguments&) { return Result{date_of(at.scope().now())}; },
     Gives::something_else},
    {"format-date", 2, 2, formatted<Precision::day>},
    {"format-date-time", 2, 2, formatted<Precision::moment>},
    {"date", 1, 1, to_date<Precision::day>},
    {"date-time", 1, 1, to_date<Precision::moment>},
    {"decimal-date-time", 1, 1, decimal_date_time},
    {"decimal-time", 1, 1, decimal_time},
};

}  // namespace

std::span<const Function> date_functions() { return date_table; }

}  // namespace buurtpeil
