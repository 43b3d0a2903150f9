// The look back at all answers, before a visit ends.
#include <doctest/doctest.h>

#include "support/at_kiosk.h"

using namespace buurtpeil;

namespace {

std::string form(const std::string& settings = "") {
  return R"(
| survey |
| | type | name | label | relevant | required |
| | select_one yn | garden | A garden? | | yes |
| | text | size | How large? | ${garden} = 'yes' | |
| | note | tip | Gardens are cool. | ${garden} = 'yes' | |
| | decimal | height | How high is it? | | |
| | date | since | Since when? | | |
| | rank yn | order | In which order? | | |
| | select_multiple yn or_other | more | What more? | | |
| choices |
| | list_name | name | label |
| | yn | yes | Yes |
| | yn | no | No |
)" + settings;
}

/// To the end, with an answer to what is given one.
AtKiosk& walks(AtKiosk& kiosk) {
  return kiosk.begins()
      .does(event::Choose{"garden", "no"})
      .does(event::Next{})
      .does(event::Write{"height", "2.5"})
      .does(event::Next{})
      .does(event::Write{"since", "2026-03-01"})
      .does(event::Next{})
      .does(event::Choose{"order", "no"})
      .does(event::Choose{"order", "yes"})
      .does(event::Next{})
      .does(event::Choose{"more", "yes"})
      .does(event::Choose{"more", "other"})
      .does(event::Write{"more_other", "a pond"})
      .does(event::Next{});
}

std::string line_with(const AtKiosk& kiosk, const std::string& what) {
  const std::string screen = kiosk.screen();
  const std::size_t at = screen.find(what), begin = screen.rfind('\n', at) + 1;
  return at == std::string::npos ? "" : screen.substr(begin, screen.find('\n', at) - begin);
}

}  // namespace

TEST_CASE("after the last question all answers are shown in the visitor's words, and only then it ends") {
  AtKiosk kiosk{form()};
  CHECK(walks(kiosk).screen() ==
        "review en\n"
        "review_title\n"
        "  review_explanation\n"
        "  [garden] A garden?: No\n"
        "  [height] How high is it?: 2.5\n"
        "  [since] Since when?: 1 Mar 2026\n"
        "  [order] In which order?: 1. No, 2. Yes\n"
        "  [more] What more?: Yes, Other: a pond\n"
        "finish: finish | back: back | leave: leave\n");
  CHECK(kiosk.stored() == "");  // a draft still
  kiosk.does(event::Next{});
  CHECK(kiosk.head() == "review en");
  kiosk.does(event::Finish{});
  CHECK(kiosk.head() == "thanks en");
  CHECK(kiosk.stored().starts_with("finished "));
}

TEST_CASE("a row leads to its question and back, by way of what came up with another answer") {
  AtKiosk kiosk{form()};
  walks(kiosk).does(event::Change{"height"});
  CHECK(line_with(kiosk, "? ") == "? height: How high is it?");
  CHECK(line_with(kiosk, "next: ") == "next: review_return | back: back | leave: leave");
  kiosk.does(event::Write{"height", ""}).does(event::Next{});
  CHECK(line_with(kiosk, "[height]") == "  [height] How high is it?: - review_unanswered");
  kiosk.does(event::Change{"garden"}).does(event::Choose{"garden", "yes"});
  CHECK(line_with(kiosk, "next: ") == "next: next | leave: leave");
  kiosk.does(event::Next{});
  CHECK(line_with(kiosk, "? ") == "? size: How large?");
  kiosk.does(event::Write{"size", "12"}).does(event::Next{});
  CHECK(line_with(kiosk, "? ") == "? tip: Gardens are cool.");
  kiosk.does(event::Next{});
  CHECK(line_with(kiosk, "[size]") == "  [size] How large?: 12");
}

TEST_CASE("a refusal is shown as such, and what is not valid any more is mended first") {
  AtKiosk kiosk{form()};
  walks(kiosk).does(event::Change{"garden"}).does(event::Refuse{"garden"}).does(event::Next{});
  CHECK(line_with(kiosk, "[garden]") == "  [garden] A garden?: - refuse");
  kiosk.does(event::Change{"garden"}).does(event::Refuse{"garden"}).does(event::Next{});
  CHECK(line_with(kiosk, "  ! ") == "  ! complaint_required refuse");
  kiosk.does(event::Back{});
  CHECK(kiosk.head() == "question en");
}

TEST_CASE("from the look back one question back is the last one, and going on leads there again") {
  AtKiosk kiosk{form()};
  walks(kiosk).does(event::Back{});
  CHECK(line_with(kiosk, "? ") == "? more: What more?");
  CHECK(line_with(kiosk, "next: ") == "next: next | back: back | leave: leave");
  kiosk.does(event::Next{});
  CHECK(kiosk.head() == "review en");
}

TEST_CASE("there is no look back where the form wants none, after three questions, or without an answer") {
  AtKiosk none{form("| settings |\n| | kiosk_review |\n| | no |\n")};
  CHECK(walks(none).head() == "thanks en");
  AtKiosk three{
      "| survey |\n| | type | name | label |\n| | text | a | A |\n| | text | b | B |\n| | text | c | C |\n"};
  three.begins().does(event::Write{"a", "x"});
  for (int i = 0; i < 3; ++i) three.does(event::Next{});
  CHECK(three.head() == "thanks en");
  AtKiosk empty{
      "| survey |\n| | type | name | label |\n| | text | a | A |\n| | text | b | B |\n| | text | c | C |\n"
      "| | text | d | D |\n"};
  empty.begins();
  for (int i = 0; i < 4; ++i) empty.does(event::Next{});
  CHECK(empty.head().starts_with("thanks"));
}

TEST_CASE("who walks away from the look back has not finished, and after a restart it is there again") {
  AtKiosk kiosk{form()};
  walks(kiosk).restarts_after(1'000);
  CHECK(kiosk.head() == "still_there en");
  kiosk.does(event::Stay{});
  CHECK(kiosk.head() == "review en");
  kiosk.does(event::Leave{}).does(event::Stay{});
  CHECK(kiosk.head() == "review en");
  kiosk.waits(200'000);
  CHECK(kiosk.stored().starts_with("abandoned "));
}

TEST_CASE("long answers are cut between words, and groups are named where they begin") {
  AtKiosk kiosk{R"(
| survey |
| | type | name | label | repeat_count |
| | begin_repeat | place | A place | 2 |
| | text | name | Its name? | |
| | text | why | Why? | |
| | end_repeat | | | |
)"};
  std::string words;
  for (int i = 0; i < 60; ++i) words += "garden ";
  kiosk.begins().does(event::Write{"place[1]/name", words});
  for (int i = 0; i < 4; ++i) kiosk.does(event::Next{});
  std::string cut;
  for (int i = 0; i < 34; ++i) cut += i > 0 ? " garden" : "garden";
  CHECK(kiosk.screen() ==
        "review en\n"
        "review_title\n"
        "  review_explanation\n"
        "group: A place (1)\n"
        "  [place[1]/name] Its name?: " +
            cut +
            "…\n"
            "  [place[1]/why] Why?: - review_unanswered\n"
            "group: A place (2)\n"
            "  [place[2]/name] Its name?: - review_unanswered\n"
            "  [place[2]/why] Why?: - review_unanswered\n"
            "finish: finish | back: back | leave: leave\n");
}
