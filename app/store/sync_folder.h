// Makes new and changed names of files durable.
#pragma once

#include <filesystem>

namespace buurtpeil {

/// Waits until the names in this folder are on the disk. A file system that cannot be asked (EINVAL) keeps
/// them by itself. False when the disk fails; errno says how. "" is the current folder.
[[nodiscard]] bool sync_folder(const std::filesystem::path& folder);

}  // namespace buurtpeil
