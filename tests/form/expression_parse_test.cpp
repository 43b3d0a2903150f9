// Expressions as text: what is understood, how it is printed, what is refused and where.
#include <doctest/doctest.h>

#include "form/expression/expression.h"
#include "form/suggestion.h"

using namespace buurtpeil;

namespace {

std::string printed(std::string_view source) {
  const auto expression = Expression::parse(source);
  return expression ? expression->print()
                    : std::to_string(expression.error().offset) + ": " + expression.error().message;
}

std::string references(std::string_view source) {
  constexpr const char* kinds[] = {"question", "last_saved", "path", "instance"};
  std::string listed;
  for (const Reference& reference : Expression::parse(source).value().references()) {
    listed += listed.empty() ? "" : ", ";
    listed += std::string(kinds[static_cast<int>(reference.kind)]) + " " + reference.name + "@" +
              std::to_string(reference.offset) + (reference.inside_predicate ? " in predicate" : "");
  }
  return listed;
}

}  // namespace

TEST_CASE("an expression prints in one spelling that parses again to the same") {
  CHECK(printed("1+2*3") == "1 + 2 * 3");
  CHECK(printed("(1+2)*3") == "(1 + 2) * 3");
  CHECK(printed("1-(2-3)") == "1 - (2 - 3)");
  CHECK(printed("(1-2)-3") == "1 - 2 - 3");
  CHECK(printed("- -1") == "--1");
  CHECK(printed("-(8*5)") == "-(8 * 5)");
  CHECK(printed(" ${ age } >= 18  and${age}<= 99 ") == "${age} >= 18 and ${age} <= 99");
  CHECK(printed("a or b and c = d") == "a or b and c = d");
  CHECK(printed("(a or b) and (c = d)") == "(a or b) and c = d");
  CHECK(printed("mod mod div") == "mod mod div");
  CHECK(printed("* * *") == "* * *");
  CHECK(printed("if(. = \"it's\", 'yes', 'no')") == "if(. = \"it's\", 'yes', 'no')");
  CHECK(printed("instance('trees')/root/item[name=current()/../tree][1]/label") ==
        "instance('trees')/root/item[name = current()/../tree][1]/label");
  CHECK(printed("../child::a/parent::b/self::node()/.") == "../a/parent::b/./.");
  CHECK(printed("(a | b)[2]/c") == "(a | b)[2]/c");
  CHECK(printed("(a)[1]") == "(a)[1]");
  CHECK(printed("a[1]") == "a[1]");
  CHECK(printed("/data/street | /") == "/data/street | (/)");
  CHECK(printed("(/) * 2 and 1 + (/) or not(/)") == "(/) * 2 and 1 + (/) or not(/)");
  CHECK(printed("jr:choice-name(${tree},'${tree}')") == "jr:choice-name(${tree}, '${tree}')");
  CHECK(printed("${last-saved#tree}") == "${last-saved#tree}");
  CHECK(printed("0.50 + .5 + 5.") == "0.5 + 0.5 + 5");
}

TEST_CASE("a mistake in an expression is one sentence at its place") {
  CHECK(printed("") == "0: the expression is empty");
  CHECK(printed("1 +") == "3: after '+' something is missing");
  CHECK(printed("(1 + 2") == "6: ')' is missing for the '(' at position 1");
  CHECK(printed("1 2") == "2: '2' is not expected here");
  CHECK(printed("'open") == "0: the text that begins here has no closing '");
  CHECK(printed("a[1") == "3: ']' is missing for the '[' at position 2");
  CHECK(printed("selectd(., 'a')") == "0: unknown function 'selectd'; did you mean 'selected'?");
  CHECK(printed("1 + nonsense(1)") == "4: unknown function 'nonsense'");
  CHECK(printed("selected(.)") == "0: selected() needs 2 arguments, here are 1");
  CHECK(printed("round(1, 2, 3)") == "0: round() takes at most 2 arguments, here are 3");
  CHECK(printed("true(1)") == "0: true() takes no arguments, here are 1");
  CHECK(printed("concat()") == "0: concat() needs at least 1 argument, here are 0");
  CHECK(printed("concat(1,)") == "9: ')' is not expected here");
  CHECK(printed("concat(1") == "8: ')' is missing after the arguments of concat()");
  CHECK(printed("//a") == "0: '//' is not supported: write the whole path");
  CHECK(printed("@a") == "0: attributes are not supported");
  CHECK(printed("descendant::a") ==
        "0: the axis 'descendant' is not supported: only child, parent and self are");
  CHECK(printed("${}") == "0: '' is not a name");
  CHECK(printed("$age") == "0: a reference is written ${name}");
  CHECK(printed("${a} == 1") == "5: '==' is not known; write '='");
}

TEST_CASE("what other languages write is answered with what XLSForm writes") {
  CHECK(printed("1 = 1 AND 2 = 2") == "6: 'AND' is not known; write it in small letters: and");
  CHECK(printed("if((1 = 1 Or 2), 1, 2)") == "10: 'Or' is not known; write it in small letters: or");
  CHECK(printed("Not(1)") == "0: unknown function 'Not'; write it in small letters: not()");
  CHECK(printed("1 = True()") == "4: unknown function 'True'; write it in small letters: true()");
  CHECK(printed("1 or or 2") == "5: 'or' has nothing before it; is it one too many?");
  CHECK(printed("and 2") == "0: 'and' has nothing before it; is it one too many?");
  CHECK(printed("not ${a} = 1") == "0: after 'not' the brackets are missing: not(...)");
  CHECK(printed("or(1, 2)") == "0: 'or' is no function: it stands between two parts, as in ${a} or ${b}");
  CHECK(printed("1 en 2") == "2: 'en' is not known; write 'and'");
  CHECK(printed("niet(1)") == "0: unknown function 'niet'; did you mean 'not'?");
  CHECK(printed("isblank(1)") ==
        "0: unknown function 'isblank'; to ask whether there is no answer write ${name} = ''");
  CHECK(printed("1 => 1") == "2: '=>' is not known; write '>='");
  CHECK(printed("1 <> 1") == "2: '<>' is not known; write '!='");
  CHECK(printed("1 && 2") == "2: '&&' is not known; write 'and'");
  CHECK(printed("1 || 2") == "2: '||' is not known; write 'or'");
  CHECK(printed("!true()") == "0: '!' is not known; write not(...), or '!=' for unequal");
  CHECK(printed("1 ≥ 2") == "2: '≥' is not known; write '>='");
  CHECK(printed("if(1; 2; 3)") == "4: ';' is not known; between arguments stands a comma");
  CHECK(printed("0,5 + 1") == "1: a number has a point, as in 0.5, and no comma");
  CHECK(printed("if(1 > 0,5, 1, 2)") ==
        "0: if() needs 3 arguments, here are 4; a number has a point, as in 0.5, and no comma");
  CHECK(printed("${a} / ${b}") == "7: '/' begins a part of a path; to divide write div");
  CHECK(printed("if(1 = 1 then 2 else 3)") == "9: 'then' is not known; write ','");
  CHECK(printed("4 / 2") == "4: '/' begins a part of a path; to divide write div");
  CHECK(printed("{age} > 1") == "0: '{' is not known; a reference is written ${name}");
  CHECK(printed("= ${a}") == "0: an expression has no '=' at its beginning; leave it out");
  CHECK(printed("'a' & 'b'") == "4: '&' is not known; texts are joined with concat()");
  CHECK(printed("concat('a' 'b')") == "11: ',' is missing between the arguments of concat()");
}

TEST_CASE("nothing that is too long or too deep is parsed") {
  CHECK(printed(std::string(40'000, '1')) == "32767: the expression is longer than 32767 bytes");
  CHECK(printed(std::string(101, '(') + "1" + std::string(101, ')')) ==
        "100: the brackets are nested too deeply");
  CHECK(printed(std::string(20'000, '-') + "1") == "100: the brackets are nested too deeply");
  std::string chain = "1";
  for (int i = 0; i < 1'000; ++i) chain += "+1";
  CHECK(printed(chain) == "2001: the expression is too long: compute a part of it in a calculation");
}

TEST_CASE("an expression tells what it names") {
  CHECK(references("${a} + ${last-saved#b}") == "question a@0, last_saved b@7");
  CHECK(references("instance('trees')/root/item[name = ${tree} and size = /data/size]/label") ==
        "instance trees@9, path name@28 in predicate, question tree@35 in predicate, path size@47 in "
        "predicate, "
        "path /data/size@54 in predicate");
  CHECK(references("current()/../a + ../b[c]/d") ==
        "path current()/../a@0, path ../b@17, path c@22 in predicate");
  CHECK(references("pulldata('prices', 'euro', 'name', .)") == "instance prices@9, path .@35");
}

TEST_CASE("an unknown word gets the nearest known one") {
  CHECK(did_you_mean("ag", {"name", "age"}) == "; did you mean 'age'?");
  CHECK(did_you_mean("Stret", {"street", "tree"}) == "; did you mean 'street'?");
  CHECK(did_you_mean("nmae", {"name"}) == "; did you mean 'name'?");
  CHECK(did_you_mean("garden", {"street", "tree"}) == "");
}
