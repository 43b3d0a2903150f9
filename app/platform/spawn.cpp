#include "platform/spawn.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace buurtpeil {
namespace {

/// What a program starts with: no input, its output thrown away, stderr to our pipe, SIGPIPE as it is by
/// default (ours is ignored, which it would inherit), and a process group of its own.
class StartingPoint {
 public:
  explicit StartingPoint(int errors) {
    try_to(posix_spawn_file_actions_init(&actions));
    try_to(posix_spawnattr_init(&attributes));
    try_to(posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0));
    try_to(posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0));
    try_to(posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO));
    sigset_t defaults;
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    try_to(posix_spawnattr_setsigdefault(&attributes, &defaults));
    try_to(posix_spawnattr_setpgroup(&attributes, 0));
    try_to(posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP));
  }
  StartingPoint(const StartingPoint&) = delete;
  StartingPoint& operator=(const StartingPoint&) = delete;
  ~StartingPoint() {
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
  }

  posix_spawn_file_actions_t actions{};
  posix_spawnattr_t attributes{};
  int error = 0;  ///< of the first that failed; no memory, as a rule

 private:
  void try_to(int result) {
    if (error == 0) error = result;
  }
};

}  // namespace

std::expected<Spawned, std::string> spawn(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return std::unexpected(std::strerror(errno));
  Spawned child{.errors = ends[0]};
  int failed = 0;
  {
    const StartingPoint start{ends[1]};
    failed = start.error;
    // Our end alone: the program waits when it writes more than we have read.
    if (failed == 0 && ::fcntl(child.errors, F_SETFL, O_NONBLOCK) != 0) failed = errno;
    if (failed == 0)
      failed = ::posix_spawnp(&child.id, arguments.front(), &start.actions, &start.attributes,
                              arguments.data(), environ);
  }
  ::close(ends[1]);
  if (failed == 0) return child;
  ::close(ends[0]);
  return std::unexpected(std::strerror(failed));
}

int end_of(pid_t program) {
  int status = 0;
  while (::waitpid(program, &status, 0) < 0 && errno == EINTR) {
  }
  return code_of(status);
}

int code_of(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

}  // namespace buurtpeil
