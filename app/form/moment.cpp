#include "form/moment.h"

#include <chrono>

#include "form/iso_time.h"

namespace buurtpeil {
namespace {

/// Takes the last digits off a number.
void write_digits(char* to, int count, unsigned number) {
  for (int i = count - 1; i >= 0; --i, number /= 10) to[i] = static_cast<char>('0' + number % 10);
}

// By hand: an export writes three of them for each response, and a format string is the slower way by far.
std::string fields(std::int64_t ms) {
  using namespace std::chrono;
  const sys_time<milliseconds> time{milliseconds{ms}};
  const auto day = floor<days>(time);
  const year_month_day date{day};
  const auto since_midnight = static_cast<unsigned>((time - day).count());
  std::string text = "0000-00-00T00:00:00.000";
  write_digits(&text[0], 4, static_cast<unsigned>(static_cast<int>(date.year())));
  write_digits(&text[5], 2, static_cast<unsigned>(date.month()));
  write_digits(&text[8], 2, static_cast<unsigned>(date.day()));
  write_digits(&text[11], 2, since_midnight / 3'600'000);
  write_digits(&text[14], 2, since_midnight / 60'000 % 60);
  write_digits(&text[17], 2, since_midnight / 1'000 % 60);
  write_digits(&text[20], 3, since_midnight % 1'000);
  return text;
}

}  // namespace

std::string to_iso_local(const Moment& moment) {
  return fields(moment.unix_ms + std::int64_t{moment.offset_minutes} * 60'000) +
         iso_offset(moment.offset_minutes);
}

std::string to_iso_utc(const Moment& moment) { return fields(moment.unix_ms) + "Z"; }

bool from_iso(std::string_view text, Moment& moment) {
  constexpr std::size_t length = sizeof "2026-03-01T19:04:07.123Z" - 1;
  const auto date = read_iso_date(text);
  if (!date || !date->time || !date->time->offset_minutes) return false;
  if (text.size() != (text.ends_with('Z') ? length : length - 1 + sizeof "+01:00" - 1)) return false;
  const int offset = *date->time->offset_minutes;
  const std::chrono::milliseconds local =
      date->day.time_since_epoch() + std::chrono::milliseconds(date->time->ms);
  moment = {local.count() - std::int64_t{offset} * 60'000, offset, 0};
  return true;
}

}  // namespace buurtpeil
