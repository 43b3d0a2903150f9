#include "kiosk/words.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <glib.h>

#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <span>

#include "form/read/grid.h"
#include "ui/text/keyboard.h"

using namespace buurtpeil;

namespace {

const std::string words_path = BUURTPEIL_ASSETS "/texts/words.csv";
const std::vector<std::string> eight = {"nl", "en", "tr", "pl", "uk", "ar", "de", "fr"};  // as in the file
constexpr int wide = 30;  // columns: room for every row of letters

std::string text_of(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

/// The letters of the text that no key of the keyboard writes, in their order. Signs that stand above Arabic
/// letters are left out: who reads them does not write them.
std::string missing_from(const KeyboardRequest& keyboard, const std::string& text) {
  std::set<std::string> written;
  for (const KeyRow& row : keyboard_rows(keyboard))
    for (const ScreenKey& key : row) written.insert(key.text);
  std::string missing;
  for (const char *at = text.c_str(), *next = at; *at != '\0'; at = next) {
    next = g_utf8_next_char(at);
    const std::string letter(at, next);
    if (g_unichar_isalpha(g_utf8_get_char(at)) && !written.contains(letter)) missing += letter;
  }
  return missing;
}

std::string without_placeholders(std::string text) {
  for (std::size_t open = 0; (open = text.find('{')) != text.npos;)
    text.erase(open, text.find('}', open) + 1 - open);
  return text;
}

/// A words file with every key; `cell` says what stands in a column.
template <class Cell>
std::string words_file(const std::vector<std::string>& columns, Cell cell) {
  std::string csv = "key";
  for (const std::string& column : columns) csv += "," + column;
  for (const std::string_view key : word_keys) {
    csv += fmt::format("\n{}", key);
    for (const std::string& column : columns) csv += ",\"" + cell(std::string{key}, column) + "\"";
  }
  return csv + "\n";
}

std::string plain(const std::string& key, const std::string& column) {
  return key == "decimal_sign" ? ","
         : key == "progress"   ? column + " {which} / {questions}"
                               : column + " " + key;
}

std::string message_of(const std::string& csv) {
  const auto words = Words::parse(csv, "words.csv");
  return words ? "" : words.error().message;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("every key has a text in each of the eight languages") {
  const auto words = Words::load(words_path);
  REQUIRE_MESSAGE(words.has_value(), words.error().message);
  CHECK(words->languages() == std::vector<std::string>{"ar", "de", "en", "fr", "nl", "pl", "tr", "uk"});
  const auto read = read_plain_csv(text_of(words_path));
  REQUIRE(read.has_value());
  REQUIRE(read->rows.size() == word_keys.size() + 1);
  CHECK(std::vector(read->rows.front().cells.begin() + 1, read->rows.front().cells.end()) == eight);
  for (std::size_t row = 0; row < word_keys.size(); ++row) {
    const GridRow& cells = read->rows[row + 1];
    CAPTURE(word_keys[row]);
    CHECK(cells.cells[0] == word_keys[row]);
    REQUIRE(cells.cells.size() == eight.size() + 1);
    for (const std::string& cell : cells.cells) CHECK(cell.find_first_not_of(' ') != std::string::npos);
  }
}

TEST_CASE("a text that is missing in one of the eight languages is found") {
  for (const std::string_view key : word_keys) {
    for (const std::string& language : eight) {
      const std::string gap = words_file(eight, [&](const std::string& at, const std::string& column) {
        return at == key && column == language ? std::string{} : plain(at, column);
      });
      CHECK(message_of(gap) == fmt::format("words.csv: key '{}' in column '{}' is empty", key, language));
    }
  }
}

TEST_CASE("each of the eight languages has an on-screen keyboard with its own letters at hand") {
  const std::map<std::string, std::string> own = {{"ar", "ضشذةأ"},    {"de", "äöüß"},    {"en", "qwertyz"},
                                                  {"fr", "éèêàçùôî"}, {"nl", "qwertyz"}, {"pl", "ąćęłńóśźż"},
                                                  {"tr", "çğıöşü"},   {"uk", "йіїєґ"}};
  for (const std::string& language : eight) {
    CAPTURE(language);
    CHECK(missing_from({.language = language, .columns = wide, .rows = 6}, own.at(language)) == "");
  }
  CHECK(missing_from({.language = "el", .columns = wide, .rows = 6}, "aαω") == "αω");
}

TEST_CASE("the kiosk's own words can be written on the keyboard of their language") {
  const auto read = read_plain_csv(text_of(words_path));
  REQUIRE(read.has_value());
  for (std::size_t column = 1; column <= eight.size(); ++column) {
    std::string missing;
    for (const GridRow& row : std::span{read->rows}.subspan(1))
      missing += without_placeholders(row.cells.at(column));
    const std::string& language = read->rows.front().cells[column];
    CAPTURE(language);
    for (const KeyLayer layer : {KeyLayer::letters, KeyLayer::accents, KeyLayer::digits})
      for (const Letters letters : {Letters::small, Letters::capital})
        missing = missing_from(
            {.language = language, .layer = layer, .letters = letters, .columns = wide, .rows = 6}, missing);
    CHECK(missing == "");
  }
}

TEST_CASE("words come in the first language that there is, else in English, else in Dutch") {
  const auto words = Words::parse(words_file({"nl", "tr"}, plain), "words.csv");
  REQUIRE(words.has_value());
  CHECK(words->in({"tr"})("next") == "tr next");
  CHECK(words->in({"tr-TR"})("next") == "tr next");
  CHECK(words->in({"TUR"})("next") == "tr next");
  CHECK(words->in({"zh", "tr", "nl"})("next") == "tr next");
  CHECK(words->in({"zh", "ti"})("next") == "nl next");
  CHECK(words->in({"zh", "tr"}).language() == "tr");
  const auto english = Words::parse(words_file({"nl", "en"}, plain), "words.csv");
  REQUIRE(english.has_value());
  CHECK(english->in({"zh", "ti"})("next") == "en next");
}

TEST_CASE("placeholders are filled in, and what is filled in is not searched again") {
  const auto words = Words::parse(words_file({"nl"}, plain), "words.csv");
  REQUIRE(words.has_value());
  CHECK(words->in({"nl"})("progress", {{"which", "3"}, {"questions", "10"}}) == "nl 3 / 10");
  CHECK(words->in({"nl"})("progress", {{"which", "{which}"}, {"questions", "10"}}) == "nl {which} / 10");
}

TEST_CASE("each mistake in the words is named with its key and column") {
  const std::string good = words_file({"nl", "tr"}, plain);
  CHECK(message_of(good) == "");
  CHECK(message_of("") == "words.csv: the first line must be: key, then a language code a column");
  CHECK(message_of(words_file({"tr"}, plain)) == "words.csv: there is no column 'nl'");
  CHECK(message_of(replaced(good, "\nfinish,", "\nfinihs,")) == "words.csv: unknown key 'finihs' in line 6");
  CHECK(message_of(replaced(good, "\nfinish,\"nl finish\",\"tr finish\"", "")) ==
        "words.csv: key 'finish' is missing");
  CHECK(message_of(replaced(good, "\nfinish,", "\nnext,")) == "words.csv: key 'next' is there twice");
  CHECK(message_of(replaced(good, "tr finish", "")) == "words.csv: key 'finish' in column 'tr' is empty");
  CHECK(message_of(replaced(good, "\"tr finish\"", "\"tr finish\",more")) ==
        "words.csv: key 'finish' has more cells than the first line");
  CHECK(message_of(replaced(good, "tr {which} /", "tr {scherm} /")) ==
        "words.csv: key 'progress' in column 'tr' must have the same {placeholders} as in nl: "
        "'nl {which} / {questions}'");
  CHECK(message_of(replaced(good, "decimal_sign,\",\"", "decimal_sign,\";\"")) ==
        "words.csv: key 'decimal_sign' in column 'nl' must be a comma or a point");
}

TEST_CASE("a words file that is not there is named") {
  const auto words = Words::load("/nowhere/words.csv");
  REQUIRE_FALSE(words.has_value());
  CHECK(words.error().message ==
        "/nowhere/words.csv: cannot be read; it holds the kiosk's own words and belongs to the program's "
        "assets");
}
