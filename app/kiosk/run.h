// The main loop: wait, draw, give what was touched to the kiosk, draw again.
#pragma once

#include "kiosk/config.h"
#include "kiosk/kiosk.h"
#include "platform/window.h"
#include "ui/ui.h"

namespace buurtpeil {

/// The time, from platform/clock.h.
[[nodiscard]] Moment now();

/// Runs the kiosk in the window until it is closed, the process is asked to end (SIGTERM, SIGINT), or the
/// robot has finished. Gives the exit code: 1 when the robot could not complete its visits or a screenshot
/// could not be written. `ui` was created before `window` was attached to its context; the main loop
/// attaches.
[[nodiscard]] int run(const Config& config, Window& window, Ui& ui, Kiosk& kiosk);

}  // namespace buurtpeil
