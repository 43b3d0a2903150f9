// A value that is reached by steps: on a calendar where it fits, else by its columns.
#include "ui/fields/asked.h"
#include "ui/fields/calendar.h"
#include "ui/fields/fields.h"
#include "ui/fields/stepping.h"

namespace buurtpeil {
namespace {

void add_steps(Frame& frame, PageContent& content, const StepField& field, float width) {
  const StepRows rows = step_rows(frame, field, width);
  std::vector<BlockPart> cards;
  for (int row = 0; row < rows.count; ++row)
    cards.push_back({static_cast<float>(row) * (rows.height + rows.gap), rows.height});
  content.add({.gap = frame.theme().space(4),
               .height = steps_height(frame, field, width),
               .draw = [&frame, &field](const Box& box) { return draw_steps(frame, field, box); },
               .cards = std::move(cards)});
}

void add_calendar(Frame& frame, PageContent& content, const StepField& field, float width) {
  const float height = calendar_height(frame, field, width);
  content.add({.gap = frame.theme().space(4),
               .height = height,
               .draw = [&frame, &field](const Box& box) { return draw_calendar(frame, field, box); },
               .cards = {{0, height}}});
}

}  // namespace

void add_field(Frame& frame, PageContent& content, const StepField& field, const Setup& setup) {
  const float above = content.height();
  add_asked(frame, content, field, "", setup);
  add_complaint(frame, content, field, setup.width);
  const float used = content.height() - above + frame.line_height(TextSize::small) + frame.theme().space(2) +
                     frame.theme().space(4);
  const bool calendar =
      setup.setting == Setting::alone && calendar_fits(frame, field, setup.width, setup.room - used);
  const bool hints_last = setup.setting == Setting::hints_last;
  if (!hints_last)
    add_hints(frame, content, "", calendar ? field.calendar.instruction : field.instruction, setup.width);
  if (calendar)
    add_calendar(frame, content, field, setup.width);
  else
    add_steps(frame, content, field, setup.width);
  add_clear(frame, content, field.path, field.clear, setup.width);
  add_refuse(frame, content, field, setup.width);
  if (hints_last) add_left_out(frame, content, field, field.instruction, setup.width, setup.room);
}

}  // namespace buurtpeil
