#include "sync/named_form.h"

#include <string>
#include <string_view>
#include <vector>

#include "form/suggestion.h"

namespace buurtpeil::sync {
namespace {

namespace fs = std::filesystem;

// Folders are looked through for a near name so far.
constexpr std::size_t most_names = 1'000;

bool could_be_form(const fs::path& path) {
  const std::string suffix = path.extension().string();
  return suffix == ".xlsx" || suffix == ".csv" || suffix == ".md";
}

std::string suggest_file(const fs::path& path) {
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry{folder, error}; !error && entry != fs::directory_iterator{};
       entry.increment(error))
    if (could_be_form(entry->path()) && names.size() < most_names)
      names.push_back(entry->path().filename().string());
  return did_you_mean(path.filename().string(), std::vector<std::string_view>(names.begin(), names.end()));
}

}  // namespace

LoadedForm load_named(const fs::path& path) {
  std::error_code error;
  if (fs::exists(path, error)) return load_form(path);
  return {.problems = {{.message = "there is no such file" + suggest_file(path)}}};
}

}  // namespace buurtpeil::sync
