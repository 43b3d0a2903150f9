#include "theme/assets_folder.h"

#include <cstdlib>

namespace buurtpeil {

std::filesystem::path executable_folder() {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path();
}

std::filesystem::path assets_folder() {
  const char* assets = std::getenv("BUURTPEIL_ASSETS");
  if (assets != nullptr && *assets != '\0') return assets;
  return executable_folder().parent_path() / "share" / "buurtpeil";
}

}  // namespace buurtpeil
