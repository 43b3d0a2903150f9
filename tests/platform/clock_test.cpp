#include "platform/clock.h"

#include <doctest/doctest.h>
#include <stdlib.h>
#include <time.h>

using namespace buurtpeil;

namespace {

void use_zone(const char* name) {
  setenv("TZ", name, 1);
  tzset();
}

}  // namespace

TEST_CASE("the offset follows summer time, and is that of the moment asked about") {
  use_zone("Europe/Amsterdam");
  const std::int64_t change = 1'774'746'000'000;  // 2026-03-29 01:00 UTC
  CHECK(offset_minutes(change - 1) == 60);
  CHECK(offset_minutes(change) == 120);
  CHECK(offset_minutes(-1) == 60);
  use_zone("America/St_Johns");
  CHECK(offset_minutes(change) == -150);
  use_zone("UTC");
  CHECK(offset_minutes(change) == 0);
}

TEST_CASE("the clocks run, in milliseconds") {
  CHECK(unix_ms() > 1'700'000'000'000);
  CHECK(unix_ms() < 10'000'000'000'000);
  const std::int64_t before = monotonic_ms();
  CHECK(monotonic_ms() >= before);
}
