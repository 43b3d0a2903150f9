// How one visitor wants to see and hear the screens: their own settings, on every screen, forgotten when the
// visit ends; a restart in the middle of it keeps them (kiosk/kept_look.h). Capital heights and contrasts are
// the theme's (theme.h).
#pragma once

#include <cstdint>

#include "theme/contrast.h"

namespace buurtpeil {

/// Reading text with capitals of about 4, 5.2, 6.7 and 8.7 mm; all other sizes in proportion. The smallest is
/// below the minimum of US 508 and ADA 707 (4.8 mm): by choice only.
enum class TextScale : std::uint8_t { smaller, normal, larger, largest };

struct Look {
  TextScale text = TextScale::normal;
  Contrast contrast = Contrast::normal;
  bool lower_half = false;  ///< the whole page within a seated person's reach
  bool silent = false;      ///< no sound begins by itself
  bool still = false;       ///< nothing moves: no transitions, no inertia
  bool operator==(const Look&) const = default;
};

}  // namespace buurtpeil
