#include "support/needs.h"
#include "ui/text/text_engine.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <random>
#include <set>
#include <string>

#include <doctest/doctest.h>
#include <fontconfig/fontconfig.h>

#include "support/headless_ui.h"

using namespace buurtpeil;

namespace {

constexpr ImU32 ink = IM_COL32(20, 20, 30, 255);
constexpr const char* pangrams[] = {
    "Éénrichtingsverkeer, fietspaden, 30 km/u",   // nl
    "Sokağınızdaki yeşillik yeterli mi?",         // tr
    "Zażółć gęślą jaźń",                          // pl
    "Чи достатньо зелені? Ґанок, їжак, єдність",  // uk
    "هل يوجد ما يكفي من الخضرة في شارعك؟",        // ar
    "ኣብ ጎደናኹም እኹል ቀጠልያ ኣሎ ዶ?",                    // ti
    "您的街道上有足够的绿化吗？",                 // zh
};

struct Fixture {
  HeadlessUi ui{800, 600};
  TextEngine engine = TextEngine::create().value();

  Picture picture_of(const Paragraph& paragraph, ImVec2 at = {20, 20}) {
    return render(ui.frame([&] { engine.draw(ImGui::GetWindowDrawList(), paragraph, at, ink); }));
  }
};

std::vector<std::size_t> positions(const Paragraph& paragraph) {
  const Positions positions(paragraph.text());
  std::vector<std::size_t> all{0};
  while (positions.next(all.back()) != all.back()) all.push_back(positions.next(all.back()));
  return all;
}

}  // namespace

TEST_CASE_FIXTURE(Fixture, "capital letters are as high as they were asked to be") {
  const TextStyle style{.size_px = engine.size_px_for_capital_height(20)};
  CHECK(engine.capital_height_px(style.size_px) == doctest::Approx(20));
  const Paragraph& paragraph = engine.layout("H", style);
  const ImDrawData& data =
      ui.frame([&] { engine.draw(ImGui::GetWindowDrawList(), paragraph, {20, 20}, ink); });
  const ImVector<ImDrawVert>& corners = data.CmdLists[0]->VtxBuffer;
  CHECK(corners.Size == 4);
  CHECK(corners[2].pos.y - corners[0].pos.y == 20);                        // drawn from the cap line
  CHECK(corners[2].pos.y == 20 + std::round(paragraph.first_baseline()));  // down to the baseline
}

TEST_CASE_FIXTURE(Fixture, "the fonts have every letter of every language of the kiosk") {
  for (const char* words : pangrams) {
    CAPTURE(words);
    for (const Weight weight : {Weight::regular, Weight::bold}) {
      CHECK(engine.layout(words, {.weight = weight}).letters_without_font() == 0);
    }
  }
  CHECK(engine.layout("देश বাংলা தமிழ் ქართული Հայերեն עברית ไทย", {}).letters_without_font() == 0);
  CHECK(engine.layout("\U0001F333 \U0001F600 \U0001F44D\U0001F3FD", {}).letters_without_font() ==
        0);                                                        // smileys
  CHECK(engine.layout("\uE123", {}).letters_without_font() == 1);  // nobody's letter
}

TEST_CASE_FIXTURE(Fixture, "a Turkish i has its dot and a dotless one has none") {
  const Paragraph& paragraph = engine.layout("iıİI", {.language = "tr"});
  std::set<unsigned> shapes;
  for (const PlacedGlyph& glyph : paragraph.glyphs()) shapes.insert(glyph.glyph);
  CHECK(shapes.size() == 4);
}

TEST_CASE_FIXTURE(Fixture, "Arabic letters join: alone and in a word they have different shapes") {
  const unsigned alone = engine.layout("ب", {}).glyphs().at(0).glyph;
  const auto& joined = engine.layout("ببب", {}).glyphs();
  std::set<unsigned> shapes{alone};
  for (const PlacedGlyph& glyph : joined) shapes.insert(glyph.glyph);
  CHECK(shapes.size() == 4);  // alone, at the beginning, in the middle, at the end
}

TEST_CASE_FIXTURE(Fixture, "Arabic runs from right to left, Latin inside it from left to right") {
  const std::string words = "أجب على Buurtpeil الآن";
  const TextStyle style{.direction = Direction::right_to_left, .language = "ar"};
  const Paragraph& paragraph = engine.layout(words, style, 600);
  const auto x_of = [&](std::string_view part) { return paragraph.caret(words.find(part)).x; };
  CHECK(paragraph.extent().x + paragraph.width() == doctest::Approx(600));  // starts at the right
  CHECK(paragraph.caret(0).x == doctest::Approx(600));
  CHECK(x_of("على") < x_of("أجب"));
  CHECK(x_of("الآن") < x_of("على"));
  CHECK(x_of("uurtpeil") < x_of("peil"));  // within the Latin word to the right
}

TEST_CASE_FIXTURE(Fixture, "an Arabic sentence that begins with a Latin word begins at the right") {
  const Paragraph& paragraph = engine.layout("Buurtpeil: أجب", {.direction = Direction::right_to_left}, 600);
  CHECK(paragraph.caret(paragraph.text().find(':')).x > paragraph.caret(paragraph.text().find("أ")).x);
}

TEST_CASE_FIXTURE(Fixture, "a text in another language keeps its own order at the page's side") {
  const TextStyle arabic_page{.direction = Direction::right_to_left};
  const Paragraph& dutch = engine.layout("Klaar!", arabic_page, 600);
  CHECK(dutch.extent().x + dutch.width() == doctest::Approx(600));
  CHECK(dutch.caret(5).x < dutch.caret(6).x);  // the exclamation mark is at the right end of the word
  const Paragraph& number = engine.layout("12 %", arabic_page, 600);
  CHECK(number.extent().x + number.width() == doctest::Approx(600));
}

TEST_CASE_FIXTURE(Fixture, "every line stays within its width") {
  for (const char* words : pangrams) {
    const std::string text =
        std::string(words) + " " + words + " Ziekenhuisverplaatsingscoördinatievergadering";
    for (const float width : {90.0F, 200.0F, 333.0F}) {
      for (const Align align : {Align::start, Align::center, Align::end}) {
        const Paragraph& paragraph = engine.layout(text, {.size_px = 30, .align = align}, width);
        CAPTURE(text);
        CHECK(paragraph.lines() > 1);
        CHECK(paragraph.extent().x >= 0);
        CHECK(paragraph.extent().x + paragraph.width() <= width + 0.01F);
        CHECK(paragraph.last_baseline() < paragraph.height());
      }
    }
  }
}

TEST_CASE_FIXTURE(Fixture, "lines stand at equal distances, whatever scripts they hold") {
  const TextStyle style{.size_px = 20};
  const Paragraph& mixed = engine.layout("een\nمثلاً\nሰላም\n您的", style);
  std::vector<float> tops;
  for (const char* line : {"een", "مثلاً", "ሰላም", "您的"})
    tops.push_back(mixed.caret(mixed.text().find(line)).y);
  CHECK(tops == std::vector<float>{0, 34, 68, 102});  // 1.7 em
  CHECK(mixed.first_baseline() == 24);
  CHECK(mixed.height() == 4 * 34);
  const Paragraph& latin = engine.layout("een → 30 ✓", style);
  CHECK(latin.height() == engine.layout("een", style).height());
  CHECK(latin.height() == 28);  // 1.36 em, to whole pixels
}

TEST_CASE_FIXTURE(Fixture, "a touch on a caret finds the caret's position") {
  for (const char* words : pangrams) {
    CAPTURE(words);
    const Paragraph& paragraph = engine.layout(words, {});
    for (const std::size_t position : positions(paragraph)) {
      const Box caret = paragraph.caret(position);
      CHECK(caret.width == 0);
      CHECK(paragraph.index_at(caret.x, caret.y + caret.height / 2) == position);
    }
  }
}

TEST_CASE_FIXTURE(Fixture, "an accent on its own is one position with its letter") {
  const Paragraph& paragraph = engine.layout("ne\u0301e", {});  // e and a combining accent
  CHECK(positions(paragraph) == std::vector<std::size_t>{0, 1, 4, 5});
  CHECK(paragraph.caret(3).x == paragraph.caret(2).x);  // inside of the accent's bytes: where it begins
  CHECK(paragraph.caret(99).x == paragraph.caret(5).x);
}

TEST_CASE_FIXTURE(Fixture, "a selection is as wide as its letters, in pieces where the direction changes") {
  const Paragraph& dutch = engine.layout("een twee", {});
  const auto word = dutch.selection(4, 8);
  REQUIRE(word.size() == 1);
  CHECK(word[0].x == doctest::Approx(dutch.caret(4).x));
  CHECK(word[0].width == doctest::Approx(dutch.caret(8).x - dutch.caret(4).x));
  CHECK(dutch.selection(3, 3).empty());
  CHECK(engine.layout("een twee", {}, 60).selection(0, 8).size() == 2);  // two lines
  CHECK(engine.layout("abc ابت", {}).selection(2, 8).size() == 2);       // two directions
}

TEST_CASE_FIXTURE(Fixture, "a text that was laid out before is not laid out again") {
  const TextStyle style{};
  ui.frame([] {});
  const int before = engine.statistics().layouts_made;
  const Paragraph* first = &engine.layout("Volgende", style, 200);
  CHECK(&engine.layout("Volgende", style, 200) == first);
  CHECK(engine.statistics().layouts_made == before + 1);
  (void)engine.layout("Volgende", style, 201);
  (void)engine.layout("Volgende", {.weight = Weight::bold}, 200);
  CHECK(engine.statistics().layouts_made == before + 3);
}

TEST_CASE_FIXTURE(Fixture, "texts that no frame asks for any more are forgotten, others stay") {
  const auto kept = [&] { (void)engine.layout("kept", {}); };
  ui.frame([&] {
    kept();
    for (int i = 0; i < 600; ++i) (void)engine.layout(std::to_string(i), {});
  });
  const int before = engine.statistics().layouts_made;
  ui.frame(kept);
  ui.frame(kept);
  CHECK(engine.statistics().layouts_made == before);
  (void)engine.layout("599", {});
  CHECK(engine.statistics().layouts_made == before + 1);
}

TEST_CASE_FIXTURE(Fixture, "the same frame twice is the same draw data") {
  const auto draw = [&] {
    float y = 5.3F;
    for (const char* words : pangrams) {
      const Paragraph& paragraph = engine.layout(words, {.size_px = 26.5F}, 700);
      engine.draw(ImGui::GetWindowDrawList(), paragraph, {20.4F, y}, ink);
      y += paragraph.height();
    }
  };
  ui.frame(draw);  // the first frame fills the atlas
  const std::string first = bytes_of(ui.frame(draw));
  CHECK(first.size() > 10'000);
  CHECK(bytes_of(ui.frame(draw)) == first);
}

TEST_CASE_FIXTURE(Fixture, "a letter is drawn into the atlas once for each quarter of a pixel") {
  const Paragraph& paragraph = engine.layout(std::string(200, 'a'), {.size_px = 26.5F});
  for (float x = 0; x < 3; x += 0.1F) {
    ui.frame([&] { engine.draw(ImGui::GetWindowDrawList(), paragraph, {x, 20}, ink); });
  }
  CHECK(engine.statistics().glyphs_in_atlas == 4);
}

TEST_CASE_FIXTURE(Fixture, "letters move by quarters of a pixel, lines by whole ones") {
  const Paragraph& paragraph = engine.layout("H", {.size_px = 26.5F});
  const Picture picture = picture_of(paragraph, {20, 20});
  CHECK(picture_of(paragraph, {20, 20.4F}) == picture);
  CHECK(picture_of(paragraph, {20.25F, 20}) != picture);
  CHECK(picture_of(paragraph, {20, 20.6F}) == picture_of(paragraph, {20, 21}));
}

TEST_CASE_FIXTURE(Fixture, "a smiley keeps its own colours and is as large as the letters beside it") {
  const Paragraph& paragraph = engine.layout("\U0001F600", {.size_px = 40});
  CHECK(paragraph.glyphs().size() == 1);
  CHECK(paragraph.width() == doctest::Approx(50).epsilon(0.1));  // 1.25 em
  const ImDrawData& data =
      ui.frame([&] { engine.draw(ImGui::GetWindowDrawList(), paragraph, {20, 20}, ink); });
  const ImVector<ImDrawVert>& corners = data.CmdLists[0]->VtxBuffer;
  REQUIRE(corners.Size == 4);
  CHECK(corners[0].col == IM_COL32_WHITE);
  CHECK(corners[2].pos.x - corners[0].pos.x == 50);
  const Picture picture = render(data);
  const Picture::Pixel cheek = picture.pixels[static_cast<std::size_t>(20 + 35) * 800 + 20 + 9];
  CHECK(cheek.red > 0.8F);  // yellow
  CHECK(cheek.green > 0.6F);
  CHECK(cheek.blue < 0.5F);
}

TEST_CASE_FIXTURE(Fixture, "what is scrolled away is not drawn") {
  const Paragraph& paragraph = engine.layout(std::string(2000, 'x'), {}, 700);
  const auto corners = [&](float y) {
    return ui.frame([&] { engine.draw(ImGui::GetWindowDrawList(), paragraph, {20, y}, ink); }).TotalVtxCount;
  };
  const int at_the_top = corners(0);
  CHECK(at_the_top > 0);
  CHECK(at_the_top < 2000 * 4);
  CHECK(corners(-10'000) == 0);
  CHECK(corners(+10'000) == 0);
}

TEST_CASE_FIXTURE(Fixture, "broken text is shown with a sign for what is broken") {
  CHECK(engine.layout("stuk:\xFF\xC3", {}).text() == "stuk:\uFFFD\uFFFD");
  CHECK(engine.layout(std::string_view("nul\0l", 5), {}).text() == "nul\uFFFDl");
  CHECK(engine.layout(std::string_view(), {}).glyphs().empty());
  CHECK(engine.layout("", {}).lines() == 1);
  CHECK(engine.layout("", {}).height() > 0);
}

TEST_CASE_FIXTURE(Fixture, "any bytes can be laid out, drawn and walked through") {
  // joiners, marks, direction overrides, line separators, halves of characters, letters that no font has
  const std::string pieces[] = {"a",
                                " ",
                                "ب",
                                "\u0301",
                                "\u200D",
                                "\u202E",
                                "\u2066",
                                "\u2028",
                                "\r\n",
                                "\t",
                                "\xE4\xB8",
                                "\xF4",
                                std::string(1, '\0'),
                                "\U0001F333",
                                "ሰ",
                                "您",
                                "क्ष",
                                "\uFEFF",
                                "\u00AD"};
  std::minstd_rand random{1};
  for (int i = 0; i < 300; ++i) {
    std::string text;
    for (auto n = random() % 40; n > 0; --n) text += pieces[random() % std::size(pieces)];
    CAPTURE(text);
    const Direction direction = i % 2 == 0 ? Direction::left_to_right : Direction::right_to_left;
    const Paragraph& paragraph = engine.layout(text, {.direction = direction}, 60);
    ui.frame([&] { engine.draw(ImGui::GetWindowDrawList(), paragraph, {20, 20}, ink); });
    const std::vector<std::size_t> all = positions(paragraph);
    CHECK(all.back() == paragraph.text().size());
    for (const std::size_t position : all) {
      const Box caret = paragraph.caret(position);
      CHECK(caret.y + caret.height <= paragraph.height());
      CHECK(paragraph.index_at(caret.x, caret.y) <= paragraph.text().size());
      CHECK(paragraph.line_ends(position).from <= position);
      CHECK(position <= paragraph.line_ends(position).to);
    }
  }
}

TEST_CASE_FIXTURE(Fixture, "an enormous text is laid out, and cut off where it is longer than the limit") {
  const std::string letters(10'000, 'm');
  CHECK(engine.layout(letters, {}, 500).text() == letters);
  CHECK(engine.layout(letters, {}).glyphs().size() == 10'000);
  const std::string too_long = std::string(max_text_bytes - 1, 'm') + "é";
  CHECK(engine.layout(too_long, {}).text() == std::string(max_text_bytes - 1, 'm') + "…");
  CHECK(engine.layout(std::string(max_text_bytes, '\n'), {.size_px = 20}).lines() ==
        static_cast<int>(max_text_bytes) + 1);
}

TEST_CASE_FIXTURE(Fixture, "a full atlas is emptied, and every picture stays right") {
  const Paragraph& before = engine.layout("Hoe groen is uw straat?", {.size_px = 30});
  const Picture expected = picture_of(before);
  ui.frame([&] {  // more large glyphs in one frame than the atlas holds
    std::string words;
    for (int i = 0; i < 150; ++i) words += {char(0xE4 + i / 64 % 2), char(0xB8 + i % 8), char(0x80 + i % 64)};
    for (float size = 140; size < 180; size += 4) {
      engine.draw(ImGui::GetWindowDrawList(), before, {20, 20}, ink);
      const Paragraph& large = engine.layout(words, {.size_px = size}, 790);
      for (int i = 0; i < 40; ++i)
        engine.draw(ImGui::GetWindowDrawList(), large, {0, -100.0F * static_cast<float>(i)}, ink);
    }
  });
  CHECK(engine.statistics().atlas_resets > 0);
  CHECK(picture_of(engine.layout("Hoe groen is uw straat?", {.size_px = 30})) == expected);
}

TEST_CASE("a missing font family is an error at the start, by name") {
  HeadlessUi ui{800, 600};
  FcConfig* fonts = FcConfigReference(FcConfigGetCurrent());
  FcConfig* no_fonts = FcConfigCreate();
  FcConfigSetCurrent(no_fonts);
  const auto engine = TextEngine::create();
  FcConfigSetCurrent(fonts);
  FcConfigDestroy(no_fonts);
  FcConfigDestroy(fonts);
  REQUIRE_FALSE(engine.has_value());
  CHECK(engine.error() ==
        "The font family \"Noto Sans\" is missing: install the packages fonts-noto-core, "
        "fonts-noto-color-emoji and fonts-droid-fallback, and see that FONTCONFIG_FILE names Buurtpeil's "
        "fonts.conf.");
}

TEST_CASE_FIXTURE(Fixture, "a specimen of all scripts for the eye, where BUURTPEIL_SPECIMEN says" *
                               needs_variable{"BUURTPEIL_SPECIMEN"}) {
  const char* path = std::getenv("BUURTPEIL_SPECIMEN");
  ImGui::GetIO().DisplaySize = {1280, 1000};
  const auto draw = [&] {
    ImDrawList* list = ImGui::GetWindowDrawList();
    float y = 20;
    const auto show = [&](const char* words, TextStyle style, ImU32 colour = ink, float width = 1200) {
      const Paragraph& paragraph = engine.layout(words, style, width);
      engine.draw(list, paragraph, {40, y}, colour);
      y += paragraph.height() + 10;
    };
    const TextStyle normal{.size_px = 26.5F};
    show("Hoe groen is uw straat? Bomen, perken en gevels",
         {.size_px = 40, .weight = Weight::bold, .language = "nl"});
    for (const char* words : pangrams)
      show(words, {.size_px = 26.5F,
                   .direction = words[0] == '\xD9' ? Direction::right_to_left : Direction::left_to_right});
    show("ما رأيك في حيّك؟ أجب على Buurtpeil في 4 دقائق (مثلاً: الأشجار).",
         {.size_px = 40, .weight = Weight::bold, .direction = Direction::right_to_left, .language = "ar"});
    show("您的街道 bold ሰላም देश বাংলা தமிழ் ქართული Հայերեն עברית ไทย",
         {.size_px = 32, .weight = Weight::bold});
    show("→ ✓ ★ ☺ ½ € \U0001F333 \U0001F600 👍🏽 ❤️ 🇳🇱 stuk:\xFF\xC3", normal);
    show(
        "Een lange regel over wat er in de straat gebeurt, met مثلاً: الأشجار في شارعك daarin, loopt hier "
        "door tot ሰላም. En nog wat meer.",
        {.size_px = 26.5F, .align = Align::center}, ink, 500);
    list->AddRectFilled({0, y}, {1280, y + 110}, IM_COL32(0, 70, 90, 255));
    y += 10;
    show("White on a colour: the button's words, 26.5 px", normal, IM_COL32_WHITE);
    show("White on a colour, bold", {.size_px = 26.5F, .weight = Weight::bold}, IM_COL32_WHITE);
  };
  ui.frame(draw);
  render_png(ui.frame(draw), path);
}
