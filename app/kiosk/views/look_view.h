// The visitor's own settings, as a screen and as buttons on all others.
#pragma once

#include "kiosk/words.h"
#include "ui/view.h"

namespace buurtpeil {

/// The screen, without its page: four sizes of letters, four contrasts, and what is on or off.
[[nodiscard]] LookView look_view_of(const Look& look, const Wording& say);

/// The buttons of the page that open it, and that move the page down and up again.
void add_look_tools(PageInfo& page, const Look& look, const Wording& say);

}  // namespace buurtpeil
