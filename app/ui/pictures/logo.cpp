#include "ui/pictures/logo.h"

#include <fmt/format.h>

#include <fstream>

#include "image/decode.h"

namespace buurtpeil {

std::string complaint_about_logo(const std::filesystem::path& logo) {
  if (logo.empty()) return "";
  std::ifstream in{logo, std::ios::binary};
  std::string bytes(max_picture_bytes + 1, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (in.bad() || in.gcount() == 0) return fmt::format("{}: the logo cannot be read", logo.string());
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  const auto head = read_head(bytes);
  if (!head) return fmt::format("{}: the logo {}", logo.string(), head.error());
  const auto pixels = decode(bytes, head->width, head->height);
  return pixels ? "" : fmt::format("{}: the logo {}", logo.string(), pixels.error());
}

}  // namespace buurtpeil
