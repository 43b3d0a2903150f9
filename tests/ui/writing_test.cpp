// A robot writes: on each on-screen keyboard, on a plugged-in one, in the middle of a text.
#include <algorithm>
#include <cfloat>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <imgui.h>

#include "support/displays.h"
#include "support/sample_views.h"
#include "support/ui_robot.h"
#include "ui/fields/writing.h"
#include "ui/text/field_text.h"
#include "ui/text/keyboard.h"

using namespace buurtpeil;

namespace {

// A field that is written in: what the Ui asks for is done at once, as the kiosk does.
struct Writer {
  Writer(Display display, const std::string& name, const std::string& language)
      : robot(display), view(sample_view(name, language)) {
    field().value.clear();
    robot.show(view);
  }
  WriteField& field() { return std::get<WriteField>(std::get<QuestionView>(view).fields.front()); }
  void obey(const std::optional<Event>& event) {
    if (event && std::holds_alternative<event::Write>(*event))
      field().value = std::get<event::Write>(*event).value;
    robot.frame(view);
  }
  Writer& tap(const std::vector<std::string>& keys) {
    for (const std::string& key : keys) {
      const Target* target = robot.target("key:" + key);
      REQUIRE_MESSAGE(target != nullptr, "no key " << key);
      touch(middle_x(target->box), middle_y(target->box));
    }
    return *this;
  }
  Writer& type(const std::string& text) {
    ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
    obey(robot.frame(view));
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
  Writer& touch(float x, float y) { return drag({x, y}, {x, y}); }
  // What each picture asks for is done before the next, so the finger is put down here and not by the robot.
  Writer& drag(ImVec2 from, ImVec2 to) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    io.AddMousePosEvent(from.x, from.y);
    io.AddMouseButtonEvent(0, true);
    obey(robot.frame(view));
    for (int step = 1; step <= 8 && (from.x != to.x || from.y != to.y); ++step) {
      const float part = static_cast<float>(step) / 8;
      io.AddMousePosEvent(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
      obey(robot.frame(view));
    }
    io.AddMouseButtonEvent(0, false);
    obey(robot.frame(view));
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    obey(robot.frame(view));
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

TEST_CASE("the Ukrainian and the Arabic keyboard have a key to Latin letters and one back") {
  for (const Display& display : displays) {
    {
      Writer ukrainian(display, "question_text", "uk");
      ukrainian.tap({"н", "а", "space", "latin", "k", "a", "d", "e", "letters", "space", "я"});
      CHECK(ukrainian.text() == "На Kade я");
      ukrainian.tap({"digits", "4", "latin", "b"});
      CHECK(ukrainian.text() == "На Kade я4B");
    }
    CHECK(Writer(display, "question_text", "ar")
              .tap({"ف", "ي", "space", "latin", "k", "a", "shift", "d", "letters", "ش"})
              .text() == "في KaDش");
    CHECK(Writer(display, "question_text", "nl").robot.target("key:latin") == nullptr);
  }
}

TEST_CASE("a keypad for a number that is never below nought has no minus, and all digits in their places") {
  for (const Keyboard kind : {Keyboard::whole_number, Keyboard::number}) {
    for (const bool negative : {true, false}) {
      std::string rows;
      for (const KeyRow& row :
           keyboard_rows({.kind = kind, .language = "nl", .columns = 12, .negative = negative})) {
        for (const ScreenKey& key : row) rows += (key.name.empty() ? "." : key.name) + " ";
        rows += "/ ";
      }
      CHECK(rows == std::string("1 2 3 erase / 4 5 6 ") + (negative ? "- " : ". ") + "/ 7 8 9 " +
                        (kind == Keyboard::number ? ", " : ". ") + "/ 0 close / ");
      CHECK(widest_row({.kind = kind, .language = "nl", .columns = 12, .negative = negative}) == 6);
    }
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
  writer.touch(field.x + 2, field.y + 30);
  writer.tap({"x"});
  CHECK(writer.text() == "Xbomen");
  writer.touch(field.x + field.width - 5, field.y + 30);
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
      for (const KeyLayer layer : {KeyLayer::letters, KeyLayer::latin, KeyLayer::accents, KeyLayer::digits}) {
        const KeyboardRequest request{
            .language = language, .layer = layer, .columns = columns, .rows = 6, .multiline = true};
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

TEST_CASE("two taps select a word, and the next key takes its place") {
  for (const Display& display : displays) {
    Writer writer(display, "question_text", "nl");
    writer.type("twee bomen");
    const ImVec2 word = writer.place(0.02F, 0.2F);
    writer.touch(word.x, word.y).touch(word.x, word.y).tap({"x"});
    CHECK(writer.text() == "X bomen");
    writer.touch(word.x, word.y).touch(word.x, word.y).tap({"erase"});
    CHECK(writer.text() == " bomen");
    writer.press(ImGuiKey_Z, ImGuiMod_Ctrl).press(ImGuiKey_Z, ImGuiMod_Ctrl);
    CHECK(writer.text() == "twee bomen");
  }
}

TEST_CASE("two taps and a drag select more words, and a drag then moves the nearer end") {
  Writer writer(displays[0], "question_text", "nl");
  writer.type("een twee drie vier");
  const ImVec2 first = writer.place(0.02F, 0.2F), beyond = writer.place(0.9F, 0.2F);
  writer.touch(first.x, first.y).drag(first, beyond).tap({"x"});
  CHECK(writer.text() == "X");
  writer.press(ImGuiKey_Z, ImGuiMod_Ctrl);
  CHECK(writer.text() == "een twee drie vier");
  // All is selected: from the middle to the end of the line only the end is moved, which is nearer.
  writer.drag(beyond, {first.x, first.y}).tap({"erase"});
  CHECK(writer.text().size() >= 15);
  CHECK(std::string("een twee drie vier").ends_with(writer.text()));
}

TEST_CASE("a finger that is drawn through the field takes the caret along, and the page stays") {
  for (const Display& display : displays) {
    Writer writer(display, "question_text", "nl");
    writer.type("bomen");
    const float before = writer.robot.target("field:idea")->box.y;
    writer.drag(writer.place(0.6F, 0.2F), writer.place(0.01F, 0.25F)).tap({"x"});
    CHECK(writer.text() == "Xbomen");
    writer.drag(writer.place(0.2F, 0.2F), writer.place(0.9F, 2.5F)).tap({"erase"});
    CHECK(writer.text() == "Xbome");
    CHECK(writer.robot.target("field:idea")->box.y == before);
  }
}

TEST_CASE("a finger above the field moves its text line by line up to the first") {
  Writer writer(displays[2], "question_text", "nl");
  std::string lines;
  for (char line = 'a'; line < 'm'; ++line) lines.append({line, '\n'});
  writer.field().value = lines;
  writer.robot.show(writer.view);
  ImGuiIO& io = ImGui::GetIO();
  const ImVec2 from = writer.place(0.5F, 0.5F);
  io.AddMousePosEvent(from.x, from.y);
  io.AddMouseButtonEvent(0, true);
  writer.obey(writer.robot.frame(writer.view));
  io.AddMousePosEvent(from.x, 2);
  for (int frames = 0; frames < 240; ++frames) writer.robot.frame(writer.view);
  io.AddMouseButtonEvent(0, false);
  writer.robot.show(writer.view);
  writer.tap({"x"});
  CHECK(writer.text().find_first_of("xX") <= 1);
}

TEST_CASE("the keys of a plugged-in keyboard move the caret by letters, words and lines, and select") {
  Writer writer(displays[0], "question_text", "nl");
  writer.type("een twee").press(ImGuiKey_Enter).type("drie");
  writer.press(ImGuiKey_UpArrow).type("1");
  CHECK(writer.text() == "een1 twee\ndrie");
  writer.press(ImGuiKey_Home).type("2").press(ImGuiKey_End).type("3");
  CHECK(writer.text() == "2een1 twee3\ndrie");
  writer.press(ImGuiKey_LeftArrow, ImGuiMod_Ctrl).press(ImGuiKey_Delete);
  CHECK(writer.text() == "2een1 wee3\ndrie");
  writer.press(ImGuiKey_End, ImGuiMod_Ctrl, ImGuiMod_Shift).type("4");
  CHECK(writer.text() == "2een1 4");
  writer.press(ImGuiKey_LeftArrow, ImGuiMod_Shift).press(ImGuiKey_LeftArrow).type("5");
  CHECK(writer.text() == "2een1 54");
  writer.press(ImGuiKey_A, ImGuiMod_Ctrl).press(ImGuiKey_Backspace);
  CHECK(writer.text() == "");
  writer.press(ImGuiKey_Z, ImGuiMod_Ctrl).press(ImGuiKey_Backspace, ImGuiMod_Ctrl);
  CHECK(writer.text() == "");
}

TEST_CASE("left goes to the left in Arabic and in the Latin words within it") {
  Writer writer(displays[0], "question_text", "ar");
  writer.type("شارع Tolkade");
  writer.press(ImGuiKey_Home).press(ImGuiKey_LeftArrow).type("ا");
  CHECK(writer.text() == "شاارع Tolkade");
  // The Latin word lies at the left: from the end of the Arabic its first step is to the word's right end.
  writer.press(ImGuiKey_LeftArrow).press(ImGuiKey_LeftArrow).press(ImGuiKey_LeftArrow);
  writer.press(ImGuiKey_LeftArrow).press(ImGuiKey_LeftArrow).press(ImGuiKey_LeftArrow).type("x");
  CHECK(writer.text() == "شاارع Tolkaxde");
}

TEST_CASE("no other key does anything, and nothing is copied or pasted") {
  Writer writer(displays[0], "question_text", "nl");
  writer.type("een");
  for (const ImGuiKey key : {ImGuiKey_Tab, ImGuiKey_Escape, ImGuiKey_F1, ImGuiKey_Insert, ImGuiKey_PageUp})
    writer.press(key);
  CHECK(writer.text() == "een");
  CHECK(writer.robot.target("key:a") != nullptr);
  ImGui::SetClipboardText("geheim");
  writer.press(ImGuiKey_A, ImGuiMod_Ctrl);
  for (const ImGuiKey key : {ImGuiKey_C, ImGuiKey_X, ImGuiKey_V}) writer.press(key, ImGuiMod_Ctrl);
  writer.press(ImGuiKey_Insert, ImGuiMod_Shift);
  CHECK(writer.text() == "een");
  CHECK(ImGui::GetClipboardText() == std::string("geheim"));
  ImGui::SetClipboardText("");
}

TEST_CASE("a key that is held writes one letter and erases one") {
  Writer writer(displays[0], "question_text", "nl");
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiKey_B, true);
  for (int times = 0; times < 60; ++times) {
    if (times == 0 || times > 20) io.AddInputCharacter('b');  // it repeats after a while
    writer.obey(writer.robot.frame(writer.view));
  }
  io.AddKeyEvent(ImGuiKey_B, false);
  writer.obey(writer.robot.frame(writer.view));
  CHECK(writer.text() == "b");
  writer.type("cd");
  io.AddKeyEvent(ImGuiKey_Backspace, true);
  for (int times = 0; times < 60; ++times) writer.obey(writer.robot.frame(writer.view));
  io.AddKeyEvent(ImGuiKey_Backspace, false);
  writer.obey(writer.robot.frame(writer.view));
  CHECK(writer.text() == "bc");
}

TEST_CASE("sentences begin with a capital, shift turns that off, and two taps on it lock the capitals") {
  {
    Writer writer(displays[0], "question_text", "nl");
    writer.tap({"e", "e", "n", ".", "space", "t", "w", "e", "e", "enter", "d"});
    CHECK(writer.text() == "Een. Twee\nD");
    writer.tap({".", "e", ".", "space", "shift", "f"});
    CHECK(writer.text() == "Een. Twee\nD.e. f");
    writer.tap({"shift", "shift", "g", "h", "shift", "i"});
    CHECK(writer.text() == "Een. Twee\nD.e. fGHi");
  }
  CHECK(Writer(displays[0], "question_text", "uk")
            .tap({"я", "к", "digits", "?", "letters", "space", "т"})
            .text() == "Як? Т");
  CHECK(Writer(displays[0], "question_text", "ar").tap({"ش", "ا"}).text() == "شا");
}

TEST_CASE("keys on the screen move the caret and take back, where there is room") {
  for (const Display& display : {displays[0], displays[1], displays[2]}) {
    Writer writer(display, "question_text", "nl");
    writer.tap({"a", "d", "left", "b", "c", "right", "e"});
    CHECK(writer.text() == "Abcde");
    if (writer.robot.target("key:undo")) {
      writer.tap({"undo", "undo"});
      CHECK(writer.text() == "Abd");
    }
  }
}

TEST_CASE("a number shows its thousands, and they are not written") {
  Writer writer(displays[0], "question_number_complaint", "nl");
  writer.field().group_sign = std::string(".");
  writer.tap({"1", "2", "3", "4", "5", "6", "7", ",", "5", ","});
  CHECK(writer.text() == "1234567,5");
  CHECK(grouped(writer.text(), ".") == "1.234.567,5");
  CHECK(grouped("-123456", "\u202F") == "-123\u202F456");
  CHECK(grouped("12", ".") == "12");
  const auto shows = [&](const std::string& words) {
    return std::ranges::any_of(writer.robot.ui().texts(),
                               [&](const auto& text) { return text.words == words; });
  };
  CHECK(shows("1.234.567,5"));
  writer.press(ImGuiKey_Home).press(ImGuiKey_RightArrow).press(ImGuiKey_Delete);
  CHECK(writer.text() == "134567,5");
  writer.tap({"-"});
  CHECK(writer.text() == "-134567,5");
  CHECK(shows("-134.567,5"));
  writer.tap({"-", "9"});
  CHECK(writer.text() == "1934567,5");
}

TEST_CASE("a text of digits has a keypad and takes digits and the signs between them") {
  for (const Display& display : displays) {
    Writer writer(display, "question_number", "nl");
    writer.field().keyboard = Keyboard::digits;
    writer.robot.show(writer.view);
    writer.tap({"+", "3", "1", "space", "0", "-", "."}).type("٥x");
    CHECK(writer.text() == "+31 0-.5");
  }
}

TEST_CASE("a field of several lines is as high as the form asks") {
  float before = 0;
  for (const int rows : {2, 0, 4, 5}) {  // none said: three
    Writer writer(displays[1], "question_text", "nl");
    writer.field().rows = rows;
    writer.robot.show(writer.view);
    const float height = writer.robot.target("field:idea")->box.height;
    CHECK(height > before);
    before = height;
  }
}

TEST_CASE("the caret goes through mixed text by visible steps and always stands between letters") {
  const std::vector<std::string> pieces = {
      "abc", "e\u0301", "شارع", "لا", " ", "12", "ї", "👩‍👩‍👧", "\n", "؟"};
  std::minstd_rand random{5};
  for (int run = 0; run < 12; ++run) {
    Writer writer(displays[0], "question_text", run % 2 == 0 ? "nl" : "ar");
    std::string text;
    for (int piece = 0; piece < 12; ++piece) text += pieces[random() % pieces.size()];
    writer.field().value = text;
    writer.robot.show(writer.view);
    const Positions positions(text);
    for (const ImGuiKey key :
         {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow}) {
      for (int step = 0; step < 12; ++step) {
        writer.press(key).type("~");
        const std::size_t at = writer.text().find('~');
        REQUIRE(at != std::string::npos);
        CHECK(positions.at_or_before(at) == at);
        writer.press(ImGuiKey_Backspace);
        CHECK(writer.text() == text);
      }
    }
  }
}
