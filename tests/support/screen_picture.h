// What an X server shows, asked over the connection of our own window: all that the window was told to show
// has been shown by then.
#pragma once

#include <cstdint>
#include <vector>

namespace buurtpeil {

/// All pixels of the screen, row by row.
[[nodiscard]] std::vector<std::uint32_t> picture_of_screen();

/// Lays another window over all of the screen and takes it away again: what was below is lost.
void cover_and_uncover_screen();

}  // namespace buurtpeil
