// How a place in an expression is shown below a message.
#include "form/expression/excerpt.h"

#include <doctest/doctest.h>

#include <string>

using namespace buurtpeil;

TEST_CASE("a caret stands under the letter, on the line that has it") {
  CHECK(excerpt_of("1 + sums(2)", 4) == "  1 + sums(2)\n      ^");
  CHECK(excerpt_of("'Oké' = 'é' +\n\tnow(1)\n + 2", 17) == "  \tnow(1)\n  \t^");
  CHECK(excerpt_of("één = x", 8) == "  één = x\n        ^");
  CHECK(excerpt_of("(1", 2) == "  (1\n    ^");
  CHECK(excerpt_of("(1", 99) == "  (1\n    ^");
  CHECK(excerpt_of("", 0) == "  \n  ^");
  CHECK(excerpt_of("a\r\x1b\x7f= 1", 4) == "  a   = 1\n      ^");
}

TEST_CASE("of a long line only the letters around the place are shown") {
  const std::string long_line = std::string(100, 'a') + "é" + std::string(100, 'b');
  CHECK(excerpt_of(long_line, 100) ==
        "  ..." + std::string(60, 'a') + "é" + std::string(39, 'b') + "...\n  " + std::string(63, ' ') + "^");
  CHECK(excerpt_of(long_line, 0) == "  " + std::string(40, 'a') + "...\n  ^");
  CHECK(excerpt_of(std::string(99, 'a') + "b", 99) ==
        "  " + std::string(99, 'a') + "b\n" + std::string(101, ' ') + "^");
}
