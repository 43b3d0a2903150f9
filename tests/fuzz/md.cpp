// Any bytes as Markdown tables.
#include "form/read/grid.h"
#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<buurtpeil::Problem> problems;
  (void)buurtpeil::read_md(buurtpeil::fuzz::text_of(data, size), problems);
  return 0;
}
