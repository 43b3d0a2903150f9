// A robot writes: on each on-screen keyboard, on a plugged-in one, in the middle of a text.
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <imgui.h>

#include "support/sample_views.h"
#include "support/ui_robot.h"
#include "ui/keyboard.h"
#include "ui/writing.h"

using namespace buurtpeil;

namespace {

const std::vector<Display> displays = {
    {1920, 1080, 0.277F}, {1080, 1920, 0.363F}, {1280, 800, 0.170F}, {800, 1280, 0.170F}};

// A field that is written in: what the Ui asks for is done at once, as the kiosk does.
struct Writer {
  Writer(Display display, const std::string& screen, const std::string& language)
      : robot(display), view(sample_view(screen, language)) {
    field().value.clear();
    robot.show(view);
  }
  WriteField& field() { return std::get<WriteField>(std::get<QuestionView>(view).fields.front()); }
  void obey(const std::optional<Event>& event) {
    if (event && std::holds_alternative<event::Write>(*event))
      field().value = std::get<event::Write>(*event).value;
    robot.show(view);
  }
  Writer& tap(const std::vector<std::string>& keys) {
    for (const std::string& key : keys) obey(robot.tap(view, "key:" + key));
    return *this;
  }
  Writer& type(const std::string& text) {
    obey(robot.type(view, text));
    return *this;
  }
  Writer& press(ImGuiKey key, ImGuiKey modifier = ImGuiKey_None, ImGuiKey another = ImGuiKey_None) {
    ImGuiIO& io = ImGui::GetIO();
    const auto hold = [&](bool down) {
      for (const ImGuiKey held : {modifier, another})
        if (held != ImGuiKey_None) io.AddKeyEvent(held, down);
      obey(robot.frame(view));
    };
    hold(true);
    io.AddKeyEvent(key, true);
    obey(robot.frame(view));
    io.AddKeyEvent(key, false);
    obey(robot.frame(view));
    hold(false);
    return *this;
  }
  /// In the field, in parts of its width and height.
  [[nodiscard]] ImVec2 place(float across, float down) const {
    const Box box = robot.target("field:idea")->box;
    return {box.x + box.width * across, box.y + box.height * down};
  }
  Writer& touch(float x, float y) {
    obey(robot.tap_at(view, x, y));
    return *this;
  }
  Writer& drag(ImVec2 from, ImVec2 to) {
    obey(robot.drag(view, from.x, from.y, to.x, to.y));
    return *this;
  }
  const std::string& text() { return field().value; }

  UiRobot robot;
  View view;
};

std::set<std::string> letters_of(const KeyboardRequest& request) {
  std::set<std::string> letters;
  for (const KeyRow& row : keyboard_rows(request)) {
    for (const ScreenKey& key : row) {
      if (key.action == KeyAction::write) letters.insert(key.text);
    }
  }
  return letters;
}

float widest_row(const KeyboardRequest& request) {
  float widest = 0;
  for (const KeyRow& row : keyboard_rows(request)) {
    float width = 0;
    for (const ScreenKey& key : row) width += key.width;
    widest = std::max(widest, width);
  }
  return widest;
}

}  // namespace

TEST_CASE("words are written on the Latin keyboard, with capitals, accents, digits and signs") {
  for (const Display& display : displays) {
    Writer writer(display, "question_text", "nl");
    writer.tap({"e", "e", "n", "space", "p", "l", "e", "i", "n", "accents", "ë", "letters", "space", "digits",
                "4", "?", "letters"});
    CHECK(writer.text() == "Een pleinë 4?");
    writer.tap({"erase", "erase", "erase", "erase"});
    CHECK(writer.text() == "Een plein");
    writer.tap({"enter", "x"});
    CHECK(writer.text() == "Een plein\nX");
  }
}

TEST_CASE("words are written on the Ukrainian, Arabic, Turkish and Polish keyboards") {
  for (const Display& display : displays) {
    CHECK(Writer(display, "question_text", "uk").tap({"ї", "ж", "а", "к", "space", "ґ", "є"}).text() ==
          "Їжак ґє");
    CHECK(Writer(display, "question_text", "ar")
              .tap({"ش", "ا", "ر", "ع", "space", "أ", "ؤ", "erase", "ء"})
              .text() == "شارع أء");
    CHECK(Writer(display, "question_text", "tr").tap({"i", "y", "i", "shift", "i", "ı", "ş"}).text() ==
          "İyiİış");
    CHECK(Writer(display, "question_text", "pl")
              .tap({"shift", "l", "a", "s", "space", "accents", "shift", "ł", "ż", "letters"})
              .text() == "las Łż");
  }
}

TEST_CASE("numbers are written on the keypad, with the language's decimal sign") {
  for (const Display& display : displays) {
    CHECK(Writer(display, "question_number", "nl").tap({"1", "2", "0", "erase", "5"}).text() == "125");
    CHECK(Writer(display, "question_number_complaint", "nl").tap({"-", "3", ",", "5"}).text() == "-3,5");
    CHECK(Writer(display, "question_number_complaint", "ar").tap({"4", ".", "0"}).text() == "4.0");
  }
}

TEST_CASE("a plugged-in keyboard writes too, but no letters into a number") {
  CHECK(Writer(displays[0], "question_text", "nl").type("Café met ").type("een boom").text() ==
        "Café met een boom");
  CHECK(Writer(displays[0], "question_text", "ar").type("شارع").press(ImGuiKey_Backspace).text() == "شار");
  CHECK(Writer(displays[0], "question_text", "nl").type("ac").press(ImGuiKey_LeftArrow).type("b").text() ==
        "abc");
  CHECK(Writer(displays[0], "question_text", "nl").type("a").press(ImGuiKey_Enter).type("b").text() ==
        "a\nb");
  CHECK(Writer(displays[0], "question_number", "nl").type("1a2,5").text() == "125");
  CHECK(Writer(displays[0], "question_number_complaint", "nl").type("-1.5x").text() == "-1,5");
  CHECK(Writer(displays[0], "question_number", "ar").type("١٢").text() == "12");
}

TEST_CASE("a touch in the field puts the caret there") {
  Writer writer(displays[0], "question_text", "nl");
  writer.type("bomen");
  const Box field = writer.robot.target("field:idea")->box;
  writer.obey(writer.robot.tap_at(writer.view, field.x + 2, field.y + 30));
  writer.tap({"x"});
  CHECK(writer.text() == "Xbomen");
  writer.obey(writer.robot.tap_at(writer.view, field.x + field.width - 5, field.y + 30));
  writer.tap({"x"});
  CHECK(writer.text() == "Xbomenx");
}

TEST_CASE("the keyboard can be put away and comes back with a touch in the field") {
  Writer writer(displays[0], "question_text", "nl");
  CHECK(writer.robot.target("key:a") != nullptr);
  CHECK(in_words(writer.robot.tap(writer.view, "key:close")) == "touch");
  writer.robot.show(writer.view);
  CHECK(writer.robot.target("key:a") == nullptr);
  writer.robot.tap(writer.view, "field:idea");
  writer.robot.show(writer.view);
  CHECK(writer.robot.target("key:a") != nullptr);
}

TEST_CASE("what one visitor did with the keyboard is gone on the next screen") {
  Writer writer(displays[0], "question_text", "nl");
  writer.tap({"digits"});
  writer.robot.show(sample_view("thanks"));
  writer.robot.show(writer.view);
  CHECK(writer.robot.target("key:a") != nullptr);
}

TEST_CASE("a text stops growing at its limit") {
  Writer writer(displays[0], "question_text", "nl");
  writer.field().value = std::string(max_written_bytes - 1, 'a');
  writer.robot.show(writer.view);
  writer.tap({"b", "b", "b"});
  CHECK(writer.text() == std::string(max_written_bytes - 1, 'a') + "b");
}

TEST_CASE("narrow keyboards have the same letters as wide ones, and their rows fit") {
  for (const std::string language : {"nl", "en", "tr", "pl", "de", "uk", "ar"}) {
    for (const int columns : {8, 9, 12, 14, 30}) {
      for (const KeyPage page : {KeyPage::letters, KeyPage::accents, KeyPage::digits}) {
        const KeyboardRequest request{
            .language = language, .page = page, .columns = columns, .rows = 6, .multiline = true};
        CHECK_MESSAGE(widest_row(request) <= static_cast<float>(columns), language << " " << columns);
      }
    }
    std::set<std::string> wide = letters_of({.language = language, .columns = 30, .rows = 6});
    for (const std::string mark : {",", ".", "،", "’"}) wide.erase(mark);
    std::set<std::string> narrow = letters_of({.language = language, .columns = 8, .rows = 6});
    CHECK_MESSAGE(wide == narrow, language);
  }
}

TEST_CASE("capitals follow the language") {
  CHECK(capital_of("i", "nl") == "I");
  CHECK(capital_of("i", "tr") == "İ");
  CHECK(capital_of("ı", "tr") == "I");
  CHECK(capital_of("ß", "de") == "ẞ");
  CHECK(capital_of("ї", "uk") == "Ї");
  CHECK(capital_of("ع", "ar") == "ع");
}
