#include "ui/text.h"

#include <cstdlib>
#include <string>

#include <doctest/doctest.h>

#include "support/headless_ui.h"

using namespace buurtpeil;

namespace {

struct Fixture {
  HeadlessUi ui{1280, 800};
  TextEngine engine = TextEngine::create().value();
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "the size for a capital height comes from the font") {
  CHECK(engine.size_px_for_capital_height(714) == doctest::Approx(1000));  // Noto Sans: 714 of 1000 units
}

TEST_CASE_FIXTURE(Fixture, "specimen") {
  const char* path = std::getenv("BUURTPEIL_SPECIMEN");  // where to put a picture for the eye
  if (path == nullptr) return;
  const auto draw = [&] {
    ImDrawList* list = ImGui::GetWindowDrawList();
    float y = 20;
    const auto show = [&](const char* words, TextStyle style, ImU32 colour = IM_COL32(20, 20, 30, 255)) {
      const Paragraph& paragraph = engine.layout(words, style, 1200);
      engine.draw(list, paragraph, {40, y}, colour);
      y += paragraph.height() + 10;
    };
    show("Hoe groen is uw straat? Bomen, perken en gevels", {.size_px = 40, .weight = Weight::bold, .language = "nl"});
    show("Wat vindt u van de buurt? Kies wat het beste past. Éénrichtingsverkeer, fietspaden, 30 km/u.", {.size_px = 26.5F, .language = "nl"});
    show("Sokağınızdaki yeşillik yeterli mi? İstanbul'dan ılık bir gün", {.size_px = 26.5F, .language = "tr"});
    show("Zażółć gęślą jaźń — czy w Pana/Pani ulicy jest dość zieleni?", {.size_px = 26.5F, .language = "pl"});
    show("Чи достатньо зелені на вашій вулиці? Ґанок, їжак, єдність", {.size_px = 26.5F, .language = "uk"});
    show("هل يوجد ما يكفي من الخضرة في شارعك؟ أجب على Buurtpeil في 4 دقائق (مثلاً: الأشجار).",
         {.size_px = 26.5F, .direction = Direction::right_to_left, .language = "ar"});
    show("ما رأيك في حيّك؟", {.size_px = 40, .weight = Weight::bold, .direction = Direction::right_to_left, .language = "ar"});
    show("ኣብ ጎደናኹም እኹል ቀጠልያ ኣሎ ዶ? ሰላም", {.size_px = 26.5F, .language = "ti"});
    show("您的街道上有足够的绿化吗？请选择。", {.size_px = 26.5F, .language = "zh"});
    show("您的街道 bold ሰላም", {.size_px = 32, .weight = Weight::bold, .language = "zh"});
    show("→ ✓ ★ ☺ ½ € \xF0\x9F\x8C\xB3 \xE1\x80\x80 kapot:\xFF\xC3", {.size_px = 26.5F});
    list->AddRectFilled({0, y}, {1280, y + 130}, IM_COL32(0, 70, 90, 255));
    y += 10;
    show("White on a colour: the button's words, 26.5 px", {.size_px = 26.5F}, IM_COL32_WHITE);
    show("White on a colour, bold", {.size_px = 26.5F, .weight = Weight::bold}, IM_COL32_WHITE);
  };
  ui.frame(draw);
  render_png(ui.frame(draw), path);
}
