// Lines in a picture: cut at a box, joined where they meet, and the straight stretches along which a name can
// be written.
#pragma once

#include <vector>

#include "map/painting.h"

namespace buurtpeil {

/// The pieces within the box, each of two points or more.
[[nodiscard]] std::vector<PixelLine> clipped(const PixelLine& line, const PictureBox& box);

/// Lines whose ends meet become one; which is deterministic for lines in the same order.
[[nodiscard]] std::vector<PixelLine> joined(std::vector<PixelLine> lines);

/// Part of a line that is nearly straight.
struct Stretch {
  PixelLine line;
  double length = 0;  ///< from its first point to its last
};
/// Where so much of the stretch's length lies behind, 0 to 1.
[[nodiscard]] MapPixel point_along(const Stretch& stretch, double part);
/// Those of at least that length, which do not overlap, the longest first.
[[nodiscard]] std::vector<Stretch> straight_stretches(const PixelLine& line, double least);

}  // namespace buurtpeil
