#include "kiosk/views/calendar_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>

#include "form/strings.h"
#include "visit/day_answer.h"

namespace buurtpeil {
namespace {

using CalendarGrid = StepField::CalendarGrid;

constexpr int years_shown = 20;
constexpr int far_years = 10;

/// The first of a month, from "2026-03".
std::optional<Calendar> read_month(const std::string& text) {
  const auto day = text.size() == 7 ? date_from_text(text + "-01") : std::nullopt;
  if (!day) return std::nullopt;
  Calendar month = calendar_of(*day);
  month.year = std::clamp(month.year, first_offered_year, last_offered_year);
  return month;
}

/// Counted from the year 0, so that months can be added.
int months_of(const Calendar& when) { return when.year * 12 + when.month - 1; }
Calendar month_at(int months) {
  Calendar when;
  when.year = months / 12;
  when.month = months % 12 + 1;
  return when;
}

class Drawing {
 public:
  Drawing(const Row& row, const std::string& path, const std::string& value, Moment now, const Wording& say)
      : row_(row),
        path_(path),
        now_(now),
        say_(say),
        answer_(read_day(row, value)),
        present_(first_day(now)) {}

  [[nodiscard]] CalendarGrid of(DayPart part, const std::string& browsed) const {
    const Calendar shown = read_month(browsed).value_or(answer_.value_or(present_));
    if (part == DayPart::day) return days(shown);
    return part == DayPart::month ? months(shown) : years(shown);
  }

 private:
  [[nodiscard]] CalendarGrid days(Calendar month) const {
    CalendarGrid grid;
    grid.headings = words_of(say_("weekdays"));
    grid.headings.resize(static_cast<std::size_t>(grid.columns));
    month.day = 1;
    const std::chrono::weekday first{std::chrono::sys_days{std::chrono::year{month.year} / month.month / 1}};
    grid.blanks = static_cast<int>(first.iso_encoding()) - 1;
    Calendar day = answer_.value_or(present_);  // its time stays
    day.year = month.year, day.month = month.month;
    for (day.day = 1; day.day <= last_day_of_month(month); ++day.day)
      grid.cells.push_back(cell(std::to_string(day.day), day, DayPart::day));
    grid.turns.push_back(turn(month_name(month.month), month, 1, 0));
    grid.turns.push_back(turn(std::to_string(month.year), month, 12, 12 * far_years));
    return grid;
  }

  [[nodiscard]] CalendarGrid months(const Calendar& year) const {
    CalendarGrid grid;
    grid.columns = 3;
    for (int month = 1; month <= 12; ++month) {
      Calendar when;
      when.year = year.year, when.month = month;
      grid.cells.push_back(cell(month_name(month), when, DayPart::month));
    }
    grid.turns.push_back(turn(std::to_string(year.year), year, 12, 12 * far_years));
    return grid;
  }

  [[nodiscard]] CalendarGrid years(const Calendar& when) const {
    CalendarGrid grid;
    grid.columns = 5;
    Calendar first;
    first.year = when.year - when.year % years_shown;
    const int last = std::min(first.year + years_shown - 1, last_offered_year);
    for (Calendar year = first; year.year <= last; ++year.year)
      grid.cells.push_back(cell(std::to_string(year.year), year, DayPart::year));
    grid.turns.push_back(turn(fmt::format("{}\u2013{}", first.year, last), first, 12 * years_shown, 0));
    return grid;
  }

  [[nodiscard]] CalendarGrid::Cell cell(std::string label, const Calendar& when, DayPart part) const {
    const auto is_same = [&](const Calendar& other) {
      return other.year == when.year && (part == DayPart::year || other.month == when.month) &&
             (part != DayPart::day || other.day == when.day);
    };
    return {.label = std::move(label),
            .writes = written_day(row_, when, now_),
            .chosen = answer_ && is_same(*answer_),
            .present = is_same(present_)};
  }

  [[nodiscard]] CalendarGrid::Turn turn(std::string title, const Calendar& from, int months,
                                        int far_months) const {
    const auto button = [&](int by, const char* sign) -> Button {
      const int to = months_of(from) + by;
      if (by == 0 || to < first_offered_year * 12 || to >= (last_offered_year + 1) * 12) return {};
      const Calendar there = month_at(to);
      return {fmt::format("\u200E{}{}", sign, std::abs(by) / 12),
              event::Browse{path_, fmt::format("{:04}-{:02}", there.year, there.month)}};
    };
    return {.title = std::move(title),
            .far_earlier = button(-far_months, "−"),
            .earlier = button(-months, "−"),
            .later = button(months, "+"),
            .far_later = button(far_months, "+")};
  }

  [[nodiscard]] std::string month_name(int month) const {
    const std::vector<std::string> names = words_of(say_("months"));
    return names.size() == 12 ? names[static_cast<std::size_t>(month - 1)] : std::to_string(month);
  }

  const Row& row_;
  const std::string& path_;
  Moment now_;
  const Wording& say_;
  std::optional<Calendar> answer_;
  Calendar present_;
};

}  // namespace

CalendarGrid calendar_of_field(const Row& row, const std::string& path, const std::string& value,
                               const std::string& browsed, Moment now, const Wording& say) {
  if (row.type == Type::time || row.date_style.no_calendar) return {};
  return Drawing{row, path, value, now, say}.of(parts_of(row).front(), browsed);
}

}  // namespace buurtpeil
