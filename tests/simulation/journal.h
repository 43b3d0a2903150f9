// What happened in the simulation of one seed, in memory that the process which runs the seed shares with the
// one that reports: a crash takes nothing of it away.
#pragma once

#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdio>
#include <string>

namespace buurtpeil::simulation {

/// Counted over all seeds.
struct Figures {
  long events = 0, screens = 0, forms = 0, walks = 0, restarts = 0, power_losses = 0, failed_writes = 0;
  long deletions = 0, finished = 0, abandoned = 0, exports = 0, staff = 0;

  void add(const Figures& more) {
    events += more.events, screens += more.screens, forms += more.forms, walks += more.walks;
    restarts += more.restarts, power_losses += more.power_losses, failed_writes += more.failed_writes;
    deletions += more.deletions, finished += more.finished, abandoned += more.abandoned;
    exports += more.exports, staff += more.staff;
  }
};

struct Journal {
  static constexpr std::size_t kept = 15, longest_line = 400;

  Figures figures;
  std::array<std::array<char, longest_line>, kept> lines{};
  std::array<char, 16'384> form{};
  std::array<char, 8'192> broken{};  ///< which promise; empty when all is well
  long next = 0;

  static Journal& shared() {
    void* memory =
        ::mmap(nullptr, sizeof(Journal), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert(memory != MAP_FAILED);
    return *new (memory) Journal{};
  }

  template <std::size_t size>
  static void put(std::array<char, size>& into, const std::string& text) {
    std::snprintf(into.data(), size, "%s", text.c_str());
  }

  void note(const std::string& event) {
    put(lines[static_cast<std::size_t>(next++) % kept], std::to_string(figures.events) + ". " + event);
  }

  [[nodiscard]] std::string report() const {
    std::string text = std::string{"The form:\n"} + form.data() + "The last events:\n";
    for (long line = std::max(0L, next - static_cast<long>(kept)); line < next; ++line)
      text += std::string{"  "} + lines[static_cast<std::size_t>(line) % kept].data() + "\n";
    return text + broken.data();
  }
};

}  // namespace buurtpeil::simulation
