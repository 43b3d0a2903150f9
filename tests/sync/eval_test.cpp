// What `eval` says about an expression, whole.
#include "sync/eval.h"
#include "support/needs.h"

#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <iostream>
#include <sstream>

using namespace buurtpeil;
using namespace buurtpeil::sync;

namespace {

/// "EXIT CODE\n" and both channels.
std::string eval(const std::string& expression) {
  const Moment sunday_evening{1'772'388'247'123, 60, 0};
  const Outcome outcome = evaluate(expression, sunday_evening);
  return std::to_string(outcome.exit_code) + "\n" + outcome.out + outcome.err;
}

}  // namespace

TEST_CASE("a value is said with its type") {
  CHECK(eval("2 + 3") == "0\nnumber 5\n");
  CHECK(eval("-1 div 0") == "0\nnumber -Infinity\n");
  CHECK(eval("'abc'") == "0\nstring abc\n");
  CHECK(eval("''") == "0\nstring \n");
  CHECK(eval("1 < 2") == "0\nboolean true\n");
  CHECK(eval("today()") == "0\ndate 2026-03-01\n");
}

TEST_CASE("what is no expression is told with the place below a caret") {
  CHECK(eval("1 + sums(2)") ==
        "1\nunknown function 'sums'; did you mean 'sum'?\n"
        "  1 + sums(2)\n"
        "      ^\n");
  CHECK(eval("'Oké' = 'é' +\n\tnow(1)") ==
        "1\nnow() takes no arguments, here are 1\n"
        "  \tnow(1)\n"
        "  \t^\n");
  CHECK(eval("2 * ${trees}") ==
        "1\n'trees' is a question of a form, and there is none here; 'try' evaluates with a form\n"
        "  2 * ${trees}\n"
        "      ^\n");
}

TEST_CASE("a value that does not exist is an error") {
  CHECK(eval("date('1983-09-31')") == "1\n'1983-09-31' is not a date\n");
}

TEST_CASE("the expressions of others are printed with their type and value, or refused" *
          needs{BUURTPEIL_SHARED "/corpus"}) {
  std::ifstream file(BUURTPEIL_SHARED "/corpus/expressions.tsv");
  std::string text;
  std::getline(file, text);  // the heading
  int lines = 0, equal = 0;
  for (; std::getline(file, text); ++lines) {
    std::istringstream columns(text);
    std::string expression, type, expected;
    std::getline(columns, expression, '\t');
    std::getline(columns, type, '\t');
    std::getline(columns, expected);
    const std::string printed = eval(expression), prefix = "0\n" + type + " ";
    const bool is_number = type == "number" && expected != "NaN" && printed.starts_with(prefix);
    bool same = type == "error" ? printed.starts_with("1\n") : printed == prefix + expected + "\n";
    if (is_number) {
      const double wanted = std::stod(expected), given = std::stod(printed.substr(prefix.size()));
      same = wanted == given || std::abs(wanted - given) <= 1e-9 * std::max(1.0, std::abs(wanted));
    }
    equal += same ? 1 : 0;
    if (!same) std::cout << expression << ": expected " << type << " " << expected << ", got " << printed;
  }
  REQUIRE(lines > 0);
  std::cout << equal << " of " << lines << " expressions of the corpus are printed alike\n";
  CHECK(equal >= 0.98 * lines);
}
