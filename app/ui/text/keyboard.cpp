#include "ui/text/keyboard.h"

#include <glib.h>

#include <algorithm>
#include <array>
#include <cassert>

namespace buurtpeil {
namespace {

// Three rows of letters, and letters of the language that are not in them: a row above, where there is room.
struct LetterRows {
  std::array<std::string_view, 3> rows;
  std::string_view own = "";
};

// One writing's keys. Letters are separated by spaces.
struct Layout {
  std::string_view language;
  LetterRows usual;                // as the keyboards on the desks of those who write it
  LetterRows other;                // for displays where those are too wide or have one row too many
  std::string_view alphabet;       // all of them in their own order, for narrow displays
  std::string_view marks;          // beside the space bar
  std::string_view letters_label;  // on the key that comes back to the letters
  bool has_capitals = true;
  bool reads_right_to_left = false;
  bool is_latin = true;  // with a layer for the accents of other languages; else one for Latin letters
};

constexpr std::array<std::string_view, 3> qwerty = {"q w e r t y u i o p", "a s d f g h j k l",
                                                    "z x c v b n m"};
constexpr std::array<std::string_view, 3> qwertz = {"q w e r t z u i o p", "a s d f g h j k l",
                                                    "y x c v b n m"};
constexpr std::array<std::string_view, 3> azerty = {"a z e r t y u i o p", "q s d f g h j k l m",
                                                    "w x c v b n"};
constexpr std::string_view latin_alphabet = "a b c d e f g h i j k l m n o p q r s t u v w x y z";

constexpr std::array<Layout, 8> layouts = {{
    {"", {qwerty}, {qwerty}, latin_alphabet, ", .", "abc"},
    {"nl", {qwerty}, {qwerty}, latin_alphabet, ", .", "abc"},
    {"tr",
     {{"q w e r t y u ı o p ğ ü", "a s d f g h j k l ş i", "z x c v b n m ö ç"}},
     {qwerty, "ç ğ ı ö ş ü"},
     "a b c ç d e f g ğ h ı i j k l m n o ö p r s ş t u ü v y z q w x",
     ", .",
     "abc"},
    {"pl",
     {qwerty, "ą ć ę ł ń ó ś ź ż"},
     {{"q w e r t y u i o p ę ó", "a s d f g h j k l ł ą ś", "z x c v b n m ż ź ć ń"}},
     "a ą b c ć d e ę f g h i j k l ł m n ń o ó p r s ś t u w y z ź ż q v x",
     ", .",
     "abc"},
    {"de",
     {{"q w e r t z u i o p ü", "a s d f g h j k l ö ä", "y x c v b n m ß"}},
     {qwertz, "ä ö ü ß"},
     "a ä b c d e f g h i j k l m n o ö p q r s ß t u ü v w x y z",
     ", .",
     "abc"},
    {"fr",
     {azerty, "é è ê à ç ù ô î ’"},
     {{"a z e r t y u i o p é è", "q s d f g h j k l m à ç", "w x c v b n ê ù ’"}},
     latin_alphabet,
     ", .",
     "abc"},
    {"uk",
     {{"й ц у к е н г ш щ з х ї", "ф і в а п р о л д ж є", "я ч с м и т ь б ю ґ"}},
     {},
     "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я",
     "’ , .",
     "абв",
     true,
     false,
     false},
    {"ar",
     {{"ض ص ث ق ف غ ع ه خ ح ج د", "ش س ي ب ل ا أ إ ت ن م ك ط", "ذ ر ؤ ئ ء آ ى ة و ز ظ"}},
     {},
     "ا أ إ آ ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه ة و ي ى ء ئ ؤ",
     "، .",
     "أبج",
     false,
     true,
     false},
}};

constexpr std::string_view digits_layer = "1 2 3 4 5 6 7 8 9 0 - / : ; ( ) € & @ \" . , ? ! ' + % # ² _";
constexpr std::string_view digits_layer_arabic =
    "1 2 3 4 5 6 7 8 9 0 - / : ؛ ( ) € & @ \" . ، ؟ ! ' + % # ² _";
// In the order of the alphabet, and those that are left out last where there is too little room.
constexpr std::string_view accents_layer =
    "á à â ä ã å æ ç é è ê ë í ì î ï ñ ó ò ô ö õ ø œ ß ú ù û ü ý ÿ ą ć ę ł ń ś ź ż ğ ı ş č š ž";
constexpr std::string_view accents_by_use =
    "é ë ï ö ü è ç ê á à ó ä ê â í î ô û ù ú ñ ß œ ł ş ğ ı ż ą ę ś ć ń ź å ø æ ý š č ž ã õ ì ò ÿ";

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> found;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) found.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return found;
}

const Layout& layout_for(std::string_view language) {
  const auto* found = std::find_if(layouts.begin() + 1, layouts.end(),
                                   [&](const Layout& layout) { return layout.language == language; });
  if (found != layouts.end()) return *found;
  if (language == "fa" || language == "ur") return layouts.back();
  if (language == "ru" || language == "bg") return *(layouts.end() - 2);
  return layouts.front();
}

ScreenKey writing(const std::string& text, float width = 1) {
  return {text, text, text, KeyAction::write, width};
}
ScreenKey doing(const char* name, KeyAction action, float width, std::string_view label = "") {
  return {name, std::string(label), "", action, width};
}

KeyRow writing_row(std::string_view letters) {
  KeyRow row;
  for (const std::string& letter : words(letters)) row.push_back(writing(letter));
  return row;
}

float columns_of(const KeyRow& row) {
  float sum = 0;
  for (const ScreenKey& key : row) sum += key.width;
  return sum;
}
int width_of(const KeyRow& row) { return static_cast<int>(columns_of(row) + 0.99F); }

// As many rows as needed, of nearly the same length, the last with erase at its end.
std::vector<KeyRow> balanced(const std::vector<std::string>& letters, int columns) {
  const int count = static_cast<int>(letters.size());
  const int rows = (count + columns) / columns;  // the last has room for one key more
  std::vector<KeyRow> result;
  int done = 0;
  for (int row = 0; row < rows; ++row) {
    const int length = (count - done + rows - row - 1) / (rows - row);
    KeyRow keys;
    for (int index = 0; index < length; ++index)
      keys.push_back(writing(letters[static_cast<std::size_t>(done + index)]));
    result.push_back(std::move(keys));
    done += length;
  }
  result.back().push_back(doing("erase", KeyAction::erase, 1));
  return result;
}

void make_capital(std::vector<KeyRow>& rows, std::string_view language) {
  for (KeyRow& row : rows) {
    for (ScreenKey& key : row) {
      if (key.action == KeyAction::write) key.label = key.text = capital_of(key.text, language);
    }
  }
}

// Three rows, the third between shift and erase, which are narrow where they have to be; above them the
// language's own letters.
std::vector<KeyRow> typewriter_rows(const LetterRows& letters, bool has_capitals, int columns) {
  std::vector<KeyRow> rows;
  if (!letters.own.empty()) rows.push_back(writing_row(letters.own));
  for (const std::string_view row : letters.rows) rows.push_back(writing_row(row));
  KeyRow& last = rows.back();
  const float between = static_cast<float>(last.size());
  const float width = between + (has_capitals ? 3.0F : 1.5F) <= static_cast<float>(columns) ? 1.5F : 1.0F;
  if (has_capitals) last.insert(last.begin(), doing("shift", KeyAction::shift, width));
  last.push_back(doing("erase", KeyAction::erase, width));
  return rows;
}

bool fits(const std::vector<KeyRow>& rows, int columns) {
  return std::ranges::all_of(rows, [&](const KeyRow& row) { return width_of(row) <= columns; });
}

// The rows that people know, or else the alphabet in as many rows as it needs (`broken`).
std::vector<KeyRow> letter_rows(const Layout& layout, const KeyboardRequest& request, bool& broken) {
  for (const LetterRows& letters : {layout.usual, layout.other, LetterRows{layout.usual.rows}}) {
    const bool too_high = !letters.own.empty() && request.rows < 5;
    std::vector<KeyRow> rows = typewriter_rows(letters, layout.has_capitals, request.columns);
    if (!too_high && !letters.rows[0].empty() && fits(rows, request.columns)) return rows;
  }
  broken = true;
  std::vector<KeyRow> rows = balanced(words(layout.alphabet), request.columns);
  if (!layout.reads_right_to_left) return rows;
  for (KeyRow& row : rows) std::ranges::reverse(row);
  std::ranges::rotate(rows.back(), rows.back().begin() + 1);  // erase stays at the right
  return rows;
}

// As many accents as there is room for in `rows`, first the language's own, then by how often people look for
// them.
std::vector<std::string> accents_for(const Layout& layout, int columns, int rows) {
  const auto room = static_cast<std::size_t>(columns * rows - 1);  // erase stands there too
  std::vector<std::string> chosen = words(layout.usual.own);
  for (const std::string& accent : words(accents_by_use))
    if (std::ranges::find(chosen, accent) == chosen.end()) chosen.push_back(accent);
  if (chosen.size() > room) chosen.resize(room);
  std::vector<std::string> shown;
  for (const std::string& accent : words(accents_layer))
    if (std::ranges::find(chosen, accent) != chosen.end()) shown.push_back(accent);
  return shown;
}

// The caret's keys and the one that takes back stand where the row has room beside a space bar that is wide
// enough.
struct Extras {
  bool caret = false, undo = false;
};
constexpr float least_space = 2.5F;

Extras extras_for(float used, float room) {
  Extras extras;
  extras.caret = used + 2 + least_space <= room;
  extras.undo = extras.caret && used + 3 + least_space <= room;
  return extras;
}

KeyRow last_row_start(const KeyboardRequest& request, const Layout& layout, bool broken) {
  KeyRow row;
  if (broken && layout.has_capitals && request.layer != KeyLayer::digits)
    row.push_back(doing("shift", KeyAction::shift, 1));
  const Layout& own = layout_for(request.language);
  const bool at_own = request.layer == KeyLayer::letters, at_latin = request.layer == KeyLayer::latin;
  if (!at_own) row.push_back(doing("letters", KeyAction::show_letters, 1.5F, own.letters_label));
  if (!own.is_latin && !at_latin) row.push_back(doing("latin", KeyAction::show_latin, 1.5F, "ABC"));
  if (at_own || at_latin) row.push_back(doing("digits", KeyAction::show_digits, 1.5F, "123?"));
  if (at_own && own.is_latin) row.push_back(doing("accents", KeyAction::show_accents, 1.5F, "éèü"));
  return row;
}

// Space and what follows it. `used`: columns of the keys before it in the same row.
KeyRow last_row_end(const KeyboardRequest& request, const Layout& layout, bool broken, float used,
                    float room) {
  const std::vector<std::string> marks = broken ? std::vector<std::string>{} : words(layout.marks);
  used += static_cast<float>(marks.size()) + (request.multiline ? 2.5F : 1.0F);
  const Extras extras = extras_for(used, room);
  used += (extras.caret ? 2.0F : 0.0F) + (extras.undo ? 1.0F : 0.0F);
  KeyRow row = {doing("space", KeyAction::space, std::clamp(room - used, 1.5F, 6.0F))};
  for (const std::string& mark : marks) row.push_back(writing(mark));
  if (extras.caret) {
    row.push_back(doing("left", KeyAction::left, 1));
    row.push_back(doing("right", KeyAction::right, 1));
  }
  if (extras.undo) row.push_back(doing("undo", KeyAction::undo, 1));
  if (request.multiline) row.push_back(doing("enter", KeyAction::new_line, 1.5F));
  row.push_back(doing("close", KeyAction::close, 1));
  return row;
}

// One row, or two where the display is narrow.
void add_last_rows(std::vector<KeyRow>& rows, const KeyboardRequest& request, const Layout& layout,
                   bool broken) {
  KeyRow start = last_row_start(request, layout, broken);
  int widest = request.columns > 15 ? 13 : 12;  // room for the caret's keys
  for (const KeyRow& other : rows) widest = std::max(widest, width_of(other));
  const auto room = static_cast<float>(std::min(widest, request.columns));
  const float used = columns_of(start);
  KeyRow end = last_row_end(request, layout, broken, used, room);
  if (used + columns_of(end) <= room) {
    start.insert(start.end(), end.begin(), end.end());
    return rows.push_back(std::move(start));
  }
  rows.push_back(std::move(start));
  rows.push_back(last_row_end(request, layout, broken, 0, room));
}

// The sign or key at the right end of the first rows, and what stands beside the nought.
std::vector<KeyRow> keypad(const KeyboardRequest& request) {
  std::vector<KeyRow> rows;
  for (const std::string_view row : {"1 2 3", "4 5 6", "7 8 9"}) {
    KeyRow keys;
    for (const std::string& digit : words(row)) keys.push_back(writing(digit, 1.5F));
    rows.push_back(std::move(keys));
  }
  const ScreenKey close = doing("close", KeyAction::close, 1.5F);
  const ScreenKey minus{"-", "−", "-", KeyAction::write, 1.5F};
  const ScreenKey gap = doing("", KeyAction::none, 1.5F);
  rows[0].push_back(doing("erase", KeyAction::erase, 1.5F));
  rows[1].push_back(request.negative ? minus : gap);
  switch (request.kind) {
    case Keyboard::text:
    case Keyboard::whole_number:
      rows[2].push_back(gap);
      rows.push_back({writing("0", 6 - 1.5F), close});
      break;
    case Keyboard::number:
      rows[2].push_back(
          writing(std::string(request.decimal_sign.empty() ? "," : request.decimal_sign), 1.5F));
      rows.push_back({writing("0", 6 - 1.5F), close});
      break;
    case Keyboard::digits:
      rows[1].back() = doing("space", KeyAction::space, 1.5F);
      rows[2].push_back(close);
      rows.push_back({writing("+", 1.5F), writing("0", 1.5F), minus, writing(".", 1.5F)});
      break;
  }
  return rows;
}

}  // namespace

// GLib knows the capitals of all letters but not of languages, and no capital ß; ICU would be one library
// more for these two.
std::string capital_of(std::string_view letter, std::string_view language) {
  if (letter == "i" && (language == "tr" || language == "az")) return "İ";
  if (letter == "ß") return "ẞ";
  const gunichar capital = g_unichar_toupper(g_utf8_get_char(letter.data()));
  std::array<char, 6> bytes{};
  return {bytes.data(), static_cast<std::size_t>(g_unichar_to_utf8(capital, bytes.data()))};
}

std::vector<KeyRow> keyboard_rows(const KeyboardRequest& request) {
  assert(request.columns >= 6);
  if (request.kind != Keyboard::text) return keypad(request);
  const bool latin = request.layer == KeyLayer::latin;
  const Layout& layout = latin ? layouts.front() : layout_for(request.language);
  std::vector<KeyRow> rows;
  bool broken = !latin && request.layer != KeyLayer::letters;
  if (!broken) {
    rows = letter_rows(layout, request, broken);
  } else {
    const int columns = std::min(request.columns, request.rows < 5 ? 13 : 11);
    const bool narrow = request.columns < 10;  // there the last row becomes two
    const int rows_of_accents = std::max(request.rows - (narrow ? 2 : 1), 3);
    const std::string_view digits = layout.language == "ar" ? digits_layer_arabic : digits_layer;
    rows = balanced(
        request.layer == KeyLayer::digits ? words(digits) : accents_for(layout, columns, rows_of_accents),
        columns);
  }
  if (request.letters != Letters::small && layout.has_capitals && request.layer != KeyLayer::digits)
    make_capital(rows, request.language);
  add_last_rows(rows, request, layout, broken);
  return rows;
}

}  // namespace buurtpeil
