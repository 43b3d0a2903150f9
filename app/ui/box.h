// A rectangle on the screen.
#pragma once

namespace buurtpeil {

/// Pixels, origin at the top left.
struct Box {
  float x = 0, y = 0, width = 0, height = 0;
};

}  // namespace buurtpeil
