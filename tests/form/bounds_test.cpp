// What a constraint says of a number before anybody has answered.
#include <doctest/doctest.h>

#include "form/expression/bounds.h"

using namespace buurtpeil;

namespace {

/// ">= 0, < ${most}"
std::string bounds_in(std::string_view constraint, Bounded what) {
  const auto expression = Expression::parse(constraint);
  REQUIRE(expression.has_value());
  std::string found;
  for (const Bound& bound : bounds_of(*expression, "themes", what)) {
    const bool least = bound.side == Bound::Side::least;
    found += (found.empty() ? "" : ", ") + std::string(least ? ">" : "<") + (bound.included ? "= " : " ") +
             bound.number.print();
  }
  return found;
}
std::string chosen(std::string_view constraint) { return bounds_in(constraint, Bounded::selected); }
std::string answer(std::string_view constraint) { return bounds_in(constraint, Bounded::answer); }

}  // namespace

TEST_CASE("the bounds that a constraint sets are found however it is written") {
  CHECK(chosen("count-selected(.) <= 3") == "<= 3");
  CHECK(chosen("count-selected(.)<4") == "< 4");
  CHECK(chosen("count-selected(.) = 2") == ">= 2, <= 2");
  CHECK(chosen("3 >= count-selected(.)") == "<= 3");
  CHECK(chosen("4 > count-selected(${themes})") == "< 4");
  CHECK(chosen("count-selected(.) >= 1 and (count-selected(.) <= 3 and not(selected(., 'none')))") ==
        ">= 1, <= 3");
  CHECK(chosen("not(count-selected(.) > 3)") == "<= 3");
  CHECK(chosen("not(4 <= count-selected(.) or count-selected(.) = 0)") == "< 4");
  CHECK(chosen("not(count-selected(.) != 3)") == ">= 3, <= 3");
  CHECK(answer(". >= 0 and . <= 20") == ">= 0, <= 20");
  CHECK(answer("${themes} > -1") == "> -1");
}

TEST_CASE("a bound may be anything that is known before the answer") {
  CHECK(chosen("count-selected(.) <= ${most}") == "<= ${most}");
  CHECK(chosen("count-selected(.) < 1 + count-selected(../others)") == "< 1 + count-selected(../others)");
  CHECK(answer(". <= current()/../people") == "<= current()/../people");
  CHECK(answer(". <= instance('a')/root/item[name = ${town}]/most") ==
        "<= instance('a')/root/item[name = ${town}]/most");
}

TEST_CASE("there is no bound where none is set, or where it depends on the answer itself or on chance") {
  for (const char* none :
       {"count-selected(.) <= count-selected(.)", "count-selected(.) <= string-length(${themes})",
        "count-selected(.) <= number(current()/.)", "count-selected(.) <= ../themes",
        "count-selected(.) <= random() * 4", "count-selected(${others}) <= 3",
        "count-selected(.) <= 3 or selected(., 'all')", "not(count-selected(.) = 3)",
        "count-selected(.) != 3", "string-length(.) <= 3"}) {
    CAPTURE(none);
    CHECK(chosen(none) == "");
  }
  CHECK(answer("count-selected(.) <= 3") == "");
}
