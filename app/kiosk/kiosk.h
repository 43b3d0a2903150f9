// The straight line: an event comes in, the visit changes, the store keeps it, and only then the next view is made. No window here.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "form/form.h"
#include "kiosk/config.h"
#include "kiosk/words.h"
#include "store/store.h"
#include "ui/view.h"
#include "visit/visit.h"

namespace buurtpeil {

class Kiosk {
 public:
  /// `form`, `words` must outlive it. A draft that a former run left is taken up: fresh ones open at "still there?", others become
  /// abandoned responses. `seed` makes ids and chance; the program takes it from the system, tests give it.
  Kiosk(const Form& form, const Words& words, Config config, Store store, Moment now, std::uint64_t seed);

  /// Acts on what the visitor or the clock did. When it returns, what was answered is on the disk, or view() is out of service.
  void handle(const Event& event, Moment now);

  /// What to show now: one ladder of guards, worst fault first.
  [[nodiscard]] View view(Moment now) const;

  /// When view() may change without a touch (countdown, idle), on the monotonic clock: the main loop sleeps until then.
  [[nodiscard]] std::optional<std::int64_t> next_change_ms(Moment now) const;

  /// For --trace: path of the first question on the screen, "" elsewhere.
  [[nodiscard]] std::string question() const;
};

}  // namespace buurtpeil
