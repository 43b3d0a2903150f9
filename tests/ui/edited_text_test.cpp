// A text while it is written: where its caret can stand, and what each change leaves.
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <glib.h>

#include "ui/text/edited_text.h"

using namespace buurtpeil;

namespace {

// With the caret as "|", or the selection as "[...]".
std::string in_signs(const EditedText& edited) {
  std::string text = edited.text();
  const Span part = edited.selection();
  if (part.empty()) return text.insert(part.from, "|");
  return text.insert(part.to, "]").insert(part.from, "[");
}

EditedText written(std::string_view text) { return EditedText(text, 100); }

std::vector<std::size_t> all_positions(const std::string& text) {
  const Positions positions(text);
  std::vector<std::size_t> all{0};
  while (positions.next(all.back()) != all.back()) all.push_back(positions.next(all.back()));
  return all;
}

constexpr const char* family = "\U0001F469\u200D\U0001F469\u200D\U0001F467";  // joined to one sign
constexpr const char* flag = "\U0001F1F3\U0001F1F1";

}  // namespace

TEST_CASE("a caret goes through a text and back over the same positions") {
  for (const std::string text : {"Éénrichtingsverkeer, 30 km/u", "Sokağınızdaki yeşillik", "їжак, єдність",
                                 "هل يوجد ما يكفي", "您的街道上", "क्षमा", "👩‍👩‍👧 en 🇳🇱"}) {
    const std::vector<std::size_t> forward = all_positions(text);
    CHECK(forward.back() == text.size());
    const Positions positions(text);
    std::vector<std::size_t> back{forward.back()};
    while (back.back() != 0) back.push_back(positions.previous(back.back()));
    std::ranges::reverse(back);
    CHECK(back == forward);
  }
}

TEST_CASE("an accent is one position with its letter, and a joined emoji is one sign") {
  CHECK(all_positions("ne\u0301e") == std::vector<std::size_t>{0, 1, 4, 5});
  CHECK(all_positions(std::string("a") + family + "b") == std::vector<std::size_t>{0, 1, 19, 20});
  CHECK(all_positions(std::string(flag) + flag) == std::vector<std::size_t>{0, 8, 16});
  CHECK(Positions("ne\u0301e").erase_from(4) == 1);
  CHECK(Positions("ne\u0301e").erase_from(0) == 0);
  CHECK(Positions("مَ").erase_from(4) == 2);  // a vowel sign goes alone
  CHECK(Positions("ne\u0301e").at_or_before(3) == 1);
  CHECK(Positions("ne\u0301e").at_or_after(3) == 4);
  CHECK(Positions("").at_or_after(7) == 0);
}

TEST_CASE("words are found from anywhere in them, and between signs there is none") {
  const std::string text = "Meer bomen, s.v.p.";
  const auto word = [&](std::size_t index) {
    const Span part = Positions(text).word_at(index);
    return text.substr(part.from, part.to - part.from);
  };
  CHECK(word(0) == "Meer");
  CHECK(word(4) == "Meer");
  CHECK(word(5) == "bomen");
  CHECK(word(8) == "bomen");
  CHECK(word(11) == "");
  CHECK(Positions(text).next_word_end(0) == 4);
  CHECK(Positions(text).next_word_end(4) == 10);
  CHECK(Positions(text).previous_word_start(11) == 5);
  CHECK(Positions(text).previous_word_start(0) == 0);
  const std::string arabic = "شارع جميل";
  CHECK(Positions(arabic).word_at(2) == Span{0, 8});
  CHECK(Positions(arabic).next_word_end(8) == arabic.size());
}

TEST_CASE("what is written stands at the caret, or in the place of what is selected") {
  EditedText edited = written("een boom");
  edited.go_to(4);
  edited.write("grote ");
  CHECK(in_signs(edited) == "een grote |boom");
  edited.select(4, 9);
  CHECK(in_signs(edited) == "een [grote] boom");
  edited.write("kleine");
  CHECK(in_signs(edited) == "een kleine| boom");
  edited.select_all();
  edited.erase_before();
  CHECK(in_signs(edited) == "|");
  edited.write("\xC3");  // half a letter
  CHECK(in_signs(edited) == "|");
}

TEST_CASE("each of the erase keys takes what people expect, and a selection goes whole") {
  EditedText edited = written("een grote boom");
  edited.erase_word_before();
  CHECK(in_signs(edited) == "een grote |");
  edited.erase_before();
  edited.go_to(0);
  edited.erase_after();
  CHECK(in_signs(edited) == "|en grote");
  edited.erase_word_after();
  CHECK(in_signs(edited) == "| grote");
  edited.select(6, 1);
  edited.erase_after();
  CHECK(in_signs(edited) == " |");
  edited.go_to(0);
  edited.erase_before();
  CHECK(in_signs(edited) == "| ");
}

TEST_CASE("changes are taken back one by one") {
  EditedText edited = written("een boom");
  edited.select(4, 8);
  edited.write("a");
  edited.write("b");
  edited.undo();
  CHECK(in_signs(edited) == "een a|");
  edited.undo();
  CHECK(in_signs(edited) == "een [boom]");
  edited.undo();
  CHECK(in_signs(edited) == "een [boom]");
}

TEST_CASE("a text that is too long when it comes in gets shorter, never longer") {
  EditedText edited("0123456789", 8);
  edited.write("a");
  CHECK(edited.text() == "0123456789");
  edited.erase_before();
  edited.select(0, 4);
  edited.write("abc");
  CHECK(edited.text() == "abc45678");
  edited.write("d");
  CHECK(edited.text() == "abc45678");
  CHECK(EditedText("a\xFF", 8).text() == "a\uFFFD");
}

// What comes together may become one letter, so the model is plain bytes: what stands before the changed
// part, what is written, what stands after it.
TEST_CASE("whatever is done to a text, it stays valid and short enough, and the caret between letters") {
  const std::vector<std::string> pieces = {"a",    "e\u0301",      "\u0301",     "ł",      "ж",  "ї",
                                           "ش",    "لا",           "َ",           "٣",      " ",  "\n",
                                           ". ",   family,         "\U0001F469", "\u200D", flag, "\U0001F1E7",
                                           "क्ष",   "\u202B",       "한",         "ᄒ",     "ᅡ",  "\uFE0F",
                                           "\xC3", "\xED\xA0\x80", "\r",         "\uFEFF"};
  std::minstd_rand random{7};
  constexpr std::size_t most = 90;
  for (int run = 0; run < 200; ++run) {
    EditedText edited("", most);
    for (int step = 0; step < 100; ++step) {
      const std::string before = edited.text();
      const Span part = edited.selection();
      const std::string& piece = pieces[random() % pieces.size()];
      const bool fits = before.size() - (part.to - part.from) + piece.size() <= most;
      const bool valid = g_utf8_validate(piece.data(), static_cast<gssize>(piece.size()), nullptr) != 0;
      const std::string left = before.substr(0, part.from), right = before.substr(part.to);
      std::string expected = before;
      switch (random() % 9) {
        case 0:
        case 1:
        case 2:
        case 3:
          edited.write(piece);
          if (fits && valid) expected = left + piece + right;
          break;
        case 4:
          edited.erase_before();
          if (!part.empty())
            expected = left + right;
          else
            expected.erase(part.from - (before.size() - edited.text().size()),
                           before.size() - edited.text().size());
          break;
        case 5:
          edited.erase_after();
          if (!part.empty())
            expected = left + right;
          else
            expected.erase(part.from, before.size() - edited.text().size());
          break;
        case 6:
          edited.go_to(random() % (most + 5), random() % 2 == 0 ? Selecting::yes : Selecting::no);
          break;
        case 7:
          edited.select(random() % (most + 5), random() % (most + 5));
          break;
        case 8:
          edited.go_to(Positions(before).word_at(random() % most).from);
          break;
      }
      CHECK(edited.text() == expected);
      CHECK(edited.text().size() <= most);
      CHECK(g_utf8_validate(edited.text().data(), static_cast<gssize>(edited.text().size()), nullptr));
      const std::vector<std::size_t> positions = all_positions(edited.text());
      CHECK(std::ranges::binary_search(positions, edited.caret()));
      CHECK(std::ranges::binary_search(positions, edited.anchor()));
    }
  }
}

TEST_CASE("a hundred changes taken back give the text of before") {
  std::minstd_rand random{3};
  const std::vector<std::string> pieces = {"a", "e\u0301", "ж", "ش", family, " "};
  for (int run = 0; run < 30; ++run) {
    EditedText edited("een boom 🇳🇱", 1000);
    for (std::size_t step = 0; step < EditedText::most_undos; ++step) {
      edited.go_to(random() % (edited.text().size() + 1), random() % 3 == 0 ? Selecting::yes : Selecting::no);
      if (random() % 3 == 0)
        edited.erase_before();
      else
        edited.write(pieces[random() % pieces.size()]);
    }
    for (std::size_t step = 0; step < EditedText::most_undos; ++step) edited.undo();
    CHECK(edited.text() == "een boom 🇳🇱");
  }
}
