// Reads dates and times as ISO 8601 writes them: the one spelling of moments and of answers that are dates.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace buurtpeil {

/// A time of day by the wall clock of `offset_minutes`, or of wherever it is read.
struct IsoTime {
  std::int64_t ms = 0;                ///< since midnight
  std::optional<int> offset_minutes;  ///< local time minus UTC
};
struct IsoDate {
  std::chrono::sys_days day;
  std::optional<IsoTime> time;
};

/// "19:04", "19:04:07" or "19:04:07.123", each with an offset ("Z", "+01:00", "+0100", "+01") or without.
/// Nothing for another text, for a time that does not exist, or when something follows.
[[nodiscard]] std::optional<IsoTime> read_iso_time(std::string_view text);
/// "2026-03-01", or with such a time "2026-03-01T19:04". Nothing for a day that does not exist; years from 1.
[[nodiscard]] std::optional<IsoDate> read_iso_date(std::string_view text);
/// "+01:00"
[[nodiscard]] std::string iso_offset(int minutes);

}  // namespace buurtpeil
