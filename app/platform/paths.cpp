#include "platform/paths.h"

#include <pwd.h>
#include <unistd.h>

#include <cstdlib>

namespace buurtpeil {
namespace {

namespace fs = std::filesystem;

fs::path absolute_from(const char* variable) {
  const char* value = std::getenv(variable);
  const fs::path path = value ? value : "";
  return path.is_absolute() ? path : fs::path{};
}

fs::path home() {
  if (fs::path path = absolute_from("HOME"); !path.empty()) return path;
  const passwd* user = getpwuid(getuid());  // a service may run without HOME
  return user ? user->pw_dir : "/";
}

fs::path folder_of(const char* variable, const char* instead) {
  const fs::path path = absolute_from(variable);
  return path.empty() ? home() / instead : path;
}

}  // namespace

fs::path config_home() { return folder_of("XDG_CONFIG_HOME", ".config"); }
fs::path data_home() { return folder_of("XDG_DATA_HOME", ".local/share"); }

}  // namespace buurtpeil
