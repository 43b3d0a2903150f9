#include "platform/signals.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <atomic>
#include <cassert>
#include <cerrno>
#include <thread>

namespace buurtpeil {
namespace {

constexpr char asked = 'a', over = 'o';
int pipe_ends[2] = {-1, -1};

// A handler may do next to nothing; a thread that reads the pipe does the rest.
void handle(int) {
  const int error = errno;
  [[maybe_unused]] const auto written = write(pipe_ends[1], &asked, 1);
  errno = error;
}

}  // namespace

struct EndSignals::State {
  std::atomic<bool> end_asked = false;
  struct sigaction old_term{}, old_int{};
  std::thread reader;

  void read_pipe() {
    char what = 0;
    while (read(pipe_ends[0], &what, 1) == 1 || errno == EINTR) {
      if (what == over) return;
      end_asked = true;
      glfwPostEmptyEvent();  // allowed from any thread; without a window it does nothing
    }
  }
};

EndSignals::EndSignals() : state_(std::make_unique<State>()) {
  assert(pipe_ends[0] == -1 && "one EndSignals in a process");
  [[maybe_unused]] const int made = pipe2(pipe_ends, O_CLOEXEC);
  assert(made == 0);
  struct sigaction action{};
  action.sa_handler = handle;
  action.sa_flags = SA_RESTART;
  sigaction(SIGTERM, &action, &state_->old_term);
  sigaction(SIGINT, &action, &state_->old_int);
  state_->reader = std::thread([state = state_.get()] { state->read_pipe(); });
}

EndSignals::~EndSignals() {
  sigaction(SIGTERM, &state_->old_term, nullptr);
  sigaction(SIGINT, &state_->old_int, nullptr);
  [[maybe_unused]] const auto written = write(pipe_ends[1], &over, 1);
  state_->reader.join();
  close(pipe_ends[0]);
  close(pipe_ends[1]);
  pipe_ends[0] = pipe_ends[1] = -1;
}

bool EndSignals::end_asked() const { return state_->end_asked; }

}  // namespace buurtpeil
