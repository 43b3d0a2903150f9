// The token packages of real municipalities and ministries: tests/theme/packages installs them, names them in
// BUURTPEIL_STYLES, a line each with a name and a file, and runs this.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "support/needs.h"
#include "theme/contrasts.h"
#include "theme/load_style.h"

using namespace buurtpeil;

TEST_CASE("each package's style loads, and every pair of every contrast holds" *
          needs_variable{"BUURTPEIL_STYLES"}) {
  const char* styles = std::getenv("BUURTPEIL_STYLES");
  std::istringstream lines{styles};
  int count = 0;
  for (std::string name, file; lines >> name >> file; ++count) {
    const auto loaded = load_style(file);
    REQUIRE_MESSAGE(loaded, (loaded ? "" : loaded.error()));
    CHECK_MESSAGE(failing(loaded->style) == "", name);
    std::string found;
    for (const Finding& finding : loaded->findings)
      if (!finding.token.empty()) found += fmt::format(" {} {},", finding.role, finding.value);
    const auto has = [&](const char* role) {
      const auto at = std::ranges::find(loaded->findings, role, &Finding::role);
      return at != loaded->findings.end() && !at->token.empty();
    };
    for (const char* role : {"paper", "ink", "accent"}) CHECK_MESSAGE(has(role), name << " has no " << role);
    fmt::print("{}: {} tokens,{} {} moved\n", name, loaded->tokens, found, loaded->moved.size());
  }
  CHECK(count >= 5);
}
