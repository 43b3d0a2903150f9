#include "sync/file_names.h"

#include <algorithm>

namespace buurtpeil::sync {
namespace {

constexpr std::size_t longest_stem =
    150;  // file systems allow 255 bytes, with room for suffixes and the temporary name

std::string lower(std::string name) {
  std::ranges::transform(name, name.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return name;
}

}  // namespace

std::string FileNames::take(const std::string& stem, const std::string& suffix) {
  constexpr std::string_view allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
  std::string clean = stem.substr(0, longest_stem);
  std::ranges::replace_if(clean, [&](char c) { return allowed.find(c) == std::string_view::npos; }, '_');
  std::string name = clean + suffix;
  for (int i = 2; !taken_.insert(lower(name)).second; ++i) name = clean + "~" + std::to_string(i) + suffix;
  return name;
}

}  // namespace buurtpeil::sync
