#include <algorithm>
#include <cmath>

#include "ui/fields/closed_list.h"
#include "ui/fields/fields.h"
#include "ui/fields/long_list.h"
#include "ui/fields/media_buttons.h"
#include "ui/fields/points_field.h"
#include "ui/fields/table.h"
#include "ui/fields/writing.h"
#include "ui/screens/page_boxes.h"
#include "ui/screens/screens.h"
#include "ui/screens/visitor_tools.h"
#include "ui/widgets.h"

namespace buurtpeil {
namespace {

constexpr Lettering progress_lettering{TextSize::small, Weight::bold};

// ---- header: where I am, and the two ways out ----

float least_bar(const Theme& theme) { return theme.size(Size::least_bar); }

// Words, a bar, and in a narrow header, which has no room for the owner, the trial word. What does not fit is
// left out: first the trial word, then how many questions there are, then the bar.
void draw_progress(Frame& frame, const QuestionView& view, Box box, bool with_trial) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  const auto width = [&frame](const std::string& words) { return frame.width_of(words, progress_lettering); };
  const std::string& said = width(view.progress) <= box.width ? view.progress : view.number;
  if (!said.empty() && width(said) <= box.width) {
    const Box words = take_left(box, width(said), theme.space(4));
    frame.write_in_middle(said, progress_lettering, words, palette.ink_quiet);
    if (box.width < least_bar(theme) / 2) return;
  }
  const float trial = trial_width(frame);
  if (with_trial && trial > 0 && trial + theme.space(3) + least_bar(theme) / 2 <= box.width) {
    draw_trial(frame, take_right(box, trial, theme.space(3)));
  }
  if (!view.done) return;
  const float height = theme.size(Size::bar);
  Box bar = centred(box, box.width, height);
  frame.fill(bar, palette.track, height / 2);
  bar.width = std::clamp(bar.width * static_cast<float>(*view.done), height, bar.width);
  if (*view.done > 0) frame.fill(bar, palette.accent, height / 2);
}

// Of any screen of the form, so that the tools stay where they are from one question to the next.
float widest_progress(Frame& frame, const QuestionView& view) {
  return std::max(frame.width_of(view.progress, progress_lettering),
                  frame.width_of(view.longest_progress, progress_lettering));
}

// On a small display the progress stands in the header itself, else it takes a row off the top of the body.
std::optional<Event> draw_question_header(Frame& frame, const QuestionView& view, const PageBoxes& boxes,
                                          Box& body) {
  const Theme& theme = frame.theme();
  std::vector<Tool> tools;
  if (!theme.tools_below()) tools = tools_of(frame);
  if (!view.leave.label.empty())
    tools.push_back({.name = "leave", .button = view.leave, .sign = Sign::cross});
  Box row = header_row(theme, boxes.header);
  if (theme.room() == Room::compact) {
    cut_tools(frame, tools, row, widest_progress(frame, view) + theme.space(4) + least_bar(theme));
    draw_progress(frame, view, row, true);
  } else {
    cut_tools(frame, tools, row, 0);
    const bool with_owner = owner_width(frame) <= row.width;
    if (with_owner) draw_owner(frame, row);
    const Box line = take_top(body, frame.line_height(TextSize::small), theme.space(2));
    draw_progress(frame, view, centred_column(line, theme.column()), !with_owner);
  }
  auto result = draw_tools(frame, tools);
  if (auto event = draw_tools_below(frame, boxes)) result = std::move(event);
  return result;
}

// ---- what is being written ----

// A question's field, or one to search in a list.
struct Writing {
  std::optional<WriteField> field;
  const Field* list = nullptr;  // that is searched: a ChoiceField
};

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

int count_complaints(const QuestionView& view) {
  int count = 0;
  for (const Field& field : view.fields) count += asked_of(field).complaint.empty() ? 0 : 1;
  return count;
}

int count_followers(const QuestionView& view) {
  return static_cast<int>(
      std::ranges::count_if(view.fields, [](const Field& field) { return asked_of(field).follows; }));
}

// What was on the screen in the last frame.
struct DrawnQuestions {
  bool fresh = true;  // nothing was drawn yet
  int complaints = 0;
  int followers = 0;         // fields that follow an answer
  bool one_follows = false;  // one came onto the page since
  bool one_complains = false;
};

// A new screen with one open answer begins with the keyboard up; a new complaint is brought into sight, and
// so is a question that an answer on the screen brought along.
void note_changes(Frame& frame, const QuestionView& view) {
  DrawnQuestions& drawn = frame.memory().of<DrawnQuestions>();
  if (drawn.fresh && view.fields.size() == 1) {
    if (const auto* write = std::get_if<WriteField>(&view.fields.front())) start_writing(frame, *write);
  }
  const int followers = count_followers(view), complaints = count_complaints(view);
  drawn.one_follows = followers > drawn.followers && !drawn.fresh;
  drawn.one_complains = complaints > drawn.complaints;
  if (drawn.one_follows || drawn.one_complains) frame.memory().of<Scrolling>().reveal = true;
  drawn.followers = followers;
  drawn.complaints = complaints;
  drawn.fresh = false;
}

// ---- the page ----

// Back and Next, and the room between them. Where their words do not fit, the signs go, then the letters
// become smaller, and finally Back is its arrow alone.
struct MoveButtons {
  Box back, next, middle;
  ButtonDesign back_design, next_design;
  bool back_in_words = true;
};

MoveButtons cut_footer(Frame& frame, const QuestionView& view, const Box& footer) {
  const Theme& theme = frame.theme();
  MoveButtons move;
  move.middle = inset(footer, 0, (footer.height - theme.button_height()) / 2);
  float next = 0, back = 0;
  const auto fits = [&](std::optional<Sign> back_sign, std::optional<Sign> next_sign, TextSize size) {
    move.back_design = {.look = ButtonLook::card, .before = back_sign, .size = size};
    move.next_design = {
        .look = view.waits ? ButtonLook::card : ButtonLook::main, .after = next_sign, .size = size};
    next = button_width(frame, view.next, move.next_design);
    back = view.back.label.empty() ? 0 : button_width(frame, view.back, move.back_design);
    return back + theme.space(3) + next <= move.middle.width;
  };
  move.back_in_words = fits(Sign::back, Sign::forward, TextSize::reading) ||
                       fits({}, {}, TextSize::reading) || fits({}, {}, TextSize::small);
  const float least = theme.size(Size::move_button);
  const float spare = move.middle.width - theme.space(3) - next - back;
  if (spare > 2 * least) next = std::max(next, least);
  move.next = take_right(move.middle, next, theme.space(3));
  move.back =
      take_left(move.middle, move.back_in_words ? back : theme.size(Size::square_button), theme.space(3));
  return move;
}

std::optional<Event> draw_move_buttons(Frame& frame, const QuestionView& view, const MoveButtons& move) {
  auto result = draw_button(frame, "next", view.next, move.next, move.next_design);
  if (move.back_in_words) {
    if (auto event = draw_button(frame, "back", view.back, move.back, move.back_design)) result = event;
  } else if (draw_sign_button(frame, "back", Sign::back, move.back)) {
    result = view.back.event;
  }
  return result;
}

Setting usual_setting_of(const QuestionView& view, const Field& field) {
  if (asked_of(field).follows) return Setting::follows;
  const bool alone = static_cast<int>(view.fields.size()) == 1 + count_followers(view);
  return alone ? Setting::alone : Setting::listed;
}

// Whether the question and the field that is written in are in sight together when all is said above it.
bool fits_above(Frame& frame, const WriteField& field, Setting setting, const Box& body) {
  PageContent content(frame);
  add_field(frame, content, field, {setting, body.width, body.height});
  return content.height_to_field() <= body.height;
}

Box column_of_questions(Frame& frame, const Box& body) {
  const Theme& theme = frame.theme();
  Box column = centred_column(body, theme.column());
  take_top(column, theme.space(theme.room() == Room::roomy ? 5 : 2));
  return column;
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
  above = column_of_questions(frame, above);
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
  if (theme.room() == Room::roomy) body = column_of_questions(frame, body);
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
bool makes_way(Frame& frame, const WriteField& field, bool beside, Box body) {
  if (!frame.memory().of<DrawnQuestions>().one_complains || field.complaint.empty()) return false;
  const Theme& theme = frame.theme();
  float field_below = 0;
  if (beside) {
    body = cut_beside(frame, field, body).question;
  } else {
    take_bottom(body, keyboard_height(frame, field), theme.space(2));
    body = column_of_questions(frame, body);
    const float more = theme.room() == Room::compact ? theme.tool_height() + theme.space(3) : 0;
    field_below = more + theme.space(3) + theme.space(4) + writing_field_height(frame, field, body.width, 0);
  }
  const float complaint = theme.space(2) + complaint_height(frame, field.complaint, body.width);
  return PageContent(frame).line_on_top() + complaint + field_below > body.height;
}

std::optional<Event> draw_beside(Frame& frame, const QuestionView& view, const WriteField& field, Box body,
                                 const Box& middle) {
  const BesideBoxes boxes = cut_beside(frame, field, body);
  PageContent content(frame);
  add_question_beside(frame, content, field, boxes.question.width);
  auto result = draw_with_more(frame, content, boxes.question, middle, view.more);
  if (auto event = draw_writing_field(frame, field, boxes.field)) result = event;
  if (auto event = draw_keyboard(frame, field, boxes.keys)) result = event;
  return result;
}

// The same for a search: what was found stands beside the field.
std::optional<Event> draw_search_beside(Frame& frame, const QuestionView& view, const ChoiceField& list,
                                        const WriteField& field, Box body, const Box& middle) {
  const Theme& theme = frame.theme();
  const Box keys = take_bottom(body, keyboard_height(frame, field), theme.space(2));
  Box writing = take_left(body, std::floor(body.width * 0.4F), theme.space(4));
  PageContent content(frame);
  add_long_list(frame, content, list, body.width);
  auto result = draw_with_more(frame, content, body, middle, view.more);
  writing.height = writing_field_height(frame, field, writing.width, writing.height);
  if (auto event = draw_writing_field(frame, field, writing)) result = event;
  if (auto event = draw_keyboard(frame, field, {0, keys.y, frame.whole().width, keys.height})) result = event;
  return result;
}

Setting setting_of(Frame& frame, const QuestionView& view, const Writing& writing, const Field& field,
                   const Box& body) {
  const auto* write = std::get_if<WriteField>(&field);
  const Setting usual = usual_setting_of(view, field);
  if (write == nullptr || !writing.field) return usual;
  if (frame.theme().room() == Room::compact) return Setting::close;
  const bool tight = write->path == writing.field->path && !fits_above(frame, *write, usual, body);
  return tight ? Setting::close : usual;
}

void fill_content(Frame& frame, PageContent& content, const QuestionView& view, const Writing& writing,
                  const Box& body) {
  const Theme& theme = frame.theme();
  if (writing.list)
    return add_field(frame, content, *writing.list, {Setting::close, body.width, body.height});
  if (!view.group.empty()) {
    const bool alone = view.fields.size() == 1;
    const Lettering lettering{alone ? TextSize::small : TextSize::title, Weight::bold};
    content.add_text(alone ? StyledView(view.group.words) : view.group, lettering,
                     alone ? frame.colours().accent : frame.colours().ink, body.width, 0);
  }
  const ChoiceField* list = list_on_page(frame, view);
  for (std::size_t index = 0; index < view.fields.size(); ++index) {
    const Field& field = view.fields[index];
    if (list && std::get_if<ChoiceField>(&field) != list) continue;
    if (const std::size_t rows = add_rows_of_table(frame, content, view.fields, index, body.width);
        rows > 0) {
      index += rows - 1;
      continue;
    }
    const Setting setting = setting_of(frame, view, writing, field, body);
    // Below a question that is written close there stand "more" buttons.
    const float room =
        setting == Setting::close ? body.height - theme.tool_height() - theme.space(3) : body.height;
    const std::size_t first = content.count();
    add_field(frame, content, field, {setting, body.width, room});
    if (setting == Setting::follows && frame.memory().of<DrawnQuestions>().one_follows)
      content.mark(first, Reveal::opened);
  }
}

// The question, a field-list or a note, above the keyboard if there is one.
std::optional<Event> draw_below_each_other(Frame& frame, const QuestionView& view, const Writing& writing,
                                           Box body, const Box& middle) {
  const Theme& theme = frame.theme();
  Box keys;
  if (writing.field) {
    keys = take_bottom(body, keyboard_height(frame, *writing.field), theme.space(2));
    keys = {0, keys.y, frame.whole().width, keys.height};
  }
  body = column_of_questions(frame, body);
  for (const Field& field : view.fields)
    if (const auto* points = std::get_if<PointsField>(&field))
      draw_points_left(frame, *points,
                       take_bottom(body, points_left_height(frame, *points, body.width), theme.space(2)));
  const ChoiceField* list = writing.field ? nullptr : list_on_page(frame, view);
  Box closing;
  if (list) closing = take_bottom(body, close_button_height(frame, *list, body.width), theme.space(3));
  PageContent content(frame);
  fill_content(frame, content, view, writing, body);
  auto result = draw_with_more(frame, content, body, middle, view.more);
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
  if (view.done) take_banner(frame, boxes.body);
  std::optional<Event> result;
  const auto keep = [&result](std::optional<Event> event) {
    if (event) result = std::move(event);
  };
  keep(draw_question_header(frame, view, boxes, boxes.body));
  Writing writing = field_in_writing(frame, view);
  const MoveButtons move = cut_footer(frame, view, centred_column(boxes.footer, theme.column()));
  bool beside = lie_beside(frame, view, writing, boxes.body);
  if (writing.field && makes_way(frame, *writing.field, beside, boxes.body)) {
    stop_writing(frame);
    writing = {};
    beside = false;
  }
  if (beside && writing.list)
    keep(draw_search_beside(frame, view, std::get<ChoiceField>(*writing.list), *writing.field, boxes.body,
                            move.middle));
  else if (beside)
    keep(draw_beside(frame, view, *writing.field, boxes.body, move.middle));
  else
    keep(draw_below_each_other(frame, view, writing, boxes.body, move.middle));
  if (writing.field) keep(physical_keyboard(frame, *writing.field));
  keep(draw_move_buttons(frame, view, move));
  return take_search(frame, take_closing(frame, view, std::move(result)));
}

}  // namespace buurtpeil
