// What went wrong outside of a form: a file, the disk, the configuration. One clear sentence with the place
// and the remedy; and of which kind it is, for those who are told in other words.
#pragma once

#include <string>

namespace buurtpeil {

enum class Fault {
  other,
  disk_full,
  disk_fails,
  not_writable,  ///< permissions, or no such place
  in_use,        ///< by another program
  damaged,       ///< the file
};

struct Error {
  std::string message;
  Fault fault = Fault::other;
};

}  // namespace buurtpeil
