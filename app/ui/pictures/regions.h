// Parts of an SVG that are choices: which of its elements is where, by their ids, within their shapes. An
// element counts as filled whatever its own colours are, so that an outline, or a part that cannot be seen
// over a photograph, is touched within. Nothing here knows of Dear ImGui: it runs on any thread.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "style/colour.h"
#include "image/decode.h"

namespace buurtpeil {

/// Places are parts of the picture's width and height, 0 to 1.
struct Regions {
  struct Region {
    bool there = false;
    float x = 0, y = 0;  ///< deep inside
    float reach = 0;     ///< from there to its nearest edge, as a part of the picture's width
  };
  std::vector<Region> regions;  ///< by the index of the id
  int width = 0, height = 0;    ///< of the map below
  /// Row by row: 0, or the index of the id there and one more. Where several lie on each other it is the
  /// smallest: it could not be touched otherwise.
  std::vector<std::uint16_t> cells;

  [[nodiscard]] int at(float x, float y) const;  ///< the index, or -1
  [[nodiscard]] bool any() const;                ///< one of them is there
};

/// The error says what is wrong with the SVG. An id that is not there is none.
[[nodiscard]] std::expected<Regions, std::string> read_regions(std::string_view bytes,
                                                               const std::vector<std::string>& ids);

/// How a chosen part is marked: a tint, a line within its edge, a rim around that so that the line stands out
/// from any colour.
struct Marking {
  Colour tint, line, rim;
  int line_px = 1, rim_px = 1;
  bool operator==(const Marking&) const = default;
};

/// The marking of one element in a picture of that size, see-through elsewhere.
[[nodiscard]] std::expected<Pixels, std::string> marked_region(std::string_view bytes, const std::string& id,
                                                               int width, int height, const Marking& marking);

}  // namespace buurtpeil
