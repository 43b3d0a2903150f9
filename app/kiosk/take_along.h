// The answers, copied to a disk that somebody plugged in: a folder that appears there whole or not at all,
// with a copy of the store and, unless the kiosk is sealed, the CSV files that buurtpeil-sync makes of it.
#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "form/moment.h"
#include "kiosk/config.h"

namespace buurtpeil {

struct TakeAlongFault {
  enum class Kind { no_disk, full, failed } kind = Kind::failed;
  std::string log;  ///< for the log; never an answer
};

/// Copies the store of `config` to a new folder "buurtpeil-KIOSK-2026-03-01-1904" on the first writable disk
/// under `export_dirs`, and gives that folder. Everything is on the disk then. What an earlier attempt left
/// when the power failed (a hidden folder, .partial) is cleared away. Takes long for large stores: call it
/// off the drawing thread.
[[nodiscard]] std::expected<std::filesystem::path, TakeAlongFault> take_along(const Config& config,
                                                                              Moment now);

}  // namespace buurtpeil
