#include "kiosk/words.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace buurtpeil;

namespace {

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
         : key == "progress"   ? column + " {screen} / {screens}"
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

TEST_CASE("the kiosk's own words are complete in each of its languages") {
  const auto words = Words::load(BUURTPEIL_ASSETS "/texts/words.csv");
  REQUIRE_MESSAGE(words.has_value(), words.error().message);
  CHECK(words->languages() == std::vector<std::string>{"ar", "en", "nl", "pl", "tr", "uk"});
  for (const std::string& code : words->languages()) CHECK_FALSE(words->in(code)("next").empty());
}

TEST_CASE("words come in the chosen language, else in the default one, else in Dutch") {
  const auto words = Words::parse(words_file({"nl", "tr"}, plain), "words.csv");
  REQUIRE(words.has_value());
  CHECK(words->in("tr")("next") == "tr next");
  CHECK(words->in("tr-TR")("next") == "tr next");
  CHECK(words->in("zh", "tr")("next") == "tr next");
  CHECK(words->in("zh", "ti")("next") == "nl next");
  CHECK(words->in("zh", "tr").language() == "tr");
}

TEST_CASE("placeholders are filled in, and what is filled in is not searched again") {
  const auto words = Words::parse(words_file({"nl"}, plain), "words.csv");
  REQUIRE(words.has_value());
  CHECK(words->in("nl")("progress", {{"screen", "3"}, {"screens", "10"}}) == "nl 3 / 10");
  CHECK(words->in("nl")("progress", {{"screen", "{screen}"}, {"screens", "10"}}) == "nl {screen} / 10");
}

TEST_CASE("each mistake in the words is named with its key and column") {
  const std::string good = words_file({"nl", "tr"}, plain);
  CHECK(message_of(good) == "");
  CHECK(message_of("") == "words.csv: the first line must be: key, then a language code a column");
  CHECK(message_of(words_file({"tr"}, plain)) == "words.csv: there is no column 'nl'");
  CHECK(message_of(replaced(good, "\nskip,", "\nspik,")) == "words.csv: unknown key 'spik' in line 5");
  CHECK(message_of(replaced(good, "\nskip,\"nl skip\",\"tr skip\"", "")) ==
        "words.csv: key 'skip' is missing");
  CHECK(message_of(replaced(good, "\nskip,", "\nnext,")) == "words.csv: key 'next' is there twice");
  CHECK(message_of(replaced(good, "tr skip", "")) == "words.csv: key 'skip' in column 'tr' is empty");
  CHECK(message_of(replaced(good, "\"tr skip\"", "\"tr skip\",more")) ==
        "words.csv: key 'skip' has more cells than the first line");
  CHECK(message_of(replaced(good, "tr {screen} /", "tr {scherm} /")) ==
        "words.csv: key 'progress' in column 'tr' must have the same {placeholders} as in nl: "
        "'nl {screen} / {screens}'");
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
