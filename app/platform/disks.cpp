#include "platform/disks.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <iterator>

namespace buurtpeil {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> folders_in(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code code;
  for (auto entry = fs::directory_iterator(folder, code); !code && entry != fs::directory_iterator();
       entry.increment(code))
    if (std::error_code ignored; entry->is_directory(ignored)) found.push_back(entry->path());
  return found;
}

}  // namespace

bool is_mounted(const fs::path& folder) {
  struct stat here{}, above{};
  return ::lstat(folder.c_str(), &here) == 0 && S_ISDIR(here.st_mode) &&
         ::stat((folder / "..").c_str(), &above) == 0 && here.st_dev != above.st_dev;
}

std::optional<fs::path> first_writable_disk(const std::vector<fs::path>& places,
                                            bool (*is_disk)(const fs::path&)) {
  std::vector<fs::path> found;
  for (const fs::path& place : places)
    for (const fs::path& folder : folders_in(place)) {
      found.push_back(folder);
      std::ranges::copy(folders_in(folder), std::back_inserter(found));
    }
  std::ranges::sort(found);
  const auto disk = std::ranges::find_if(found, [&](const fs::path& folder) {
    return is_disk(folder) && ::access(folder.c_str(), W_OK | X_OK) == 0;
  });
  return disk == found.end() ? std::nullopt : std::optional{*disk};
}

std::optional<std::uint64_t> free_bytes(const fs::path& path) {
  std::error_code code;
  const fs::space_info space = fs::space(path, code);
  if (code) return std::nullopt;
  return space.available;
}

}  // namespace buurtpeil
