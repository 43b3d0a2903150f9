#include "platform/screenshot.h"

#include <fmt/format.h>
#include <png.h>

#include <cassert>
#include <system_error>

namespace buurtpeil {

std::expected<void, std::string> write_png(const std::filesystem::path& path, int width, int height,
                                           const std::vector<std::uint8_t>& rgb) {
  assert(rgb.size() == static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
  const std::filesystem::path temporary = path.string() + ".part";
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(width);
  image.height = static_cast<png_uint_32>(height);
  image.format = PNG_FORMAT_RGB;
  std::string reason;
  if (!png_image_write_to_file(&image, temporary.c_str(), 0, rgb.data(), -3 * width,
                               nullptr)) {  // a negative stride: bottom row first
    reason = image.message;
  } else {
    std::error_code error;
    std::filesystem::rename(temporary, path, error);
    if (error) reason = error.message();
  }
  if (reason.empty()) return {};
  std::error_code ignored;
  std::filesystem::remove(temporary, ignored);
  return std::unexpected(
      fmt::format("{}: the screenshot cannot be written ({}); check the folder and its free space",
                  path.string(), reason));
}

}  // namespace buurtpeil
