#include "ui/fields/asked.h"

#include <algorithm>
#include <cmath>

#include "ui/fields/media_buttons.h"
#include "ui/fields/qr_block.h"
#include "ui/widgets.h"

namespace buurtpeil {
namespace {

// A photograph is not drawn larger than this: it would look poor.
constexpr float most_enlarged = 2;

// What a complaint took stays empty once it is gone: the answers below it do not move under the finger.
struct ComplaintRoom {
  float height = 0;
};

// The longer explanation of a question.
struct Explanation {
  bool shown = false;
};

bool has_heading(const StyledText& text) {
  return std::ranges::any_of(text.runs, [](const TextRun& run) { return run.style.heading > 0; });
}

// More than three lines or so of a title: nobody reads a page of bold type.
bool is_long(const StyledText& label) {
  constexpr std::ptrdiff_t longest_title = 160;  // letters
  return std::ranges::count_if(label.words, [](char byte) { return (byte & 0xC0) != 0x80; }) > longest_title;
}

// A label with headings says itself what is large in it.
Lettering lettering_of(Frame& frame, const StyledText& label, const Setup& setup) {
  if (has_heading(label)) return {TextSize::reading, Weight::regular};
  if (setup.setting == Setting::close || setup.setting == Setting::follows)
    return {TextSize::reading, Weight::bold};
  if (is_long(label)) return {TextSize::reading, Weight::regular};
  const Lettering lead{TextSize::lead, Weight::bold};
  const Lettering title{TextSize::title, Weight::bold};
  if (setup.setting == Setting::listed || frame.height_of(label, title, setup.width) > setup.room * 0.4F)
    return lead;
  return title;
}

ButtonDesign explain_design() {
  return {
      .look = ButtonLook::card, .before = Sign::question, .weight = Weight::regular, .size = TextSize::small};
}

// To listen and to explain, beside each other where they fit.
void add_buttons(Frame& frame, PageContent& content, const Asked& asked, float width) {
  const Theme& theme = frame.theme();
  const bool explained = frame.memory().of<Explanation>(asked.path).shown;
  const Button explain{asked.guidance.empty() ? "" : explained ? asked.hide : asked.explain, event::Touch{}};
  const bool listens = !asked.media.listen.label.empty(), explains = !explain.label.empty();
  const float listen_wide = listens ? std::min(width, listen_width(frame, asked.media)) : 0;
  const float explain_wide = explains ? std::min(width, button_width(frame, explain, explain_design())) : 0;
  const auto draw_explain = [&frame, path = asked.path, explain, explained](const Box& box) {
    if (!draw_button(frame, "explain:" + path, explain, box, explain_design())) return std::optional<Event>();
    frame.memory().of<Explanation>(path).shown = !explained;
    frame.draw_again();
    return std::optional<Event>(event::Touch{});
  };
  const float gap = theme.space(theme.density() == Density::close ? 5 : 4);
  const bool one_row = listen_wide + theme.space(3) + explain_wide <= width;
  if (listens)
    content.add({.gap = gap,
                 .height = theme.target(),
                 .draw = [&frame, &asked, listen_wide, explain_wide, draw_explain,
                          both = explains && one_row](const Box& box) {
                   Box row = box;
                   const Box listen = take_left(row, listen_wide, frame.theme().space(3));
                   auto result = draw_listen(frame, asked.path, asked.media, listen);
                   if (!both) return result;
                   auto event = draw_explain(take_left(row, explain_wide));
                   return event ? event : result;
                 }});
  if (explains && !(listens && one_row))
    content.add({.gap = listens ? theme.space(3) : gap,
                 .height = button_height(frame, explain, explain_design(), explain_wide, theme.target()),
                 .draw = [draw_explain, explain_wide](const Box& box) {
                   return draw_explain({box.x, box.y, explain_wide, box.height});
                 }});
}

void add_guidance(Frame& frame, PageContent& content, const Asked& asked, float width) {
  if (!frame.memory().of<Explanation>(asked.path).shown) return;
  const Theme& theme = frame.theme();
  const float bar = theme.space(2), around = bar + theme.space(4);
  content.add({.gap = theme.space(3),
               .height = frame.height_of(asked.guidance, {}, width - around) + 2 * theme.space(2),
               .draw = [&frame, &asked, around, bar](const Box& box) {
                 frame.fill({box.x, box.y, bar / 2, box.height}, frame.colours().accent, bar / 4);
                 const Box words = inset(box, 0, frame.theme().space(2));
                 frame.write(asked.guidance, {},
                             {words.x + around, words.y, words.width - around, words.height},
                             frame.colours().ink);
                 return std::optional<Event>();
               }});
}

void add_words(Frame& frame, PageContent& content, const Asked& asked, const std::string& instruction,
               const Lettering& lettering, float gap, float width) {
  content.add_label(asked.label, lettering, width, gap);
  add_hints(frame, content, asked.hint, instruction, width, asked.instruction_kind);
  add_buttons(frame, content, asked, width);
  add_guidance(frame, content, asked, width);
  add_qr(frame, content, asked.media.qr, width);
}

// How large the picture is drawn at most that wide and high.
Box picture_size(Frame& frame, const Media& media, float width, float height) {
  const PictureSize size = frame.picture_size(media.image);
  if (size.readable && !size.scales)
    width = std::min(width, most_enlarged * size.width),
    height = std::min(height, most_enlarged * size.height);
  const float scale = std::min(width / size.width, height / size.height);
  return {0, 0, std::floor(size.width * scale), std::floor(size.height * scale)};
}

void add_picture(Frame& frame, PageContent& content, const Asked& asked, float width, float height,
                 float gap) {
  const Box size = picture_size(frame, asked.media, width, std::max(height, frame.theme().target()));
  content.add({.gap = gap, .height = size.height, .draw = [&frame, &asked, size](const Box& box) {
                 return draw_picture(frame, asked.path, asked.media, {box.x, box.y, size.width, size.height});
               }});
}

// Beside its words, where the display is wide and that is not higher than the one above the other.
bool add_beside(Frame& frame, PageContent& content, const Asked& asked, const std::string& instruction,
                bool note, float above, const Setup& setup) {
  const Theme& theme = frame.theme();
  const float gap = theme.space(6);
  const float most = setup.room * (note ? 0.9F : 0.42F);
  const Box size =
      picture_size(frame, asked.media, std::floor((setup.width - gap) * (note ? 0.58F : 0.4F)), most);
  const float words = setup.width - gap - size.width;
  const Lettering lettering = lettering_of(frame, asked.label, {setup.setting, words, setup.room});
  if (widest_word_of(frame, asked.label, lettering) > words) return false;
  PageContent beside(frame);
  add_words(frame, beside, asked, instruction, lettering, 0, words);
  if (beside.height() > above) return false;
  content.add({.gap = theme.space(2),
               .height = std::max(beside.height(), size.height),
               .draw =
                   [&frame, &asked, size, text = std::move(beside).as_block(), gap](const Box& box) {
                     Box rest = box;
                     Box place = take_right(rest, size.width, gap);
                     place.height = size.height;
                     auto result = text.draw(rest);
                     if (auto event = draw_picture(frame, asked.path, asked.media, place)) result = event;
                     return result;
                   },
               .label = asked.label});
  return true;
}

}  // namespace

namespace {

Lettering lettering_of(Asked::Instruction kind) {
  return {TextSize::small, kind == Asked::Instruction::how_to ? Weight::regular : Weight::bold};
}

Colour colour_of(const Palette& colours, Asked::Instruction kind) {
  if (kind == Asked::Instruction::how_to) return colours.ink_quiet;
  return kind == Asked::Instruction::too_many ? colours.warning : colours.ink;
}

}  // namespace

void add_hints(Frame& frame, PageContent& content, const StyledText& hint, const std::string& instruction,
               float width, Asked::Instruction kind) {
  const Palette& colours = frame.colours();
  content.add_text(hint, {TextSize::reading}, colours.ink_quiet, width, frame.theme().space(2));
  content.add_text(instruction, lettering_of(kind), colour_of(colours, kind), width, frame.theme().space(2));
}

float count_height(Frame& frame, const Asked& asked, float width) {
  return frame.height_of(asked.instruction, lettering_of(asked.instruction_kind), width);
}

void draw_count(Frame& frame, const Asked& asked, const Box& box) {
  frame.write(asked.instruction, lettering_of(asked.instruction_kind), box,
              colour_of(frame.colours(), asked.instruction_kind));
}

void add_asked(Frame& frame, PageContent& content, const Asked& asked, const std::string& instruction,
               const Setup& setup, AskedPicture picture) {
  const Theme& theme = frame.theme();
  const Lettering lettering = lettering_of(frame, asked.label, setup);
  const bool whole_width = setup.setting == Setting::alone || setup.setting == Setting::inviting;
  const bool alone = whole_width || setup.setting == Setting::beside;
  const bool close = theme.density() == Density::close;
  const int step = alone ? 2 : setup.setting == Setting::follows || close ? 5 : 7;
  const float gap = theme.space(step);
  if (setup.setting == Setting::close) return content.add_label(asked.label, lettering, setup.width, gap);
  if (setup.setting == Setting::hints_last) {
    content.add_label(asked.label, lettering, setup.width, gap);
    if (asked.instruction_kind != Asked::Instruction::how_to)
      add_hints(frame, content, "", instruction, setup.width, asked.instruction_kind);
    return;
  }
  const bool note = picture == AskedPicture::large && whole_width;
  if (asked.media.image.empty() || picture == AskedPicture::elsewhere)
    return add_words(frame, content, asked, instruction, lettering, gap, setup.width);
  PageContent words(frame);
  add_words(frame, words, asked, instruction, lettering, 0, setup.width);
  const float left = setup.room - words.height() - theme.space(4);
  const float most = note ? std::clamp(left, setup.room * 0.35F, setup.room * 0.75F) : setup.room * 0.34F;
  const bool wide = !theme.portrait() && whole_width;
  const float above =
      picture_size(frame, asked.media, setup.width, most).height + theme.space(4) + words.height();
  if (wide && add_beside(frame, content, asked, instruction, note, above, setup)) return;
  add_picture(frame, content, asked, setup.width, most, gap);
  add_words(frame, content, asked, instruction, lettering, theme.space(4), setup.width);
}

void add_left_out(Frame& frame, PageContent& content, const Asked& asked, const std::string& instruction,
                  float width, float room) {
  add_hints(frame, content, asked.hint, instruction, width);
  add_buttons(frame, content, asked, width);
  add_guidance(frame, content, asked, width);
  add_qr(frame, content, asked.media.qr, width);
  if (!asked.media.image.empty())
    add_picture(frame, content, asked, width, room * 0.8F, frame.theme().space(4));
}

bool keeps_room_for_complaint(Frame& frame, const Asked& asked) {
  return frame.memory().of<ComplaintRoom>(asked.path).height > 0;
}

void add_complaint(Frame& frame, PageContent& content, const Asked& asked, float width) {
  const float kept = frame.memory().of<ComplaintRoom>(asked.path).height;
  const float room = asked.complaint.empty() ? kept : complaint_height(frame, asked.complaint, width);
  if (room == 0) return;
  if (asked.complaint.empty()) {
    content.add({.gap = frame.theme().space(4), .height = room, .draw = [](const Box&) {
                   return std::optional<Event>();
                 }});
    return;
  }
  content.add({.gap = frame.theme().space(4),
               .height = room,
               .draw =
                   [&frame, &asked](const Box& box) {
                     frame.memory().of<ComplaintRoom>(asked.path).height = box.height;
                     draw_complaint(frame, asked.complaint, box);
                     return std::optional<Event>();
                   },
               .reveal = Reveal::complaint});
}

void add_clear(Frame& frame, PageContent& content, const std::string& path, const Button& button,
               float width) {
  if (button.label.empty()) return;
  static constexpr ButtonDesign design{
      .look = ButtonLook::quiet, .before = Sign::cross, .weight = Weight::regular, .size = TextSize::small};
  const float wide = std::min(width, button_width(frame, button, design));
  content.add({.gap = frame.theme().space(4),
               .height = button_height(frame, button, design, wide, frame.theme().target()),
               .draw = [&frame, path, &button, wide](const Box& box) {
                 return draw_button(frame, "clear:" + path, button, {box.x, box.y, wide, box.height}, design);
               }});
}

void add_refuse(Frame& frame, PageContent& content, const Asked& asked, float width) {
  if (asked.refuse.label.empty()) return;
  content.add({.gap = frame.theme().space(5),
               .height = refuse_box(frame, asked.refuse, {0, 0, width, 0}).height,
               .draw = [&frame, &asked](const Box& box) {
                 return draw_refuse(frame, asked.path, asked.refuse, asked.refused,
                                    refuse_box(frame, asked.refuse, box));
               }});
}

}  // namespace buurtpeil
