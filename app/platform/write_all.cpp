#include "platform/write_all.h"

#include <signal.h>
#include <unistd.h>

#include <cerrno>

namespace buurtpeil {

bool write_all(int file_descriptor, std::string_view text) {
  signal(SIGPIPE, SIG_IGN);  // for good: nothing of ours lives from that signal
  while (!text.empty()) {
    const ssize_t part = ::write(file_descriptor, text.data(), text.size());
    if (part < 0 && errno == EINTR) continue;
    if (part <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(part));
  }
  return true;
}

}  // namespace buurtpeil
