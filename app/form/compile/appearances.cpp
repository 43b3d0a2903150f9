#include "form/compile/appearances.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "form/strings.h"
#include "form/suggestion.h"

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

using AppearanceWords = std::vector<std::string>;

bool has(const AppearanceWords& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

/// "columns-3" -> "columns" and 3; 0 for none, "columns-pack" as it is.
std::pair<std::string_view, int> number_after(std::string_view word) {
  const std::size_t dash = word.rfind('-');
  if (dash == std::string_view::npos || dash + 1 == word.size()) return {word, 0};
  int number = 0;
  const auto [end, error] = std::from_chars(word.data() + dash + 1, word.data() + word.size(), number);
  if (error != std::errc{} || end != word.data() + word.size()) return {word, 0};
  return {word.substr(0, dash), std::max(number, 0)};
}

/// Old words as ODK reads them: compact is columns-pack no-buttons, horizontal is columns.
ChoiceStyle choice_style(const Row& row, const AppearanceWords& words, bool in_table_list) {
  ChoiceStyle style;
  for (const std::string& word : words) {
    const auto [stem, number] = number_after(word);
    const bool compact = stem == "compact" || stem == "quickcompact";
    if (stem == "columns" || stem == "horizontal" || (compact && number > 0)) {
      style.layout = ChoiceStyle::Layout::columns;
      style.columns = number;
    } else if (word == "columns-pack" || word == "horizontal-compact" || compact) {
      style.layout = ChoiceStyle::Layout::pack;
    }
    if (compact || word == "no-buttons") style.no_buttons = true;
    if (word.starts_with("quick") && row.type == Type::select_one) style.quick = true;
  }
  if (row.type == Type::select_one && has(words, "likert"))
    style.layout = has(words, "faces") ? ChoiceStyle::Layout::faces : ChoiceStyle::Layout::likert;
  style.minimal = has(words, "minimal");
  style.search = has(words, "search") || has(words, "autocomplete");
  style.image_map = has(words, "image-map");
  style.map = has(words, "map");
  if (in_table_list || has(words, "list") || has(words, "list-nolabel"))
    style.table = ChoiceStyle::Table::row;
  if (has(words, "label")) style.table = ChoiceStyle::Table::heading;
  return style;
}

DateStyle date_style(const Row& row, const AppearanceWords& words) {
  DateStyle style{.no_calendar = has(words, "no-calendar")};
  if (row.type == Type::date && has(words, "month-year")) style.parts = DateStyle::Parts::month_year;
  if (row.type == Type::date && has(words, "year")) style.parts = DateStyle::Parts::year;
  return style;
}

void compile_group(GroupStyle& style, const GroupStyle* around, const AppearanceWords& words) {
  constexpr long most_points = 1'000'000'000;
  const bool table_list = has(words, "table-list");
  style.one_screen = table_list || has(words, "field-list");
  style.table_list = table_list || (around != nullptr && around->table_list);
  style.points = has(words, "points") && style.total && *style.total <= most_points;
}

}  // namespace

std::vector<std::string_view> appearance_words() {
  std::vector<std::string_view> words;
  for (const Appearance& appearance : appearances) words.push_back(appearance.word);
  return words;
}

void check_appearance(Loading& loading, const Cell& cell, std::string_view text) {
  std::string lower = lower_case(text);
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

void compile_appearance(const Form& form, Row& row, const AppearanceWords& words) {
  const GroupStyle* around =
      row.parent < 0 ? nullptr : &form.rows[static_cast<std::size_t>(row.parent)].group_style;
  if (row.is_container()) compile_group(row.group_style, around, words);
  if (row.type == Type::select_one || row.type == Type::select_multiple)
    row.choice_style = choice_style(row, words, around != nullptr && around->table_list);
  row.date_style = date_style(row, words);
  const bool is_number_typed = row.type == Type::integer || row.type == Type::decimal;
  row.writing.numbers = row.type == Type::text && has(words, "numbers");
  row.writing.multiline = row.type == Type::text && has(words, "multiline");
  row.writing.thousands_sep = is_number_typed && has(words, "thousands-sep");
  row.writing.counter = row.type == Type::integer && has(words, "counter");
  if (!row.range) return;
  row.range->vertical = has(words, "vertical");
  row.range->no_ticks = has(words, "no-ticks");
  row.range->picker = has(words, "picker");
  row.range->rating = has(words, "rating");
}

}  // namespace buurtpeil
