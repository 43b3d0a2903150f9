// The data files beside the form that is asked (.csv, .xml, .geojson), while the kiosk runs: an officer
// releases ideas, or corrects a list of places, and the next visit finds them, without a restart.
//
// Looks at times and sizes alone, every `look_s` while nobody is there. A file counts as changed when two
// looks in a row found the same: one that is being written is not read half.
//
// Of data files only. What the form itself asks is changed by staff, who choose it anew, or by a restart:
// that is a decision, with a version of its own, and half of a form in a text file may be a form as well. So
// where both have changed, neither is taken.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "form/form.h"

namespace buurtpeil {

class DataWatch {
 public:
  static constexpr int look_s = 10;

  /// The data files of this form from now on. `file`: where it is, "" for nowhere. The files count as they
  /// are now, unless one has another size than what the form was loaded with.
  void follow(const Form& form, std::filesystem::path file, Moment now);

  [[nodiscard]] bool is_watching() const { return !loaded_.empty(); }
  [[nodiscard]] const std::filesystem::path& form_file() const { return file_; }
  [[nodiscard]] std::int64_t next_look_ms() const { return next_look_ms_; }  ///< on the monotonic clock

  /// True once for each change: load the form anew.
  [[nodiscard]] bool look(Moment now);
  /// The form was loaded anew with them, and is asked.
  void taken() { loaded_ = seen_; }
  /// Those that are not as they were when the form was loaded: "ideas.csv, places.csv".
  [[nodiscard]] std::string changed_files() const;

 private:
  using Stamps = std::map<std::string, std::string>;  ///< by name: folder, time and size; "" for none
  [[nodiscard]] Stamps stamps() const;
  std::filesystem::path file_;
  Stamps loaded_;  ///< when the form was loaded
  Stamps seen_;    ///< at the last look
  Stamps tried_;   ///< when look() gave true last
  std::int64_t next_look_ms_ = 0;
};

}  // namespace buurtpeil
