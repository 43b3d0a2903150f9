#include "platform/free_memory.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstddef>
#include <fstream>
#include <string>
#include <vector>

using namespace buurtpeil;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr bool has_systems_memory = false;
#else
constexpr bool has_systems_memory = true;
#endif

long resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  long all = 0, resident = 0;
  statm >> all >> resident;
  return resident * sysconf(_SC_PAGESIZE);
}

}  // namespace

TEST_CASE("pages that nothing is in any more go back to the system" * doctest::skip(!has_systems_memory)) {
  constexpr std::size_t block = 16 << 10, blocks = 2'000;
  std::vector<std::string> memory;
  for (std::size_t i = 0; i < blocks; ++i) memory.emplace_back(block, 'x');
  const std::string last(block, 'x');  // behind them: the heap cannot become shorter
  memory.clear();
  const long before = resident_bytes();
  give_back_free_memory();
  CHECK(before - resident_bytes() > static_cast<long>(block * blocks / 2));
}
