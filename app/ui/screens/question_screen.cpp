#include <algorithm>
#include <cmath>

#include "ui/fields/asked.h"
#include "ui/fields/closed_list.h"
#include "ui/fields/fields.h"
#include "ui/fields/long_list.h"
#include "ui/fields/map_field.h"
#include "ui/fields/media_buttons.h"
#include "ui/fields/points_field.h"
#include "ui/fields/table.h"
#include "ui/fields/writing.h"
#include "ui/screens/footer.h"
#include "ui/screens/page_boxes.h"
#include "ui/screens/progress_header.h"
#include "ui/screens/question_content.h"
#include "ui/screens/screens.h"
#include "ui/widgets.h"

namespace buurtpeil {
namespace {

// ---- what is being written ----

Writing field_in_writing(Frame& frame, const QuestionView& view) {
  for (const Field& field : view.fields) {
    const auto* write = std::get_if<WriteField>(&field);
    if (write && is_written(frame, *write)) return {.field = *write};
    const auto* list = std::get_if<ChoiceField>(&field);
    if (!list || list->search.empty() || (is_closed_list(*list) && !is_open(frame, *list))) continue;
    WriteField search = search_field(frame, *list);
    if (is_written(frame, search)) return {.field = std::move(search), .list = &field};
  }
  return {};
}

// ---- the page ----

FooterButtons move_buttons(const QuestionView& view) {
  FooterButtons move{.first_name = "next", .second_name = "back", .first = view.next, .second = view.back};
  move.first_design.after = Sign::forward;
  move.second_design.before = Sign::back;
  return move;
}

// How a question, the field that is written in and its keyboard lie. Where the keyboard leaves too little
// height for a question above its field, they stand beside each other, and of several fields only the one
// that is written in.
bool lie_beside(Frame& frame, const QuestionView& view, const Writing& writing, const Box& body) {
  const Theme& theme = frame.theme();
  if (!writing.field || theme.portrait()) return false;
  if (theme.room() == Room::compact) return true;
  if (writing.list || writing.field->keyboard == Keyboard::text || view.fields.size() > 1) return false;
  Box above = body;
  take_bottom(above, keyboard_height(frame, *writing.field), theme.space(2));
  above = column_of_questions(frame, view, above);
  return !fits_above(frame, *writing.field, usual_setting_of(view, view.fields.front()), above);
}

struct BesideBoxes {
  Box question, field, keys;
};

// A keypad, which is narrow, stands below the field, beside the question.
BesideBoxes cut_beside(Frame& frame, const WriteField& field, Box body) {
  const Theme& theme = frame.theme();
  const bool keypad = field.keyboard != Keyboard::text;
  const float keys = keyboard_height(frame, field);
  BesideBoxes boxes;
  if (theme.room() == Room::roomy) body = column_of_questions(frame, {}, body);
  if (!keypad) boxes.keys = take_bottom(body, keys, theme.space(2));
  boxes.field = take_right(body, std::floor(body.width * (keypad ? 0.5F : 0.46F)), theme.space(4));
  Box below = boxes.field;
  if (keypad) take_bottom(boxes.field, keys, theme.space(1));
  boxes.field.height = writing_field_height(frame, field, boxes.field.width, boxes.field.height);
  if (keypad) {
    take_top(below, boxes.field.height, theme.space(1));
    boxes.keys = take_top(below, keys);
  } else {
    boxes.keys = {0, boxes.keys.y, frame.whole().width, boxes.keys.height};
  }
  boxes.question = body;
  return boxes;
}

// A new complaint that has no room above or beside the keyboard puts it down: it is read first, and the field
// on the page brings the keyboard back.
bool makes_way(Frame& frame, const QuestionView& view, const WriteField& field, bool beside, Box body) {
  if (!one_complains(frame) || field.complaint.empty()) return false;
  const Theme& theme = frame.theme();
  float field_below = 0;
  if (beside) {
    body = cut_beside(frame, field, body).question;
  } else {
    if (has_banner(theme, view)) take_top(body, banner_height(theme));
    take_bottom(body, keyboard_height(frame, field), theme.space(2));
    body = column_of_questions(frame, view, body);
    const float more = theme.room() == Room::compact ? theme.tool_height() + theme.space(3) : 0;
    field_below = more + theme.space(3) + theme.space(4) + writing_field_height(frame, field, body.width, 0);
  }
  const float complaint = theme.space(2) + complaint_height(frame, field.complaint, body.width);
  return PageContent(frame).line_on_top() + complaint + field_below > body.height;
}

std::optional<Event> draw_beside(Frame& frame, const WriteField& field, Box body, const Box& middle) {
  const BesideBoxes boxes = cut_beside(frame, field, body);
  PageContent content(frame);
  add_question_beside(frame, content, field, boxes.question.width);
  auto result = draw_with_more(frame, content, boxes.question, middle);
  if (auto event = draw_writing_field(frame, field, boxes.field)) result = event;
  if (auto event = draw_keyboard(frame, field, boxes.keys)) result = event;
  return result;
}

// The same for a search: what was found stands beside the field.
std::optional<Event> draw_search_beside(Frame& frame, const ChoiceField& list, const WriteField& field,
                                        Box body, const Box& middle) {
  const Theme& theme = frame.theme();
  const Box keys = take_bottom(body, keyboard_height(frame, field), theme.space(2));
  Box writing = take_left(body, std::floor(body.width * 0.4F), theme.space(4));
  PageContent content(frame);
  add_long_list(frame, content, list, body.width);
  auto result = draw_with_more(frame, content, body, middle);
  writing.height = writing_field_height(frame, field, writing.width, writing.height);
  if (auto event = draw_writing_field(frame, field, writing)) result = event;
  if (auto event = draw_keyboard(frame, field, {0, keys.y, frame.whole().width, keys.height})) result = event;
  return result;
}

// Choices, all of which have to be seen, or a text to read: until then to show more is the first thing to do.
bool must_see_all(const QuestionView& view, const Writing& writing) {
  const bool only_tells = std::ranges::all_of(
      view.fields, [](const Field& field) { return std::holds_alternative<NoteField>(field); });
  return !writing.field && (only_tells || offers_choices(view));
}

// A map and its lists are one question too.
bool is_one_question(const QuestionView& view) {
  if (view.fields.size() <= 1) return true;
  const auto* map = std::get_if<MapField>(&view.fields.front());
  return map != nullptr && 1 + lists_of(*map, std::span(view.fields).subspan(1)).count == view.fields.size();
}

// Of several questions some were not in sight yet: passing them by would say that nobody wished to answer.
bool passes_unseen(Frame& frame, const QuestionView& view, const Writing& writing) {
  return !is_one_question(view) && !writing.field && !list_on_page(frame, view) && !end_was_seen(frame);
}

QuestionView without_complaints(QuestionView view) {
  for (Field& field : view.fields) std::visit([](auto& any) { any.complaint = {}; }, field);
  return view;
}

// Why the visit did not go on from a single question stands above Next, which was tapped: nothing above it
// moves. "" where it stands in the content: among several questions, beside its choices, close to a keyboard,
// or because it would cover some of what is in sight all at once, or most of a page that scrolls.
StyledText complaint_below(Frame& frame, const QuestionView& view, const Arrangement& arrangement,
                           const Box& body) {
  if (!is_one_question(view) || arrangement.alone == Setting::beside) return "";
  if (std::holds_alternative<WriteField>(view.fields.front())) return "";
  const StyledText& complaint = asked_of(view.fields.front()).complaint;
  if (complaint.empty() || keeps_room_for_complaint(frame, asked_of(view.fields.front()))) return "";
  Box left = column_of_questions(frame, view, body);
  const QuestionView without = without_complaints(view);
  PageContent content(frame);
  fill_content(frame, content, without, {}, arrangement, room_of_questions(frame, view, body));
  const bool scrolls = !content.fits(left.height);
  const float least = left.height * 0.6F;
  take_bottom(left, complaint_height(frame, complaint, left.width), frame.theme().space(3));
  return content.fits(left.height) || (scrolls && left.height >= least) ? complaint : StyledText("");
}

void draw_complaint_below(Frame& frame, const QuestionView& view, const StyledText& complaint, Box& body) {
  const Box column = column_of_questions(frame, view, body);
  const float height = complaint_height(frame, complaint, column.width);
  const Box box = take_bottom(body, height, frame.theme().space(3));
  draw_complaint(frame, complaint, {column.x, box.y, column.width, box.height});
}

// The points of these fields that are left to be divided.
std::vector<PointsField*> points_of(QuestionView& view) {
  std::vector<PointsField*> found;
  for (Field& field : view.fields)
    if (auto* points = std::get_if<PointsField>(&field)) found.push_back(points);
  return found;
}

// The only question, where it counts its answers: "2 of 3 chosen".
Asked* counting(QuestionView& view) {
  if (view.fields.size() != 1) return nullptr;
  Asked& asked = std::visit([](auto& any) -> Asked& { return any; }, view.fields.front());
  return asked.instruction_kind == Asked::Instruction::how_to ? nullptr : &asked;
}

// What counts the answers stands above them. Where the page is longer than the display it would scroll away:
// then at its lower edge, always in sight.
void set_counts_apart(Frame& frame, QuestionView& view, const Writing& writing,
                      const Arrangement& arrangement, Box& body) {
  const auto points = points_of(view);
  Asked* counts = writing.field ? nullptr : counting(view);
  if (points.empty() && !counts) return;
  PageContent content(frame);
  fill_content(frame, content, view, writing, arrangement, body);
  if (content.fits(body.height)) return;
  const float gap = frame.theme().space(2);
  for (PointsField* field : points) {
    draw_points_left(frame, *field, take_bottom(body, points_left_height(frame, *field, body.width), gap));
    field->left.clear();
  }
  if (counts) {
    draw_count(frame, *counts, take_bottom(body, count_height(frame, *counts, body.width), gap));
    counts->instruction.clear();
  }
}

// The question, a field-list or a note, above the keyboard if there is one.
std::optional<Event> draw_below_each_other(Frame& frame, QuestionView view, const Writing& writing, Box body,
                                           const Box& middle) {
  const Theme& theme = frame.theme();
  Box keys;
  if (writing.field) {
    keys = take_bottom(body, keyboard_height(frame, *writing.field), theme.space(2));
    keys = {0, keys.y, frame.whole().width, keys.height};
  }
  const ChoiceField* list = writing.field ? nullptr : list_on_page(frame, view);
  Arrangement arrangement;
  if (!writing.field && !list) arrangement = arrangement_of(frame, view, body, middle);
  if (is_reversed(frame)) reverse_choices(view);
  if (arrangement.banner && has_banner(theme, view)) take_banner(frame, body);
  set_as(frame, arrangement);
  const Box room =
      writing.field || list ? column_of_questions(frame, view, body) : room_of_questions(frame, view, body);
  const StyledText complaint = complaint_below(frame, view, arrangement, body);
  if (!complaint.empty()) draw_complaint_below(frame, view, complaint, body);
  if (!complaint.empty()) view = without_complaints(std::move(view));
  body = column_of_questions(frame, view, body);
  set_counts_apart(frame, view, writing, arrangement, body);
  Box closing;
  if (list) closing = take_bottom(body, close_button_height(frame, *list, body.width), theme.space(3));
  PageContent content(frame);
  fill_content(frame, content, view, writing, arrangement, room);
  take_top(body, std::clamp(body.height - content.height(), 0.0F, arrangement.above));
  auto result =
      draw_with_more(frame, content, body, middle,
                     must_see_all(view, writing) ? Unseen::first_thing_to_do : Unseen::one_thing_to_do);
  frame.set_as_page();
  if (list) {
    if (auto event = draw_close_button(frame, *list, closing)) result = event;
  }
  if (writing.field) {
    if (auto event = draw_keyboard(frame, *writing.field, keys)) result = event;
  }
  return result;
}

}  // namespace

std::optional<Event> draw_screen(Frame& frame, const QuestionView& view) {
  const Theme& theme = frame.theme();
  draw_paper(frame);
  note_changes(frame, view);
  PageBoxes boxes = cut_page(frame);
  if (picture_is_open(frame)) {
    draw_enlarged(frame, view.close_picture, boxes.body, boxes.footer);
    return draw_header(frame, boxes);
  }
  std::optional<Event> result;
  const auto keep = [&result](std::optional<Event> event) {
    if (event) result = std::move(event);
  };
  const ProgressHeader header{.done = view.done,
                              .words = view.progress,
                              .short_words = view.number,
                              .longest_words = view.longest_progress,
                              .out = view.leave};
  keep(draw_progress_header(frame, header, boxes, boxes.body));
  Writing writing = field_in_writing(frame, view);
  FooterButtons move = move_buttons(view);
  const FooterCut footer = cut_footer(frame, move, boxes, theme.column());
  bool beside = lie_beside(frame, view, writing, boxes.body);
  if (writing.field && makes_way(frame, view, *writing.field, beside, boxes.body)) {
    stop_writing(frame);
    writing = {};
    beside = false;
  }
  if (beside && writing.list)
    keep(draw_search_beside(frame, std::get<ChoiceField>(*writing.list), *writing.field, boxes.body,
                            footer.middle));
  else if (beside)
    keep(draw_beside(frame, *writing.field, boxes.body, footer.middle));
  else
    keep(draw_below_each_other(frame, view, writing, boxes.body, footer.middle));
  if (writing.field) keep(physical_keyboard(frame, *writing.field));
  if (view.waits || (must_see_all(view, writing) && !end_was_seen(frame)))
    move.first_design.look = ButtonLook::card;
  if (view.unread) move.first_design.look = ButtonLook::unready;
  auto moved = draw_footer(frame, move, footer);
  if (moved && std::holds_alternative<event::Next>(*moved) && passes_unseen(frame, view, writing)) {
    show_more(frame);
    moved = event::Touch{};
  }
  keep(std::move(moved));
  return take_search(frame, take_closing(frame, view, std::move(result)));
}

}  // namespace buurtpeil
