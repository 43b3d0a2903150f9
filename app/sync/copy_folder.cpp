#include "sync/copy_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <vector>

#include "store/store.h"
#include "sync/export.h"

namespace buurtpeil::sync {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t too_little_bytes = 1024 * 1024;
constexpr const char* partial = ".partial";

/// Waits until all that was written to the disk of `folder` is on it.
bool flush_disk(const fs::path& folder) {
  const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return false;
  const bool flushed = ::syncfs(file) == 0;
  ::close(file);
  return flushed;
}

void clear_away_partial(const fs::path& place) {
  std::vector<fs::path> left;
  std::error_code code;
  for (auto entry = fs::directory_iterator(place, code); !code && entry != fs::directory_iterator();
       entry.increment(code)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with(".buurtpeil-") && name.ends_with(partial)) left.push_back(entry->path());
  }
  for (const fs::path& folder : left) fs::remove_all(folder, code);
}

/// "" or what went wrong.
std::string fill(const fs::path& folder, const CopyRequest& request) {
  const fs::path copy = folder / (request.name.empty() ? request.store.filename().string() : request.name);
  if (const auto copied = copy_store(request.store, copy); !copied) return copied.error().message;
  if (!request.with_csv) return "";
  const auto exported = export_stores({.stores = {copy}, .folder = folder, .style = {}}, load_kept_form);
  return exported ? "" : exported.error().message;
}

}  // namespace

Outcome copy_to_folder(const CopyRequest& request) {
  const fs::path folder = fs::absolute(request.folder).lexically_normal(), place = folder.parent_path();
  clear_away_partial(place);
  const fs::path begun = place / ("." + folder.filename().string() + partial);
  const std::string not_flushed =
      fmt::format("{}: cannot be written to its end; use another disk", place.string());
  const auto cannot = [](const fs::path& path, const std::error_code& why) {
    return fmt::format("{}: cannot be made ({}); choose another folder", path.string(), why.message());
  };
  std::string fault;
  std::error_code code;
  if (fs::exists(folder, code))
    fault = fmt::format("{}: is there already; choose another folder", folder.string());
  else if (!fs::create_directory(begun, code))
    fault = cannot(begun, code);
  if (fault.empty()) fault = fill(begun, request);
  if (fault.empty() && !flush_disk(begun)) fault = not_flushed;
  if (fault.empty())
    if (fs::rename(begun, folder, code); code) fault = cannot(folder, code);
  if (fault.empty() && !flush_disk(place)) fault = not_flushed;
  if (fault.empty()) return {.exit_code = 0, .out = folder.string() + "\n", .err = ""};

  const fs::space_info space = fs::space(place, code);
  const bool full = !code && space.available < too_little_bytes;
  fs::remove_all(begun, code);
  return {.exit_code = full ? exit_code_disk_full : 1, .out = "", .err = fault + "\n"};
}

}  // namespace buurtpeil::sync
