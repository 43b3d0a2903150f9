#include "platform/player.h"

#include <signal.h>
#include <sys/eventfd.h>
#include <sys/poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

extern "C" {  // Debian 12's header forgets to say so
#include <sys/pidfd.h>
}

#include "platform/spawn.h"

namespace buurtpeil {
namespace {

constexpr std::size_t complaint_limit_bytes = 4096;

struct Wish {
  long number = 0;  ///< 0: silence
  std::vector<std::string> command;
};

/// A program that plays, as the head of a process group of its own.
struct Child {
  pid_t id = -1;
  int handle = -1;  ///< readable when it has ended
  int errors = -1;  ///< what it complains of
};

/// The error says why it did not start.
std::string start(const std::vector<std::string>& command, Child& child) {
  const auto spawned = spawn(command);
  if (!spawned) return spawned.error();
  child.id = spawned->id;
  child.errors = spawned->errors;
  child.handle = ::pidfd_open(child.id, 0);
  return "";
}

/// Takes in what the program complains of, without waiting for more.
void read_errors(const Child& child, std::string& said) {
  std::array<char, 1024> part{};
  while (true) {
    const ssize_t size = ::read(child.errors, part.data(), part.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return;
    // The end says why.
    if (said.size() > complaint_limit_bytes) said.erase(0, said.size() - complaint_limit_bytes);
    said.append(part.data(), static_cast<std::size_t>(size));
  }
}

std::string last_line(const std::string& said) {
  const std::size_t end = said.find_last_not_of(" \r\n");
  if (end == std::string::npos) return "";
  const std::size_t start = said.find_last_of("\r\n", end);
  return said.substr(start == std::string::npos ? 0 : start + 1,
                     end - (start == std::string::npos ? -1 : start));
}

/// Kills it with all that it has started, and waits for its end, which comes at once.
int reap(const Child& child) {
  ::kill(-child.id, SIGKILL);  // not reaped yet, so its id cannot be that of another process
  const int code = end_of(child.id);
  if (child.handle >= 0) ::close(child.handle);
  ::close(child.errors);
  return code;
}

}  // namespace

struct Player::State {
  std::function<void()> wake;
  std::string program;
  int wish_event = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);  ///< readable when there is another wish
  std::mutex mutex;
  Wish wish;
  bool unmet = false;  ///< the thread has not taken it yet
  std::optional<Ended> ended;
  std::jthread thread;  // last: it uses all others

  void want(Wish next) {
    const std::lock_guard lock(mutex);
    wish = std::move(next);
    unmet = true;
    ended.reset();
    signal_wish();
  }
  void signal_wish() const {
    const std::uint64_t once = 1;
    [[maybe_unused]] const auto written = ::write(wish_event, &once, sizeof once);
  }
  /// Waits until there is another wish (true) or the child has ended (false).
  [[nodiscard]] bool wait_for_wish(const Child& child, std::string& said) const {
    std::array<pollfd, 3> watched = {
        {{wish_event, POLLIN, 0}, {child.handle, POLLIN, 0}, {child.errors, POLLIN, 0}}};
    while (true) {
      if (::poll(watched.data(), child.id < 0 ? 1 : watched.size(), -1) < 0) continue;
      if (child.id >= 0) read_errors(child, said);
      if (watched[2].revents & POLLHUP) watched[2].fd = -1;  // it closed it, and plays on
      if (watched[0].revents != 0) break;
      if (child.id >= 0 && watched[1].revents != 0) return false;
    }
    return true;
  }
  /// The latest wish if it was not taken yet, else silence. Resets the event.
  [[nodiscard]] Wish next_wish() {
    const std::lock_guard lock(mutex);
    std::uint64_t times = 0;
    [[maybe_unused]] const auto size = ::read(wish_event, &times, sizeof times);
    unmet = false;
    return std::exchange(wish, {});
  }

  void work(const std::stop_token& stop) {
    while (true) {
      const Wish now = next_wish();
      if (stop.stop_requested())
        return;  // asked after the event was read: one event may stand for several wishes
      std::string said;
      if (now.number == 0) {
        (void)wait_for_wish({}, said);
        continue;
      }
      Child child;
      std::string complaint = start(now.command, child);
      if (complaint.empty()) {
        const bool watched = child.handle >= 0;
        const bool unwanted = watched && wait_for_wish(child, said);
        const int code = reap(child);
        if (unwanted) continue;
        if (!watched)
          complaint = "its end cannot be waited for";
        else if (code != 0)
          complaint = said.empty() ? "ended with " + std::to_string(code) : last_line(said);
      }
      if (!complaint.empty()) complaint = now.command.front() + ": " + complaint;
      tell({now.number, complaint});
    }
  }
  void tell(Ended end) {
    {
      const std::lock_guard lock(mutex);
      if (unmet) return;  // a later wish has replaced it
      ended = std::move(end);
    }
    if (wake) wake();
  }
};

Player::Player(std::function<void()> wake, std::string program) : state_(std::make_unique<State>()) {
  state_->wake = std::move(wake);
  state_->program = std::move(program);
  assert(state_->wish_event >= 0);
  state_->thread = std::jthread([state = state_.get()](const std::stop_token& stop) { state->work(stop); });
}

Player::~Player() {
  state_->thread.request_stop();
  state_->signal_wish();
  state_->thread.join();
  ::close(state_->wish_event);
}

void Player::play(long number, const std::string& file, int decibels) {
  assert(number != 0);
  // The whole path: no name can pass for an option or, with its | and *, for anything else.
  std::error_code error;
  state_->want({number,
                {state_->program, "-q", "-V1", "--no-glob", std::filesystem::absolute(file, error).string(),
                 "gain", std::to_string(decibels)}});
}

void Player::stop() { state_->want({}); }

std::optional<Player::Ended> Player::ended() {
  const std::lock_guard lock(state_->mutex);
  return std::exchange(state_->ended, std::nullopt);
}

}  // namespace buurtpeil
