// A picture as a PNG file.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <vector>

namespace buurtpeil {

/// Writes `rgb`, three bytes a pixel, the bottom row first as OpenGL reads it. Under a temporary name in the
/// same folder first, so that nobody meets half a file; an old file of that name is replaced.
[[nodiscard]] std::expected<void, std::string> write_png(const std::filesystem::path& path, int width,
                                                         int height, const std::vector<std::uint8_t>& rgb);

}  // namespace buurtpeil
