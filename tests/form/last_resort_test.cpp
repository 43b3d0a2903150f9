// The last resort of both programs: a sentence without anybody's data, and an exit code.
#include "form/last_resort.h"

#include <doctest/doctest.h>

#include <array>
#include <new>
#include <stdexcept>

using namespace buurtpeil;

namespace {

/// "CODE WHAT IT SAID"
std::string end_of(const std::function<int()>& work) {
  std::FILE* log = std::tmpfile();
  REQUIRE(log != nullptr);
  const int code = with_last_resort("buurtpeil", work, log);
  REQUIRE(std::fseek(log, 0, SEEK_SET) == 0);
  std::array<char, 400> said{};
  const std::size_t size = std::fread(said.data(), 1, said.size(), log);
  std::fclose(log);
  return std::to_string(code) + " " + std::string(said.data(), size);
}

}  // namespace

TEST_CASE("whatever is thrown out of a program is one sentence, which quotes nothing, and code 1") {
  CHECK(end_of([] { return 7; }) == "7 ");
  CHECK(end_of([]() -> int { throw std::bad_alloc{}; }) ==
        "1 buurtpeil: there is not enough memory; end other programs and start again\n");
  CHECK(end_of([]() -> int { throw std::out_of_range{"Geheim"}; }) ==
        "1 buurtpeil: ended by a fault of the program itself (St12out_of_range); report it\n");
  CHECK(end_of([]() -> int { throw "Geheim"; }) ==
        "1 buurtpeil: ended by a fault of the program itself; report it\n");
}
