// compile_parameters: "start=1 end=5", which parameters each type has, and what they may be.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "form/compile/survey_lines.h"
#include "form/limits.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

using Allowed = std::vector<std::string_view>;

/// By the type's word. `total` is ours: how many points the numbers of a group divide.
const std::map<std::string_view, Allowed>& allowed() {
  static const Allowed geo = {"allow-mock-accuracy", "capture-accuracy", "warning-accuracy"};
  static const Allowed line = {"allow-mock-accuracy", "incremental"};
  static const std::map<std::string_view, Allowed> table = {
      {"text", {"rows"}},
      {"range", {"start", "end", "step", "tick_interval", "tick_labelset", "placeholder"}},
      {"select_one", {"randomize", "seed"}},
      {"select_multiple", {"randomize", "seed"}},
      {"rank", {"randomize", "seed"}},
      {"select_one_external", {"randomize", "seed"}},
      {"select_one_from_file", {"randomize", "seed", "value", "label"}},
      {"select_multiple_from_file", {"randomize", "seed", "value", "label"}},
      {"geopoint", geo},
      {"geotrace", line},
      {"geoshape", line},
      {"image", {"max-pixels", "app"}},
      {"audio", {"quality"}},
      {"background-audio", {"quality"}},
      {"audit",
       {"location-priority", "location-min-interval", "location-max-age", "track-changes", "identify-user",
        "track-changes-reasons"}},
      {"group", {"total"}},
  };
  return table;
}

/// Complains about one row's parameters, in their cell.
struct Rules {
  Loading& loading;
  Cell cell;
  Row& row;

  void error(std::string message) const { loading.problems.error(cell, std::move(message)); }
  [[nodiscard]] const std::string* find(const char* name) const {
    const auto found = row.parameters.find(name);
    return found == row.parameters.end() ? nullptr : &found->second;
  }
  /// The parameter as a number; NaN when it is not there or, with an error, none.
  [[nodiscard]] double number(const char* name) const {
    const std::string* text = find(name);
    if (text == nullptr) return NAN;
    const auto number = number_of(*text);
    if (!number) error(fmt::format("the parameter {} is a number, not '{}'", name, *text));
    return number.value_or(NAN);
  }
  void truth(const char* name) const {
    const std::string* text = find(name);
    if (text != nullptr && *text != "true" && *text != "false")
      error(fmt::format("the parameter {} is true or false, not '{}'", name, *text));
  }
};

/// Whether `value` is a whole number of steps, as decimals understand it: 0.3 is three times 0.1.
bool is_multiple(double value, double step) {
  const double steps = value / step;
  return std::abs(steps - std::round(steps)) < 1e-9 * std::max(1.0, std::abs(steps));
}

struct Range {
  double start, end, step, interval;
  [[nodiscard]] bool contains(double value) const {
    return value >= std::min(start, end) && value <= std::max(start, end);
  }
};

/// Labels on the scale: a list whose names are values of the range; without ticks only its two ends.
void check_labels(const Rules& rules, const Range& range) {
  const std::string* name = rules.find("tick_labelset");
  if (name == nullptr) return;
  const auto list = rules.loading.form.choices.find(*name);
  if (list == rules.loading.form.choices.end())
    return rules.error(
        fmt::format("tick_labelset names the list '{}', which is not in the sheet choices", *name));
  if (list->second.size() > limits::tick_labels)
    return rules.error(
        fmt::format("the list '{}' of tick_labelset has more than {} labels", *name, limits::tick_labels));
  std::set<double> labelled;
  for (const Choice& choice : list->second) {
    const auto value = number_of(choice.name);
    const double step = std::isnan(range.interval) ? range.step : range.interval;
    if (!value || !range.contains(*value) || !is_multiple(*value - range.start, step))
      return rules.error(
          fmt::format("the list '{}' of tick_labelset has '{}', which is not among the values of the range",
                      *name, choice.name));
    labelled.insert(*value);
  }
  if (rules.row.has_appearance("no-ticks") && labelled != std::set<double>{range.start, range.end})
    rules.error(fmt::format(
        "without ticks only the two ends can be labelled: give the list '{}' the choices {} and {}", *name,
        range.start, range.end));
}

void check_range(const Rules& rules) {
  for (const auto& [name, value] : {std::pair{"start", "1"}, std::pair{"end", "10"}, std::pair{"step", "1"}})
    rules.row.parameters.try_emplace(name, value);
  const Range range{rules.number("start"), rules.number("end"), rules.number("step"),
                    rules.number("tick_interval")};
  if (std::isnan(range.start) || std::isnan(range.end) || std::isnan(range.step)) return;
  const double width = std::abs(range.end - range.start);
  for (const auto& [name, value] :
       {std::pair{"step", range.step}, std::pair{"tick_interval", range.interval}})
    if (value <= 0 || value > width)
      return rules.error(
          fmt::format("the parameter {} is more than 0 and at most the whole range, {}", name, width));
  if (!std::isnan(range.interval) && !is_multiple(range.interval, range.step))
    return rules.error("the parameter tick_interval is a multiple of step");
  const double placeholder = rules.number("placeholder");
  if (!std::isnan(placeholder) &&
      (!range.contains(placeholder) || !is_multiple(placeholder - range.start, range.step)))
    return rules.error("the parameter placeholder is one of the values of the range");
  check_labels(rules, range);
}

void check_select(const Rules& rules) {
  rules.truth("randomize");
  const std::string* seed = rules.find("seed");
  if (seed == nullptr) return;
  if (rules.find("randomize") == nullptr) rules.error("a seed is of use with randomize=true only");
  if (!seed->starts_with("${") && !number_of(*seed))
    rules.error(fmt::format("the parameter seed is a number or a reference to a question, not '{}'", *seed));
}

void check_others(const Rules& rules) {
  for (const char* whole : {"rows", "max-pixels", "total"}) {
    const double number = rules.number(whole);
    if (!std::isnan(number) && (number < 1 || number != std::floor(number)))
      rules.error(fmt::format("the parameter {} is a whole number above 0", whole));
  }
  for (const char* number : {"capture-accuracy", "warning-accuracy"}) (void)rules.number(number);
  for (const char* truth : {"allow-mock-accuracy", "incremental", "track-changes", "identify-user"})
    rules.truth(truth);
  if (const std::string* quality = rules.find("quality"); quality != nullptr && *quality != "voice-only" &&
                                                          *quality != "low" && *quality != "normal" &&
                                                          *quality != "external")
    rules.error(
        fmt::format("the parameter quality is voice-only, low, normal or external, not '{}'", *quality));
}

/// Names in lower case; values too, but for those that name something in the form or a file.
void parse(const Rules& rules, const std::string& text) {
  std::vector<std::string> parts = split(text, ";");
  if (parts.size() == 1) parts = split(text, ",");
  if (parts.size() == 1) parts = words_of(text);
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    const std::size_t equals = part.find('=');
    if (equals == std::string::npos) {
      rules.error(fmt::format(
          "parameters are written as 'name=value', with spaces, commas or semicolons between; not '{}'",
          part));
      continue;
    }
    const std::string name = lower_case(trimmed(part.substr(0, equals)));
    const std::string value(trimmed(part.substr(equals + 1)));
    const bool as_written =
        name == "value" || name == "label" || name == "tick_labelset" || value.starts_with("${");
    rules.row.parameters[name] = as_written ? value : lower_case(value);
  }
}

}  // namespace

std::vector<KnownParameter> known_parameters() {
  std::vector<KnownParameter> known;
  for (const auto& [type, names] : allowed())
    for (const std::string_view name : names) known.push_back({type, name});
  return known;
}

void compile_parameters(Loading& loading, const SurveyLine& line, Row& row) {
  const SheetTable& survey = loading.survey;
  const Rules rules{loading, survey.cell(line.row, "parameters"), row};
  if (!survey.at(line.row, "rows").empty()) row.parameters["rows"] = survey.at(line.row, "rows");
  const std::string& text = survey.at(line.row, "parameters");
  if (!text.empty()) parse(rules, text);
  if (const auto of_type = allowed().find(line.type.word); of_type != allowed().end())
    for (const auto& [name, value] : row.parameters)
      if (std::ranges::find(of_type->second, name) == of_type->second.end())
        rules.error(fmt::format("'{}' has no parameter '{}'; it has {}{}", line.type.word, name,
                                fmt::join(of_type->second, ", "), loading.suggest(name, of_type->second)));
  if (row.type == Type::range)
    check_range(rules);
  else if (is_select(row.type))
    check_select(rules);
  else
    check_others(rules);
}

}  // namespace buurtpeil
