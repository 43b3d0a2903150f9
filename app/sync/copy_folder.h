// buurtpeil-sync copy: a folder with a copy of a store and the CSV files made of it. The kiosk
// starts it for its staff, as a program of its own, so that a disk that hangs holds up nothing else.
#pragma once

#include <filesystem>
#include <string>

#include "sync/outcome.h"

namespace buurtpeil::sync {

/// Its exit code when there was no room on the disk; 1 for everything else that went wrong.
inline constexpr int exit_code_disk_full = 3;

struct CopyRequest {
  std::filesystem::path store;   ///< may be in use; the visit in progress is not copied
  std::filesystem::path folder;  ///< must not be there yet; the folder above it must
  std::string name = "";         ///< of the store's copy; "": the store's own
  bool with_csv = true;
};

/// The verb. The folder appears whole or not at all, and is on the disk when this returns: the disk may be
/// pulled out. Nothing but what it is to hold is ever written there. What an earlier attempt left beside it
/// when the power failed (hidden folders, .buurtpeil-*.partial) is cleared away.
[[nodiscard]] Outcome copy_to_folder(const CopyRequest& request);

}  // namespace buurtpeil::sync
