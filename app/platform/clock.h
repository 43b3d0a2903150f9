// The system's clocks. Only the main program reads them; everything else is given the time.
#pragma once

#include <cstdint>

namespace buurtpeil {

/// Milliseconds since 1970 began, UTC.
[[nodiscard]] std::int64_t unix_ms();

/// How far local time is ahead of UTC at that moment, in minutes: 60 or 120 in Europe/Amsterdam. The zone is
/// the process's (TZ).
[[nodiscard]] int offset_minutes(std::int64_t unix_ms);

/// Milliseconds on a clock that nobody sets: for durations and deadlines. Stands still while the machine
/// sleeps.
[[nodiscard]] std::int64_t monotonic_ms();

}  // namespace buurtpeil
