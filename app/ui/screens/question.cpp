#include <algorithm>
#include <cmath>

#include "ui/screens/page.h"
#include "ui/screens/screens.h"
#include "ui/writing.h"

namespace buurtpeil {
namespace {

constexpr ButtonDesign leave_design{
    .look = ButtonLook::card, .before = Sign::cross, .weight = Weight::regular, .size = TextSize::small};
constexpr ButtonDesign language_design{
    .look = ButtonLook::card, .before = Sign::globe, .weight = Weight::regular, .size = TextSize::small};
constexpr ButtonDesign next_design{.look = ButtonLook::main, .after = Sign::forward};
constexpr ButtonDesign back_design{.look = ButtonLook::card, .before = Sign::back};
constexpr Lettering progress_lettering{TextSize::small, Weight::bold};

// ---- header: where I am, and the two ways out ----

float least_bar(const Theme& theme) { return theme.mm(20); }

// Words, a bar, and in a narrow header, which has no room for the owner, the trial word.
void draw_progress(Frame& frame, const QuestionView& view, Box box, bool with_trial) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  const Box words = take_left(box, frame.width_of(view.progress, progress_lettering), theme.space(4));
  frame.write_in_middle(view.progress, progress_lettering, words, palette.ink_quiet);
  const float trial = trial_width(frame);
  if (with_trial && trial > 0 && trial + theme.space(3) + least_bar(theme) <= box.width) {
    draw_trial(frame, take_right(box, trial, theme.space(3)));
  }
  const float height = theme.mm(3);
  Box bar = centred(box, box.width, height);
  frame.fill(bar, palette.track, height / 2);
  const float part = view.screens > 0 ? static_cast<float>(view.screen) / static_cast<float>(view.screens) : 0;
  bar.width = std::clamp(bar.width * part, height, bar.width);
  if (view.screen > 0) frame.fill(bar, palette.accent, height / 2);
}

// The buttons at the header's end; `rest` is what they leave.
std::optional<Event> draw_ways_out(Frame& frame, const QuestionView& view, Box& rest) {
  const Theme& theme = frame.theme();
  std::optional<Event> result;
  if (!view.leave.label.empty()) {
    const Box box = take_right(rest, button_width(frame, view.leave, leave_design), theme.space(3));
    result = draw_button(frame, "leave", view.leave, box, leave_design);
  }
  if (!view.language.label.empty()) {
    const Box box = take_right(rest, button_width(frame, view.language, language_design), theme.space(4));
    if (auto event = draw_button(frame, "language", view.language, box, language_design)) result = event;
  }
  return result;
}

std::optional<Event> draw_question_header(Frame& frame, const QuestionView& view, PageBoxes& boxes) {
  const Theme& theme = frame.theme();
  Box rest = inset(boxes.header, 0, (boxes.header.height - theme.target()) / 2);
  auto result = draw_ways_out(frame, view, rest);
  const float words = frame.width_of(view.progress, progress_lettering);
  if (theme.room() == Room::compact && words + theme.space(4) + least_bar(theme) <= rest.width) {
    draw_progress(frame, view, rest, true);
    return result;
  }
  const bool with_owner = owner_width(frame) <= rest.width;
  if (with_owner) draw_owner(frame, rest);
  Box row = take_top(boxes.body, frame.line_height(TextSize::small), theme.space(2));
  draw_progress(frame, view, centred_column(row, theme.column()), !with_owner);
  return result;
}

// ---- content: the fields of the screen ----

// What a field has above its answers.
struct Heading {
  const std::string& label;
  const std::string& hint;
  const std::string* instruction;
  float gap;  // above it
};

int columns_for(Frame& frame, const ChoiceField& field, float width, float room) {
  const Theme& theme = frame.theme();
  const auto count = static_cast<int>(field.options.size());
  const auto width_in = [&](int columns) {
    return (width - theme.space(4) * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  };
  float widest = 0, tall = 0;
  for (const auto& option : field.options) {
    widest = std::max(widest, choice_width(frame, option.label));
    tall += choice_height(frame, option.label, width) + theme.space(3);
  }
  const auto fits = [&](int columns) { return columns <= count && widest <= width_in(columns); };
  if (count == 3 && fits(3)) return 3;
  if ((count == 2 || count == 4) && fits(2)) return 2;
  if (tall <= room) return 1;
  if (fits(3) && tall > 2 * room) return 3;
  if (fits(2)) return 2;
  const bool two_lines_in_two = width_in(2) >= theme.mm(110) && widest <= 1.8F * width_in(2);
  return two_lines_in_two ? 2 : 1;
}

// The choices in rows; all cards of a row are as high as the highest.
void add_choices(Frame& frame, Content& content, const ChoiceField& field, float width, float room) {
  const Theme& theme = frame.theme();
  const int columns = columns_for(frame, field, width, room);
  const float gap = theme.space(columns > 1 ? 4 : 3);
  const float card =
      std::floor((width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
  for (std::size_t first = 0; first < field.options.size(); first += static_cast<std::size_t>(columns)) {
    const std::size_t end = std::min(first + static_cast<std::size_t>(columns), field.options.size());
    float height = 0;
    for (std::size_t index = first; index < end; ++index) {
      height = std::max(height, choice_height(frame, field.options[index].label, card));
    }
    content.add({.gap = first == 0 ? theme.space(5) : gap,
                 .height = height,
                 .draw = [&frame, &field, first, end, card, gap](const Box& row) {
                   std::optional<Event> result;
                   Box rest = row;
                   for (std::size_t index = first; index < end; ++index) {
                     if (auto event =
                             draw_choice(frame, field, field.options[index], take_left(rest, card, gap)))
                       result = event;
                   }
                   return result;
                 }});
  }
}

void add_heading(Frame& frame, Content& content, const Heading& heading, const Lettering& lettering,
                 float width) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  content.add_text(heading.label, lettering, palette.ink, width, heading.gap);
  content.add_text(heading.hint, {TextSize::reading}, palette.ink_quiet, width, theme.space(2));
  if (heading.instruction)
    content.add_text(*heading.instruction, {TextSize::small}, palette.ink_quiet, width, theme.space(2));
}

void add_complaint(Frame& frame, Content& content, const std::string& complaint, float width) {
  if (complaint.empty()) return;
  content.add({.gap = frame.theme().space(4),
               .height = complaint_height(frame, complaint, width),
               .draw =
                   [&frame, complaint](const Box& box) {
                     draw_complaint(frame, complaint, box);
                     return std::optional<Event>();
                   },
               .reveal = true});
}

void add_refuse(Frame& frame, Content& content, const std::string& path, const Button& button, bool refused,
                float width) {
  if (button.label.empty()) return;
  const float height = refuse_box(frame, button, {0, 0, width, 0}).height;
  content.add({.gap = frame.theme().space(5),
               .height = height,
               .draw = [&frame, path, &button, refused](const Box& box) {
                 return draw_refuse(frame, path, button, refused, refuse_box(frame, button, box));
               }});
}

void add_writing(Frame& frame, Content& content, const WriteField& field, float width, float room) {
  const Theme& theme = frame.theme();
  const float wide = field.keyboard == Keyboard::text ? width : std::min(width, theme.mm(120));
  const float most = std::max(room * 0.6F, theme.card_height());
  content.add({.gap = theme.space(4),
               .height = writing_field_height(frame, field, wide, most),
               .draw =
                   [&frame, &field, wide](const Box& box) {
                     return draw_writing_field(frame, field, {box.x, box.y, wide, box.height});
                   },
               .reveal = frame.memory().writing == field.path});
}

Lettering heading_lettering(Frame& frame, const std::string& label, bool alone, float width, float room) {
  if (!alone) return {TextSize::lead, Weight::bold};
  const Lettering title{TextSize::title, Weight::bold};
  return frame.height_of(label, title, width) <= room * 0.4F ? title
                                                             : Lettering{TextSize::lead, Weight::bold};
}

void add_field(Frame& frame, Content& content, const Field& field, bool alone, float width, float room) {
  const float gap = frame.theme().space(alone ? 2 : 7);
  const auto lettering = [&](const std::string& label) {
    return heading_lettering(frame, label, alone, width, room);
  };
  if (const auto* note = std::get_if<NoteField>(&field)) {
    add_heading(frame, content, {note->label, note->hint, nullptr, gap},
                alone ? lettering(note->label) : Lettering{TextSize::lead}, width);
  } else if (const auto* choice = std::get_if<ChoiceField>(&field)) {
    add_heading(frame, content, {choice->label, choice->hint, &choice->instruction, gap},
                lettering(choice->label), width);
    add_complaint(frame, content, choice->complaint, width);
    add_choices(frame, content, *choice, width, room - content.height());
    add_refuse(frame, content, choice->path, choice->refuse, choice->refused, width);
  } else if (const auto* write = std::get_if<WriteField>(&field)) {
    add_heading(frame, content, {write->label, write->hint, &write->instruction, gap},
                lettering(write->label), width);
    add_complaint(frame, content, write->complaint, width);
    add_writing(frame, content, *write, width, room);
    add_refuse(frame, content, write->path, write->refuse, write->refused, width);
  }
}

const WriteField* field_in_writing(Frame& frame, const QuestionView& view) {
  for (const Field& field : view.fields) {
    const auto* write = std::get_if<WriteField>(&field);
    if (write && write->path == frame.memory().writing) return write;
  }
  return nullptr;
}

int count_complaints(const QuestionView& view) {
  int count = 0;
  for (const Field& field : view.fields) {
    if (const auto* choice = std::get_if<ChoiceField>(&field)) count += choice->complaint.empty() ? 0 : 1;
    if (const auto* write = std::get_if<WriteField>(&field)) count += write->complaint.empty() ? 0 : 1;
  }
  return count;
}

// A new screen with one open answer begins with the keyboard up; a new complaint is brought into sight.
void prepare_memory(Memory& memory, const QuestionView& view) {
  if (memory.fresh && view.fields.size() == 1) {
    if (const auto* write = std::get_if<WriteField>(&view.fields.front())) memory.writing = write->path;
  }
  memory.fresh = false;
  const int complaints = count_complaints(view);
  if (complaints > memory.complaints) memory.reveal = true;
  memory.complaints = complaints;
}

// The keyboard leaves a small display too little height for a question above its field: they stand beside each other, and of
// several fields only the one that is written in.
bool field_beside_question(const Theme& theme) { return theme.room() == Room::compact && !theme.portrait(); }

std::optional<Event> draw_beside(Frame& frame, const QuestionView& view, const WriteField& field, Box body,
                                 const Box& middle) {
  const Theme& theme = frame.theme();
  const Box right_half = take_right(body, std::floor(body.width * 0.5F), theme.space(4));
  Content content(frame);
  if (!field.complaint.empty()) add_complaint(frame, content, field.complaint, body.width);
  const Heading heading{field.label, field.hint, &field.instruction, theme.space(2)};
  add_heading(frame, content, heading, {TextSize::reading, Weight::bold}, body.width);
  add_refuse(frame, content, field.path, field.refuse, field.refused, body.width);
  auto result = draw_with_more(frame, content, body, middle, view.more);
  Box place = right_half;
  place.height = writing_field_height(frame, field, place.width, right_half.height);
  if (auto event = draw_writing_field(frame, field, place)) result = event;
  return result;
}

std::optional<Event> draw_fields(Frame& frame, const QuestionView& view, const Box& body, const Box& middle) {
  Content content(frame);
  const bool alone = view.fields.size() == 1;
  if (!view.group.empty()) {
    const Lettering lettering = alone ? Lettering{TextSize::small, Weight::bold} : Lettering{TextSize::title, Weight::bold};
    content.add_text(view.group, lettering, alone ? frame.colours().accent : frame.colours().ink, body.width, 0);
  }
  for (const Field& field : view.fields) add_field(frame, content, field, alone, body.width, body.height);
  return draw_with_more(frame, content, body, middle, view.more);
}

struct MoveButtons {
  Box back, next, middle;
};

MoveButtons cut_footer(Frame& frame, const QuestionView& view, const Box& footer) {
  const Theme& theme = frame.theme();
  MoveButtons boxes;
  boxes.middle = inset(footer, 0, (footer.height - theme.button_height()) / 2);
  const float least = theme.mm(theme.room() == Room::roomy ? 62.0F : 40.0F);
  const float next = std::max(least, button_width(frame, view.next, next_design));
  const float back = std::max(theme.mm(40), button_width(frame, view.back, back_design));
  boxes.next = take_right(boxes.middle, next, theme.space(3));
  boxes.back = take_left(boxes.middle, back, theme.space(3));
  return boxes;
}

}  // namespace

std::optional<Event> draw_screen(Frame& frame, const QuestionView& view) {
  const Theme& theme = frame.theme();
  draw_paper(frame);
  prepare_memory(frame.memory(), view);
  PageBoxes boxes = cut_page(frame);
  std::optional<Event> result;
  const auto keep = [&result](std::optional<Event> event) {
    if (event) result = std::move(event);
  };

  keep(draw_question_header(frame, view, boxes));
  const WriteField* writing = field_in_writing(frame, view);
  Box plate;
  if (writing) {
    plate = take_bottom(boxes.body, keyboard_height(frame, *writing), theme.space(2));
    plate.x = 0;
    plate.width = frame.whole().width;
  }
  const MoveButtons move = cut_footer(frame, view, centred_column(boxes.footer, theme.column()));

  Box body = centred_column(boxes.body, theme.column());
  take_top(body, theme.space(theme.room() == Room::roomy ? 5 : 2));
  if (writing && field_beside_question(theme)) {
    keep(draw_beside(frame, view, *writing, boxes.body, move.middle));
  } else {
    keep(draw_fields(frame, view, body, move.middle));
  }
  if (writing) {
    keep(draw_keyboard(frame, *writing, plate));
    keep(physical_keyboard(frame, *writing));
  }
  keep(draw_button(frame, "next", view.next, move.next, next_design));
  keep(draw_button(frame, "back", view.back, move.back, back_design));
  return result;
}

}  // namespace buurtpeil
