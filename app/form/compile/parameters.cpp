// compile_parameters: "start=1 end=5", which parameters each type has, and what they may be.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "form/compile/survey_lines.h"
#include "form/limits.h"
#include "form/strings.h"
#include "form/typed_answer.h"

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
  Parameters parameters;

  void error(std::string message) const { loading.problems.error(cell, std::move(message)); }
  [[nodiscard]] const std::string* find(const char* name) const {
    const auto found = parameters.find(name);
    return found == parameters.end() ? nullptr : &found->second;
  }
  /// Nothing when it is not there or, with an error, no number.
  [[nodiscard]] std::optional<double> number(const char* name) const {
    const std::string* text = find(name);
    if (text == nullptr) return std::nullopt;
    const auto number = number_of(*text);
    if (!number) error(fmt::format("the parameter {} is a number, not '{}'", name, *text));
    return number;
  }
  [[nodiscard]] std::optional<double> whole_number(const char* name) const {
    const auto number = this->number(name);
    if (!number || (*number >= 1 && *number == std::floor(*number))) return number;
    error(fmt::format("the parameter {} is a whole number above 0", name));
    return std::nullopt;
  }
  void truth(const char* name) const {
    const std::string* text = find(name);
    if (text != nullptr && *text != "true" && *text != "false")
      error(fmt::format("the parameter {} is true or false, not '{}'", name, *text));
  }
};

bool is_inside(const Range& range, double value) {
  return value >= std::min(range.start, range.end) && value <= std::max(range.start, range.end);
}

/// Labels on the scale: a list whose names are values of the range; without ticks only its two ends.
void check_labels(const Rules& rules, const Range& range, bool no_ticks) {
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
    const double step = range.tick_interval.value_or(range.step);
    if (!value || !is_inside(range, *value) || !is_multiple(*value - range.start, step))
      return rules.error(
          fmt::format("the list '{}' of tick_labelset has '{}', which is not among the values of the range",
                      *name, choice.name));
    labelled.insert(*value);
  }
  if (no_ticks && labelled != std::set<double>{range.start, range.end})
    rules.error(fmt::format(
        "without ticks only the two ends can be labelled: give the list '{}' the choices {} and {}", *name,
        range.start, range.end));
}

/// The digits behind the point of the numbers that the form gives.
int decimals_of(const Rules& rules) {
  std::size_t decimals = 0;
  for (const char* name : {"start", "end", "step", "placeholder", "tick_interval"})
    if (const std::string* text = rules.find(name); text != nullptr && text->contains('.'))
      decimals = std::max(decimals, text->size() - text->find('.') - 1);
  return static_cast<int>(decimals);
}

/// Nothing, with the reason among the problems, when it makes no range.
std::optional<Range> range_of(const Rules& rules, bool no_ticks) {
  const auto or_default = [&](const char* name, double otherwise) {
    return rules.find(name) == nullptr ? otherwise : rules.number(name);
  };
  const auto start = or_default("start", 1), end = or_default("end", 10), step = or_default("step", 1);
  const auto interval = rules.number("tick_interval");
  if (!start || !end || !step) return std::nullopt;
  Range range;
  range.start = *start;
  range.end = *end;
  range.step = *step;
  range.tick_interval = interval;
  const double width = std::abs(range.end - range.start);
  for (const auto& [name, value] : {std::pair{"step", step}, std::pair{"tick_interval", interval}})
    if (value && (*value <= 0 || *value > width)) {
      rules.error(
          fmt::format("the parameter {} is more than 0 and at most the whole range, {}", name, width));
      return std::nullopt;
    }
  if (interval && !is_multiple(*interval, range.step)) {
    rules.error("the parameter tick_interval is a multiple of step");
    return std::nullopt;
  }
  range.placeholder = rules.number("placeholder");
  if (range.placeholder && !is_on_step(range, *range.placeholder)) {
    rules.error("the parameter placeholder is one of the values of the range");
    return std::nullopt;
  }
  check_labels(rules, range, no_ticks);
  if (const std::string* labels = rules.find("tick_labelset")) range.tick_labels = *labels;
  range.decimals = decimals_of(rules);
  return range;
}

void check_select(const Rules& rules) {
  rules.truth("randomize");
  const std::string* seed = rules.find("seed");
  if (seed == nullptr) return;
  if (rules.find("randomize") == nullptr) rules.error("a seed is of use with randomize=true only");
  if (!seed->starts_with("${") && !number_of(*seed))
    rules.error(fmt::format("the parameter seed is a number or a reference to a question, not '{}'", *seed));
}

/// Held to the rules whatever the type: not every type says which parameters it has.
void check_others(const Rules& rules, Row& row) {
  constexpr double most_rows = 1000, most_total = 1e15;
  if (const auto rows = rules.whole_number("rows"))
    row.writing.rows = static_cast<int>(std::min(*rows, most_rows));
  (void)rules.whole_number("max-pixels");
  if (const auto total = rules.whole_number("total"))
    row.group_style.total = static_cast<long>(std::min(*total, most_total));
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
void parse(Rules& rules, const std::string& text) {
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
    rules.parameters[name] = as_written ? value : lower_case(value);
  }
}

}  // namespace

std::vector<KnownParameter> known_parameters() {
  std::vector<KnownParameter> known;
  for (const auto& [type, names] : allowed())
    for (const std::string_view name : names) known.push_back({type, name});
  return known;
}

Parameters compile_parameters(Loading& loading, const SurveyLine& line, Row& row, bool no_ticks) {
  const SheetTable& survey = loading.survey;
  Rules rules{loading, survey.cell(line.row, "parameters"), {}};
  if (!survey.at(line.row, "rows").empty()) rules.parameters["rows"] = survey.at(line.row, "rows");
  const std::string& text = survey.at(line.row, "parameters");
  if (!text.empty()) parse(rules, text);
  if (const auto of_type = allowed().find(line.type.word); of_type != allowed().end())
    for (const auto& [name, value] : rules.parameters)
      if (std::ranges::find(of_type->second, name) == of_type->second.end())
        rules.error(fmt::format("'{}' has no parameter '{}'; it has {}{}", line.type.word, name,
                                fmt::join(of_type->second, ", "), loading.suggest(name, of_type->second)));
  if (row.type == Type::range) {
    row.range = range_of(rules, no_ticks);
  } else if (is_select(row.type)) {
    check_select(rules);
    const std::string* randomize = rules.find("randomize");
    row.randomize = randomize != nullptr && *randomize == "true";
  } else {
    check_others(rules, row);
  }
  return std::move(rules.parameters);
}

}  // namespace buurtpeil
