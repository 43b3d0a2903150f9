#include "store/sync_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace buurtpeil {

bool sync_folder(const std::filesystem::path& folder) {
  const int file = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return false;
  const bool synced = ::fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP;
  const int reason = errno;
  ::close(file);
  errno = reason;
  return synced;
}

}  // namespace buurtpeil
