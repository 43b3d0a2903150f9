#include "ui/fields/writing.h"

#include <algorithm>
#include <cmath>

#include "ui/fields/asked.h"
#include "ui/fields/fields.h"
#include "ui/fields/writing_state.h"
#include "ui/page_content.h"
#include "ui/text/field_text.h"

namespace buurtpeil {
namespace {

constexpr double two_taps_s = 0.6;    // at most between two taps that mean a word
constexpr float line_wait_s = 0.12F;  // between two lines that a finger beyond the field moves by
constexpr float usual_rows = 3;

float text_padding(const Theme& theme) { return theme.space(4); }

// Where the text of a field stands.
struct TextPlace {
  Box text;                   // in the layout; its top may be above the field
  Box window;                 // what is seen of it
  float line = 0, lines = 1;  // height of a line, and how many are seen
};

// Text that is too high shows whole lines around the caret; less stands at the top, a single line in the
// middle.
TextPlace place_text(const Frame& frame, const WriteField& field, const FieldText& text, const Box& box) {
  const Theme& theme = frame.theme();
  const Box inner = inset(box, text_padding(theme), theme.space(theme.room() == Room::roomy ? 2 : 1));
  TextPlace place{.text = inner, .window = inset(box, theme.space(1), theme.space(1))};
  place.text.height = text.paragraph().height();
  place.line = text.caret(0).height;
  place.lines = std::max(1.0F, std::floor(inner.height / place.line + 0.1F));
  if (place.text.height > inner.height + 1) {
    place.text.y += (inner.height - place.lines * place.line) / 2;
    place.window = centred(place.window, place.window.width, place.lines * place.line);
  } else if (!field.multiline) {
    place.text.y += std::max(0.0F, (inner.height - place.text.height) / 2);
  }
  place.text.y = std::floor(place.text.y);
  return place;
}

// The lines around the caret come into sight.
void scroll_to_caret(WritingState& state, const FieldText& text, const TextPlace& place) {
  const float caret = text.caret(state.edited.caret()).y;
  const float last = caret - (place.lines - 1) * place.line;
  state.scroll = std::clamp(state.scroll, std::max(0.0F, last), std::max(0.0F, caret));
  const auto all = static_cast<float>(text.paragraph().lines());
  state.scroll = std::min(state.scroll, std::max(0.0F, (all - place.lines) * place.line));
}

// ---- the finger ----

// The finger in a field that is written in. Places are those of the display: text is not mirrored.
class FingerInField {
 public:
  FingerInField(Frame& frame, WritingState& state, const FieldText& text, const TextPlace& place)
      : frame_(frame), state_(state), text_(text), line_(place.line), window_(frame.on_screen(place.window)) {
    origin_ = frame.on_screen(place.text);
    origin_.y -= state.scroll;
  }

  void come_down() {
    state_.finger = FingerUse::pressed;
    state_.finger_start = finger();
    const bool again = ImGui::GetTime() - state_.tap_time < two_taps_s &&
                       distance(state_.tap_place) < frame_.theme().target() / 2;
    if (!again) return;
    state_.first_word = Positions(state_.edited.text()).word_at(index_at(finger()));
    if (state_.first_word.empty()) return;
    state_.finger = FingerUse::words;
    state_.edited.select(state_.first_word.from, state_.first_word.to);
  }

  void move() {
    if (state_.finger == FingerUse::pressed &&
        distance(state_.finger_start) > frame_.theme().size(Size::drag))
      begin_to_drag();
    switch (state_.finger) {
      case FingerUse::none:
      case FingerUse::pressed:
        return;
      case FingerUse::caret:
        return state_.edited.go_to(index_in_sight());
      case FingerUse::selection:
        return state_.edited.go_to(index_in_sight(), Selecting::yes);
      case FingerUse::words:
        return select_words();
    }
  }

  void tap() {
    state_.edited.go_to(index_at(finger()), ImGui::GetIO().KeyShift ? Selecting::yes : Selecting::no);
    state_.tap_time = ImGui::GetTime();
    state_.tap_place = finger();
  }

 private:
  static ImVec2 finger() { return ImGui::GetIO().MousePos; }
  static float distance(ImVec2 from) { return std::hypot(finger().x - from.x, finger().y - from.y); }
  [[nodiscard]] std::size_t index_at(ImVec2 place) const {
    return text_.index_at(place.x - origin_.x, place.y - origin_.y);
  }

  // A finger that was tapped with begins to move.
  void begin_to_drag() {
    state_.finger = FingerUse::caret;
    if (!state_.edited.has_selection() && !ImGui::GetIO().KeyShift) return;
    state_.finger = FingerUse::selection;
    const Span part = state_.edited.selection();
    const std::size_t start = index_at(state_.finger_start);
    if (ImGui::GetIO().KeyShift || part.empty()) return;
    const bool nearer_to_begin = start < part.from || start - part.from < part.to - std::min(start, part.to);
    state_.edited.select(nearer_to_begin ? part.to : part.from, nearer_to_begin ? part.from : part.to);
  }

  // Whether the text has more lines on the side of a finger beyond the field.
  [[nodiscard]] bool goes_on() const {
    if (finger().y < window_.y) return state_.scroll > 0;
    return origin_.y + text_.paragraph().height() > bottom(window_) + line_ / 2;
  }

  // Under the finger; above or below the field a line further at a time.
  std::size_t index_in_sight() {
    ImVec2 place = finger();
    const float above = window_.y + line_ / 2, below = bottom(window_) - line_ / 2;
    const bool beyond = place.y < window_.y - line_ / 2 || place.y > bottom(window_) + line_ / 2;
    state_.scroll_wait = beyond ? state_.scroll_wait - ImGui::GetIO().DeltaTime : 0;
    if (beyond && goes_on()) frame_.draw_again();
    const bool another_line = beyond && state_.scroll_wait <= 0;
    if (another_line) state_.scroll_wait = line_wait_s;
    const float step = another_line ? line_ : 0;
    place.y = std::clamp(place.y, std::min(above - step, below), std::max(above, below + step));
    if (finger().y < above) place.y = above - step;
    if (finger().y > below) place.y = below + step;
    return index_at(place);
  }

  void select_words() {
    Span word = Positions(state_.edited.text()).word_at(index_in_sight());
    const Span first = state_.first_word;
    if (word.from >= first.from)
      state_.edited.select(first.from, std::max(word.to, first.to));
    else
      state_.edited.select(first.to, word.from);
  }

  Frame& frame_;
  WritingState& state_;
  const FieldText& text_;
  float line_;
  Box window_, origin_;
};

void begin_writing(Frame& frame, const WriteField& field) {
  if (!is_written(frame, field)) start_writing(frame, field);
  writing_state_at(frame, field);
}

// Works off what the finger does with the field, and gives what has to be told.
std::optional<Event> follow_finger(Frame& frame, const WriteField& field, const FieldText& text,
                                   const TextPlace& place, const Contact& contact) {
  const bool writing = is_written(frame, field);
  const bool came_down =
      frame.finger_state().pressed == "field:" + field.path && ImGui::IsMouseClicked(ImGuiMouseButton_Left);
  if (!writing && !contact.tapped) return std::nullopt;
  if (!writing) begin_writing(frame, field);
  WritingState& state = writing_state(frame);
  const EditedText::State before = state.edited.now();
  FingerInField finger(frame, state, text, place);
  if (writing && came_down) finger.come_down();
  const bool tapped = contact.tapped && (!writing || state.finger == FingerUse::pressed);
  if (tapped)
    finger.tap();
  else
    finger.move();
  if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) state.finger = FingerUse::none;
  auto event = what_changed(frame, field, before);
  if (!event && contact.tapped) {
    frame.draw_again();
    event = event::Touch{};
  }
  return event;
}

// A field that is written in has hold of the finger, so that the page does not scroll under it.
Contact touch_field(Frame& frame, const WriteField& field, const Box& box) {
  const std::string name = "field:" + field.path;
  if (!is_written(frame, field)) return frame.touch(name, box);
  const Drag drag = frame.drag(name, box, DragStart::at_once);
  return {.pressed = drag.active, .tapped = drag.ended};
}

// ---- the looks ----

// On the display, where nothing is mirrored.
void draw_caret(Frame& frame, const Box& text, const Box& caret) {
  const float width = frame.theme().size(Size::rim);
  frame.fill({text.x + caret.x - width / 2, text.y + caret.y, width, caret.height}, frame.colours().focus,
             width / 2);
}

// An end of the selection, to be taken hold of.
void draw_knob(Frame& frame, const Box& text, const Box& caret) {
  draw_caret(frame, text, caret);
  frame.circle(text.x + caret.x, text.y + caret.y + caret.height, frame.theme().space(2),
               frame.colours().focus);
}

void draw_selection(Frame& frame, const FieldText& text, const Box& place, const Span& part) {
  const Box shown = frame.on_screen(place);
  frame.stop_mirroring();
  for (Box box : text.selection(part)) {
    box.x += shown.x;
    box.y += shown.y;
    frame.fill(box, frame.colours().accent);
    frame.recolour(text.paragraph(), shown, box, frame.colours().on_accent);
  }
  frame.mirror_again();
}

void draw_text(Frame& frame, const WritingState* state, const FieldText& text, const TextPlace& at) {
  Box place = at.text;
  if (state) place.y -= state->scroll;
  frame.clip(at.window);
  if (!text.paragraph().text().empty()) frame.draw(text.paragraph(), place, frame.colours().ink);
  const Span part = state ? state->edited.selection() : Span{};
  if (!part.empty()) draw_selection(frame, text, place, part);
  const Box shown = frame.on_screen(place);
  frame.stop_mirroring();
  if (state && part.empty()) draw_caret(frame, shown, text.caret(state->edited.caret()));
  if (!part.empty()) {
    draw_knob(frame, shown, text.caret(part.from));
    draw_knob(frame, shown, text.caret(part.to));
  }
  frame.mirror_again();
  frame.unclip();
}

}  // namespace

namespace {

void choose_letters(WritingState& state, const WriteField& field) {
  if (state.letters == Letters::locked) return;
  const bool begins = field.sentences && starts_sentence(state.edited.text(), state.edited.selection().from);
  state.letters = begins ? Letters::capital : Letters::small;
}

}  // namespace

WritingState& writing_state_at(Frame& frame, const WriteField& field) {
  WritingState& state = writing_state(frame);
  const bool newer = state.written_in == ImGui::GetFrameCount();
  if (!state.fresh && (newer || state.known_text == field.value)) return state;
  state.edited = EditedText(field.value, most_bytes_of(field));
  state.known_text = field.value;
  state.fresh = false;
  choose_letters(state, field);
  return state;
}

std::optional<Event> what_changed(Frame& frame, const WriteField& field, const EditedText::State& before) {
  WritingState& state = writing_state(frame);
  const EditedText& now = state.edited;
  const bool written = now.text() != before.text;
  if (!written && now.caret() == before.caret && now.anchor() == before.anchor) return std::nullopt;
  choose_letters(state, field);
  frame.memory().of<Scrolling>().reveal = true;
  frame.draw_again();
  if (!written) return event::Touch{};
  state.known_text = now.text();
  state.written_in = ImGui::GetFrameCount();
  return event::Write{field.path, now.text()};
}

bool is_written(Frame& frame, const WriteField& field) { return writing_state(frame).path == field.path; }

void start_writing(Frame& frame, const WriteField& field) {
  writing_state(frame) = {};
  writing_state(frame).path = field.path;
}

void stop_writing(Frame& frame) { writing_state(frame).path.clear(); }

bool starts_sentence(std::string_view text, std::size_t caret) {
  text = text.substr(0, caret);
  const std::size_t spaces = text.size();
  while (text.ends_with(' ')) text.remove_suffix(1);
  if (text.empty() || text.ends_with('\n')) return true;
  return text.size() < spaces && (text.ends_with('.') || text.ends_with('?') || text.ends_with('!'));
}

float writing_field_height(Frame& frame, const WriteField& field, float width, float most) {
  const Theme& theme = frame.theme();
  const float line = frame.line_height(lettering_of(frame, field).size);
  // Where it is tight, not more than a line, which has air of its own.
  const float airy = std::max(theme.card_height(), line + 2 * theme.space(2));
  const float least = most >= line ? std::min(airy, most) : airy;
  const float rows = field.rows > 0 ? static_cast<float>(field.rows) : usual_rows;
  const float usual = field.multiline ? std::max(least, rows * line + 2 * theme.space(2)) : least;
  const FieldText text(frame, field, field.value, width - 2 * text_padding(theme));
  const float height = text.paragraph().height() + 2 * theme.space(2);
  return std::ceil(std::clamp(height, std::min(usual, std::max(least, most)), std::max(least, most)));
}

std::optional<Event> draw_writing_field(Frame& frame, const WriteField& field, const Box& box) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  const bool writing = is_written(frame, field);
  const Contact contact = touch_field(frame, field, box);
  frame.shadow(box, theme.corner());
  frame.fill(box, contact.pressed && !writing ? palette.pressed : palette.card, theme.corner());
  frame.edge(box, writing ? palette.focus : palette.edge, theme.corner(),
             writing ? theme.heavy_stroke() : theme.stroke());

  const float width = box.width - 2 * text_padding(theme);
  const FieldText text(frame, field, field.value, width);
  const TextPlace place = place_text(frame, field, text, box);
  WritingState* state = writing ? &writing_state_at(frame, field) : nullptr;
  if (state) {
    state->text_width = width;
    scroll_to_caret(*state, text, place);
  }
  auto result = follow_finger(frame, field, text, place, contact);
  if (state) scroll_to_caret(*state, text, place);
  draw_text(frame, state, text, place);
  return result;
}

namespace {

void add_writing(Frame& frame, PageContent& content, const WriteField& field, float width, float most) {
  const Theme& theme = frame.theme();
  const float wide =
      field.keyboard == Keyboard::text ? width : std::min(width, theme.size(Size::number_field));
  const float height = writing_field_height(frame, field, wide, most);
  content.add({.gap = theme.space(theme.room() == Room::roomy ? 4 : 3),
               .height = height,
               .draw =
                   [&frame, &field, wide](const Box& box) {
                     return draw_writing_field(frame, field, {box.x, box.y, wide, box.height});
                   },
               .reveal = is_written(frame, field) ? Reveal::writing : Reveal::no,
               .cards = {{0, height}}});
}

}  // namespace

void add_field(Frame& frame, PageContent& content, const WriteField& field, const Setup& setup) {
  const float above = content.height();
  add_asked(frame, content, field, field.instruction, setup);
  add_complaint(frame, content, field, setup.width);
  const float left = setup.room - (content.height() - above) - frame.theme().space(5);
  add_writing(frame, content, field, setup.width, std::max(left, frame.theme().card_height()));
  if (setup.setting == Setting::close)
    add_left_out(frame, content, field, field.instruction, setup.width, setup.room);
  add_refuse(frame, content, field, setup.width);
}

void add_question_beside(Frame& frame, PageContent& content, const WriteField& field, float width) {
  const TextSize size = frame.theme().room() == Room::roomy ? TextSize::lead : TextSize::reading;
  content.add_label(field.label, {size, Weight::bold}, width, 0);
  add_complaint(frame, content, field, width);
  add_left_out(frame, content, field, field.instruction, width, width);
  add_refuse(frame, content, field, width);
}

}  // namespace buurtpeil
