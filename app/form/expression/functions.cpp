#include "form/expression/functions.h"

#include <fmt/format.h>

#include <array>
#include "form/expression/regex.h"

namespace buurtpeil {
namespace {

std::string_view plural(int count) { return count == 1 ? "argument" : "arguments"; }

std::array<std::span<const Function>, 6> all_tables() {
  return {text_functions(), logic_functions(), number_functions(),
          node_functions(), date_functions(),  place_functions()};
}

}  // namespace

const Function* function_named(std::string_view name) {
  for (const std::span<const Function> table : all_tables())
    for (const Function& candidate : table)
      if (candidate.name == name) return &candidate;
  return nullptr;
}

const std::vector<std::string_view>& function_names() {
  static const std::vector<std::string_view> all = [] {
    std::vector<std::string_view> collected;
    for (const std::span<const Function> table : all_tables())
      for (const Function& function : table) collected.push_back(function.name);
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
    const bool has_pattern = function.name == "regex" && arguments[1].kind == SyntaxKind::text;
    return has_pattern ? complaint_about_pattern(arguments[1].text) : std::string{};
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
