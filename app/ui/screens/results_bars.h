// The bars of what others said. They are drawn by hand: ImPlot sets its words with Dear ImGui's own font,
// unshaped and from left to right alone, and of its axes, legends and zooming nothing is wanted here.
#pragma once

#include "ui/page_content.h"
#include "ui/view.h"

namespace buurtpeil {

/// Each bar with its words, its number and the visitor's own mark, in that order of reading. Upright ones are
/// as high as `room` allows.
void add_bars(Frame& frame, PageContent& content, const ResultsView& view, float width, float room);

/// The piece of a bar that stands before the words about whom it tells.
enum class BarOf { these, beside };
void draw_bar_sample(Frame& frame, BarOf which, const Box& box);

}  // namespace buurtpeil
