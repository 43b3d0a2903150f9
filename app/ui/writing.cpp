#include "ui/writing.h"

#include <glib.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace buurtpeil {
namespace {

bool is_number(const WriteField& field) { return field.keyboard != Keyboard::text; }

// Numbers stand at the side where the page begins, but read from left to right in every language.
Lettering lettering_of(const Frame& frame, const WriteField& field) {
  if (!is_number(field)) return {TextSize::reading};
  const bool at_the_right = frame.page().direction == Direction::right_to_left;
  return {TextSize::title, Weight::regular, at_the_right ? Align::end : Align::start};
}

const Paragraph& lay_out(Frame& frame, const WriteField& field, float width) {
  if (is_number(field)) frame.set_direction(Direction::left_to_right, frame.page().language);
  const Paragraph& text = frame.measure(field.value, lettering_of(frame, field), width);
  frame.reset_direction();
  return text;
}

float padding(const Theme& theme) { return theme.space(4); }

// A caret that is not inside the text any more (it was changed elsewhere) goes to its end.
void keep_caret(Memory& memory, const WriteField& field) {
  if (memory.known_text != field.value) memory.caret = field.value.size();
  memory.known_text = field.value;
  memory.caret = std::min(memory.caret, field.value.size());
}

// What is written for a character: itself in a text. In a number only digits, a minus and the language's
// decimal sign count, whatever keyboard they come from; of the rest nothing is written.
std::string written(const WriteField& field, std::string_view text) {
  if (!is_number(field)) return std::string(text);
  const gunichar character = g_utf8_get_char(std::string(text).c_str());
  if (g_unichar_isdigit(character))
    return std::to_string(g_unichar_digit_value(character));  // also Arabic ones
  if (text == "-" || text == "−") return "-";
  const bool decimal = text == "." || text == "," || text == "٫";
  return decimal && field.keyboard == Keyboard::number ? field.decimal_sign : "";
}

// Changes the text at the caret, and remembers what it will be when it comes back in the next view.
class Edit {
 public:
  Edit(Frame& frame, const WriteField& field) : frame_(frame), field_(field), text_(field.value) {
    keep_caret(frame.memory(), field);
  }

  void insert(std::string_view text) {
    const std::string words = written(field_, text);
    const std::size_t limit = is_number(field_) ? max_number_bytes : max_written_bytes;
    if (text_.size() + words.size() > limit) return;
    text_.insert(frame_.memory().caret, words);
    frame_.memory().caret += words.size();
  }

  void erase() {
    std::size_t& caret = frame_.memory().caret;
    const std::size_t from = laid_out().erase_position(caret);
    text_.erase(from, caret - from);
    caret = from;
  }

  void move(int steps) {
    std::size_t& caret = frame_.memory().caret;
    caret = steps < 0 ? laid_out().previous_position(caret) : laid_out().next_position(caret);
    moved_ = true;
  }

  [[nodiscard]] std::optional<Event> event() const {
    frame_.memory().known_text = text_;
    if (text_ == field_.value && !moved_) return std::nullopt;
    frame_.memory().reveal = true;
    frame_.draw_again();
    if (text_ == field_.value) return event::Touch{};
    return event::Write{field_.path, text_};
  }

 private:
  const Paragraph& laid_out() { return frame_.measure(text_, {}); }

  Frame& frame_;
  const WriteField& field_;
  std::string text_;
  bool moved_ = false;
};

// A character as UTF-8.
std::string encoded(ImWchar character) {
  std::array<char, 6> bytes{};
  const int length = g_unichar_to_utf8(static_cast<gunichar>(character), bytes.data());
  return {bytes.data(), static_cast<std::size_t>(length)};
}

std::optional<Event> act(Frame& frame, const WriteField& field, const ScreenKey& key) {
  Memory& memory = frame.memory();
  frame.draw_again();
  Edit edit(frame, field);
  switch (key.action) {
    case KeyAction::write:
      edit.insert(key.text);
      memory.letters = Letters::small;
      break;
    case KeyAction::space:
      edit.insert(" ");
      break;
    case KeyAction::new_line:
      edit.insert("\n");
      break;
    case KeyAction::erase:
      edit.erase();
      break;
    case KeyAction::shift:
      memory.letters = memory.letters == Letters::small ? Letters::capital : Letters::small;
      break;
    case KeyAction::show_letters:
      memory.page = KeyPage::letters;
      break;
    case KeyAction::show_accents:
      memory.page = KeyPage::accents;
      break;
    case KeyAction::show_digits:
      memory.page = KeyPage::digits;
      break;
    case KeyAction::close:
      memory.writing.clear();
      break;
  }
  if (auto written = edit.event()) return written;
  return event::Touch{};
}

// ---- the keyboard's measures ----

float key_gap(const Theme& theme) { return theme.size(Size::key_gap); }
float plate_margin(const Theme& theme) { return theme.space(theme.room() == Room::roomy ? 4 : 3); }

float key_height(const Theme& theme) { return theme.size(Size::key_height); }

int most_columns(const Theme& theme) {
  const float width = static_cast<float>(theme.display().width_px) - 2 * plate_margin(theme);
  return static_cast<int>((width + key_gap(theme)) / (theme.target() + key_gap(theme)));
}

int most_rows(const Theme& theme) { return theme.room() == Room::compact && !theme.portrait() ? 4 : 6; }

std::vector<KeyRow> rows_for(Frame& frame, const WriteField& field) {
  return keyboard_rows({.kind = field.keyboard,
                        .language = frame.page().language,
                        .page = frame.memory().page,
                        .letters = frame.memory().letters,
                        .columns = most_columns(frame.theme()),
                        .rows = most_rows(frame.theme()),
                        .multiline = field.multiline,
                        .decimal_sign = field.decimal_sign});
}

float columns_of(const KeyRow& row) {
  float sum = 0;
  for (const ScreenKey& key : row) sum += key.width;
  return sum;
}

std::optional<Sign> sign_of(KeyAction action) {
  switch (action) {
    case KeyAction::shift:
      return Sign::shift;
    case KeyAction::erase:
      return Sign::erase;
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
  const Contact contact = frame.touch("key:" + key.name, box);
  const bool held = key.action == KeyAction::shift && frame.memory().letters == Letters::capital;
  const bool writes = key.action == KeyAction::write || key.action == KeyAction::space;
  Colour fill = writes ? palette.card : palette.key;
  if (held) fill = palette.tint;
  if (contact.pressed) fill = palette.accent;
  const Colour ink = contact.pressed ? palette.on_accent : palette.ink;
  const float corner = theme.size(Size::key_corner);
  frame.fill(box, palette.edge, corner);  // the lower edge of the key, like a shadow
  Box face = box;
  face.height -= theme.size(Size::key_edge);
  frame.fill(inset(face, theme.size(Size::key_rim)), fill, corner);
  if (held) frame.edge(box, palette.accent, corner, theme.heavy_stroke());
  if (const auto sign = sign_of(key.action))
    frame.sign(*sign, centred(face, theme.size(Size::lone_sign), theme.size(Size::lone_sign)), ink);
  const bool word = key.action != KeyAction::write;
  frame.write_in_middle(
      key.label, {word ? TextSize::small : TextSize::reading, Weight::regular, Align::center}, face, ink);
  return contact.tapped;
}

}  // namespace

// ---- the field ----

float writing_field_height(Frame& frame, const WriteField& field, float width, float most) {
  const Theme& theme = frame.theme();
  const float line = frame.line_height(lettering_of(frame, field).size);
  const float least = std::max(theme.card_height(), line + 2 * theme.space(2));
  const float usual = field.multiline ? std::max(least, 3 * line + 2 * theme.space(2)) : least;
  const float text = lay_out(frame, field, width - 2 * padding(theme)).height() + 2 * theme.space(2);
  return std::ceil(std::clamp(text, std::min(usual, std::max(least, most)), std::max(least, most)));
}

namespace {

void draw_caret(Frame& frame, const Box& text_place, const Box& caret) {
  const Theme& theme = frame.theme();
  const Box shown = frame.on_screen(text_place);
  frame.stop_mirroring();
  frame.fill(
      {shown.x + caret.x - theme.size(Size::rim) / 2, shown.y + caret.y, theme.size(Size::rim), caret.height},
      frame.colours().accent, theme.size(Size::rim) / 2);
  frame.mirror_again();
}

void begin_writing(Frame& frame, const WriteField& field, const Paragraph& text, const Box& text_place) {
  Memory& memory = frame.memory();
  const Box shown = frame.on_screen(text_place);
  const ImVec2 finger = ImGui::GetIO().MousePos;
  if (memory.writing != field.path) memory.page = KeyPage::letters;
  memory.writing = field.path;
  memory.known_text = field.value;
  memory.caret = text.index_at(finger.x - shown.x, finger.y - shown.y);
  memory.reveal = true;
  frame.draw_again();
}

}  // namespace

std::optional<Event> draw_writing_field(Frame& frame, const WriteField& field, const Box& box) {
  const Theme& theme = frame.theme();
  const Palette& palette = frame.colours();
  Memory& memory = frame.memory();
  const bool writing = memory.writing == field.path;
  const Contact contact = frame.touch("field:" + field.path, box);
  frame.shadow(box, theme.corner());
  frame.fill(box, contact.pressed && !writing ? palette.pressed : palette.card, theme.corner());
  frame.edge(box, writing ? palette.accent : palette.edge, theme.corner(),
             writing ? theme.heavy_stroke() : theme.stroke());

  const Box inner = inset(box, padding(theme), theme.space(theme.room() == Room::roomy ? 2 : 1));
  const Paragraph& text = lay_out(frame, field, inner.width);
  if (writing) keep_caret(memory, field);
  const Box caret = text.caret(std::min(memory.caret, field.value.size()));
  // Text that is too high shows whole lines up to the one with the caret; less stands at the top, a single
  // line in the middle.
  float y = inner.y + (field.multiline ? 0 : std::max(0.0F, (inner.height - text.height()) / 2));
  const float lines = std::max(1.0F, std::floor(inner.height / caret.height + 0.1F));
  if (text.height() > inner.height + 1) y = inner.y + (inner.height - lines * caret.height) / 2;
  if (writing) y -= std::max(0.0F, caret.y - (lines - 1) * caret.height);
  const Box place{inner.x, std::floor(y), inner.width, text.height()};
  Box shown = inset(box, theme.space(1), theme.space(1));
  if (text.height() > inner.height + 1) shown = centred(shown, shown.width, lines * caret.height);
  if (contact.tapped) begin_writing(frame, field, text, place);
  frame.clip(shown);
  if (!field.value.empty()) frame.draw(text, place, palette.ink);
  if (writing) draw_caret(frame, place, caret);
  frame.unclip();
  if (contact.tapped) return event::Touch{};
  return std::nullopt;
}

// ---- the keyboard ----

float keyboard_height(Frame& frame, const WriteField& field) {
  const Theme& theme = frame.theme();
  const auto rows = static_cast<float>(rows_for(frame, field).size());
  return rows * key_height(theme) + (rows - 1) * key_gap(theme) + 2 * plate_margin(theme);
}

std::optional<Event> draw_keyboard(Frame& frame, const WriteField& field, const Box& plate) {
  const Theme& theme = frame.theme();
  frame.fill(plate, frame.colours().desk, plate.width < frame.whole().width ? theme.corner() : 0);
  const Box box = frame.on_screen(plate);  // keyboards lie as they do on every desk
  frame.stop_mirroring();
  std::optional<Event> result;
  const std::vector<KeyRow> rows = rows_for(frame, field);
  float widest = is_number(field) || theme.room() == Room::compact ? 6.0F : 10.0F;
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
      if (draw_key(frame, key, {x, y, wide, key_height(theme)})) result = act(frame, field, key);
      x += wide + gap;
    }
    y += key_height(theme) + gap;
  }
  frame.mirror_again();
  return result;
}

std::optional<Event> physical_keyboard(Frame& frame, const WriteField& field) {
  Edit edit(frame, field);
  ImGuiIO& io = ImGui::GetIO();
  for (const ImWchar character : io.InputQueueCharacters) {
    if (character >= 32 && character != 127) edit.insert(encoded(character));
  }
  io.InputQueueCharacters.resize(0);
  if (ImGui::IsKeyPressed(ImGuiKey_Backspace)) edit.erase();
  if (ImGui::IsKeyPressed(ImGuiKey_LeftArrow)) edit.move(frame.mirrors() ? 1 : -1);
  if (ImGui::IsKeyPressed(ImGuiKey_RightArrow)) edit.move(frame.mirrors() ? -1 : 1);
  const bool enter =
      ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
  if (enter && field.multiline) edit.insert("\n");
  return edit.event();
}

}  // namespace buurtpeil
