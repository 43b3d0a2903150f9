#include "form/moment.h"

#include <doctest/doctest.h>

using namespace buurtpeil;

TEST_CASE("a moment is written with its offset and read back") {
  const Moment summer{1'772'388'247'123, 60, 5};
  CHECK(to_iso_local(summer) == "2026-03-01T19:04:07.123+01:00");
  CHECK(to_iso_utc(summer) == "2026-03-01T18:04:07.123Z");
  CHECK(to_iso_local({-1, -210, 0}) == "1969-12-31T20:29:59.999-03:30");
  for (const std::string text :
       {"2026-03-01T19:04:07.123+01:00", "2026-03-01T18:04:07.123Z", "2026-03-01T14:34:07.123-03:30"}) {
    Moment read;
    REQUIRE(from_iso(text, read));
    CHECK(read.unix_ms == summer.unix_ms);
    CHECK((text.back() == 'Z' ? to_iso_utc(read) : to_iso_local(read)) == text);
  }
}

TEST_CASE("what is no moment is refused") {
  Moment read;
  for (const char* text :
       {"", "2026-03-01", "2026-13-01T19:04:07.123Z", "2026-03-01T19:04:07.123",
        "2026-03-01T19:04:07.123x01:00", "2026-03-01T25:04:07.123Z", "2026-03-01T19:04:07Z"})
    CHECK_FALSE(from_iso(text, read));
}
