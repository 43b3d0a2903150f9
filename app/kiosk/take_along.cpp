#include "kiosk/take_along.h"

#include "platform/disks.h"
#include "platform/paths.h"
#include "platform/program.h"

namespace buurtpeil {
namespace {

namespace fs = std::filesystem;
using Kind = TakeAlongFault::Kind;

constexpr std::uint64_t too_little_bytes = 1024 * 1024;
constexpr const char* partial = ".partial";

std::string folder_name(const Config& config, Moment now) {
  const std::string time = to_iso_local(now);  // 2026-03-01T19:04:07.123+01:00
  return "buurtpeil-" + config.kiosk + (config.kind == StoreKind::trial ? "-trial-" : "-") +
         time.substr(0, 10) + "-" + time.substr(11, 2) + time.substr(14, 2);
}

void clear_away_partial(const fs::path& disk) {
  std::vector<fs::path> left;
  std::error_code code;
  for (auto entry = fs::directory_iterator(disk, code); !code && entry != fs::directory_iterator();
       entry.increment(code)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with(".buurtpeil-") && name.ends_with(partial)) left.push_back(entry->path());
  }
  for (const fs::path& folder : left) fs::remove_all(folder, code);
}

/// "" or what went wrong.
std::string fill(const fs::path& folder, const Config& config) {
  const fs::path copy = folder / (config.kiosk + ".db");
  if (const auto copied = copy_store(config.store, copy); !copied) return copied.error().message;
  if (config.sealed) return "";
  const auto ended =
      run_program({executable_folder() / "buurtpeil-sync", "export", copy.string(), "--to", folder.string()});
  if (!ended) return ended.error();
  return ended->code == 0 ? "" : ended->said.empty() ? "buurtpeil-sync failed" : ended->said;
}

}  // namespace

std::expected<fs::path, TakeAlongFault> take_along(const Config& config, Moment now) {
  const auto disk = first_writable_folder(config.export_dirs);
  if (!disk) return std::unexpected(TakeAlongFault{Kind::no_disk, "no writable disk under export_dirs"});
  clear_away_partial(*disk);
  const std::string wished = folder_name(config, now);
  fs::path folder = *disk / wished;
  std::error_code code;
  for (int number = 2; fs::exists(folder, code); ++number)
    folder = *disk / (wished + "-" + std::to_string(number));
  const fs::path begun = *disk / ("." + folder.filename().string() + partial);

  std::string fault;
  if (!fs::create_directory(begun, code)) fault = begun.string() + ": " + code.message();
  if (fault.empty()) fault = fill(begun, config);
  if (fault.empty() && !flush_disk(begun)) fault = disk->string() + ": cannot be written to its end";
  if (fault.empty())
    if (fs::rename(begun, folder, code); code) fault = folder.string() + ": " + code.message();
  if (fault.empty() && !flush_disk(*disk)) fault = disk->string() + ": cannot be written to its end";
  if (fault.empty()) return folder;

  const bool full = free_bytes(*disk).value_or(too_little_bytes) < too_little_bytes;
  fs::remove_all(begun, code);
  return std::unexpected(TakeAlongFault{full ? Kind::full : Kind::failed, fault});
}

}  // namespace buurtpeil
