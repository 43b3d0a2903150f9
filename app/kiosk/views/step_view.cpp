#include "kiosk/views/step_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "form/expression/date.h"
#include "kiosk/views/scale_view.h"
#include "visit/scale.h"
#include "visit/steps.h"

namespace buurtpeil {
namespace {

using Column = StepField::Column;

constexpr long most_values_without_far = 12;

Column column_of(std::string name, std::string title, std::string value, const Steps& steps) {
  return {.name = std::move(name),
          .title = std::move(title),
          .value = std::move(value),
          .up = {steps.up},
          .down = {steps.down},
          .far_up = {steps.far_up},
          .far_down = {steps.far_down}};
}

void label_far_steps(Column& column, const std::string& size) {
  column.far_up.label = signed_label("+", size);
  column.far_down.label = signed_label("−", size);
}

/// The wheel of a range.
Column range_column(const Range& range, const std::string& value, const std::string& decimal_sign) {
  const Scale scale{range};
  const auto shown = [&](std::string number) {
    std::ranges::replace(number, '.', decimal_sign.front());
    return number;
  };
  const Scale::Moves moves = scale.moves_from(value);
  const bool has_far = scale.stops() > most_values_without_far;
  Column column = column_of("value", "", shown(value),
                            {.up = scale.value_at(moves.more),
                             .down = scale.value_at(moves.less),
                             .far_up = has_far ? scale.value_at(moves.far_more) : "",
                             .far_down = has_far ? scale.value_at(moves.far_less) : ""});
  if (has_far) label_far_steps(column, shown(scale.size_of(Scale::far_stops)));
  if (scale.around(value) == std::pair{-1L, -1L}) return column;
  column.above = shown(column.up.writes);
  column.below = shown(column.down.writes);
  return column;
}

Column counter_column(const Prompt& prompt) {
  Column column = column_of("value", "", prompt.value, count_steps(prompt.value, prompt.least, prompt.most));
  const double values = prompt.most.value_or(most_counted) - std::max(0.0, prompt.least.value_or(0)) + 1;
  if (values > most_values_without_far) label_far_steps(column, std::to_string(far_count));
  return column;
}

std::string shown(std::optional<int> number, DayPart part, const std::string& language) {
  if (!number) return "";
  if (part == DayPart::hour || part == DayPart::minute) return fmt::format("{:02}", *number);
  if (part != DayPart::month) return std::to_string(*number);
  const auto day = date_from_text(fmt::format("2000-{:02}-01", *number));
  return format_date(*day, "%b", language).value_or(std::to_string(*number));
}

std::vector<Column> day_columns(const Row& row, const std::string& value, Moment now, const Wording& say) {
  // By DayPart.
  static constexpr std::array<const char*, 5> names = {"day", "month", "year", "hour", "minute"};
  static constexpr std::array<Word, 5> titles = {"day", "month", "year", "hour", "minute"};
  std::vector<Column> columns;
  for (const DaySteps& day : day_steps(row, value, now)) {
    const auto part = static_cast<std::size_t>(day.part);
    Column column =
        column_of(names.at(part), say(titles.at(part)), shown(day.here, day.part, say.language()), day.steps);
    column.above = shown(day.above, day.part, say.language());
    column.below = shown(day.below, day.part, say.language());
    if (day.far > 0) label_far_steps(column, std::to_string(day.far));
    columns.push_back(std::move(column));
  }
  return columns;
}

}  // namespace

bool is_stepped(const Row& row) {
  if (row.range) return row.range->picker;
  return row.writing.counter || row.type == Type::date || row.type == Type::time ||
         row.type == Type::date_time;
}

std::vector<StepField::Column> step_columns(const Prompt& prompt, Moment now, const Wording& say) {
  const Row& row = *prompt.row;
  if (row.range) return {range_column(*row.range, prompt.value, say("decimal_sign"))};
  if (row.type == Type::integer) return {counter_column(prompt)};
  return day_columns(row, prompt.value, now, say);
}

}  // namespace buurtpeil
