// The demo form keeps its promises: no remark at loading, and every text in all six languages.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "form/form.h"

namespace buurtpeil {
namespace {

const std::vector<std::string> codes = {"nl", "en", "tr", "pl", "uk", "ar"};

LoadedForm load_demo() { return load_form(BUURTPEIL_ASSETS "/forms/leefomgeving.md"); }

/// A text of the form and where it stands: "hint of trees".
struct Placed {
  std::string where;
  const Text* text;
};

std::vector<Placed> texts_of(const Form& form) {
  std::vector<Placed> texts;
  for (const auto& [setting, text] : form.settings_texts) texts.push_back({setting, &text});
  for (const Row& row : form.rows)
    for (const Placed& placed : {Placed{"label of ", &row.label}, Placed{"hint of ", &row.hint},
                                 Placed{"constraint message of ", &row.constraint_message}})
      if (!placed.text->empty()) texts.push_back({placed.where + row.name, placed.text});
  for (const auto& [list, choices] : form.choices)
    for (const Choice& choice : choices)
      if (!form.attachments.contains(list))  // residents' ideas are in the language in which they wrote them
        texts.push_back({"label of choice " + list + "/" + choice.name, &choice.label});
  return texts;
}

/// What the sentence refers to, sorted: languages differ in word order.
std::string references_of(const Sentence& sentence) {
  std::vector<std::string> references;
  for (const Piece& piece : sentence)
    if (piece.reference) references.push_back(piece.reference->source());
  std::ranges::sort(references);
  std::string joined;
  for (const std::string& reference : references) joined += reference + " ";
  return joined;
}

std::size_t line_breaks_of(const Sentence& sentence) {
  return static_cast<std::size_t>(std::ranges::count(words_of(sentence).words, '\n'));
}

/// Whether a letter's first byte in UTF-8 lies in this range: 0xD0 to 0xD3 is Cyrillic, 0xD8 to 0xDB Arabic.
bool has_letter(const std::string& words, unsigned char first, unsigned char last) {
  return std::ranges::any_of(words, [&](char byte) {
    return static_cast<unsigned char>(byte) >= first && static_cast<unsigned char>(byte) <= last;
  });
}

}  // namespace

TEST_CASE("the demo form loads with nothing but a remark") {
  const LoadedForm loaded = load_demo();
  std::string remarks;
  for (const Problem& problem : loaded.problems) remarks += to_line("leefomgeving.md", problem) + "\n";
  CHECK(remarks ==
        "leefomgeving.md: survey!G8: warning: the value of 'place' is in the visitor's language, so that the "
        "export has one thing under several names; count by the name of the choice, which is the same in all "
        "languages\n");
  REQUIRE(loaded.form);
  CHECK(loaded.form->id == "leefomgeving");
  CHECK(loaded.form->title == "Leefomgeving Elzermonde");
}

TEST_CASE("the demo form speaks six languages, Dutch first") {
  const LoadedForm loaded = load_demo();
  REQUIRE(loaded.form);
  std::vector<std::string> found;
  for (const Language& language : loaded.form->languages) found.push_back(language.code);
  CHECK(found == codes);
  CHECK(loaded.form->default_language == 0);
}

TEST_CASE("every text of the demo form is there in all six languages, with equal references and paragraphs") {
  const LoadedForm loaded = load_demo();
  REQUIRE(loaded.form);
  const Form& form = *loaded.form;
  for (const auto& [where, text] : texts_of(form)) {
    CAPTURE(where);
    REQUIRE(text->by_language.size() == codes.size());
    const Sentence& dutch = text->by_language.at(form.languages.front().heading);
    for (const Language& language : form.languages) {
      CAPTURE(language.code);
      const Sentence& sentence = text->by_language.at(language.heading);
      CHECK_FALSE(words_of(sentence).empty());
      CHECK(references_of(sentence) == references_of(dutch));
      CHECK(line_breaks_of(sentence) == line_breaks_of(dutch));
      if (language.code == "uk") CHECK(has_letter(words_of(sentence).words, 0xD0, 0xD3));
      if (language.code == "ar") CHECK(has_letter(words_of(sentence).words, 0xD8, 0xDB));
    }
  }
}

TEST_CASE("the demo form invites, explains and thanks, and has a message for each constraint") {
  const LoadedForm loaded = load_demo();
  REQUIRE(loaded.form);
  for (const char* setting : {"kiosk_attract", "kiosk_intro", "kiosk_thanks"}) {
    CAPTURE(setting);
    CHECK(loaded.form->settings_texts.contains(setting));
  }
  for (const Row& row : loaded.form->rows) {
    CAPTURE(row.name);
    CHECK(row.constraint.has_value() == !row.constraint_message.empty());
    if (row.is_shown()) CHECK_FALSE(row.label.empty());
  }
}

TEST_CASE("the demo form asks at most fourteen questions, the first of them on the invitation") {
  const LoadedForm loaded = load_demo();
  REQUIRE(loaded.form);
  CHECK(effort_of(*loaded.form).questions.fewest == 12);
  CHECK(effort_of(*loaded.form).questions.most == 14);
  REQUIRE(loaded.form->first_question >= 0);
  CHECK(loaded.form->rows[static_cast<std::size_t>(loaded.form->first_question)].name == "living");
}

}  // namespace buurtpeil
