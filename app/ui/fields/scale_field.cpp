// One of many values in a row: as stars or on a line.
#include "ui/fields/asked.h"
#include "ui/fields/fields.h"
#include "ui/fields/rating.h"
#include "ui/fields/slider.h"

namespace buurtpeil {

void add_field(Frame& frame, PageContent& content, const ScaleField& field, const Setup& setup) {
  const bool stars = field.shape == ScaleField::Shape::stars;
  const float width = setup.width;
  add_asked(frame, content, field, field.instruction, setup);
  add_complaint(frame, content, field, width);
  const float height = stars ? rating_height(frame, field, width) : slider_height(frame, field, width);
  content.add({.gap = frame.theme().space(4),
               .height = height,
               .draw =
                   [&frame, &field, stars](const Box& box) {
                     return stars ? draw_rating(frame, field, box) : draw_slider(frame, field, box);
                   },
               .cards = {{0, height}}});
  add_clear(frame, content, field.path, field.clear, setup.width);
  add_refuse(frame, content, field, setup.width);
  if (setup.setting == Setting::hints_last)
    add_left_out(frame, content, field, field.instruction, setup.width, setup.room);
}

}  // namespace buurtpeil
