// Markup in the texts of a form, on the screens of a kiosk.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "kiosk/staff/form_list.h"
#include "support/at_kiosk.h"
#include "support/temporary_folder.h"

using namespace buurtpeil;

TEST_CASE("markup is read in every text of a form, and never in what a visitor writes") {
  AtKiosk kiosk{R"(
| settings |
| | form_id | kiosk_attract::English (en) | kiosk_intro::English (en) | kiosk_thanks::English (en) |
| | styled  | *Your* street               | We ask **you**.<br>Soon. | [In May](https://example.org/may) |
| survey |
| | type | name | label::English (en) | hint::English (en) | required | required_message::English (en) |
| | text | who | What do we call your street? | | | |
| | begin_group | group | # Trees | | | |
| | integer | trees | In **${who}**? | <span style="color:#0a7d33">Green</span> ones | yes | A <b>number</b> |
| | end_group | | | | | |
| | select_one way | way | ### First?<br>Say ${who}. | | | |
| choices |
| | list_name | name | label::English (en) |
| | way | green | **Green** before parking |
| | way | park | <span style="color: #b00">Parking</span> |
)"};
  CHECK(kiosk.screen().find("  en: [i]Your[] street | ") != std::string::npos);
  kiosk.does(event::Start{});
  CHECK(kiosk.screen().find("  We ask [b]you[].\n  Soon.\n") != std::string::npos);
  kiosk.does(event::Start{});
  kiosk.does(event::Write{"who", "*Kade* <b>1</b> &amp; # [x](y)"}).does(event::Next{});
  kiosk.does(event::Next{});
  CHECK(kiosk.screen() ==
        "question en\n"
        "67% progress question_number 2 3\n"
        "group: [h1]Trees\n"
        "? group/trees: In [b]*Kade* <b>1</b> &amp; # [x](y)[]? ([#0A7D33]Green[] ones)\n"
        "  whole number: ''\n"
        "  type_whole_number\n"
        "  ! A [b]number\n"
        "  [ ] refuse\n"
        "next: next | back: back | leave: leave\n");
  kiosk.does(event::Write{"group/trees", "9"}).does(event::Next{});
  CHECK(kiosk.screen().find("? way: [h3]First?\n[]Say *Kade* <b>1</b> &amp; # [x](y).\n") !=
        std::string::npos);
  CHECK(kiosk.screen().find("  ( ) green: [b]Green[] before parking\n"
                            "  ( ) park: [#BB0000]Parking\n") != std::string::npos);
  kiosk.does(event::Choose{"way", "park"}).does(event::Next{});
  CHECK(kiosk.screen().find("  In May[small] (example.org/may)\n") != std::string::npos);
}

TEST_CASE("markup is read in explanations and in why an answer is refused") {
  AtKiosk kiosk{R"(
| survey |
| | type | name | label::English (en) | guidance_hint::English (en) | constraint | constraint_message |
| | integer | trees | Trees? | <u>Why</u> | . < 100 | _Too_ many: 5 < 6 & 2*3*4. |
)"};
  kiosk.begins();
  CHECK(kiosk.screen().find("  [explain|explain_hide] [u]Why\n") != std::string::npos);
  kiosk.does(event::Write{"trees", "100"}).does(event::Next{});
  CHECK(kiosk.screen().find("  ! [i]Too[] many: 5 < 6 & 2*3*4.\n") != std::string::npos);
}

TEST_CASE("a QR code stands beside a question or a note, with references in its address") {
  AtKiosk kiosk{R"(
| survey |
| | type    | name  | label::English (en) | kiosk_qr::English (en)        |
| | integer | code  | Code?               | https://example.org/_a_*b*_   |
| | note    | there | Read more           | https://example.org/?c=${code} |
)"};
  kiosk.begins();
  CHECK(kiosk.screen().find("? code: Code?\n  qr https://example.org/_a_*b*_\n") != std::string::npos);
  kiosk.does(event::Write{"code", "7"}).does(event::Next{});
  CHECK(kiosk.screen().find("? there: Read more\n  qr https://example.org/?c=7\n") != std::string::npos);
}

TEST_CASE("a kiosk that starts names the letters of its form that no font has") {
  const TemporaryFolder folder;
  Config config;
  config.form = folder.path() / "street.md";
  std::ofstream(config.form) << "| survey |\n| | type | name | label |\n| | text | q | \U000F0001 Q |\n"
                                "| settings |\n| | kiosk_intro | kiosk_thanks |\n| | Why | When |\n";
  const CheckedForm checked = checked_form(config.form, config);
  CHECK(checked.form);
  CHECK(checked.lines ==
        std::vector<std::string>{"street.md: warning: no font on this machine has \U000F0001, shown as empty "
                                 "boxes; install the package fonts-noto-core, or fonts-noto-extra"});
}

TEST_CASE("a kiosk that starts says nothing of what is about the export alone") {
  Config config;
  config.form = BUURTPEIL_ASSETS "/forms/leefomgeving.md";
  CHECK(checked_form(config.form, config).lines.empty());
}
