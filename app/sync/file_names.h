// Names of exported files, from form_ids that may hold anything.
#pragma once

#include <set>
#include <string>

namespace buurtpeil::sync {

class FileNames {
 public:
  /// `stem` with every character but A-Z a-z 0-9 . _ - as "_", then `suffix`; "~2" and so on between the two
  /// where the name was taken already, whatever the case.
  [[nodiscard]] std::string take(const std::string& stem, const std::string& suffix);

 private:
  std::set<std::string> taken_;
};

}  // namespace buurtpeil::sync
