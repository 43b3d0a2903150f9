// Disks that somebody plugged in. Mounting them is the system's job.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace buurtpeil {

/// The first folder under `places` that this program may write to, one or two levels below (/media/usb,
/// /media/somebody/USB): first those where a disk is mounted, then by name.
[[nodiscard]] std::optional<std::filesystem::path> first_writable_folder(
    const std::vector<std::filesystem::path>& places);

/// Bytes that are free where `path` is; nothing when that cannot be asked.
[[nodiscard]] std::optional<std::uint64_t> free_bytes(const std::filesystem::path& path);

/// Waits until all that was written to the disk of `folder` is on it: it may be pulled out then.
[[nodiscard]] bool flush_disk(const std::filesystem::path& folder);

}  // namespace buurtpeil
