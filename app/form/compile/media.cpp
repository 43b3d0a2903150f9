#include "form/compile/media.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <vector>

#include "form/limits.h"
#include "form/strings.h"

namespace buurtpeil {
namespace {

constexpr std::array<std::string_view, 4> picture_endings = {"png", "jpg", "jpeg", "svg"};
constexpr std::array<std::string_view, 5> recording_endings = {"wav", "mp3", "ogg", "oga", "flac"};

std::string suffix_of(const std::string& file) {
  const std::size_t dot = file.rfind('.');
  return dot == std::string::npos ? "" : lower_case(file.substr(dot + 1));
}

void check_kind(Loading& loading, const std::string& file, const Loading::NamedMedia& named) {
  if (named.kind.ends_with("image") && !is_shown(file))
    loading.problems.warning(
        named.cell,
        fmt::format(
            "the picture '{}' is not shown: a kiosk shows .png, .jpg and .svg; save it as one of these",
            file));
  if (named.kind == "audio" && !is_played(file))
    loading.problems.warning(
        named.cell, fmt::format("the recording '{}' is not played: a kiosk plays .mp3, .ogg, .wav and .flac; "
                                "save it as one of these",
                                file));
}

/// In pieces, since a recording may be long. Nothing when it cannot be read or is larger than `most`.
std::optional<std::string> hash_of_file(const std::filesystem::path& path, std::uintmax_t most) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return {};
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  std::vector<char> piece(std::size_t{1} << 16);
  std::uintmax_t sum = 0;
  while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) || file.gcount() > 0) {
    const auto size = static_cast<std::size_t>(file.gcount());
    sum += size;
    if (sum > most) return {};
    crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(piece.data()), size);
  }
  if (file.bad()) return {};
  std::string hash(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256_final(&state, reinterpret_cast<unsigned char*>(hash.data()));
  return hex_of(hash);
}

}  // namespace

void load_media(Loading& loading) {
  Form& form = loading.form;
  std::uintmax_t sum = 0;
  for (const auto& [file, named] : loading.named_media) {
    if (!is_plain_file_name(file)) {
      loading.problems.error(named.cell, fmt::format("'{}' is no name of a file beside the form", file));
      continue;
    }
    check_kind(loading, file, named);
    const auto path = loading.beside.find(file);
    if (!path) {
      form.missing_files.push_back(file);
      loading.problems.missing_file(named.cell, loading.missing_file(file));
      continue;
    }
    if (path->empty()) continue;
    std::error_code error;
    sum += std::filesystem::file_size(*path, error);
    if (error || sum > limits::media_bytes) {
      loading.problems.error(named.cell,
                             fmt::format("the file '{}' cannot be read, or the pictures and recordings are "
                                         "larger than {} MB together",
                                         file, limits::media_bytes >> 20));
      return;
    }
    if (auto hash = hash_of_file(*path, limits::media_bytes)) form.media[file] = {*path, std::move(*hash)};
  }
}

bool is_shown(const std::string& file) {
  return std::ranges::find(picture_endings, suffix_of(file)) != picture_endings.end();
}
bool is_played(const std::string& file) {
  return std::ranges::find(recording_endings, suffix_of(file)) != recording_endings.end();
}

bool is_plain_file_name(const std::string& name) {
  return !name.empty() && name.find_first_of("/\\:") == std::string::npos && name != "." && name != "..";
}

std::string sha256(std::string_view bytes) {
  std::string hash(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()),
                     reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return hash;
}

std::string hex_of(std::string_view bytes) {
  std::string hex;
  for (const char byte : bytes) hex += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return hex;
}

}  // namespace buurtpeil
