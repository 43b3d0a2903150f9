#include "store/writer_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <sstream>
#include <utility>

#include "store/sync_folder.h"

namespace buurtpeil {
namespace {

namespace fs = std::filesystem;

// One sector: room for twelve ids. More than one comes about only where somebody goes on asking a store that
// refuses every write.
constexpr std::size_t size_bytes = 512;

/// The ids, a line each; whatever else may be in the file is passed over.
std::vector<std::string> ids_in(int file) {
  std::array<char, size_bytes> bytes{};
  const ssize_t size = ::pread(file, bytes.data(), bytes.size(), 0);
  std::istringstream lines{std::string(bytes.data(), size > 0 ? static_cast<std::size_t>(size) : 0)};
  std::vector<std::string> ids;
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("uuid:")) ids.push_back(line);
  return ids;
}

}  // namespace

std::expected<WriterLock, Error> WriterLock::take(const fs::path& store) {
  const std::string path = fs::absolute(store).string() + ".lock";
  const auto unwritable = [&path](int why) {
    return std::unexpected(Error{fmt::format("{}: cannot be written ({}); choose another place for the store",
                                             path, std::strerror(why)),
                                 why == ENOSPC || why == EDQUOT ? Fault::disk_full : Fault::not_writable});
  };
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file < 0) return unwritable(errno);
  WriterLock lock{file};
  if (::flock(file, LOCK_EX | LOCK_NB) != 0)
    return std::unexpected(Error{
        fmt::format("{}: another kiosk is using it; close that one first", store.string()), Fault::in_use});
  lock.to_erase_ = ids_in(file);
  struct stat status{};
  const bool whole = ::fstat(file, &status) == 0 && status.st_size == size_bytes;
  if (!whole && (!lock.write() || !sync_folder(fs::path{path}.parent_path()))) return unwritable(errno);
  return lock;
}

WriterLock::WriterLock(WriterLock&& other) noexcept
    : file_(std::exchange(other.file_, -1)), to_erase_(std::move(other.to_erase_)) {}

WriterLock::~WriterLock() {
  if (file_ >= 0) ::close(file_);
}

bool WriterLock::note(const std::string& response_id) {
  to_erase_.push_back(response_id);
  return write();
}

void WriterLock::forget() {
  to_erase_.clear();
  static_cast<void>(write());
}

bool WriterLock::write() const {
  std::string bytes;
  for (const std::string& id : to_erase_) bytes += id + "\n";
  if (bytes.size() > size_bytes) return false;
  bytes.resize(size_bytes, '\n');
  return ::pwrite(file_, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()) &&
         ::fdatasync(file_) == 0;
}

}  // namespace buurtpeil
