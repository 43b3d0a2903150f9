#include "platform/write_all.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <string>

using namespace buurtpeil;

TEST_CASE("a pipe gets the whole text, and one whose reader went away does not end the process") {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  CHECK(write_all(ends[1], "view attract\nend\n"));
  std::string read(64, '\0');
  read.resize(static_cast<std::size_t>(::read(ends[0], read.data(), read.size())));
  CHECK(read == "view attract\nend\n");
  close(ends[0]);
  CHECK_FALSE(write_all(ends[1], "view attract\nend\n"));
  close(ends[1]);
  CHECK_FALSE(write_all(ends[1], "view attract\nend\n"));
}
