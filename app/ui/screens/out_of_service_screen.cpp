#include <algorithm>

#include "ui/screens/page_boxes.h"
#include "ui/screens/screens.h"

namespace buurtpeil {

std::optional<Event> draw_screen(Frame& frame, const OutOfServiceView& view) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  const bool roomy = theme.room() == Room::roomy;
  draw_paper(frame);
  PageBoxes boxes = cut_page(frame);
  auto result = draw_header(frame, boxes);
  Box body = boxes.body;
  body = centred_column(body, theme.size(Size::short_column));
  PageContent content(frame);
  for (std::size_t index = 0; index < view.notices.size(); ++index) {
    const auto& notice = view.notices[index];
    const Lettering lettering =
        index == 0 ? Lettering{TextSize::lead, Weight::bold} : Lettering{TextSize::reading};
    frame.set_direction(notice.direction, notice.language);
    const float height = frame.height_of(notice.text, lettering, body.width);
    frame.reset_direction();
    content.add({.gap = theme.space(roomy ? 6 : 4),
                 .height = height,
                 .draw = [&frame, &notice, lettering, index](const Box& box) {
                   if (index > 0)
                     frame.fill({box.x, box.y - frame.theme().space(2), box.width,
                                 frame.theme().size(Size::hairline)},
                                frame.colours().line);
                   frame.set_direction(notice.direction, notice.language);
                   frame.write(notice.text, lettering, box, frame.colours().ink);
                   frame.reset_direction();
                   return std::optional<Event>();
                 }});
  }
  const float slack = std::max(0.0F, body.height - content.height());
  take_top(body, slack * 0.3F);
  if (auto event = draw_with_more(frame, content, body, boxes.footer)) result = event;
  Box part = boxes.footer;  // which part fails, for the staff: without its store a kiosk does not work
  frame.write_in_middle("store", {TextSize::small}, take_left(part, part.width / 3), palette.ink_quiet);
  return result;
}

}  // namespace buurtpeil
