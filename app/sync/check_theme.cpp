#include "sync/check_theme.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "theme/load_style.h"

namespace buurtpeil::sync {
namespace {

/// "  accent          #06474C    --utrecht-button-primary-action-background-color"
std::string line_of(const Finding& finding) {
  return fmt::format("  {:<15} {:<10} {}\n", finding.role, finding.value, finding.token);
}

std::string missing_in(const LoadedStyle& loaded) {
  std::string missing;
  for (const Finding& finding : loaded.findings)
    if (finding.token.empty()) missing += (missing.empty() ? "" : ", ") + finding.role;
  return missing;
}

}  // namespace

Outcome check_theme(const std::filesystem::path& file) {
  const auto loaded = load_style(file);
  if (!loaded) return {.exit_code = 1, .out = loaded.error() + "\n", .err = ""};
  Outcome outcome;
  for (const Finding& finding : loaded->findings)
    if (!finding.token.empty()) outcome.out += line_of(finding);
  if (const std::string missing = missing_in(*loaded); !missing.empty())
    outcome.out += fmt::format("  made of the rest: {}\n", missing);
  const std::string name = file.string();
  for (const std::string& remark : loaded->remarks) outcome.out += fmt::format("{}: {}\n", name, remark);
  for (const MovedColour& moved : loaded->moved) outcome.out += fmt::format("{}: {}\n", name, to_line(moved));
  const std::size_t count = loaded->moved.size();
  const std::string tokens = loaded->tokens == 0 ? "" : fmt::format("{} tokens; ", loaded->tokens);
  outcome.out += fmt::format("{}: {}{}\n", name, tokens,
                             count == 0   ? "every colour is shown as it is"
                             : count == 1 ? "1 colour is moved for contrast"
                                          : fmt::format("{} colours are moved for contrast", count));
  return outcome;
}

}  // namespace buurtpeil::sync
