#include "form/functions.h"

#include <fmt/format.h>
#include <algorithm>

namespace buurtpeil {
namespace {

constexpr int any = Function::any_number;

// In the order of the specification.
constexpr Function functions[] = {
    {"string", 1, 1},
    {"concat", 1, any},
    {"join", 1, any},
    {"substr", 2, 3},
    {"substring-before", 2, 2},
    {"substring-after", 2, 2},
    {"translate", 3, 3},
    {"string-length", 1, 1},
    {"normalize-space", 0, 1},
    {"contains", 2, 2},
    {"starts-with", 2, 2},
    {"ends-with", 2, 2},
    {"uuid", 0, 1, true},
    {"digest", 2, 3},
    {"pulldata", 4, 4},
    {"base64-decode", 1, 1},
    {"if", 3, 3},
    {"coalesce", 2, any},
    {"once", 1, 1},
    {"true", 0, 0},
    {"false", 0, 0},
    {"boolean", 1, 1},
    {"boolean-from-string", 1, 1},
    {"not", 1, 1},
    {"regex", 2, 2},
    {"checklist", 2, any},
    {"weighted-checklist", 2, any},
    {"number", 1, 1},
    {"random", 0, 0, true},
    {"int", 1, 1},
    {"sum", 1, any},
    {"max", 1, any},
    {"min", 1, any},
    {"round", 1, 2},
    {"pow", 2, 2},
    {"log", 1, 1},
    {"log10", 1, 1},
    {"abs", 1, 1},
    {"sin", 1, 1},
    {"cos", 1, 1},
    {"tan", 1, 1},
    {"asin", 1, 1},
    {"acos", 1, 1},
    {"atan", 1, 1},
    {"atan2", 2, 2},
    {"sqrt", 1, 1},
    {"exp", 1, 1},
    {"exp10", 1, 1},
    {"pi", 0, 0},
    {"count", 1, 1},
    {"count-non-empty", 1, 1},
    {"position", 0, 1},
    {"instance", 1, 1},
    {"current", 0, 0},
    {"randomize", 1, 2, true},
    {"today", 0, 0, true},
    {"now", 0, 0, true},
    {"format-date", 2, 2},
    {"format-date-time", 2, 2},
    {"date", 1, 1},
    {"date-time", 1, 1},
    {"decimal-date-time", 1, 1},
    {"decimal-time", 1, 1},
    {"selected", 2, 2},
    {"selected-at", 2, 2},
    {"count-selected", 1, 1},
    {"jr:choice-name", 2, 2},
    {"jr:itext", 1, 1},
    {"indexed-repeat", 3, 7},
    {"area", 1, 1},
    {"distance", 1, any},
    {"geofence", 2, 2},
    {"intersects", 1, 1},
};

std::string_view plural(int count) { return count == 1 ? "argument" : "arguments"; }

}  // namespace

const Function* function_named(std::string_view name) {
  const auto* found = std::find_if(std::begin(functions), std::end(functions),
                                   [&](const Function& candidate) { return candidate.name == name; });
  return found == std::end(functions) ? nullptr : found;
}

const std::vector<std::string_view>& function_names() {
  static const std::vector<std::string_view> all = [] {
    std::vector<std::string_view> collected;
    for (const Function& function : functions) collected.push_back(function.name);
    return collected;
  }();
  return all;
}

std::string complaint_about_arguments(const Function& function, const std::vector<Syntax>& arguments) {
  const int count = static_cast<int>(arguments.size());
  if (count >= function.least && count <= function.most) {
    if (function.name == "weighted-checklist" && count % 2 != 0)
      return "weighted-checklist() needs an even number of arguments: a weight for each answer";
    if (function.name == "indexed-repeat" && count % 2 == 0)
      return "indexed-repeat() needs an odd number of arguments: a position for each repeat";
    return {};
  }
  if (function.most == 0) return fmt::format("{}() takes no arguments, here are {}", function.name, count);
  if (function.least == function.most)
    return fmt::format("{}() needs {} {}, here are {}", function.name, function.least, plural(function.least),
                       count);
  if (count < function.least)
    return fmt::format("{}() needs at least {} {}, here are {}", function.name, function.least,
                       plural(function.least), count);
  return fmt::format("{}() takes at most {} arguments, here are {}", function.name, function.most, count);
}

}  // namespace buurtpeil
