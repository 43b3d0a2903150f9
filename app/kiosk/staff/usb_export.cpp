#include "kiosk/staff/usb_export.h"

#include "platform/disks.h"

namespace buurtpeil {
namespace {

namespace fs = std::filesystem;
using Kind = UsbExportFault::Kind;

constexpr int exit_code_disk_full = 3;  // of buurtpeil-sync copy

std::string folder_name(const Config& config, Moment now) {
  const std::string time = to_iso_local(now);  // 2026-03-01T19:04:07.123+01:00
  return "buurtpeil-" + config.kiosk + (config.kind == StoreKind::trial ? "-trial-" : "-") +
         time.substr(0, 10) + "-" + time.substr(11, 2) + time.substr(14, 2);
}

}  // namespace

std::expected<UsbExport, UsbExportFault> UsbExport::begin(const Config& config, Moment now) {
  const auto disk = first_writable_disk(config.export_dirs, config.is_disk);
  if (!disk) return std::unexpected(UsbExportFault{Kind::no_disk, "no writable disk under export_dirs"});
  const std::string wished = folder_name(config, now);
  fs::path folder = *disk / wished;
  std::error_code code;
  for (int number = 2; fs::exists(folder, code); ++number)
    folder = *disk / (wished + "-" + std::to_string(number));
  std::vector<std::string> words = {
      config.sync_program.string(), "copy", config.store.string(), "--to", folder.string(), "--name",
      config.kiosk + ".db"};
  if (config.sealed) words.emplace_back("--store-only");
  auto program = Program::start(words);
  if (!program) return std::unexpected(UsbExportFault{Kind::failed, program.error()});
  return UsbExport{std::move(*program), folder, config, now};
}

std::optional<UsbExport::Result> UsbExport::result(Moment now) {
  if (const auto end = program_.ended()) return result_of(*end);
  if (now.monotonic_ms - begun_ms_ < limit_s * std::int64_t{1000}) return std::nullopt;
  return std::unexpected(
      UsbExportFault{Kind::failed, folder_.string() + ": not there after 15 minutes; use another disk"});
}

UsbExport::Result UsbExport::result_of(const ProgramEnd& end) const {
  const std::string said = end.said.substr(0, end.said.find_last_not_of('\n') + 1);
  if (end.code == exit_code_disk_full) return std::unexpected(UsbExportFault{Kind::full, said});
  if (end.code != 0)
    return std::unexpected(UsbExportFault{
        Kind::failed, said.empty() ? "buurtpeil-sync ended with " + std::to_string(end.code) : said});
  if (!is_disk_(folder_.parent_path()))
    return std::unexpected(
        UsbExportFault{Kind::failed, folder_.parent_path().string() + ": was pulled out meanwhile"});
  return folder_;
}

}  // namespace buurtpeil
