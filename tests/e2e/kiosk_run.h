// The real program under a virtual display, as a visitor meets it: tests wait for what --trace says is on the
// screen (app/kiosk/robot/trace.h), touch it with real X events, and read the answers from the exported CSV.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "support/finger.h"
#include "support/process.h"
#include "support/temporary_folder.h"

namespace buurtpeil {

/// One block of the trace: what is on the screen.
struct Shown {
  struct Box {
    float x = 0, y = 0, width = 0, height = 0;
  };
  std::string view, path;
  long frame = 0;
  std::map<std::string, Box> targets;
};

/// A machine with a display: its folder holds configuration, form and store, and outlives the kiosk's runs.
struct Machine {
  VirtualDisplay display;
  TemporaryFolder folder;

  /// `form` is a file of tests/e2e or a path; idle and warning in seconds.
  explicit Machine(const std::string& form = "street.md", int idle_s = 300, int warning_s = 300,
                   const std::string& size = "1280x800");

  [[nodiscard]] std::map<std::string, std::string> environment() const;
  [[nodiscard]] std::string store() const { return folder / "store.db"; }

  /// The CSV that buurtpeil-sync exports now, with keys, times and durations replaced by KEY, UTC, LOCAL and
  /// SECONDS after each was checked: its pattern, that a row has one key, that rows are ordered by time. A
  /// test is faster than anybody reads: that its visits are hasty is left out.
  [[nodiscard]] std::string exported() const;
  /// Adds a line to kiosk.toml.
  void configure(const std::string& line) const;
  /// The bytes of the one CSV of answers that buurtpeil-sync exports now.
  [[nodiscard]] std::string exported_raw() const;

 private:
  void export_now() const;
};

class KioskRun {
 public:
  /// Starts the program on the machine's store; `prefix` goes before it on the command line.
  explicit KioskRun(const Machine& machine, const std::vector<std::string>& options = {},
                    const std::vector<std::string>& prefix = {});

  /// Reads on until this view (at this path, where one is given) is on the screen. Throws with what was
  /// shown instead when the program ends or takes longer than patience_ms.
  KioskRun& at(const std::string& view, const std::string& path = "");

  /// Touches a target of the last block, and reads the block that follows from it.
  KioskRun& tap(const std::string& target);
  KioskRun& tap_again();
  /// Types on the on-screen keyboard, letter by letter.
  KioskRun& type(const std::string& letters);

  /// Reads on until presses count everywhere on what is shown.
  KioskRun& listens();
  /// Reads the next block, whatever it shows.
  KioskRun& next();

  [[nodiscard]] const Shown& shown() const { return shown_; }
  [[nodiscard]] Process& process() { return process_; }
  [[nodiscard]] Finger& finger() { return finger_; }

 private:
  bool read_line();  ///< true at the end of a block
  void read_block();
  /// A second tap at one place counts after a while (app/ui/deafness.h).
  void wait_to_be_heard(float x, float y);

  Finger finger_;
  Process process_;
  Shown shown_;
  bool listens_ = true;  ///< said so since the last block
  float tapped_x_ = -1000, tapped_y_ = -1000;
  std::string history_;
};

}  // namespace buurtpeil
