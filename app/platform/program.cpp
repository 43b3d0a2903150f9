#include "platform/program.h"

#include <signal.h>
#include <sys/poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

extern "C" {  // Debian 12's header forgets to say so
#include <sys/pidfd.h>
}

#include "platform/spawn.h"

namespace buurtpeil {
namespace {

constexpr std::size_t output_limit_bytes = 4096;
constexpr int patience_ms = 100;

/// Waits until the program has ended, at most so long; -1: for ever.
void wait_for_end(pid_t id, int at_most_ms) {
  pollfd handle{::pidfd_open(id, 0), POLLIN, 0};
  if (handle.fd < 0) return;
  while (::poll(&handle, 1, at_most_ms) < 0 && errno == EINTR) {
  }
  ::close(handle.fd);
}

}  // namespace

std::expected<Program, std::string> Program::start(const std::vector<std::string>& words) {
  const auto child = spawn(words);
  if (!child) return std::unexpected(words.front() + ": " + child.error());
  return Program{child->id, child->errors};
}

Program::Program(Program&& other) noexcept
    : id_(std::exchange(other.id_, -1)),
      errors_(std::exchange(other.errors_, -1)),
      said_(std::move(other.said_)) {}

Program::~Program() {
  if (id_ >= 0) {
    ::kill(-id_, SIGKILL);  // not reaped yet, so its id cannot be that of another process
    wait_for_end(id_, patience_ms);
    ::waitpid(id_, nullptr, WNOHANG);
  }
  if (errors_ >= 0) ::close(errors_);
}

std::optional<ProgramEnd> Program::ended() {
  if (id_ < 0) return std::nullopt;
  read_errors();
  int status = 0;
  if (::waitpid(id_, &status, WNOHANG) != id_) return std::nullopt;
  id_ = -1;
  read_errors();
  return ProgramEnd{code_of(status), said_};
}

void Program::read_errors() {
  std::array<char, 1024> part{};
  while (true) {
    const ssize_t size = ::read(errors_, part.data(), part.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return;
    if (said_.size() < output_limit_bytes) said_.append(part.data(), static_cast<std::size_t>(size));
  }
}

}  // namespace buurtpeil
