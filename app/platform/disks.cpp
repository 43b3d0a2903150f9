#include "platform/disks.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

namespace buurtpeil {
namespace {

namespace fs = std::filesystem;

bool is_mounted(const fs::path& folder) {
  struct stat here {
  }, above{};
  return ::stat(folder.c_str(), &here) == 0 && ::stat(folder.parent_path().c_str(), &above) == 0 &&
         here.st_dev != above.st_dev;
}

std::vector<fs::path> folders_in(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code code;
  for (auto entry = fs::directory_iterator(folder, code); !code && entry != fs::directory_iterator();
       entry.increment(code))
    if (std::error_code ignored; entry->is_directory(ignored)) found.push_back(entry->path());
  return found;
}

}  // namespace

std::optional<fs::path> first_writable_folder(const std::vector<fs::path>& places) {
  std::vector<std::pair<bool, fs::path>> found;  // false, that is mounted, sorts first
  for (const fs::path& place : places)
    for (const fs::path& folder : folders_in(place)) {
      found.emplace_back(!is_mounted(folder), folder);
      for (const fs::path& deeper : folders_in(folder))
        if (is_mounted(deeper)) found.emplace_back(false, deeper);
    }
  std::ranges::sort(found);
  for (const auto& [unmounted, folder] : found)
    if (::access(folder.c_str(), W_OK | X_OK) == 0) return folder;
  return std::nullopt;
}

std::optional<std::uint64_t> free_bytes(const fs::path& path) {
  std::error_code code;
  const fs::space_info space = fs::space(path, code);
  if (code) return std::nullopt;
  return space.available;
}

bool flush_disk(const fs::path& folder) {
  const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return false;
  const bool flushed = ::syncfs(file) == 0;
  ::close(file);
  return flushed;
}

}  // namespace buurtpeil
