// A full disk, nearly: a limit on how far this process may write into any file.
#pragma once

#include <signal.h>
#include <sys/resource.h>

namespace buurtpeil::test {

/// While it lives no file of this process can be written from that byte on. 0 is a disk that takes no write
/// at all; 512 one where what is there already can be overwritten, at least in the first sector. SQLite calls
/// the write that fails an error of the disk, and what fails when the store is opened anew a lack of room.
class FullDisk {
 public:
  explicit FullDisk(rlim_t writable_bytes = 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit less{writable_bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &less);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;
  ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_{};
};

}  // namespace buurtpeil::test
