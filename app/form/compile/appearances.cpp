#include "form/compile/appearances.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "form/compile/suggestion.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

struct Appearance {
  std::string_view word;
  std::string_view lost{};  ///< what would be meant and a kiosk does not do; "" where only the looks differ
  Gate gate = Gate::passes;
};

constexpr std::string_view other_calendar = "dates are asked in the Gregorian calendar";

constexpr std::array appearances = std::to_array<Appearance>({
    // text and numbers
    {"numbers"},
    {"multiline"},
    {"url"},
    {"thousands-sep"},
    {"masked", "what is typed can be read on the screen", Gate::stops},
    {"counter"},
    // range
    {"vertical"},
    {"no-ticks"},
    {"picker"},
    {"rating"},
    // image
    {"new"},
    {"new-front"},
    {"draw"},
    {"annotate"},
    {"signature"},
    // date
    {"no-calendar"},
    {"month-year"},
    {"year"},
    {"bikram-sambat", other_calendar},
    {"buddhist", other_calendar},
    {"coptic", other_calendar},
    {"ethiopian", other_calendar},
    {"islamic", other_calendar},
    {"myanmar", other_calendar},
    {"persian", other_calendar},
    // places
    {"placement-map"},
    {"maps"},
    {"hide-input"},
    // choices
    {"minimal"},
    {"search"},
    {"autocomplete"},
    {"quick"},
    {"columns"},
    {"columns-n"},
    {"columns-pack"},
    {"no-buttons"},
    {"image-map"},
    {"likert"},
    {"faces"},
    {"map"},
    {"label"},
    {"list-nolabel"},
    {"list"},
    {"horizontal"},
    {"horizontal-compact"},
    {"compact"},
    {"quickcompact"},
    // groups
    {"field-list"},
    {"points"},
    {"table-list"},
    // others
    {"hidden-answer"},
});

/// "columns-3" -> "columns-n", "compact-2" -> "compact"; another word stays.
std::string_view without_number(std::string_view word) {
  const std::size_t digits = word.find_last_not_of("0123456789") + 1;
  if (digits == word.size() || digits == 0 || word[digits - 1] != '-') return word;
  const std::string_view stem = word.substr(0, digits - 1);
  if (stem == "columns") return "columns-n";
  return stem == "compact" || stem == "quickcompact" || stem == "horizontal" ? stem : word;
}

/// The columns of a page that Enketo lays out: "w1" to "w10".
bool is_width(std::string_view word) {
  return word.starts_with('w') && word.size() > 1 &&
         word.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

}  // namespace

std::vector<std::string_view> appearance_words() {
  std::vector<std::string_view> words;
  for (const Appearance& appearance : appearances) words.push_back(appearance.word);
  return words;
}

void check_appearance(Loading& loading, const Cell& cell, std::string_view text) {
  std::string lower = lower_case(text);
  // An older way to read choices from a file: "minimal search('trees', 'contains', 'name', ${x})".
  if (lower.contains("search(")) {
    loading.problems.warning(cell,
                             "search() in an appearance is passed over: choices from a file are "
                             "'select_one_from_file', with a choice_filter");
    return;
  }
  if (const std::size_t call = lower.find('('); call != std::string::npos) lower.resize(call);
  for (const std::string& word : words_of(lower)) {
    const auto found = std::ranges::find(appearances, without_number(word), &Appearance::word);
    if (found == appearances.end() && !is_width(word)) {
      const std::string meant = loading.suggest(word, appearance_words());
      loading.problems.add(
          {.severity = Severity::warning,
           .cell = cell,
           .message = fmt::format("the appearance '{}' is unknown and passed over{}", word, meant),
           .gate = meant.empty() ? Gate::passes : Gate::stops});
    } else if (found != appearances.end() && !found->lost.empty()) {
      loading.problems.add(
          {.severity = Severity::warning,
           .cell = cell,
           .message = fmt::format("the appearance '{}' is passed over: {}", word, found->lost),
           .gate = found->gate});
    }
  }
}

}  // namespace buurtpeil
