// Any text as a form, and a visitor who does anything with it.
#include <functional>

#include "fuzz_form.h"
#include "support/random_visitor.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const buurtpeil::LoadedForm loaded = buurtpeil::fuzz::load(data, size);
  if (!loaded.form) return -1;  // nothing to learn from it here
  const auto seed =
      static_cast<unsigned>(std::hash<std::string_view>{}(buurtpeil::fuzz::text_of(data, size)));
  const std::string difference = buurtpeil::walk(*loaded.form, seed, 20);
  buurtpeil::fuzz::must(difference.empty(), difference);
  return 0;
}
