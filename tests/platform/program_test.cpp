// Another program beside this one: how it ends, and that nobody waits for it.
#include "platform/program.h"

#include <thread>

#include <doctest/doctest.h>

#include "support/hanging_program.h"

using namespace buurtpeil;

namespace {

/// "CODE WHAT IT SAID", or why it did not start.
std::string end_of_program(const std::vector<std::string>& words) {
  auto program = Program::start(words);
  if (!program) return program.error();
  std::optional<ProgramEnd> end = program->ended();
  for (; !end; end = program->ended()) std::this_thread::yield();  // what it says must be read meanwhile
  return std::to_string(end->code) + " " + end->said;
}

}  // namespace

TEST_CASE("a program's code is known, and what it complained of, but no more than 4 kB") {
  CHECK(end_of_program({"true"}) == "0 ");
  CHECK(end_of_program({"sh", "-c", "echo thrown away; echo oh >&2; exit 3"}) == "3 oh\n");
  CHECK(end_of_program({"sh", "-c", "kill -9 $$"}) == "137 ");
  CHECK(end_of_program({"no-such-program"}) == "no-such-program: No such file or directory");
  CHECK(end_of_program({"sh", "-c", "head -c 200000 /dev/zero >&2"}).size() < 6'000);
}

TEST_CASE("a program that hangs is asked without waiting, and ended with all that it started") {
  HangingProgram hanging;
  {
    auto program = Program::start({hanging.path()});
    REQUIRE(program.has_value());
    hanging.await();
    CHECK_FALSE(program->ended().has_value());
    const Program moved = std::move(*program);
    CHECK_FALSE(program->ended().has_value());
  }
  CHECK(hanging.is_gone());
}
