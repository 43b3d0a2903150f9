// Runs of a text with style, as Pango lays them out. For text_engine.cpp.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "style/styled_text.h"
#include "ui/text/text_engine.h"

namespace buurtpeil {

/// The style of the run that a byte is in; without runs that of plain text.
[[nodiscard]] const RunStyle& style_at(std::span<const TextRun> runs, std::size_t byte);

/// Size of its letters, as a multiple of the text's.
[[nodiscard]] float scale_of(const RunStyle& run, const TextStyle& style);

/// How far a line that is `line_width` wide and begins at `x` has to be moved for its own alignment in a
/// layout of `width`, 0 or less for none; pixels.
[[nodiscard]] float shift_of(LineAlign align, float width, float x, float line_width);

/// Gives the layout what the runs say, and returns each of their colours once. `style` is the whole text's,
/// `families` are Pango's names of its fonts. Bold words in a bold text make the others regular.
std::vector<Colour> set_attributes(PangoLayout* layout, std::span<const TextRun> runs, const TextStyle& style,
                                   const std::string& families);

/// Lines of a layout that end where no line may: in the midst of a word.
[[nodiscard]] int cut_words_of(PangoLayout* layout);

}  // namespace buurtpeil
