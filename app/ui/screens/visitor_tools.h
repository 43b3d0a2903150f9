// The visitor's tools: other words, other letters, everything lower. They end the header, or stand at the
// bottom of a high screen, where a seated person reaches them.
#pragma once

#include <string>
#include <vector>

#include "ui/widgets.h"

namespace buurtpeil {

struct Tool {
  std::string name;  ///< of its target
  Button button;
  Sign sign;
  Box box = {};
  bool in_words = true;  ///< else its sign alone
};

/// The page's own that there are, in the order in which they stand.
[[nodiscard]] std::vector<Tool> tools_of(const Frame& frame);
/// Cuts them off the end of the row. Where their words do not leave `keep` of it, the first ones lose them.
void cut_tools(Frame& frame, std::vector<Tool>& tools, Box& row, float keep);
/// Cuts the whole row into equal ones.
void spread_tools(Frame& frame, std::vector<Tool>& tools, const Box& row);
std::optional<Event> draw_tools(Frame& frame, const std::vector<Tool>& tools);

}  // namespace buurtpeil
