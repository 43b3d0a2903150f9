#include "form/iso_time.h"

#include <cstdlib>

namespace buurtpeil {
namespace {

/// Takes digits and signs from the front of a text.
class IsoReader {
 public:
  explicit IsoReader(std::string_view text) : text_(text) {}
  bool digits(std::size_t count, int& number) {
    if (text_.size() < count) return false;
    int read = 0;
    for (const char c : text_.substr(0, count)) {
      if (c < '0' || c > '9') return false;
      read = read * 10 + (c - '0');
    }
    number = read;
    text_.remove_prefix(count);
    return true;
  }
  bool take(char c) {
    if (!text_.starts_with(c)) return false;
    text_.remove_prefix(1);
    return true;
  }
  [[nodiscard]] bool at_end() const { return text_.empty(); }
  [[nodiscard]] std::string_view rest() const { return text_; }

 private:
  std::string_view text_;
};

bool read_offset(IsoReader& reader, IsoTime& time) {
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

}  // namespace

std::optional<IsoTime> read_iso_time(std::string_view text) {
  IsoReader reader(text);
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
  IsoTime time{((hour * 60LL + minute) * 60 + second) * 1000 + ms, std::nullopt};
  if (!read_offset(reader, time) || !reader.at_end()) return std::nullopt;
  return time;
}

std::optional<IsoDate> read_iso_date(std::string_view text) {
  IsoReader reader(text);
  int year = 0, month = 0, day = 0;
  if (!reader.digits(4, year) || !reader.take('-') || !reader.digits(2, month) || !reader.take('-') ||
      !reader.digits(2, day))
    return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok() || year < 1) return std::nullopt;
  if (reader.at_end()) return IsoDate{date, std::nullopt};
  if (!reader.take('T')) return std::nullopt;
  const auto time = read_iso_time(reader.rest());
  return time ? std::optional(IsoDate{date, time}) : std::nullopt;
}

std::string iso_offset(int minutes) {
  const int size = std::abs(minutes), hour = size / 60, minute = size % 60;
  const auto digit = [](int number) { return static_cast<char>('0' + number); };
  return {minutes < 0 ? '-' : '+', digit(hour / 10),  digit(hour % 10), ':',
          digit(minute / 10),      digit(minute % 10)};
}

}  // namespace buurtpeil
