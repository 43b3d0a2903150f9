// What went wrong outside of a form: a file, the disk, the configuration. One clear sentence with the place
// and the remedy.
#pragma once

#include <string>

namespace buurtpeil {

struct Error {
  std::string message;
};

}  // namespace buurtpeil
