// A whole kiosk, simulated from a seed, with everything hostile at once. Each seed is run by a process of its
// own, so that a crash ends one seed and is reported like any other fault.
//
//   BUURTPEIL_SIMULATION_SEED=12         that seed alone, in this process: for a debugger
//   BUURTPEIL_SIMULATION_SEEDS=1..200    these
//   BUURTPEIL_SIMULATION_MINUTES=60      from the first of the seeds on, for so long
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "simulation/invariants.h"
#include "simulation/visitors.h"
#include "store/fixture.h"

using namespace buurtpeil;
using namespace buurtpeil::simulation;

namespace {

constexpr int most_reported = 3;
// No seed takes a second. One that never ends is a fault, and not a test that hangs.
constexpr unsigned longest_s = 120;

struct Seeds {
  std::uint64_t from = 1, to = 200;
};

std::string setting(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

Seeds wished_seeds() {
  Seeds seeds;
  const std::string range = setting("BUURTPEIL_SIMULATION_SEEDS");
  if (range.empty()) return seeds;
  const std::size_t dots = range.find("..");
  REQUIRE_MESSAGE(dots != std::string::npos, "BUURTPEIL_SIMULATION_SEEDS is a range, 1..200");
  return {std::stoull(range.substr(0, dots)), std::stoull(range.substr(dots + 2))};
}

void run(std::uint64_t seed, const test::Folder& folder, Journal& journal) {
  try {
    simulate(seed, folder.path(), journal);
  } catch (const std::exception& broken) {
    Journal::put(journal.broken, broken.what());
  }
}

/// "" when all is well.
std::string outcome_of(std::uint64_t seed, Journal& journal) {
  journal = {};
  const test::Folder folder;  // here, so that a crash leaves nothing
  std::fflush(stdout);
  const pid_t child = ::fork();
  if (child == 0) {
    for (const int signal : {SIGSEGV, SIGABRT, SIGALRM})
      ::signal(signal, SIG_DFL);  // doctest would catch them
    ::alarm(longest_s);
    run(seed, folder, journal);
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  if (WIFSIGNALED(status))
    Journal::put(journal.broken, fmt::format("the process ended by the signal {}", WTERMSIG(status)));
  else if (WEXITSTATUS(status) != 0)
    Journal::put(journal.broken, fmt::format("the process ended with {}", WEXITSTATUS(status)));
  return journal.broken.front() == '\0' ? "" : journal.report();
}

void print(const Figures& all, std::uint64_t seeds) {
  fmt::print(
      "simulation: {} seeds, {} forms, {} walks to the end, {} events, {} screens, {} restarts ({} by power "
      "loss), "
      "{} failed writes, {} deletions, {} times staff, {} exports, {} finished and {} abandoned responses\n",
      seeds, all.forms, all.walks, all.events, all.screens, all.restarts, all.power_losses, all.failed_writes,
      all.deletions, all.staff, all.exports, all.finished, all.abandoned);
}

}  // namespace

TEST_CASE("a kiosk keeps its promises, whatever the form says and whatever happens") {
  using Clock = std::chrono::steady_clock;
  Journal& journal = Journal::shared();
  if (const std::string seed = setting("BUURTPEIL_SIMULATION_SEED"); !seed.empty()) {
    run(std::stoull(seed), test::Folder{}, journal);
    print(journal.figures, 1);
    CHECK_MESSAGE(journal.broken.front() == '\0', journal.report());
    return;
  }
  const Seeds seeds = wished_seeds();
  const std::string minutes = setting("BUURTPEIL_SIMULATION_MINUTES");
  const auto until = Clock::now() + std::chrono::minutes{minutes.empty() ? 0 : std::stol(minutes)};
  Figures all;
  int reported = 0;
  std::uint64_t seed = seeds.from;
  for (; (minutes.empty() ? seed <= seeds.to : Clock::now() < until) && reported < most_reported; ++seed) {
    const std::string report = outcome_of(seed, journal);
    all.add(journal.figures);
    if (!report.empty()) ++reported;
    CHECK_MESSAGE(report.empty(), "\n", report, "\nagain: TZ=UTC BUURTPEIL_SIMULATION_SEED=", seed,
                  " build/release/bin/test_simulation");
  }
  print(all, seed - seeds.from);
}
