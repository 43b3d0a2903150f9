#include "form/compile/features.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "form/compile/appearances.h"
#include "form/compile/headings.h"
#include "form/compile/survey_lines.h"
#include "form/expression/functions.h"

namespace buurtpeil {
namespace {

/// What style/markup.h reads of texts.
constexpr auto markup_signs = std::to_array<std::string_view>(
    {"*em*", "_em_", "**strong**", "__strong__", "# heading", "[text](address)", "<b>", "<strong>", "<i>",
     "<em>", "<u>", "<br>", "<a>", "<span>", "<p>", "<font>"});

}  // namespace

std::vector<Feature> features() {
  std::vector<Feature> all;
  for (const TypeTraits& traits : all_types())
    all.push_back({"type", std::string(traits.name), std::string(traits.lacks)});
  for (const std::string_view word : appearance_words()) all.push_back({"appearance", std::string(word), ""});
  all.push_back({"appearance", "search()", ""});  // a call, not a word
  for (const auto& [kind, sheet] :
       {std::pair{SheetKind::survey, "survey column"}, std::pair{SheetKind::choices, "choices column"},
        std::pair{SheetKind::settings, "settings column"}})
    for (const KnownColumn& column : known_columns(kind))
      all.push_back(
          {sheet, std::string(column.name), column.passed_over ? "steers SMS, Android or the XML" : ""});
  for (const KnownParameter& parameter : known_parameters())
    all.push_back({"parameter", std::string(parameter.type) + " " + std::string(parameter.name),
                   std::string(traits_named(parameter.type)->lacks)});
  for (const std::string_view name : function_names()) all.push_back({"function", std::string(name), ""});
  for (const std::string_view sign : markup_signs) all.push_back({"markup", std::string(sign), ""});
  const auto order = [](const Feature& feature) { return std::tie(feature.kind, feature.name); };
  std::ranges::sort(all, {}, order);
  return all;
}

}  // namespace buurtpeil
