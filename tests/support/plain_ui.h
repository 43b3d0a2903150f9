// What a Ui does, without drawing: which targets a View has, and what a tap on one of them means. For tests
// that need taps, not pixels.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/ui.h"

namespace buurtpeil {

class PlainUi {
 public:
  /// All targets of the view, reachable; on a question with something to write, the keys too. Numbers can be
  /// typed, and the letters a, b.
  [[nodiscard]] std::vector<Target> targets(const View& view) const;
  /// What a tap on the target does.
  [[nodiscard]] std::optional<Event> tap(const View& view, const std::string& target);

 private:
  std::string writing_;  ///< path of the field with the caret
};

}  // namespace buurtpeil
