// Appearances that change what a visitor meets, on the screen.
#include <doctest/doctest.h>

#include "support/at_kiosk.h"

using namespace buurtpeil;

TEST_CASE("a text of several lines is asked for as such") {
  AtKiosk kiosk{R"(
| survey |
| | type | name | label::English (en) | appearance |
| | text | idea | Idea                | multiline  |
)"};
  kiosk.begins();
  CHECK(kiosk.screen() ==
        "question en\n"
        "1/1 progress 1 1\n"
        "? idea: Idea\n"
        "  text, several lines: ''\n"
        "  type_text\n"
        "next: finish | leave: leave\n");
}

TEST_CASE("a field of several lines is as high as the form says") {
  AtKiosk kiosk{R"(
| survey |
| | type | name  | label::English (en) | appearance | parameters | rows |
| | text | idea  | Idea                | multiline  | rows=5     |      |
| | text | other | Other               | multiline  |            | 7    |
)"};
  kiosk.begins();
  CHECK(kiosk.screen().find("  text, several lines, 5 at least: ''\n") != std::string::npos);
  kiosk.does(event::Next{});
  CHECK(kiosk.screen().find("  text, several lines, 7 at least: ''\n") != std::string::npos);
}

TEST_CASE("a text of digits is asked for with a keypad") {
  AtKiosk kiosk{R"(
| survey |
| | type | name  | label::English (en) | appearance |
| | text | house | House number        | numbers    |
)"};
  kiosk.begins();
  CHECK(kiosk.screen() ==
        "question en\n"
        "1/1 progress 1 1\n"
        "? house: House number\n"
        "  digits: ''\n"
        "  type_digits\n"
        "next: finish | leave: leave\n");
}

TEST_CASE("a number is shown with its thousands apart, and stored without") {
  AtKiosk kiosk{R"(
| survey |
| | type    | name   | label::English (en) | appearance    |
| | integer | people | People              | thousands-sep |
)"};
  kiosk.begins();
  kiosk.does(event::Write{"people", "1234567"});
  CHECK(kiosk.screen().find("  whole number, thousands with 'group_sign': '1234567'\n") != std::string::npos);
}

namespace {

/// How the choices of a question with that appearance are shown: "columns 3, without marks"; "" for plainly.
std::string look_of(const std::string& appearance, const std::string& type = "select_one") {
  AtKiosk kiosk{"| survey |\n| | type | name | label | appearance |\n| | " + type + " x | q | Q | " +
                appearance + " |\n| choices |\n| | list_name | name | label |\n| | x | a | A |\n"};
  const std::string screen = kiosk.begins().screen();
  const std::size_t at = screen.find("  as ");
  return at == std::string::npos ? "" : screen.substr(at + 5, screen.find('\n', at) - at - 5);
}

}  // namespace

TEST_CASE("choices stand in columns, of as many as the form says, or packed") {
  CHECK(look_of("") == "");
  CHECK(look_of("columns") == "columns");
  CHECK(look_of("columns-3") == "columns 3");
  CHECK(look_of("columns-3", "select_multiple") == "columns 3");
  CHECK(look_of("columns-n") == "");  // n stands for a number
  CHECK(look_of("columns-999999999999") == "");
  CHECK(look_of("columns-pack") == "pack");
  CHECK(look_of("columns-pack", "rank") == "");
  CHECK(look_of("columns-2 no-buttons") == "columns 2, without marks");
}

TEST_CASE("the old words for columns are read as ODK reads them") {
  CHECK(look_of("compact") == "pack, without marks");
  CHECK(look_of("compact-4") == "columns 4, without marks");
  CHECK(look_of("quickcompact-2") == "columns 2, without marks");
  CHECK(look_of("quickcompact") == "pack, without marks");
  CHECK(look_of("horizontal") == "columns");
  CHECK(look_of("horizontal-compact") == "pack");
}

TEST_CASE("a scale is one row, of circles or of faces") {
  CHECK(look_of("likert") == "scale");
  CHECK(look_of("likert faces") == "faces");
  CHECK(look_of("likert", "select_multiple") == "");
}

TEST_CASE("a quick choice goes on by itself, and back is back; the last screen is ended by the visitor") {
  AtKiosk kiosk{R"(
| survey |
| | type           | name | label | appearance   |
| | select_one x   | q    | Q     | quick        |
| | select_one x   | r    | R     | quickcompact |
| | select_multiple x | m | M     | quick        |
| | select_one x   | s    | S     | quick        |
| choices |
| | list_name | name | label |
| | x         | a    | A     |
| | x         | b    | B     |
)"};
  const auto place = [&] { return kiosk.screen().substr(kiosk.screen().find('\n') + 1, 3); };
  kiosk.begins().does(event::Choose{"q", "a"});
  CHECK(place() == "2/4");
  kiosk.does(event::Back{});
  CHECK(place() == "1/4");
  CHECK(kiosk.screen().find("(x) a: A") != std::string::npos);
  kiosk.does(event::Choose{"q", "b"}).does(event::Choose{"r", "b"});
  CHECK(place() == "3/4");
  kiosk.does(event::Choose{"m", "a"});
  CHECK(place() == "3/4");
  kiosk.does(event::Next{}).does(event::Choose{"s", "a"});
  CHECK(place() == "4/4");
  kiosk.does(event::Next{});
  CHECK(kiosk.stored().starts_with("finished  q=b r=b m=a s=a "));
}

TEST_CASE("an order is written whole, and only what is offered is taken") {
  AtKiosk kiosk{R"(
| survey |
| | type   | name | label |
| | rank x | q    | Q     |
| choices |
| | list_name | name | label |
| | x         | a    | A     |
| | x         | b    | B     |
| | x         | c    | C     |
)"};
  kiosk.begins().does(event::Write{"q", "c a"});
  CHECK(kiosk.screen().find("  [1] c: C\n  [2] a: A\n  [ ] b: B\n") != std::string::npos);
  kiosk.does(event::Write{"q", "b nobody c b a"});
  CHECK(kiosk.screen().find("  [1] b: B\n  [2] c: C\n  [3] a: A\n") != std::string::npos);
}
