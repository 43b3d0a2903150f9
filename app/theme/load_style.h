// A house style from a file: a theme of our own (.toml), a municipality's style sheet (.css) or its design
// tokens in JSON (.json), with every colour moved until it holds, and a report of what was found and moved.
#pragma once

#include <cstddef>
#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "theme/house_style.h"
#include "theme/token_style.h"

namespace buurtpeil {

/// A colour of the file whose contrast fell short, or was too much.
struct MovedColour {
  Contrast contrast = Contrast::normal;
  std::string token;  ///< that it comes from; "" in a theme of our own
  Move move;
};

struct LoadedStyle {
  HouseStyle style;                  ///< every pair of every contrast holds; its font is installed
  std::size_t tokens = 0;            ///< in the file; 0 for a theme of our own
  std::vector<Finding> findings;     ///< what was looked for among them
  std::vector<std::string> remarks;  ///< what is strange about the file, a sentence each, nothing to stop for
  std::vector<MovedColour> moved;
};

/// The error has a sentence for each thing that is wrong, with the file's name. A logo that is not there is
/// one of them; whether it can be drawn only the screen knows.
[[nodiscard]] std::expected<LoadedStyle, std::string> load_style(const std::filesystem::path& file);

/// "--utrecht-document-color: ink #999999 on paper #FFFFFF 2.8:1, needs 4.5:1; shown as #767676 (4.5:1)"
[[nodiscard]] std::string to_line(const MovedColour& moved);

}  // namespace buurtpeil
