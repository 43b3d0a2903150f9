#include "ui/keyboard.h"

#include <glib.h>

#include <algorithm>
#include <array>
#include <cassert>

namespace buurtpeil {
namespace {

// One writing's keys. Letters are separated by spaces, rows by the array.
struct Layout {
  std::string_view language;
  std::array<std::string_view, 3> rows;
  std::string_view own;  // letters of the language beside the three rows: an extra row where there is room
  std::string_view alphabet;       // all of them in their own order, for narrow displays
  std::string_view marks;          // beside the space bar
  std::string_view letters_label;  // on the key that comes back to the letters
  bool has_capitals = true;
  bool reads_right_to_left = false;
  bool has_accents = true;  // a page with the accents of other languages
};

constexpr std::array<std::string_view, 3> qwerty = {"q w e r t y u i o p", "a s d f g h j k l",
                                                    "z x c v b n m"};
constexpr std::string_view latin_alphabet = "a b c d e f g h i j k l m n o p q r s t u v w x y z";

constexpr std::array<Layout, 8> layouts = {{
    {"", qwerty, "", latin_alphabet, ", .", "abc"},
    {"nl", qwerty, "", latin_alphabet, ", .", "abc"},
    {"tr", qwerty, "ç ğ ı ö ş ü", "a b c ç d e f g ğ h ı i j k l m n o ö p r s ş t u ü v y z q w x", ", .",
     "abc"},
    {"pl", qwerty, "ą ć ę ł ń ó ś ź ż",
     "a ą b c ć d e ę f g h i j k l ł m n ń o ó p r s ś t u w y z ź ż q v x", ", .", "abc"},
    {"de", qwerty, "ä ö ü ß", "a ä b c d e f g h i j k l m n o ö p q r s ß t u ü v w x y z", ", .", "abc"},
    {"fr", qwerty, "é è ê à ç ù ô î", latin_alphabet, ", .", "abc"},
    {"uk",
     {"й ц у к е н г ш щ з х ї", "ф і в а п р о л д ж є", "я ч с м и т ь б ю ґ"},
     "",
     "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я",
     "’ , .",
     "абв",
     true,
     false,
     false},
    {"ar",
     {"ض ص ث ق ف غ ع ه خ ح ج د", "ش س ي ب ل ا أ إ ت ن م ك ط", "ذ ر ؤ ئ ء آ ى ة و ز ظ"},
     "",
     "ا أ إ آ ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه ة و ي ى ء ئ ؤ",
     "، .",
     "أبج",
     false,
     true,
     false},
}};

constexpr std::string_view digits_page = "1 2 3 4 5 6 7 8 9 0 - / : ; ( ) € & @ \" . , ? ! ' + % # ² _";
constexpr std::string_view digits_page_arabic =
    "1 2 3 4 5 6 7 8 9 0 - / : ؛ ( ) € & @ \" . ، ؟ ! ' + % # ² _";
constexpr std::string_view accents_page =
    "á à â ä ã å æ ç é è ê ë í ì î ï ñ ó ò ô ö õ ø œ ß ú ù û ü ý ÿ ą ć ę ł ń ś ź ż ğ ı ş č š ž";
constexpr std::string_view accents_page_compact = "á à â ä å ç é è ê ë í î ï ñ ó ô ö ø ß ú ù û ü ý";

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

int width_of(const KeyRow& row) {
  float sum = 0;
  for (const ScreenKey& key : row) sum += key.width;
  return static_cast<int>(sum + 0.99F);
}

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

// The usual three rows, the third between shift and erase, and above them the language's own letters where
// there is room.
std::vector<KeyRow> typewriter_rows(const Layout& layout, bool with_own) {
  std::vector<KeyRow> rows;
  if (with_own) {
    KeyRow own;
    for (const std::string& letter : words(layout.own)) own.push_back(writing(letter));
    rows.push_back(std::move(own));
  }
  for (const std::string_view row : layout.rows) {
    KeyRow keys;
    for (const std::string& letter : words(row)) keys.push_back(writing(letter));
    rows.push_back(std::move(keys));
  }
  KeyRow& last = rows.back();
  if (layout.has_capitals) last.insert(last.begin(), doing("shift", KeyAction::shift, 1.5F));
  last.push_back(doing("erase", KeyAction::erase, 1.5F));
  return rows;
}

void add_last_row(std::vector<KeyRow>& rows, const KeyboardRequest& request, const Layout& layout,
                  bool broken) {
  KeyRow row;
  if (broken && layout.has_capitals && request.page != KeyPage::digits)
    row.push_back(doing("shift", KeyAction::shift, 1));
  if (request.page != KeyPage::letters)
    row.push_back(doing("letters", KeyAction::show_letters, 1.5F, layout.letters_label));
  if (request.page == KeyPage::letters) row.push_back(doing("digits", KeyAction::show_digits, 1.5F, "123?"));
  if (request.page == KeyPage::letters && layout.has_accents)
    row.push_back(doing("accents", KeyAction::show_accents, 1.5F, "éèü"));
  const std::vector<std::string> marks = words(layout.marks);
  const std::size_t shown_marks = broken ? 0 : marks.size();
  float used = request.multiline ? 2.5F : 1.0F;
  for (const ScreenKey& key : row) used += key.width;
  used += static_cast<float>(shown_marks);
  int widest = broken ? request.columns : 10;
  for (const KeyRow& other : rows) widest = std::max(widest, width_of(other));
  row.push_back(
      doing("space", KeyAction::space, std::max(1.5F, std::min(6.0F, static_cast<float>(widest) - used))));
  for (std::size_t index = 0; index < shown_marks; ++index) row.push_back(writing(marks[index]));
  if (request.multiline) row.push_back(doing("enter", KeyAction::new_line, 1.5F));
  row.push_back(doing("close", KeyAction::close, 1));
  rows.push_back(std::move(row));
}

// Where even the last row is too wide, it becomes two.
void break_last_row(std::vector<KeyRow>& rows, int columns) {
  if (width_of(rows.back()) <= columns) return;
  KeyRow& row = rows.back();
  const auto space = std::find_if(row.begin(), row.end(),
                                  [](const ScreenKey& key) { return key.action == KeyAction::space; });
  KeyRow second(space, row.end());
  row.erase(space, row.end());
  rows.push_back(std::move(second));
}

std::vector<KeyRow> keypad(const KeyboardRequest& request) {
  const std::string sign(request.decimal_sign.empty() ? "," : request.decimal_sign);
  std::vector<KeyRow> rows;
  for (const std::string_view row : {"1 2 3", "4 5 6", "7 8 9"}) {
    KeyRow keys;
    for (const std::string& digit : words(row)) keys.push_back(writing(digit, 1.5F));
    rows.push_back(std::move(keys));
  }
  rows[0].push_back(doing("erase", KeyAction::erase, 1.5F));
  rows[1].push_back({"-", "−", "-", KeyAction::write, 1.5F});
  KeyRow last;
  if (request.kind == Keyboard::number)
    rows[2].push_back(writing(sign, 1.5F));
  else
    rows[2].push_back(doing("close", KeyAction::close, 1.5F));
  last.push_back(writing("0", 4.5F));
  if (request.kind == Keyboard::number) last.push_back(doing("close", KeyAction::close, 1.5F));
  rows.push_back(std::move(last));
  return rows;
}

}  // namespace

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
  const Layout& layout = layout_for(request.language);
  std::vector<KeyRow> rows;
  bool broken = false;
  if (request.page == KeyPage::letters) {
    rows = typewriter_rows(layout, !layout.own.empty() && request.rows >= 5);
    broken = std::any_of(rows.begin(), rows.end(),
                         [&](const KeyRow& row) { return width_of(row) > request.columns; });
    if (broken) {
      rows = balanced(words(layout.alphabet), request.columns);
      if (layout.reads_right_to_left) {
        for (KeyRow& row : rows) std::reverse(row.begin(), row.end());
        std::rotate(rows.back().begin(), rows.back().begin() + 1,
                    rows.back().end());  // erase stays at the right
      }
    }
  } else {
    const bool few_rows = request.rows < 5 || request.columns < 10;
    std::string_view letters = few_rows ? accents_page_compact : accents_page;
    if (request.page == KeyPage::digits) letters = layout.language == "ar" ? digits_page_arabic : digits_page;
    std::vector<std::string> all = words(letters);
    if (request.page == KeyPage::accents && few_rows) {
      std::vector<std::string> own = words(layout.own);
      std::erase_if(all, [&](const std::string& letter) {
        return std::find(own.begin(), own.end(), letter) != own.end();
      });
      all.insert(all.begin(), own.begin(), own.end());
    }
    const int columns = std::min(request.columns - (request.columns >= 11 ? 1 : 0), 11);
    rows = balanced(all, request.columns < 10 ? request.columns : columns);
    broken = true;
  }
  if (request.letters == Letters::capital && layout.has_capitals && request.page != KeyPage::digits)
    make_capital(rows, request.language);
  add_last_row(rows, request, layout, broken);
  break_last_row(rows, request.columns);
  return rows;
}

}  // namespace buurtpeil
