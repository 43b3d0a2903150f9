// How this kiosk is set up: kiosk.toml and the command line, which wins. Everything that is wrong with them
// is one message.
//
//   form = "leefomgeving.xlsx"     # relative to the folder of kiosk.toml
//   forms = ["evening.xlsx"]       # others that staff may choose at the kiosk
//   store = "/var/lib/buurtpeil/answers.db"
//   kiosk = "town-hall"
//   mm_per_pixel = 0.277
//   idle_s = 120
//   warning_s = 30
//   languages = ["nl", "ar"]
//   municipality = "Gemeente Voorbeeld"
//   theme = "index.css"            # a house style: theme/load_style.h
//   logo = "logo.svg"
//   map = ["town.mbtiles"]         # maps for questions about places, the lowest first
//   results = ["round1.results.json"]  # what all said before or elsewhere
//   mode = "tablet"                # else "kiosk"
//   occasions = ["Info evening, community centre"]
//   staff_pin = "$argon2id$..."    # printed by buurtpeil --set-pin
//   export_dirs = ["/media", "/run/media"]
//   sealed = false
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "form/error.h"
#include "form/form.h"
#include "platform/disks.h"
#include "store/store.h"
#include "theme/assets_folder.h"

namespace buurtpeil {

/// An unattended screen with an invitation, or a tablet that staff give to people: each visit starts at once.
enum class Mode { kiosk, tablet };

struct Config {
  // kiosk.toml
  std::filesystem::path form;  ///< "" when none is named anywhere
  /// Others that staff may choose. Empty when the command line names the form: then that one is asked.
  std::vector<std::filesystem::path> forms;
  std::filesystem::path store;  ///< else $XDG_DATA_HOME/buurtpeil/<kiosk>.db
  std::string kiosk = "kiosk";  ///< name of this machine in the export: 1 to 64 of A-Z a-z 0-9 . _ -
  float mm_per_pixel = 0.277F;  ///< 0.05 to 2; 0.277 is a 24 inch screen of 1920x1080
  int idle_s = 120;             ///< 1 to 3600; WCAG 2.2.1 and VVSG 2.0 ask for 120 to 300
  int warning_s = 30;           ///< 1 to 3600; VVSG 2.0 asks for 20 to 45
  std::vector<std::string>
      languages;  ///< codes: those of the form's languages that are offered, in this order; empty: all
  std::string municipality;                    ///< who asks; stands on every screen
  std::filesystem::path theme;                 ///< its house style, .toml, .css or .json; "": ours
  std::filesystem::path logo;                  ///< PNG, SVG or JPEG, rather than the theme's; "": that
  std::vector<std::filesystem::path> results;  ///< files to show beside this kiosk's own (other_results.h)
  std::vector<std::filesystem::path> maps;     ///< .mbtiles, the lowest first; none: those beside the form
  Mode mode = Mode::kiosk;                     ///< until the staff choose another
  std::vector<std::string> occasions;          ///< what the staff may choose from, at most 200 bytes each
  std::string staff_pin;                       ///< Argon2id (pin.h); "": the staff's screen cannot be opened
  /// Where disks that are plugged in appear.
  std::vector<std::filesystem::path> export_dirs = {"/media", "/run/media"};
  bool sealed = false;  ///< staff copy the store to a disk, never CSV

  // the command line alone
  StoreKind kind = StoreKind::real;  ///< --trial
  struct Size {
    int width_px = 0, height_px = 0;
  };
  std::optional<Size> windowed;  ///< else full screen
  std::string language;          ///< code: visits begin in it without being asked; "": the visitor chooses
  int robot_visits = 0;          ///< 0: people answer
  int robot_pace = 0;            ///< words a minute that the robot reads; 0: it does not read
  std::optional<std::uint64_t> seed;  ///< of the robot and of random() in forms; else from the system
  std::filesystem::path screenshots;  ///< folder, "": none. Trial stores only: a picture may show an answer
  bool set_pin = false;               ///< --set-pin: print a line for kiosk.toml instead; nothing else counts
  int trace_fd = -1;                  ///< file descriptor, -1: none

  // for tests alone
  bool (*is_disk)(const std::filesystem::path&) = is_mounted;  ///< where the staff's copy may go
  std::filesystem::path sync_program = executable_folder() / "buurtpeil-sync";
};

/// How the program ends before it began: help on stdout with code 0, or one message on stderr with code 1
/// (configuration) or 2 (usage).
struct EarlyEnd {
  int code = 0;
  std::string text;
};

/// Reads the command line, then kiosk.toml (--config, else $XDG_CONFIG_HOME/buurtpeil/kiosk.toml, else
/// /etc/buurtpeil/kiosk.toml, else none).
[[nodiscard]] std::expected<Config, EarlyEnd> configure(int argc, const char* const* argv);

/// Reads kiosk.toml's text into `config`. The error has a line for each mistake, in the file's order:
/// "kiosk.toml: line 3: unknown key 'colour'; known are ...". Relative paths are taken from the folder of
/// `file`.
[[nodiscard]] std::expected<void, Error> read_toml(std::string_view toml, const std::filesystem::path& file,
                                                   Config& config);

/// What is wrong between the configured languages and the form's, one sentence, or "": a --language that the
/// form does not have, or a list of languages of which it has none. A form that names no languages fits any.
[[nodiscard]] std::string language_complaint(const Config& config, const Form& form);

}  // namespace buurtpeil
