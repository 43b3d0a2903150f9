#include "platform/random.h"

#include <doctest/doctest.h>

using namespace buurtpeil;

TEST_CASE("an id is a version 4 UUID of the bits it is given") {
  CHECK(uuid_of(0, 0) == "uuid:00000000-0000-4000-8000-000000000000");
  CHECK(uuid_of(~0ULL, ~0ULL) == "uuid:ffffffff-ffff-4fff-bfff-ffffffffffff");
  CHECK(uuid_of(0x0123'4567'89AB'CDEF, 0x0123'4567'89AB'CDEF) == "uuid:01234567-89ab-4def-8123-456789abcdef");
}

TEST_CASE("random numbers do not repeat") { CHECK(system_random() != system_random()); }
