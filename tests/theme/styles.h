// Styles written by tests, in a folder that goes with them.
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "support/temporary_folder.h"
#include "theme/load_style.h"

namespace buurtpeil {

/// A style, with the folder left out of an error.
inline std::expected<LoadedStyle, std::string> loaded(const std::map<std::string, std::string>& files,
                                                      const std::string& name) {
  const TemporaryFolder folder;
  for (const auto& [file, text] : files) std::ofstream{folder.path() / file, std::ios::binary} << text;
  auto style = load_style(folder.path() / name);
  if (style) return style;
  std::string error = style.error();
  const std::string prefix = (folder.path() / "").string();
  for (std::size_t at = 0; (at = error.find(prefix, at)) != std::string::npos;)
    error.erase(at, prefix.size());
  return std::unexpected(error);
}

}  // namespace buurtpeil
