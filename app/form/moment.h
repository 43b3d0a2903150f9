// A moment as the program knows it. Time comes in from outside (platform/clock.h, or a test): nothing below
// asks for it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace buurtpeil {

/// The wall clock for what is written down, the monotonic clock for how long something took: the wall clock
/// may be set in between.
struct Moment {
  std::int64_t unix_ms = 0;  ///< UTC, milliseconds since 1970
  int offset_minutes = 0;    ///< local time minus UTC at that moment (60 in a Dutch winter, 120 in summer)
  std::int64_t monotonic_ms =
      0;  ///< from an arbitrary start, never goes back; comparable within one process only
};

/// "2026-03-01T19:04:07.123+01:00": ISO 8601 with milliseconds and offset, the form in which a moment is
/// stored.
[[nodiscard]] std::string to_iso_local(const Moment& moment);

/// "2026-03-01T18:04:07.123Z"
[[nodiscard]] std::string to_iso_utc(const Moment& moment);

/// Reads what to_iso_local or to_iso_utc wrote; false when it is something else. `monotonic_ms` stays 0.
[[nodiscard]] bool from_iso(std::string_view text, Moment& moment);

}  // namespace buurtpeil
