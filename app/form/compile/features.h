// What of XLSForm is understood here, collected from the tables by which forms are read. The feature matrix
// of the README is made from it.
#pragma once

#include <string>
#include <vector>

namespace buurtpeil {

struct Feature {
  std::string kind;         ///< "type", "appearance", "survey column", "choices column", "settings column",
                            ///< "parameter", "function"
  std::string name;         ///< XLSForm's own; of a parameter with its type before it: "range start"
  std::string passed_over;  ///< why a kiosk does without ("a kiosk has no camera"), or ""
};

/// Kind by kind, each by name.
[[nodiscard]] std::vector<Feature> features();

}  // namespace buurtpeil
