#include "ui/screens/visitor_tools.h"

#include <algorithm>
#include <cmath>

namespace buurtpeil {
namespace {

ButtonDesign design_of(const Tool& tool) {
  return {.look = ButtonLook::card, .before = tool.sign, .weight = Weight::regular, .size = TextSize::small};
}

float width_of(Frame& frame, const Tool& tool) {
  return tool.in_words ? button_width(frame, tool.button, design_of(tool))
                       : frame.theme().size(Size::square_button);
}

}  // namespace

std::vector<Tool> tools_of(const Frame& frame) {
  const Theme& theme = frame.theme();
  const PageInfo& page = frame.page();
  const bool lower = page.look.lower_half;
  std::vector<Tool> tools;
  const auto add = [&tools](const char* name, const Button& button, Sign sign) {
    if (!button.label.empty()) tools.push_back({.name = name, .button = button, .sign = sign});
  };
  if (theme.can_lower() && (lower || theme.tools_below()))
    add("lower", page.lower, lower ? Sign::raise : Sign::lower);
  add("adjust", page.adjust, Sign::letters);
  add("language", page.languages, Sign::globe);
  return tools;
}

void cut_tools(Frame& frame, std::vector<Tool>& tools, Box& row, float keep) {
  const float gap = frame.theme().space(3);
  const auto needed = [&] {
    float sum = keep;
    for (const Tool& tool : tools) sum += width_of(frame, tool) + gap;
    return sum;
  };
  for (Tool& tool : tools)
    if (needed() > row.width) tool.in_words = false;
  for (auto tool = tools.rbegin(); tool != tools.rend(); ++tool)
    tool->box = take_right(row, width_of(frame, *tool), gap);
}

void spread_tools(Frame& frame, std::vector<Tool>& tools, const Box& row) {
  if (tools.empty()) return;
  const float gap = frame.theme().space(3);
  const auto count = static_cast<float>(tools.size());
  const float width = std::floor((row.width - gap * (count - 1)) / count);
  const bool fit =
      std::ranges::all_of(tools, [&](const Tool& each) { return width_of(frame, each) <= width; });
  Box rest = row;
  for (Tool& tool : tools) {
    tool.in_words = fit;
    tool.box = take_left(rest, width, gap);
  }
}

std::optional<Event> draw_tools(Frame& frame, const std::vector<Tool>& tools) {
  std::optional<Event> result;
  for (const Tool& tool : tools) {
    if (!tool.in_words) {
      if (draw_sign_button(frame, tool.name, tool.sign, tool.box)) result = tool.button.event;
    } else if (auto event = draw_button(frame, tool.name, tool.button, tool.box, design_of(tool))) {
      result = std::move(event);
    }
  }
  return result;
}

}  // namespace buurtpeil
