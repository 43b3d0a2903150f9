// Markup in the cells of a form: what is read, what is left alone and what is said about it.
#include <doctest/doctest.h>

#include "form/load_md.h"
#include "support/styled_words.h"

using namespace buurtpeil;

TEST_CASE("markup that is not understood loses its tags and is told with its cell") {
  CHECK(problems_of(R"(
| survey |
| | type | name | label | hint | constraint_message |
| | select_one way | way | <blink>Which</blink> way? | <span style="blink: 1">a</span> | <img src="x.png"> |
| choices |
| | list_name | name | label |
| | way | a | <marquee>A</marquee> |
)",
                    {}) ==
        "street.md: survey!C4: warning: the tag <blink> is not understood and left out\n"
        "street.md: survey!D4: warning: 'blink' in the style of <span> is passed over\n"
        "street.md: survey!E4: warning: the tag <img> is not understood and left out\n"
        "street.md: choices!C7: warning: the tag <marquee> is not understood and left out\n");
}

TEST_CASE("names of files, names of choices and addresses of codes are as typed") {
  const LoadedForm loaded = load_md(R"(
| survey |
| | type | name | label | image | kiosk_qr |
| | select_one way | way | _Way_ | _a_*b*.png | https://example.org/_a_ |
| choices |
| | list_name | name | label | kind |
| | way | _a_ | _A_ | *k* |
)");
  REQUIRE(loaded.form);
  const Row& row = loaded.form->rows.back();
  CHECK(in_styled_words(words_of(row.label.by_language.at(""))) == "[i]Way");
  CHECK(in_styled_words(words_of(row.media.at("image").by_language.at(""))) == "_a_*b*.png");
  CHECK(in_styled_words(words_of(row.media.at("qr").by_language.at(""))) == "https://example.org/_a_");
  const Choice& choice = loaded.form->choices.at("way").front();
  CHECK(choice.name == "_a_");
  CHECK(in_styled_words(words_of(choice.label.by_language.at(""))) == "[i]A");
}

TEST_CASE("an address that is too long for a telephone, or beside a group, is told") {
  CHECK(problems_of("| survey |\n"
                    "| | type | name | label | kiosk_qr |\n"
                    "| | begin_group | g | G | https://example.org |\n"
                    "| | text | q | Q | " +
                        std::string(301, 'x') +
                        " |\n"
                        "| | end_group | | | |\n",
                    {}) ==
        "street.md: survey!D3: warning: a group has no QR code; write it beside a question or a note in it\n"
        "street.md: survey!D4: error: the address is longer than 300 bytes, and its QR code would be too "
        "fine for a telephone; use a shorter address\n");
}
