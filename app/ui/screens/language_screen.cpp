#include <algorithm>
#include <cmath>

#include "ui/screens/footer.h"
#include "ui/screens/screens.h"

namespace buurtpeil {
namespace {

std::optional<Event> draw_entry(Frame& frame, const LanguageView::Entry& entry, const Box& box) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  const bool current = entry.code == frame.page().language;
  const Contact contact = frame.touch("language:" + entry.code, box);
  frame.shadow(box, theme.corner());
  frame.fill(box, contact.pressed ? palette.pressed : current ? palette.tint : palette.card, theme.corner());
  if (current)
    frame.edge(box, palette.accent, theme.corner(), theme.heavy_stroke());
  else
    frame.edge(box, palette.edge, theme.corner(), theme.stroke());
  frame.set_direction(entry.direction, entry.code);
  frame.write_in_middle(entry.name, {TextSize::lead, Weight::bold, Align::center},
                        inset(box, theme.space(3), 0), palette.ink);
  frame.reset_direction();
  if (contact.tapped) return event::ChooseLanguage{entry.code};
  return std::nullopt;
}

int columns_for(Frame& frame, const LanguageView& view, float width) {
  const Theme& theme = frame.theme();
  float widest = theme.size(Size::language_width);
  for (const auto& entry : view.languages) {
    widest =
        std::max(widest, frame.width_of(entry.name, {TextSize::lead, Weight::bold}) + 2 * theme.space(5));
  }
  const int fit = static_cast<int>((width + theme.space(4)) / (widest + theme.space(4)));
  return std::clamp(fit, 1, theme.portrait() ? 2 : 3);
}

}  // namespace

std::optional<Event> draw_screen(Frame& frame, const LanguageView& view) {
  const Theme& theme = frame.theme();
  draw_paper(frame);
  PageBoxes boxes = cut_page(frame);
  auto result = draw_header(frame, boxes);
  FooterButtons buttons{.first_name = "", .second_name = "back", .first = {}, .second = view.back};
  buttons.second_design.before = Sign::back;
  const FooterCut footer = cut_footer(frame, buttons, boxes, theme.column());
  take_banner(frame, boxes.body);
  Box body = centred_column(boxes.body, theme.size(Size::short_column));
  const float gap = theme.space(4);
  const int columns = columns_for(frame, view, body.width);
  const float card =
      std::floor((body.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
  const float card_height = theme.size(Size::language_height);

  PageContent content(frame);
  const float globe = theme.size(Size::globe);
  content.add({.height = globe, .draw = [&frame](const Box& box) {
                 frame.sign(Sign::globe, box, frame.colours().accent);
                 return std::optional<Event>();
               }});
  for (std::size_t first = 0; first < view.languages.size(); first += static_cast<std::size_t>(columns)) {
    content.add({.gap = first == 0 ? theme.space(theme.room() == Room::roomy ? 7 : 4) : gap,
                 .height = card_height,
                 .draw = [&, first](const Box& row) {
                   std::optional<Event> chosen;
                   Box rest = row;
                   for (std::size_t index = first;
                        index < view.languages.size() && index < first + static_cast<std::size_t>(columns);
                        ++index) {
                     if (auto event = draw_entry(frame, view.languages[index], take_left(rest, card, gap)))
                       chosen = event;
                   }
                   return chosen;
                 }});
  }
  const float slack = std::max(0.0F, body.height - content.height());
  take_top(body, std::floor(slack * 0.35F));
  if (auto event = draw_with_more(frame, content, body, footer.middle)) result = event;
  if (auto event = draw_footer(frame, buttons, footer)) result = event;
  return result;
}

}  // namespace buurtpeil
