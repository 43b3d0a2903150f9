// What the table `metadata` of an MBTiles file says, for tile_file.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "map/tile_file.h"

namespace buurtpeil {

struct MetadataRow {
  std::string name, value;
};

/// Fills `head` but its zooms. `first_tile` tells the format where the table does not. "", or what is wrong:
/// "has tiles of the format 'gif' ...".
[[nodiscard]] std::string read_head(std::span<const MetadataRow> rows, std::string_view first_tile,
                                    std::string_view file_stem, TileFileHead& head);

}  // namespace buurtpeil
