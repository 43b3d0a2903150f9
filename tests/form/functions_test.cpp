// Each function of the ODK XForms specification by its name, with a value. What is special about one has
// tests of its own.
#include "form/expression/functions.h"

#include <doctest/doctest.h>

#include <set>

#include "form/expression/regex.h"
#include "form/small_tree.h"

using namespace buurtpeil;

namespace {

struct Example {
  std::string_view expression, value;
};

constexpr Example examples[] = {
    // texts
    {"string(5)", "string 5"},
    {"concat('a', 1, /data/place/kind)", "string a1oak3.5"},
    {"join('-', 'a', /data/place/kind)", "string a-oak-3.5"},
    {"substr('abcde', 1, 3)", "string bc"},
    {"substring-before('a-b', '-')", "string a"},
    {"substring-after('a-b', '-')", "string b"},
    {"translate('aabb', 'ab', 'x')", "string xx"},
    {"string-length('één')", "number 3"},
    {"normalize-space('  a   b ')", "string a b"},
    {"contains('abc', 'bc')", "boolean true"},
    {"starts-with('abc', 'ab')", "boolean true"},
    {"ends-with('abc', 'ab')", "boolean false"},
    {"string-length(uuid())", "number 36"},
    {"digest('abc', 'MD5', 'hex')", "string 900150983cd24fb0d6963f7d28e17f72"},
    {"base64-decode('aGFsbG8=')", "string hallo"},
    {"jr:choice-name('oak', '${name}')", "string Oak"},
    {"jr:itext('hello')", "string Hello"},
    {"pulldata('trees', 'size', 'name', 'elm')", "string 2"},
    // logic
    {"if(1 > 2, 'a', 'b')", "string b"},
    {"coalesce('', 'b')", "string b"},
    {"once('a')", "number 42"},
    {"true()", "boolean true"},
    {"false()", "boolean false"},
    {"boolean('false')", "boolean true"},
    {"boolean-from-string('1')", "boolean true"},
    {"not(1 = 1)", "boolean false"},
    {"regex('1234AB', '[0-9]{4}[A-Z]{2}')", "boolean true"},
    {"checklist(1, 2, 'yes', '')", "boolean true"},
    {"weighted-checklist(3, 4, 'yes', 3, '', 1)", "boolean true"},
    {"selected(${name}, 'elm')", "boolean true"},
    {"selected-at(${name}, 1)", "string elm"},
    {"count-selected(${name})", "number 2"},
    // numbers
    {"number('3.5')", "number 3.5"},
    {"random()", "number 0.5"},
    {"int(-3.7)", "number -3"},
    {"sum(instance('trees')/root/item/size)", "number 7"},
    {"max(1, 3, 2)", "number 3"},
    {"min(1, 3, 2)", "number 1"},
    {"round(1.25, 1)", "number 1.3"},
    {"pow(2, 10)", "number 1024"},
    {"log(1)", "number 0"},
    {"log10(1000)", "number 3"},
    {"abs(-2)", "number 2"},
    {"sin(0)", "number 0"},
    {"cos(0)", "number 1"},
    {"tan(0)", "number 0"},
    {"asin(0)", "number 0"},
    {"acos(1)", "number 0"},
    {"atan(0)", "number 0"},
    {"atan2(0, 1)", "number 0"},
    {"sqrt(9)", "number 3"},
    {"exp(0)", "number 1"},
    {"exp10(2)", "number 100"},
    {"round(pi(), 5)", "number 3.14159"},
    // questions, repeats and lists
    {"count(/data/place)", "number 2"},
    {"count-non-empty(/data/*)", "number 3"},
    {"position(/data/place[2])", "number 2"},
    {"instance('trees')/root/item[name = 'elm']/label", "string Elm"},
    {"current()/../name", "string oak elm"},
    {"join(' ', randomize(instance('trees')/root/item/name, 3))", "string elm oak"},
    {"indexed-repeat(${kind}, ${place}, 2)", "string 3.5"},
    // dates
    {"today()", "date 2026-03-01"},
    {"now()", "date 2026-03-01T00:30:00.000+01:00"},
    {"format-date(${born}, '%e-%n-%y')", "string 29-2-84"},
    {"format-date-time('2026-03-01T09:04:07.089Z', '%H:%M:%S')", "string 09:04:07"},
    {"date('2026-03-01')", "date 2026-03-01"},
    {"date-time('2026-03-01T12:00:00.000Z')", "date 2026-03-01T12:00:00.000+00:00"},
    {"decimal-date-time('1970-01-02')", "number 1"},
    {"decimal-time('12:00:00.000')", "number 0.5"},
    // places on the earth
    {"round(area('52 5 0 0;52 5.01 0 0;52.01 5.01 0 0;52.01 5 0 0;52 5 0 0'))", "number 762835"},
    {"round(distance('52.0 5.0 0 0; 52.0 5.01 0 0'))", "number 685"},
    {"geofence('52.5 5.5 0 0', '52 5 0 0;52 6 0 0;53 6 0 0;53 5 0 0;52 5 0 0')", "boolean true"},
    {"intersects('0 0;1 1;0 1;1 0')", "boolean true"},
};

}  // namespace

TEST_CASE("every function gives its value") {
  const SmallTree scope;
  std::set<std::string> missing(function_names().begin(), function_names().end());
  for (const auto& [source, value] : examples) {
    CAPTURE(source);
    const auto expression = Expression::parse(source);
    REQUIRE_MESSAGE(expression, expression.error().message);
    CHECK(outcome_of(*expression, scope) == value);
    std::erase_if(missing, [&](const std::string& name) {
      const std::size_t at = source.find(name + "(");
      return at == 0 || (at != std::string_view::npos && source[at - 1] == '(') ||
             (at != std::string_view::npos && source[at - 1] == ' ');
    });
  }
  for (const std::string& name : missing) FAIL_CHECK("no example of ", name, "()");
}

TEST_CASE("a pattern is compiled once, however often it is matched, and so are as many as a form has") {
  const long before = patterns_compiled();
  for (int round = 0; round < 100; ++round)
    for (int which = 0; which < 20; ++which)
      CHECK(
          matches_whole("12", "[0-9]{" + std::to_string(which % 3) + "," + std::to_string(which + 2) + "}"));
  CHECK(patterns_compiled() - before == 20);
}
