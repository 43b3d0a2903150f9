#include "ui/screens/progress_header.h"

#include <algorithm>

#include "ui/screens/visitor_tools.h"
#include "ui/widgets.h"

namespace buurtpeil {
namespace {

constexpr Lettering progress_lettering{TextSize::small, Weight::bold};

float least_bar(const Theme& theme) { return theme.size(Size::least_bar); }

// Words, a bar, and in a narrow header, which has no room for the owner, the trial word. What does not fit is
// left out: first the trial word, then how many pages there are, then the bar.
void draw_progress(Frame& frame, const ProgressHeader& header, Box box, bool with_trial) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  const auto width = [&frame](const std::string& words) { return frame.width_of(words, progress_lettering); };
  const std::string& said = width(header.words) <= box.width ? header.words : header.short_words;
  if (!said.empty() && width(said) <= box.width) {
    const Box words = take_left(box, width(said), theme.space(4));
    frame.write_in_middle(said, progress_lettering, words, palette.ink_quiet);
    if (box.width < least_bar(theme) / 2) return;
  }
  const float trial = trial_width(frame);
  if (with_trial && trial > 0 && trial + theme.space(3) + least_bar(theme) / 2 <= box.width) {
    draw_trial(frame, take_right(box, trial, theme.space(3)));
  }
  if (!header.done) return;
  const float height = theme.size(Size::bar);
  Box bar = centred(box, box.width, height);
  frame.fill(bar, palette.track, height / 2);
  bar.width = std::min(std::max(bar.width * static_cast<float>(*header.done), height), bar.width);
  if (*header.done > 0) frame.fill(bar, palette.accent, height / 2);
}

float widest_words(Frame& frame, const ProgressHeader& header) {
  return std::max(frame.width_of(header.words, progress_lettering),
                  frame.width_of(header.longest_words, progress_lettering));
}

}  // namespace

std::optional<Event> draw_progress_header(Frame& frame, const ProgressHeader& header, const PageBoxes& boxes,
                                          Box& body) {
  const Theme& theme = frame.theme();
  std::vector<Tool> tools;
  if (!theme.tools_below()) tools = tools_of(frame);
  if (!header.out.label.empty())
    tools.push_back({.name = "leave", .button = header.out, .sign = header.out_sign});
  Box row = header_row(theme, boxes.header);
  if (theme.room() == Room::compact) {
    cut_tools(frame, tools, row, widest_words(frame, header) + theme.space(4) + least_bar(theme));
    draw_progress(frame, header, row, true);
  } else {
    cut_tools(frame, tools, row, 0);
    const bool with_owner = owner_width(frame) <= row.width;
    if (with_owner) draw_owner(frame, row);
    const Box line = take_top(body, frame.line_height(TextSize::small), theme.space(2));
    draw_progress(frame, header, centred_column(line, theme.column()), !with_owner);
  }
  auto result = draw_tools(frame, tools);
  if (auto event = draw_tools_below(frame, boxes)) result = std::move(event);
  return result;
}

}  // namespace buurtpeil
