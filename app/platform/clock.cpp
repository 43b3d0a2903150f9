#include "platform/clock.h"

#include <time.h>

#include <cassert>
#include <chrono>

namespace buurtpeil {

std::int64_t unix_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

int offset_minutes(std::int64_t unix_ms) {
  using namespace std::chrono;
  const time_t seconds = system_clock::to_time_t(system_clock::time_point{milliseconds{unix_ms}});
  tm local{};
  [[maybe_unused]] const tm* done = localtime_r(&seconds, &local);
  assert(done);  // fails only for years beyond int
  return static_cast<int>(local.tm_gmtoff / 60);
}

std::int64_t monotonic_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

}  // namespace buurtpeil
