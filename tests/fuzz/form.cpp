// Any text as a form: read, checked, compiled.
#include "fuzz_form.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const buurtpeil::LoadedForm loaded = buurtpeil::fuzz::load(data, size);
  using buurtpeil::fuzz::must;
  must(has_errors(loaded.problems) == (loaded.form == nullptr),
       "a form comes without errors, and errors without a form");
  for (const buurtpeil::Problem& problem : loaded.problems) {
    must(!problem.message.empty(), "a problem says something");
    must(to_line("fuzz.md", problem).starts_with("fuzz.md: "), "a problem begins with its file");
  }
  if (loaded.form) must(effort_of(*loaded.form).minutes >= 1, "a form takes at least a minute");
  return 0;
}
