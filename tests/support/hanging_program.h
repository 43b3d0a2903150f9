// A program that hangs, in place of one that a disk or a loudspeaker holds up.
#pragma once

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

extern "C" {  // Debian 12's header forgets to say so
#include <sys/pidfd.h>
}

#include "support/process.h"
#include "support/temporary_folder.h"

namespace buurtpeil {

/// A script that starts another one, says that it is there, and then waits for what never comes.
class HangingProgram {
 public:
  HangingProgram() {
    REQUIRE(::mkfifo((folder_ / "told").c_str(), 0600) == 0);
    REQUIRE(::mkfifo((folder_ / "never").c_str(), 0600) == 0);
    told_ = ::open((folder_ / "told").c_str(), O_RDWR | O_CLOEXEC);
    std::ofstream{path()} << "#!/bin/sh\n(read x <" << (folder_ / "never") << ") &\necho $$ $! >"
                          << (folder_ / "told") << "\nread x <" << (folder_ / "never") << "\n";
    std::filesystem::permissions(path(), std::filesystem::perms::owner_all);
  }
  HangingProgram(const HangingProgram&) = delete;
  HangingProgram& operator=(const HangingProgram&) = delete;
  ~HangingProgram() { ::close(told_); }

  [[nodiscard]] std::filesystem::path path() const { return folder_ / "program"; }

  /// Waits until it hangs.
  void await() {
    std::string line;
    for (char letter = 0; ::read(told_, &letter, 1) == 1 && letter != '\n';) line += letter;
    id_ = std::stoi(line);
    other_ = std::stoi(line.substr(line.find(' ')));
  }
  /// It has been ended, and what it started too.
  [[nodiscard]] bool is_gone() const { return is_gone(id_) && is_gone(other_); }

 private:
  static bool is_gone(pid_t id) {
    pollfd handle{::pidfd_open(id, 0), POLLIN, 0};
    if (handle.fd < 0) return true;
    const bool ended = ::poll(&handle, 1, patience_ms) == 1;
    ::close(handle.fd);
    return ended;
  }
  TemporaryFolder folder_;
  int told_ = -1;
  pid_t id_ = -1, other_ = -1;
};

}  // namespace buurtpeil
