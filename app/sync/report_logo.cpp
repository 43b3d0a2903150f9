#include "sync/report_logo.h"

#include <fmt/format.h>

#include <cstdint>
#include <fstream>
#include <map>
#include <string_view>

#include "form/strings.h"

namespace buurtpeil::sync {
namespace {

constexpr std::size_t most_logo_bytes = 1 << 20;

/// RFC 4648.
std::string base64_of(std::string_view bytes) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::string_view three = bytes.substr(i, 3);
    std::uint32_t bits = 0;
    for (std::size_t j = 0; j < 3; ++j)
      bits = bits << 8 | (j < three.size() ? static_cast<unsigned char>(three[j]) : 0U);
    for (std::size_t j = 0; j < 4; ++j) out += j <= three.size() ? letters[bits >> (18 - 6 * j) & 63] : '=';
  }
  return out;
}

}  // namespace

std::string logo_as_url(const std::filesystem::path& file) {
  static const std::map<std::string, const char*> kinds = {
      {".png", "image/png"}, {".svg", "image/svg+xml"}, {".jpg", "image/jpeg"}, {".jpeg", "image/jpeg"}};
  const auto kind = kinds.find(lower_case(file.extension().string()));
  if (kind == kinds.end()) return "";
  std::ifstream in{file, std::ios::binary};
  std::string bytes(most_logo_bytes + 1, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  if (bytes.empty() || bytes.size() > most_logo_bytes) return "";
  return fmt::format("data:{};base64,{}", kind->second, base64_of(bytes));
}

}  // namespace buurtpeil::sync
