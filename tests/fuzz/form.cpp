// Any text as a form: read, checked, compiled. After a line "=== NAME" follows an attached file.
#include <map>

#include "form/form.h"
#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::string_view mark = "\n=== ";
  std::string_view rest = buurtpeil::fuzz::text_of(data, size);
  const auto take_piece = [&] {
    const std::size_t end = rest.find(mark);
    const std::string_view piece = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + mark.size());
    return piece;
  };
  std::string source(take_piece());
  std::map<std::string, std::string> attachments;
  while (!rest.empty()) {
    const std::string_view piece = take_piece();
    const std::size_t line = piece.find('\n');
    if (line != std::string_view::npos)
      attachments[std::string(piece.substr(0, line))] = piece.substr(line + 1);
  }
  const buurtpeil::LoadedForm loaded =
      buurtpeil::load_form_from_bytes("fuzz.md", std::move(source), std::move(attachments));
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
