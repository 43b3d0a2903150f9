#include "kiosk/views/choice_order.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "form/strings.h"

namespace buurtpeil {
namespace {

// "other" is XLSForm's own (or_other). The rest are names by which authors usually call what does not answer,
// in English and in Dutch, without the signs between their words.
constexpr std::array<std::string_view, 20> closing_names = {
    "other",       "none",     "unknown",     "dontknow",      "dk",         "noanswer", "refused",
    "noopinion",   "na",       "indifferent", "notapplicable", "anders",     "overig",   "geen",
    "geenvandeze", "onbekend", "weetniet",    "geenantwoord",  "geenmening", "nvt"};

bool closes_a_list(std::string_view name) {
  std::string plain = lower_case(name);
  std::erase_if(plain, [](char sign) { return sign == '_' || sign == '-' || sign == '.'; });
  return std::ranges::find(closing_names, plain) != closing_names.end();
}

}  // namespace

std::size_t reversible_choices(const Row& row, const ChoiceField& field) {
  const bool is_cards =
      field.look == ChoiceLook::cards || field.look == ChoiceLook::columns || field.look == ChoiceLook::pack;
  if (!is_cards || row.randomize || field.ordered || !field.table.empty() || !field.search.empty()) return 0;
  std::size_t count = field.options.size();
  while (count > 0 && closes_a_list(field.options[count - 1].name)) --count;
  return count < 2 ? 0 : count;
}

}  // namespace buurtpeil
