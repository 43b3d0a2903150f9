#include "platform/program.h"

#include <unistd.h>

#include <array>
#include <cerrno>

#include "platform/spawn.h"

namespace buurtpeil {
namespace {

constexpr std::size_t output_limit_bytes = 4096;

/// Reads to the end, so that the program never waits for us.
std::string all_of(int pipe) {
  std::string said;
  std::array<char, 1024> part{};
  while (true) {
    const ssize_t size = ::read(pipe, part.data(), part.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return said;
    if (said.size() < output_limit_bytes) said.append(part.data(), static_cast<std::size_t>(size));
  }
}

}  // namespace

std::expected<ProgramEnd, std::string> run_program(const std::vector<std::string>& words) {
  const auto child = spawn(words, Group::ours);
  if (!child) return std::unexpected(words.front() + ": " + child.error());
  ProgramEnd end;
  end.said = all_of(child->errors);
  ::close(child->errors);
  end.code = end_of(child->id);
  return end;
}

}  // namespace buurtpeil
