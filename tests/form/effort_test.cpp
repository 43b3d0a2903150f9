// How many questions a form asks, and how long that takes.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "form/load_md.h"

using namespace buurtpeil;

namespace {

Form form_of(const std::string& md) {
  LoadedForm loaded = load_md(md);
  REQUIRE(loaded.form != nullptr);
  return std::move(*loaded.form);
}

std::string effort_words(const std::string& rows) {
  const QuestionCount count = effort_of(form_of("| survey |\n"
                                                "| | type | name | label | relevant | repeat_count | "
                                                "appearance | parameters |\n" +
                                                rows +
                                                "| choices |\n"
                                                "| | list_name | name | label |\n"
                                                "| | x | x | X |\n"))
                                  .questions;
  return fmt::format("{} to {}{}", count.fewest, count.most, count.open_ended ? " or more" : "");
}

}  // namespace

TEST_CASE("effort counts what is asked, and rounds minutes up") {
  const Form form = form_of(
      "| survey |\n"
      "| | type | name | label | calculation | read_only |\n"
      "| | note | n | N | | |\n"
      "| | text | a | A | | |\n"
      "| | select_one x | b | B | | |\n"
      "| | calculate | c | | 1 | |\n"
      "| | integer | d | D | 1 + 1 | yes |\n"
      "| | barcode | e | E | | |\n"
      "| choices |\n"
      "| | list_name | name | label |\n"
      "| | x | x | X |\n");
  CHECK(effort_of(form).questions.fewest == 2);
  CHECK(effort_of(form).questions.most == 2);
  CHECK(effort_of(form).minutes == 2);
  CHECK(effort_of(Form{}).questions.most == 0);
  CHECK(effort_of(Form{}).minutes == 1);
}

TEST_CASE("effort says between which numbers it depends on answers how many questions there are") {
  CHECK(effort_words("| | text | a | A | | | | |\n"
                     "| | text | b | B | ${a} = 'x' | | | |\n"
                     "| | text | c | C | true() | | | |\n"
                     "| | text | d | D | false() | | | |\n") == "2 to 3");
  CHECK(effort_words("| | text | a | A | | | | |\n"
                     "| | begin group | g | G | ${a} = 'x' | | | |\n"
                     "| | text | b | B | | | | |\n"
                     "| | note | n | N | | | | |\n"
                     "| | text | c | C | | | | |\n"
                     "| | end group | | | | | | |\n") == "1 to 3");
  CHECK(effort_words("| | begin repeat | r | R | | 3 | | |\n"
                     "| | text | b | B | | | | |\n"
                     "| | text | c | C | ${b} = 'x' | | | |\n"
                     "| | end repeat | | | | | | |\n") == "3 to 6");
  CHECK(effort_words("| | text | a | A | | | | |\n"
                     "| | begin repeat | r | R | | | | |\n"
                     "| | text | b | B | | | | |\n"
                     "| | end repeat | | | | | | |\n") == "2 to 2 or more");
  CHECK(effort_words("| | integer | a | A | | | | |\n"
                     "| | begin repeat | r | R | | ${a} | | |\n"
                     "| | text | b | B | | | | |\n"
                     "| | end repeat | | | | | | |\n") == "1 to 2 or more");
  CHECK(effort_words("| | select_one x or_other | a | A | | | | |\n") == "1 to 1");
  CHECK(effort_words("| | begin group | g | G | | | field-list points | total=100 |\n"
                     "| | integer | b | B | | | | |\n"
                     "| | integer | c | C | | | | |\n"
                     "| | end group | | | | | | |\n"
                     "| | text | d | D | | | | |\n") == "2 to 2");
}
