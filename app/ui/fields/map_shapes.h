// Places that are choices, as they are drawn over a map: areas filled, lines, points, and their names where
// there is room. All in the display's own coordinates.
#pragma once

#include <vector>

#include "ui/fields/map_ground.h"

namespace buurtpeil {

/// A choice's place on the screen.
struct SeenShape {
  const ChoiceField::Option* option = nullptr;
  std::vector<std::vector<ImVec2>> parts = {};  ///< of its GeoShape
  double size = 0;                              ///< square pixels, of an area with its holes
};
/// In the order in which they are drawn: areas before lines before points, and the smaller of two areas
/// later.
[[nodiscard]] std::vector<SeenShape> seen_shapes(const ChoiceField& field, const MapFrame& seen,
                                                 const Box& box);

void draw_shapes(Frame& frame, const std::vector<SeenShape>& shapes, const Box& box);
/// A number that stands on the map for the choice.
struct NumberOnMap {
  Box disc;
  const ChoiceField::Option* option = nullptr;
};
/// Names within areas and beside lines and points, none upon another: a chosen one has a check, too. Where an
/// area has no room for its name all areas have their numbers instead (Option::number), as their cards have;
/// none where one of them has no room even for that. Gives where the numbers stand.
std::vector<NumberOnMap> draw_names(Frame& frame, const std::vector<SeenShape>& shapes, const Box& box);

}  // namespace buurtpeil
