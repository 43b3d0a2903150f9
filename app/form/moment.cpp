#include "form/moment.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

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
  const int offset = std::abs(moment.offset_minutes);
  return fields(moment.unix_ms + std::int64_t{moment.offset_minutes} * 60'000) +
         fmt::format("{}{:02}:{:02}", moment.offset_minutes < 0 ? '-' : '+', offset / 60, offset % 60);
}

std::string to_iso_utc(const Moment& moment) { return fields(moment.unix_ms) + "Z"; }

bool from_iso(const std::string& text, Moment& moment) {
  using namespace std::chrono;
  int y = 0, length = 0, ms = 0, offset_hours = 0, offset_minutes = 0;
  unsigned mo = 0, d = 0, h = 0, mi = 0, s = 0;
  char sign = 'Z';
  const int read =
      std::sscanf(text.c_str(), "%4d-%2u-%2uT%2u:%2u:%2u.%3d%n", &y, &mo, &d, &h, &mi, &s, &ms, &length);
  if (read != 7 || length != 23) return false;
  const std::string zone = text.substr(23);
  if (zone != "Z" && (zone.size() != 6 ||
                      std::sscanf(zone.c_str(), "%c%2d:%2d", &sign, &offset_hours, &offset_minutes) != 3 ||
                      (sign != '+' && sign != '-')))
    return false;
  const year_month_day date{year{y}, month{mo}, day{d}};
  if (!date.ok() || h > 23 || mi > 59 || s > 60) return false;
  const int offset = (offset_hours * 60 + offset_minutes) * (sign == '-' ? -1 : 1);
  const auto local = sys_days{date} + hours{h} + minutes{mi} + seconds{s} + milliseconds{ms};
  moment = {duration_cast<milliseconds>(local.time_since_epoch()).count() - std::int64_t{offset} * 60'000,
            offset, 0};
  return true;
}

}  // namespace buurtpeil
