#include "form/expression/date.h"

#include <fmt/format.h>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <ctime>

namespace buurtpeil {
namespace {

constexpr std::int64_t ms_per_day = 86'400'000;
constexpr std::int64_t ms_per_minute = 60'000;
// Years that print with four digits: dates beyond them are refused.
constexpr int first_year = 1, last_year = 9999;

// The same at a wall-clock time: the offset an hour that occurs twice had first.
int zone_offset_by_wall_clock(std::int64_t local_seconds) {
  const int guess = zone_offset_at(local_seconds);
  return zone_offset_at(local_seconds - guess * 60LL);
}

// Reads digits of a fixed form from the front of a text.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}
  bool digits(int count, int& number) {
    if (text_.size() < static_cast<std::size_t>(count)) return false;
    for (int i = 0; i < count; ++i)
      if (text_[static_cast<std::size_t>(i)] < '0' || text_[static_cast<std::size_t>(i)] > '9') return false;
    std::from_chars(text_.data(), text_.data() + count, number);
    text_.remove_prefix(static_cast<std::size_t>(count));
    return true;
  }
  bool take(char c) {
    if (!text_.starts_with(c)) return false;
    text_.remove_prefix(1);
    return true;
  }
  bool at_end() const { return text_.empty(); }

 private:
  std::string_view text_;
};

struct Time {
  std::int64_t ms = 0;  // since midnight
  std::optional<int> offset_minutes;
};

bool read_offset(Reader& reader, Time& time) {
  if (reader.take('Z')) time.offset_minutes = 0;
  if (time.offset_minutes || reader.at_end()) return true;
  const bool west = reader.take('-');
  if (!west && !reader.take('+')) return false;
  int hours = 0, minutes = 0;
  if (!reader.digits(2, hours)) return false;
  reader.take(':');
  if (!reader.at_end() && !reader.digits(2, minutes)) return false;
  if (hours > 14 || minutes > 59) return false;
  time.offset_minutes = (west ? -1 : 1) * (hours * 60 + minutes);
  return true;
}

// "19:04", "19:04:07", "19:04:07.123", each with an optional offset.
std::optional<Time> read_time(Reader& reader) {
  int hour = 0, minute = 0, second = 0, ms = 0;
  if (!reader.digits(2, hour) || !reader.take(':') || !reader.digits(2, minute)) return std::nullopt;
  if (reader.take(':')) {
    if (!reader.digits(2, second)) return std::nullopt;
    if (reader.take('.')) {
      int digit = 0, place = 100;
      if (!reader.digits(1, digit)) return std::nullopt;
      do {
        ms += digit * place;
        place /= 10;
      } while (reader.digits(1, digit));
    }
  }
  if (hour > 23 || minute > 59 || second > 59) return std::nullopt;
  Time time{((hour * 60LL + minute) * 60 + second) * 1000 + ms, std::nullopt};
  if (!read_offset(reader, time) || !reader.at_end()) return std::nullopt;
  return time;
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
  Reader reader(text);
  int year = 0, month = 0, day = 0;
  if (!reader.digits(4, year) || !reader.take('-') || !reader.digits(2, month) || !reader.take('-') ||
      !reader.digits(2, day))
    return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year{year},
                                        std::chrono::month{static_cast<unsigned>(month)},
                                        std::chrono::day{static_cast<unsigned>(day)}};
  if (!ymd.ok() || year < first_year) return std::nullopt;
  const std::int64_t days = std::chrono::sys_days{ymd}.time_since_epoch().count();
  if (reader.at_end()) return Date{static_cast<double>(days), false, 0};
  if (!reader.take('T')) return std::nullopt;
  const std::optional<Time> time = read_time(reader);
  if (!time) return std::nullopt;
  std::int64_t local_ms = days * ms_per_day + time->ms;
  int offset = zone_offset_by_wall_clock(local_ms / 1000);
  if (time->offset_minutes) {  // a moment of another zone: the same moment by our wall clock
    const std::int64_t unix_ms = local_ms - *time->offset_minutes * ms_per_minute;
    offset = zone_offset_at(unix_ms / 1000);
    local_ms = unix_ms + offset * ms_per_minute;
  }
  return Date{static_cast<double>(local_ms) / ms_per_day, true, offset};
}

std::optional<double> time_from_text(std::string_view text) {
  Reader reader(text);
  const std::optional<Time> time = read_time(reader);
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
  const int offset = std::abs(date.offset_minutes);
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}{}{:02}:{:02}", day, at.hour, at.minute, at.second,
                     at.millisecond, date.offset_minutes < 0 ? '-' : '+', offset / 60, offset % 60);
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
