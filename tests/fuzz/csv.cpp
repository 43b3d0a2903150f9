// Any bytes as .csv, with sheets (a form) and without (attached data).
#include "form/read/grid.h"
#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = buurtpeil::fuzz::text_of(data, size);
  std::vector<buurtpeil::Problem> problems;
  (void)buurtpeil::read_csv(bytes, problems);
  (void)buurtpeil::read_plain_csv(bytes);
  return 0;
}
