// Disks that somebody plugged in. Mounting them is the system's job.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace buurtpeil {

/// A file system is mounted there: the folder is on another device than the one above it. One that is reached
/// through a link is not: it is found where it is.
[[nodiscard]] bool is_mounted(const std::filesystem::path& folder);

/// The first disk under `places` that this program may write to, one or two levels below (/media/usb,
/// /media/somebody/USB), by name. A folder where none is mounted is none: what is written there stays on this
/// machine. Tests say what a disk is.
[[nodiscard]] std::optional<std::filesystem::path> first_writable_disk(
    const std::vector<std::filesystem::path>& places,
    bool (*is_disk)(const std::filesystem::path&) = is_mounted);

/// Bytes that are free where `path` is; nothing when that cannot be asked.
[[nodiscard]] std::optional<std::uint64_t> free_bytes(const std::filesystem::path& path);

}  // namespace buurtpeil
