// The value of expressions that need no form. Run with TZ=UTC.
#include "form/expression/expression.h"

#include <doctest/doctest.h>

#include "form/expression/shuffle.h"

using namespace buurtpeil;

namespace {

// Sunday 1 March 2026, half past midnight in the Netherlands: still Saturday in UTC.
const Scope scope(Moment{1'772'321'400'000, 60, 0});

std::string value_of(std::string_view source) {
  const auto expression = Expression::parse(source);
  if (!expression) return "refused: " + expression.error().message;
  const auto value = expression->evaluate(scope);
  return value ? std::string(type_name(*value)) + " " + to_text(*value) : "error: " + value.error().message;
}

}  // namespace

TEST_CASE("dates compare and add as days and print as dates") {
  CHECK(value_of("today()") == "date 2026-03-01");
  CHECK(value_of("now()") == "date 2026-03-01T00:30:00.000+01:00");
  CHECK(value_of("today() + 1") == "number 20514");
  CHECK(value_of("date(today() + 1)") == "date 2026-03-02");
  CHECK(value_of("today() > '2026-02-28'") == "boolean true");
  CHECK(value_of("'2026-03-01' < '2026-04-01'") == "boolean true");
  CHECK(value_of("today() = '2026-03-01'") == "boolean true");
  CHECK(value_of("today() < ''") == "boolean false");
  CHECK(value_of("date('2026-03-01T12:30:00') - today()") == "number 0");
  CHECK(value_of("date-time('2026-03-01T12:00:00') - today()") == "number 0.5");
  CHECK(value_of("date('2024-02-29')") == "date 2024-02-29");
  CHECK(value_of("date('2023-02-29')") == "error: '2023-02-29' is not a date");
  CHECK(value_of("format-date('2026-03-01', '%a %e %b %Y, %d-%m-%y, %n, %%')") ==
        "string Sun 1 Mar 2026, 01-03-26, 3, %");
  CHECK(value_of("format-date-time('2026-03-01T09:04:07.089', '%H %h %M %S %3')") == "string 09 9 04 07 089");
  CHECK(value_of("format-date('2026-03-01', '%Q')") == "error: '%Q' is not a pattern for a date");
  CHECK(value_of("decimal-time('06:00:00.000')") == "number 0.25");
}

TEST_CASE("texts are counted in letters, not in bytes") {
  CHECK(value_of("string-length('straße 🌳')") == "number 8");
  CHECK(value_of("substr('straße', 4, 5)") == "string ß");
  CHECK(value_of("substr('straße', -2)") == "string ße");
  CHECK(value_of("translate('één', 'é', 'e')") == "string een");
  CHECK(value_of("join(', ', 'a', 'b', 'c')") == "string a, b, c");
  CHECK(value_of("normalize-space('  a   b ')") == "string a b");
  CHECK(value_of("base64-decode('aGFsbG8=')") == "string hallo");
  CHECK(value_of("digest('some text', 'SHA-384', 'hex')") ==
        "string "
        "cc94ec3e9873c0b9a72486442958f671067cdf77b9427416d031440cc62041e2ee1344498447ec0ced9f7043461bd1f3");
  CHECK(value_of("digest('a', 'CRC')") == "error: digest() does not know the algorithm 'CRC'");
}

TEST_CASE("a regular expression matches the whole text") {
  CHECK(value_of("regex('1234AB', '[1-9][0-9]{3} ?[A-Z]{2}')") == "boolean true");
  CHECK(value_of("regex('x1234AB', '[1-9][0-9]{3} ?[A-Z]{2}')") == "boolean false");
  CHECK(value_of("regex('één', '\\p{L}{3}')") == "boolean true");
  CHECK(value_of("regex('a', 'a|bc')") == "boolean true");
  CHECK(value_of("regex('a', '(')") == "refused: the regular expression is not valid: missing terminating )");
}

TEST_CASE("lists of chosen names, and choices between values") {
  CHECK(value_of("selected-at('oak elm', -1)") == "string ");
  CHECK(value_of("count-selected('  ')") == "number 0");
  CHECK(value_of("checklist(-1, 1, '', '', 'a')") == "boolean true");
  CHECK(value_of("weighted-checklist(3, 5, 'a', 2, '', 9, 'b', 2)") == "boolean true");
  CHECK(value_of("coalesce('', 'b', 'c')") == "string b");
  CHECK(value_of("once(5)") == "number 5");
  CHECK(value_of("max(1, '', 3)") == "number 3");
  CHECK(value_of("min('')") == "number NaN");
}

TEST_CASE("numbers are rounded as they are written, halves upwards") {
  CHECK(value_of("round(1.255, 2)") == "number 1.26");
  CHECK(value_of("round(1.005, 2)") == "number 1.01");
  CHECK(value_of("round(-1.255, 2)") == "number -1.25");
  CHECK(value_of("round(-12345.15, 1)") == "number -12345.1");
  CHECK(value_of("round(12345.15, 1)") == "number 12345.2");
  CHECK(value_of("round(2.675 * 100)") == "number 268");
  CHECK(value_of("round('8,345', 2)") == "number 8.35");
  CHECK(value_of("round(-0.5)") == "number 0");
  CHECK(value_of("round(0.49999999999999994)") == "number 0");
  CHECK(value_of("round(12345.12345, -1)") == "number 12350");
  CHECK(value_of("round(14.29123456789, 1.5)") == "number 14.3");
  CHECK(value_of("round(9007199254740993, 2)") == "number 9007199254740992");
  CHECK(value_of("round(1 div 0, 2)") == "number Infinity");
  CHECK(value_of("round(1.5, 308)") == "number NaN");
  CHECK(value_of("round(123456, 300)") == "number 123456");
  CHECK(value_of("round(123456, -300)") == "number 0");
}

TEST_CASE("places on the earth") {
  CHECK(value_of("round(distance('52.0 5.0 0 0; 52.0 5.01 0 0'))") == "number 685");
  CHECK(value_of("round(area('52 5 0 0;52 5.01 0 0;52.01 5.01 0 0;52.01 5 0 0;52 5 0 0'))") ==
        "number 762835");
  CHECK(value_of("geofence('52.5 5.5 0 0', '52 5 0 0;52 6 0 0;53 6 0 0;53 5 0 0;52 5 0 0')") ==
        "boolean true");
  CHECK(value_of("geofence('51.5 5.5 0 0', '52 5 0 0;52 6 0 0;53 6 0 0;53 5 0 0;52 5 0 0')") ==
        "boolean false");
  CHECK(value_of("intersects('0 0;1 1;0 1;1 0')") == "boolean true");
  CHECK(value_of("intersects('0 0;0 1;1 1;1 0;0 0')") == "boolean false");
  CHECK(value_of("distance('nowhere')") == "error: 'nowhere' is not a place");
}

TEST_CASE("a seed gives the order that every tool gives") {
  const auto order = [](double seed) {
    const std::vector<char> mixed = shuffled(std::vector<char>{'A', 'B', 'C', 'D', 'E', 'F'}, seed);
    return std::string(mixed.begin(), mixed.end());
  };
  CHECK(order(42) == "AFCBDE");
  CHECK(order(1) == "BFEACD");
  CHECK(order(11111111) == "ACDBFE");
}

TEST_CASE("the deepest expression that parses can be evaluated") {
  std::string chain = "1";
  for (int i = 1; i < 1'000; ++i) chain += "+1";
  CHECK(value_of(chain) == "number 1000");
  CHECK(value_of(std::string(100, '(') + "1" + std::string(100, ')')) == "number 1");
}

TEST_CASE("each argument is evaluated once, however deep it stands") {
  std::string nested = "''";
  for (int i = 0; i < 99; ++i) nested = "coalesce(" + nested + ", '')";
  CHECK(value_of(nested) == "string ");
  CHECK(value_of("translate('abcab', 'aba', 'xy')") == "string xycxy");
}

TEST_CASE("without a form there is nothing to look in") {
  CHECK(value_of("${age} > 3") == "error: there is no form to look for ${age} in");
  CHECK(value_of("/data/age") == "error: there is no form to look in");
  CHECK(value_of("instance('trees')/root") == "error: there is no data called 'trees'");
  CHECK(value_of("position()") == "error: position() needs a question");
  CHECK(value_of("count(5)") == "error: count() needs questions, not a value");
}
