// Keys: those on the screen and those of a keyboard that somebody plugged in.
#include <glib.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/fields/writing.h"
#include "ui/fields/writing_state.h"
#include "ui/text/field_text.h"

namespace buurtpeil {
namespace {

constexpr double two_shifts_s = 0.6;  // at most between two taps that lock the capitals
constexpr float repeat_after_s = 0.25F;

bool is_digit(gunichar character) { return g_unichar_isdigit(character) != 0; }

// What is written for a character in a field of digits: ASCII digits, whatever digits they were.
std::string as_digits(std::string_view text) {
  static constexpr std::string_view signs = "+-/.,() ";
  const gunichar character = g_utf8_get_char(std::string(text).c_str());
  if (is_digit(character)) return std::to_string(g_unichar_digit_value(character));  // also Arabic ones
  if (text == "−") return "-";
  return text.size() == 1 && signs.find(text) != std::string_view::npos ? std::string(text) : "";
}

// A minus belongs at the front, wherever the caret is, and once more takes it away.
void turn_sign(EditedText& edited) {
  const std::size_t caret = edited.caret();
  const bool negative = edited.text().starts_with('-');
  edited.select(0, negative ? 1 : 0);
  edited.write(negative ? "" : "-");
  if (negative)
    edited.go_to(caret == 0 ? 0 : caret - 1);
  else if (edited.text().starts_with('-'))
    edited.go_to(caret + 1);
}

// In a number only digits, a minus and one decimal sign count, whatever keyboard they come from.
void write_number(EditedText& edited, const WriteField& field, std::string_view text) {
  const std::string words = as_digits(text);
  if (words == "-") return turn_sign(edited);
  if (!words.empty() && is_digit(static_cast<gunichar>(words.front()))) return edited.write(words);
  const bool decimal = words == "." || words == "," || text == "٫";
  if (!decimal || field.keyboard != Keyboard::number) return;
  const Span part = edited.selection();
  std::string rest = edited.text();
  rest.erase(part.from, part.to - part.from);
  if (rest.find(field.decimal_sign) == std::string::npos) edited.write(field.decimal_sign);
}

void write(EditedText& edited, const WriteField& field, std::string_view text) {
  if (is_number(field)) return write_number(edited, field, text);
  edited.write(field.keyboard == Keyboard::digits ? as_digits(text) : std::string(text));
}

void step(Frame& frame, const WriteField& field, Side side, Selecting selecting) {
  WritingState& state = writing_state(frame);
  EditedText& edited = state.edited;
  if (edited.has_selection() && selecting == Selecting::no) {  // to that end of what was selected
    const FieldText text(frame, field, edited.text(), state.text_width);
    const Box from = text.caret(edited.selection().from), to = text.caret(edited.selection().to);
    const bool from_is_left = from.y == to.y ? from.x < to.x : !frame.mirrors();
    return edited.go_to(from_is_left == (side == Side::left) ? edited.selection().from
                                                             : edited.selection().to);
  }
  const FieldText text(frame, field, edited.text(), state.text_width);
  edited.go_to(text.beside(edited.caret(), side), selecting);
}

// ---- the keyboard on the screen ----

void shift(WritingState& state) {
  const bool again = ImGui::GetTime() - state.shift_time < two_shifts_s;
  state.shift_time = ImGui::GetTime();
  if (state.letters == Letters::locked)
    state.letters = Letters::small;
  else if (again)
    state.letters = Letters::locked;
  else
    state.letters = state.letters == Letters::small ? Letters::capital : Letters::small;
}

std::optional<Event> act(Frame& frame, const WriteField& field, const ScreenKey& key) {
  WritingState& state = writing_state_at(frame, field);
  EditedText& edited = state.edited;
  const EditedText::State before = edited.now();
  frame.draw_again();
  if (key.action != KeyAction::shift) state.shift_time = -two_shifts_s;
  switch (key.action) {
    case KeyAction::write:
      write(edited, field, key.text);
      break;
    case KeyAction::space:
      write(edited, field, " ");
      break;
    case KeyAction::new_line:
      edited.write("\n");
      break;
    case KeyAction::erase:
      edited.erase_before();
      break;
    case KeyAction::undo:
      edited.undo();
      break;
    case KeyAction::left:
      step(frame, field, Side::left, Selecting::no);
      break;
    case KeyAction::right:
      step(frame, field, Side::right, Selecting::no);
      break;
    case KeyAction::shift:
      shift(state);
      break;
    case KeyAction::show_letters:
      state.layer = KeyLayer::letters;
      break;
    case KeyAction::show_latin:
      state.layer = KeyLayer::latin;
      if (state.letters == Letters::small) state.letters = Letters::capital;  // names begin with one
      break;
    case KeyAction::show_accents:
      state.layer = KeyLayer::accents;
      break;
    case KeyAction::show_digits:
      state.layer = KeyLayer::digits;
      break;
    case KeyAction::close:
      stop_writing(frame);
      break;
    case KeyAction::none:
      break;
  }
  state.goal_x = -1;
  if (auto event = what_changed(frame, field, before)) return event;
  return event::Touch{};
}

// ---- the keyboard's measures ----

float key_gap(const Theme& theme) { return theme.size(Size::key_gap); }
float plate_margin(const Theme& theme) { return theme.space(theme.room() == Room::roomy ? 4 : 2); }

float key_height(const Theme& theme) { return theme.size(Size::key_height); }

int most_columns(const Theme& theme) {
  const float width = static_cast<float>(theme.display().width_px) - 2 * plate_margin(theme);
  return static_cast<int>((width + key_gap(theme)) / (theme.target() + key_gap(theme)));
}

int most_rows(const Theme& theme) { return theme.room() == Room::compact && !theme.portrait() ? 4 : 6; }

std::vector<KeyRow> rows_for(Frame& frame, const WriteField& field) {
  const WritingState& state = writing_state_at(frame, field);
  return keyboard_rows({.kind = field.keyboard,
                        .language = frame.page().language,
                        .layer = state.layer,
                        .letters = state.letters,
                        .columns = most_columns(frame.theme()),
                        .rows = most_rows(frame.theme()),
                        .multiline = field.multiline,
                        .decimal_sign = field.decimal_sign,
                        .negative = field.negative});
}

float columns_of(const KeyRow& row) {
  float sum = 0;
  for (const ScreenKey& key : row) sum += key.width;
  return sum;
}

std::optional<Sign> sign_of(KeyAction action, Letters letters) {
  switch (action) {
    case KeyAction::shift:
      return letters == Letters::locked ? Sign::shift_lock : Sign::shift;
    case KeyAction::erase:
      return Sign::erase;
    case KeyAction::undo:
      return Sign::undo;
    case KeyAction::left:
      return Sign::back;
    case KeyAction::right:
      return Sign::forward;
    case KeyAction::new_line:
      return Sign::enter;
    case KeyAction::close:
      return Sign::close_keyboard;
    default:
      return std::nullopt;
  }
}

bool draw_key(Frame& frame, const ScreenKey& key, const Box& box) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  const Letters letters = writing_state(frame).letters;
  const Contact contact = frame.touch("key:" + key.name, box, Taps::each);
  const bool is_shift = key.action == KeyAction::shift;
  const bool held = is_shift && letters == Letters::capital;
  const bool filled = contact.pressed || (is_shift && letters == Letters::locked);
  const bool writes = key.action == KeyAction::write || key.action == KeyAction::space;
  Colour fill = writes ? palette.card : palette.key;
  if (held) fill = palette.tint;
  if (filled) fill = palette.accent;
  const Colour ink = filled ? palette.on_accent : palette.ink;
  const float corner = theme.size(Size::key_corner);
  frame.fill(box, palette.edge, corner);  // the lower edge of the key, like a shadow
  Box face = box;
  face.height -= theme.size(Size::key_edge);
  frame.fill(inset(face, theme.size(Size::key_rim)), fill, corner);
  if (held) frame.edge(box, palette.accent, corner, theme.heavy_stroke());
  if (const auto sign = sign_of(key.action, letters))
    frame.sign(*sign, centred(face, theme.size(Size::lone_sign), theme.size(Size::lone_sign)), ink);
  const bool word = key.action != KeyAction::write;
  frame.write_in_middle(
      key.label, {word ? TextSize::key_word : TextSize::key, Weight::regular, Align::center}, face, ink);
  return contact.tapped;
}

}  // namespace

float keyboard_height(Frame& frame, const WriteField& field) {
  const Theme& theme = frame.theme();
  const auto rows = static_cast<float>(rows_for(frame, field).size());
  return rows * key_height(theme) + (rows - 1) * key_gap(theme) + 2 * plate_margin(theme);
}

std::optional<Event> draw_keyboard(Frame& frame, const WriteField& field, const Box& plate) {
  const Theme& theme = frame.theme();
  frame.fill(plate, frame.colours().desk, plate.width < frame.whole().width ? theme.corner() : 0);
  const Box box = frame.on_screen(plate);  // a keyboard is not mirrored
  frame.stop_mirroring();
  std::optional<Event> result;
  const std::vector<KeyRow> rows = rows_for(frame, field);
  const bool keypad = field.keyboard != Keyboard::text;
  float widest = keypad || theme.room() == Room::compact ? 6.0F : 10.0F;
  for (const KeyRow& row : rows) widest = std::max(widest, columns_of(row));
  const float gap = key_gap(theme);
  const float room = box.width - 2 * plate_margin(theme);
  const float widest_unit = theme.size(Size::widest_key);
  const float unit = std::floor(std::min(widest_unit, (room + gap) / widest - gap));
  float y = box.y + plate_margin(theme);
  for (const KeyRow& row : rows) {
    float width = -gap;
    for (const ScreenKey& key : row) width += key.width * (unit + gap);
    float x = std::floor(middle_x(box) - width / 2);
    for (const ScreenKey& key : row) {
      const float wide = std::floor(key.width * (unit + gap) - gap);
      if (key.action != KeyAction::none && draw_key(frame, key, {x, y, wide, key_height(theme)}))
        result = act(frame, field, key);
      x += wide + gap;
    }
    y += key_height(theme) + gap;
  }
  frame.mirror_again();
  return result;
}

// ---- a keyboard that somebody plugged in ----

namespace {

// A character as UTF-8.
std::string encoded(ImWchar character) {
  std::array<char, 6> bytes{};
  const int length = g_unichar_to_utf8(static_cast<gunichar>(character), bytes.data());
  return {bytes.data(), static_cast<std::size_t>(length)};
}

// Characters come again and again while a key is held: then the key that went down last did so long ago.
bool is_repeat() {
  float youngest = -1;
  for (int key = ImGuiKey_NamedKey_BEGIN; key < ImGuiKey_NamedKey_END; ++key) {
    const auto named = static_cast<ImGuiKey>(key);
    const bool modifier = named >= ImGuiKey_LeftCtrl && named <= ImGuiKey_RightSuper;
    if (modifier || ImGui::IsMouseKey(named)) continue;
    const ImGuiKeyData* data = ImGui::GetKeyData(named);
    if (data->Down && (youngest < 0 || data->DownDuration < youngest)) youngest = data->DownDuration;
  }
  return youngest > repeat_after_s;
}

bool pressed(ImGuiKey key) { return ImGui::IsKeyPressed(key, false); }

class PluggedIn {
 public:
  PluggedIn(Frame& frame, const WriteField& field)
      : frame_(frame), field_(field), state_(writing_state_at(frame, field)), edited_(state_.edited) {}

  void write_characters() {
    ImGuiIO& io = ImGui::GetIO();
    const bool counts = !io.KeyCtrl && !is_repeat();
    for (const ImWchar character : io.InputQueueCharacters)
      if (counts && character >= 32 && character != 127) write(edited_, field_, encoded(character));
    io.InputQueueCharacters.resize(0);
    const bool enter = pressed(ImGuiKey_Enter) || pressed(ImGuiKey_KeypadEnter);
    if (enter && field_.multiline) edited_.write("\n");
  }

  void erase() {
    const bool words = ImGui::GetIO().KeyCtrl;
    if (pressed(ImGuiKey_Backspace)) words ? edited_.erase_word_before() : edited_.erase_before();
    if (pressed(ImGuiKey_Delete)) words ? edited_.erase_word_after() : edited_.erase_after();
    if (words && pressed(ImGuiKey_A)) edited_.select_all();
    if (words && pressed(ImGuiKey_Z)) edited_.undo();
  }

  void move() {
    const bool whole = ImGui::GetIO().KeyCtrl;
    const float goal = state_.goal_x;
    const std::size_t before = edited_.caret();
    if (pressed(ImGuiKey_LeftArrow)) whole ? step_word(Side::left) : step(frame_, field_, Side::left, mode());
    if (pressed(ImGuiKey_RightArrow))
      whole ? step_word(Side::right) : step(frame_, field_, Side::right, mode());
    if (pressed(ImGuiKey_Home)) edited_.go_to(whole ? 0 : text().line_ends(edited_.caret()).from, mode());
    if (pressed(ImGuiKey_End))
      edited_.go_to(whole ? edited_.text().size() : text().line_ends(edited_.caret()).to, mode());
    if (edited_.caret() != before) state_.goal_x = -1;
    if (pressed(ImGuiKey_UpArrow)) step_line(goal, -1);
    if (pressed(ImGuiKey_DownArrow)) step_line(goal, 1);
  }

 private:
  static Selecting mode() { return ImGui::GetIO().KeyShift ? Selecting::yes : Selecting::no; }
  [[nodiscard]] FieldText text() { return {frame_, field_, edited_.text(), state_.text_width}; }

  // A word to that side: which way that is in the text, a single step tells.
  void step_word(Side side) {
    const std::size_t caret = edited_.caret(), beside = text().beside(caret, side);
    const Positions positions(edited_.text());
    if (beside < caret) edited_.go_to(positions.previous_word_start(caret), mode());
    if (beside > caret) edited_.go_to(positions.next_word_end(caret), mode());
  }

  void step_line(float goal, int lines) {
    const Box caret = text().caret(edited_.caret());
    state_.goal_x = goal < 0 ? caret.x : goal;
    const float y = caret.y + caret.height * (0.5F + static_cast<float>(lines));
    edited_.go_to(text().index_at(state_.goal_x, y), mode());
  }

  Frame& frame_;
  const WriteField& field_;
  WritingState& state_;
  EditedText& edited_;
};

}  // namespace

std::optional<Event> physical_keyboard(Frame& frame, const WriteField& field) {
  PluggedIn keyboard(frame, field);
  const EditedText::State before = writing_state(frame).edited.now();
  keyboard.write_characters();
  keyboard.erase();
  if (writing_state(frame).edited.text() != before.text) writing_state(frame).goal_x = -1;
  keyboard.move();
  return what_changed(frame, field, before);
}

}  // namespace buurtpeil
