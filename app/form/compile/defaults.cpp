// check_defaults: that constant defaults are values of their question's type. A wrong one would stand on the
// screen as an answer that nobody can go on with, or vanish without a word.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "form/compile/loading.h"
#include "form/strings.h"
#include "form/typed_answer.h"

namespace buurtpeil {
namespace {

/// "29-02-2024", "29/2/2024" or "29.02.2024" as 2024-02-29; "" where day and month could be the other way
/// round.
std::string day_meant(const std::string& text) {
  for (const char* between : {"-", "/", "."}) {
    const std::vector<std::string> parts = split(text, between);
    if (parts.size() != 3) continue;
    const auto day = number_of(parts[0]), month = number_of(parts[1]), year = number_of(parts[2]);
    if (!day || !month || !year || *year < 1000 || *year > 9999 || *day < 1 || *day > 31 || *month < 1 ||
        *month > 12 || (*day <= 12 && *day != *month))
      return "";
    return fmt::format("{:04}-{:02}-{:02}", int(*year), int(*month), int(*day));
  }
  return "";
}

/// "no whole number", "no date; write it as 2024-02-29": what a value of this row is not.
std::string not_of_type(const Row& row, const std::string& text) {
  if (row.range)
    return fmt::format("not among the values of the range, {} to {} in steps of {}",
                       number_to_text(row.range->start), number_to_text(row.range->end),
                       number_to_text(row.range->step));
  const std::string with_point = replace_all(text, ",", ".");
  switch (row.type) {
    case Type::integer:
      return "no whole number";
    case Type::decimal:
      return number_of(with_point) && with_point != text
                 ? fmt::format("no number; write it with a point, {}", with_point)
                 : "no number; write it in digits, as in 12.5";
    case Type::date:
      return day_meant(text).empty() ? "no date; write year, month and day as in 2024-02-29"
                                     : fmt::format("no date; write {}", day_meant(text));
    case Type::date_time:
      return "no date with a time; write it as in 2024-02-29T19:04";
    case Type::time:
      return "no time of day; write it as in 19:04";
    default:
      return "not OK, which is all that an acknowledge can be";
  }
}

class Defaults {
 public:
  explicit Defaults(Loading& loading) : loading_(loading) {}

  void check(const Row& row) {
    const bool is_constant = row.initial && row.initial->references().empty();
    if (!is_constant || !is_asked(row.type)) return;
    cell_ = loading_.survey.cell(GridRow{row.cell.row, {}}, "default");
    const std::string& source = row.initial->source();
    constexpr std::int64_t some_day_ms = 1'772'388'247'123;
    const auto value = row.initial->evaluate(Scope(Moment{some_day_ms, 60, 0}));
    if (!value)
      return loading_.problems.error(
          cell_, fmt::format("the default {} has no value: {}", source, value.error().message));
    const std::string text = to_text(*value);
    const bool is_literal = source.find_first_of("'\"") == 0 || source.starts_with("concat('");
    said_ = is_literal ? fmt::format("the default '{}' is", text)
                       : fmt::format("the default {} gives '{}', which is", source, text);
    if (text.empty()) return;
    if (is_select(row.type)) return choices(row, text);
    if (!typed_answer(row, *value, {})) loading_.problems.error(cell_, said_ + " " + not_of_type(row, text));
  }

 private:
  void choices(const Row& row, const std::string& text) {
    const auto list = loading_.form.choices.find(row.list);
    if (list == loading_.form.choices.end() || row.list.starts_with("${")) return;
    std::vector<std::string_view> known;
    for (const Choice& choice : list->second) known.push_back(choice.name);
    std::vector<std::string> names = row.type == Type::select_one ? std::vector{text} : words_of(text);
    for (const std::string& name : names)
      if (std::ranges::find(known, name) == known.end())
        return loading_.problems.error(
            cell_, fmt::format("{} no choice of the list '{}'{}",
                               name == text ? said_ : fmt::format("'{}' in the default is", name),
                               list_name(row.list), loading_.suggest(name, known)));
    std::ranges::sort(names);
    if (const auto twice = std::ranges::adjacent_find(names); twice != names.end())
      loading_.problems.error(cell_, fmt::format("the default has '{}' twice", *twice));
  }

  static std::string list_name(const std::string& key) {
    for (const std::string_view suffix : {" or_other", " value="})
      if (const std::size_t at = key.find(suffix); at != std::string::npos) return key.substr(0, at);
    return key.starts_with("external_choices/") ? key.substr(key.find('/') + 1) : key;
  }

  Loading& loading_;
  Cell cell_;
  std::string said_;
};

}  // namespace

void check_defaults(Loading& loading) {
  Defaults defaults(loading);
  for (const Row& row : loading.form.rows) defaults.check(row);
}

}  // namespace buurtpeil
