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
        "100% progress question_number 1 1\n"
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
        "100% progress question_number 1 1\n"
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

TEST_CASE("a list that is minimal is closed, and says how it opens; a long one is searched") {
  CHECK(look_of("minimal") == "closed");
  CHECK(look_of("minimal", "select_multiple") == "closed");
  CHECK(look_of("minimal", "rank") == "");
  CHECK(look_of("autocomplete") == "");  // so few that nobody searches
  AtKiosk kiosk{R"(
| survey |
| | type              | name | label::English (en) | appearance   |
| | begin_group       | all  |                     | field-list   |
| | select_one x      | one  | One                 | minimal      |
| | select_multiple x | more | More                | minimal      |
| | end_group         |      |                     |              |
| choices |
| | list_name | name | label::English (en) |
| | x         | a    | A                   |
| | x         | b    | B                   |
)"};
  kiosk.begins().does(event::Choose{"all/one", "b"}).does(event::Choose{"all/more", "a"});
  CHECK(kiosk.screen() ==
        "question en\n"
        "100% progress question_numbers 1 2 2\n"
        "? all/one: One\n"
        "  as closed\n"
        "  open_list | close_list\n"
        "  ( ) a: A\n"
        "  (x) b: B\n"
        "? all/more: More\n"
        "  as closed\n"
        "  open_list | close_list\n"
        "  [x] a: A\n"
        "  [ ] b: B\n"
        "  several\n"
        "next: finish | leave: leave\n");
  kiosk.does(event::Next{});
  CHECK(kiosk.stored().starts_with("finished en all/one=b all/more=a "));
}

TEST_CASE("a long list with autocomplete or search opens with the keyboard, a minimal one without") {
  const auto opens = [](const std::string& appearance) {
    std::string form = "| survey |\n| | type | name | label | appearance |\n| | select_one x | q | Q | " +
                       appearance + " |\n| choices |\n| | list_name | name | label |\n";
    for (int i = 1; i <= 13; ++i) form += "| | x | c" + std::to_string(i) + " | C |\n";
    const std::string screen = AtKiosk{form}.begins().screen();
    const std::size_t at = screen.find("  as ");
    return at == std::string::npos ? "" : screen.substr(at, screen.find("\n  (") - at);
  };
  CHECK(opens("") == "");
  CHECK(opens("minimal") == "  as closed\n  open_list | close_list\n  search");
  const std::string searched = "  as closed\n  searched first: open_list | close_list\n  search";
  CHECK(opens("autocomplete") == searched);
  CHECK(opens("search") == searched);
  CHECK(opens("minimal autocomplete") == searched);
}

TEST_CASE("the questions of a table-list are rows of one table, and the head of a label asks nothing") {
  AtKiosk kiosk{R"(
| survey |
| | type              | name  | label::English (en) | appearance   | required |
| | begin_group       | a     | A table             | table-list   |          |
| | select_one x      | one   | One                 |              |          |
| | select_multiple x | more  | More                |              | yes      |
| | end_group         |       |                     |              |          |
| | begin_group       | b     | Another             | field-list   |          |
| | select_one x      | heads | Heads               | label        | yes      |
| | select_one x      | three | Three               | list-nolabel |          |
| | select_one x      | four  | Four                | list         |          |
| | select_one x      | five  | Five                |              |          |
| | end_group         |       |                     |              |          |
| choices |
| | list_name | name | label::English (en) |
| | x         | a    | A                   |
| | x         | b    | B                   |
)"};
  kiosk.begins().does(event::Choose{"a/one", "b"}).does(event::Next{});
  CHECK(kiosk.screen() ==
        "question en\n"
        "40% progress question_numbers 1 2 5\n"
        "group: A table\n"
        "? a/one: One\n"
        "  as scale\n"
        "  row of x\n"
        "  ( ) a: A\n"
        "  (x) b: B\n"
        "? a/more: More\n"
        "  as scale\n"
        "  row of x\n"
        "  [ ] a: A\n"
        "  [ ] b: B\n"
        "  several\n"
        "  ! complaint_required refuse\n"
        "  [ ] refuse\n"
        "next: next | leave: leave\n");
  kiosk.does(event::Choose{"a/more", "a"}).does(event::Next{});
  kiosk.does(event::Choose{"b/heads", "a"}).does(event::Choose{"b/four", "b"});
  CHECK(kiosk.screen() ==
        "question en\n"
        "100% progress question_numbers 3 5 5\n"
        "group: Another\n"
        "? b/heads: Heads\n"
        "? b/three: Three\n"
        "  as scale\n"
        "  row of x\n"
        "  ( ) a: A\n"
        "  ( ) b: B\n"
        "? b/four: Four\n"
        "  as scale\n"
        "  row of x\n"
        "  ( ) a: A\n"
        "  (x) b: B\n"
        "? b/five: Five\n"
        "  ( ) a: A\n"
        "  ( ) b: B\n"
        "next: next | back: back | leave: leave\n");
  kiosk.does(event::Next{}).does(event::Finish{});
  CHECK(kiosk.stored().starts_with(
      "finished en a/one=b a/more=a b/heads:skipped b/three:skipped b/four=b b/five:skipped "));
}

TEST_CASE("what other is, is asked below the choice") {
  AtKiosk kiosk{R"(
| survey |
| | type                  | name | label::English (en) |
| | select_one x or_other | q    | Q                   |
| | note                  | n    | N                   |
| choices |
| | list_name | name | label::English (en) |
| | x         | a    | A                   |
)"};
  kiosk.begins().does(event::Choose{"q", "other"});
  CHECK(kiosk.screen() ==
        "question en\n"
        "100% progress question_number 1 1\n"
        "? q: Q\n"
        "  ( ) a: A\n"
        "  (x) other: Other\n"
        "?> q_other: Please say what\n"
        "  text: ''\n"
        "  type_text\n"
        "next: next | leave: leave\n");
  kiosk.does(event::Write{"q_other", "B"}).does(event::Next{}).does(event::Next{});
  CHECK(kiosk.stored().starts_with("finished en q=other q_other=B "));
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
| settings |
| | kiosk_review |
| | no |
)"};
  const auto place = [&] {
    const std::string screen = kiosk.screen();
    const auto line = screen.find('\n') + 1;
    return screen.substr(line, screen.find('\n', line) - line);
  };
  kiosk.begins().does(event::Choose{"q", "a"});
  CHECK(place() == "50% progress question_number 2 4");
  kiosk.does(event::Back{});
  CHECK(place() == "25% progress question_number 1 4");
  CHECK(kiosk.screen().find("(x) a: A") != std::string::npos);
  kiosk.does(event::Choose{"q", "b"}).does(event::Choose{"r", "b"});
  CHECK(place() == "75% progress question_number 3 4");
  kiosk.does(event::Choose{"m", "a"});
  CHECK(place() == "75% progress question_number 3 4");
  kiosk.does(event::Next{}).does(event::Choose{"s", "a"});
  CHECK(place() == "100% progress question_number 4 4");
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
