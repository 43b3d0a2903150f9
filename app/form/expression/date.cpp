#include "form/expression/date.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cmath>
#include <ctime>

#include "form/iso_time.h"

namespace buurtpeil {
namespace {

constexpr std::int64_t ms_per_day = 86'400'000;
constexpr std::int64_t ms_per_minute = 60'000;
// Years that print with four digits.
constexpr int first_year = 1, last_year = 9999;

// The same at a wall-clock time: the offset an hour that occurs twice had first.
int zone_offset_by_wall_clock(std::int64_t local_seconds) {
  const int guess = zone_offset_at(local_seconds);
  return zone_offset_at(local_seconds - guess * 60LL);
}

std::chrono::year_month_day civil(std::int64_t days) {
  return std::chrono::sys_days{std::chrono::days{days}};
}

struct CalendarWords {
  std::string_view language;
  std::array<std::string_view, 12> months;
  std::array<std::string_view, 7> days;
};

// Abbreviated as the languages' own dictionaries do. By hand, since strftime() needs locales that Debian does
// not generate by itself, and ICU would be one more library for nineteen words a language.
constexpr CalendarWords calendar_words[] = {
    {"en",
     {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
     {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"}},
    {"nl",
     {"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"},
     {"zo", "ma", "di", "wo", "do", "vr", "za"}},
    {"de",
     {"Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"},
     {"So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"}},
    {"fr",
     {"janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."},
     {"dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."}},
    {"tr",
     {"Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara"},
     {"Paz", "Pzt", "Sal", "Çar", "Per", "Cum", "Cmt"}},
    {"pl",
     {"sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru"},
     {"niedz.", "pon.", "wt.", "śr.", "czw.", "pt.", "sob."}},
    {"uk",
     {"січ.", "лют.", "бер.", "квіт.", "трав.", "черв.", "лип.", "серп.", "вер.", "жовт.", "лист.", "груд."},
     {"нд", "пн", "вт", "ср", "чт", "пт", "сб"}},
    {"ar",
     {"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر",
      "ديسمبر"},
     {"الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"}},
};

const CalendarWords& names_in(std::string_view language) {
  for (const CalendarWords& candidate : calendar_words)
    if (candidate.language == language) return candidate;
  return calendar_words[0];
}

}  // namespace

int zone_offset_at(std::int64_t unix_seconds) {
  const auto time = static_cast<std::time_t>(unix_seconds);
  std::tm local{};
  if (localtime_r(&time, &local) == nullptr) return 0;
  return static_cast<int>(local.tm_gmtoff / 60);
}

Date date_of(const Moment& moment) {
  const double local_ms = static_cast<double>(moment.unix_ms + moment.offset_minutes * ms_per_minute);
  return {local_ms / ms_per_day, true, moment.offset_minutes};
}

Date day_of(const Moment& moment) { return {std::floor(date_of(moment).days), false, 0}; }

Calendar calendar_of(const Date& date) {
  const auto day = static_cast<std::int64_t>(std::floor(date.days));
  const auto ms = static_cast<std::int64_t>(std::llround((date.days - std::floor(date.days)) * ms_per_day));
  const std::int64_t carried = ms / ms_per_day;  // rounding up to midnight
  const std::int64_t of_day = ms - carried * ms_per_day;
  const std::chrono::year_month_day ymd = civil(day + carried);
  const std::chrono::weekday weekday{std::chrono::sys_days{ymd}};
  return {int(ymd.year()),
          static_cast<int>(unsigned(ymd.month())),
          static_cast<int>(unsigned(ymd.day())),
          static_cast<int>(weekday.c_encoding()),
          static_cast<int>(of_day / 3'600'000),
          static_cast<int>(of_day / 60'000 % 60),
          static_cast<int>(of_day / 1000 % 60),
          static_cast<int>(of_day % 1000)};
}

std::optional<Date> date_from_text(std::string_view text) {
  const std::optional<IsoDate> read = read_iso_date(text);
  if (!read) return std::nullopt;
  const std::int64_t days = read->day.time_since_epoch().count();
  if (!read->time) return Date{static_cast<double>(days), false, 0};
  std::int64_t local_ms = days * ms_per_day + read->time->ms;
  int offset = zone_offset_by_wall_clock(local_ms / 1000);
  if (read->time->offset_minutes) {  // a moment of another zone: the same moment by our wall clock
    const std::int64_t unix_ms = local_ms - *read->time->offset_minutes * ms_per_minute;
    offset = zone_offset_at(unix_ms / 1000);
    local_ms = unix_ms + offset * ms_per_minute;
  }
  return Date{static_cast<double>(local_ms) / ms_per_day, true, offset};
}

std::optional<double> time_from_text(std::string_view text) {
  const std::optional<IsoTime> time = read_iso_time(text);
  if (!time) return std::nullopt;
  std::int64_t ms = time->ms;
  if (time->offset_minutes) ms += (zone_offset_at(0) - *time->offset_minutes) * ms_per_minute;
  return static_cast<double>((ms % ms_per_day + ms_per_day) % ms_per_day) / ms_per_day;
}

std::string date_to_text(const Date& date) {
  const bool in_range = std::abs(date.days) < 366.0 * last_year;
  if (!in_range) return {};
  const Calendar at = calendar_of(date);
  if (at.year < first_year || at.year > last_year) return {};
  const std::string day = fmt::format("{:04}-{:02}-{:02}", at.year, at.month, at.day);
  if (!date.with_time) return day;
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}{}", day, at.hour, at.minute, at.second, at.millisecond,
                     iso_offset(date.offset_minutes));
}

std::optional<std::string> format_date(const Date& date, std::string_view format, std::string_view language) {
  const Calendar at = calendar_of(date);
  const CalendarWords& words = names_in(language);
  std::string printed;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%') {
      printed += format[i];
      continue;
    }
    switch (++i < format.size() ? format[i] : '\0') {
      case '%':
        printed += '%';
        break;
      case 'Y':
        printed += fmt::format("{:04}", at.year);
        break;
      case 'y':
        printed += fmt::format("{:02}", at.year % 100);
        break;
      case 'm':
        printed += fmt::format("{:02}", at.month);
        break;
      case 'n':
        printed += fmt::format("{}", at.month);
        break;
      case 'b':
        printed += words.months[static_cast<std::size_t>(at.month - 1)];
        break;
      case 'd':
        printed += fmt::format("{:02}", at.day);
        break;
      case 'e':
        printed += fmt::format("{}", at.day);
        break;
      case 'a':
        printed += words.days[static_cast<std::size_t>(at.weekday)];
        break;
      case 'H':
        printed += fmt::format("{:02}", at.hour);
        break;
      case 'h':
        printed += fmt::format("{}", at.hour);
        break;
      case 'M':
        printed += fmt::format("{:02}", at.minute);
        break;
      case 'S':
        printed += fmt::format("{:02}", at.second);
        break;
      case '3':
        printed += fmt::format("{:03}", at.millisecond);
        break;
      default:
        return std::nullopt;
    }
  }
  return printed;
}

}  // namespace buurtpeil
