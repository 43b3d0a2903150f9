// The answers, copied to a disk that somebody plugged in: a folder that appears there whole or not at all,
// with a copy of the store and, unless the kiosk is sealed, the CSV files made of it.
//
// buurtpeil-sync does it, a program of its own, because a disk that hangs stops whoever waits for it, and
// cannot be interrupted: the kiosk goes on meanwhile, and can end. `limit_s` 900: a store of 500 MB and its
// CSV take three to four minutes to a slow stick (5 MB/s); what is not through after fifteen never will be.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>

#include "form/moment.h"
#include "kiosk/config.h"
#include "platform/program.h"

namespace buurtpeil {

struct UsbExportFault {
  enum class Kind { no_disk, full, failed } kind = Kind::failed;
  std::string log;  ///< for the log; never an answer
};

class UsbExport {
 public:
  static constexpr int limit_s = 900;

  /// Begins to copy the store of `config` to a new folder "buurtpeil-KIOSK-2026-03-01-1904" on the first
  /// writable disk under `export_dirs`. When it goes out of scope the copy is ended, and what there is of it
  /// is cleared away by the next one.
  [[nodiscard]] static std::expected<UsbExport, UsbExportFault> begin(const Config& config, Moment now);

  using Result = std::expected<std::filesystem::path, UsbExportFault>;
  /// The folder, once everything is on the disk, or why there is none; nothing while it is being made. Comes
  /// once.
  [[nodiscard]] std::optional<Result> result(Moment now);

 private:
  UsbExport(Program program, std::filesystem::path folder, const Config& config, Moment now)
      : program_(std::move(program)),
        folder_(std::move(folder)),
        is_disk_(config.is_disk),
        begun_ms_(now.monotonic_ms) {}
  [[nodiscard]] Result result_of(const ProgramEnd& end) const;
  Program program_;
  std::filesystem::path folder_;
  bool (*is_disk_)(const std::filesystem::path&);
  std::int64_t begun_ms_;
};

}  // namespace buurtpeil
