// STORE.lock, a file beside the store: it keeps a second writer out, and remembers which responses are to be
// erased until they are.
//
// A visitor who wants their answers deleted must not find them kept because the disk was full or failing
// just then, or the program was killed. Whatever the store itself does needs room on the disk. So the wish
// is noted here first: the file has its full size, 512 written and synced bytes, from the moment the store
// was opened, and a note overwrites them in place: no room is needed, and a sector is written whole or not at
// all. (File systems that copy on write, btrfs or ZFS, take a new block even so.) Where this fails too, on a
// disk that takes no write at all, only the caller still knows of the wish.
#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "form/error.h"

namespace buurtpeil {

class WriterLock {
 public:
  /// Makes the file and takes the lock, which the destructor lets go, or the end of the process. Not a lock
  /// on the store's own file: closing that would drop SQLite's locks.
  [[nodiscard]] static std::expected<WriterLock, Error> take(const std::filesystem::path& store);
  WriterLock(WriterLock&& other) noexcept;
  WriterLock& operator=(WriterLock&&) = delete;
  ~WriterLock();

  /// Ids of the responses that are to be erased.
  [[nodiscard]] const std::vector<std::string>& to_erase() const { return to_erase_; }
  /// Notes one more. It is on the disk when this returns true.
  [[nodiscard]] bool note(const std::string& response_id);
  /// They are erased. A note that comes back after a power failure does no harm: ids are never used again.
  void forget();

 private:
  explicit WriterLock(int file) : file_(file) {}
  [[nodiscard]] bool write() const;
  int file_;
  std::vector<std::string> to_erase_;
};

}  // namespace buurtpeil
