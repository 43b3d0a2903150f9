#include "form/moment.h"

#include <fmt/format.h>

#include <chrono>

#include "form/iso_time.h"

namespace buurtpeil {
namespace {

std::string fields(std::int64_t ms) {
  using namespace std::chrono;
  const sys_time<milliseconds> time{milliseconds{ms}};
  const auto day = floor<days>(time);
  const year_month_day date{day};
  const hh_mm_ss clock{time - day};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     clock.hours().count(), clock.minutes().count(), clock.seconds().count(),
                     clock.subseconds().count());
}

}  // namespace

std::string to_iso_local(const Moment& moment) {
  return fields(moment.unix_ms + std::int64_t{moment.offset_minutes} * 60'000) +
         iso_offset(moment.offset_minutes);
}

std::string to_iso_utc(const Moment& moment) { return fields(moment.unix_ms) + "Z"; }

bool from_iso(const std::string& text, Moment& moment) {
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
