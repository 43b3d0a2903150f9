// How many choices a constraint allows.
#include <doctest/doctest.h>

#include "form/expression/selection_limit.h"

using namespace buurtpeil;

namespace {

int limit_of(std::string_view constraint) {
  const auto expression = Expression::parse(constraint);
  REQUIRE(expression.has_value());
  return selection_limit(*expression, "themes");
}

}  // namespace

TEST_CASE("the most choices that a constraint allows are found however it is written") {
  CHECK(limit_of("count-selected(.) <= 3") == 3);
  CHECK(limit_of("count-selected(.)<4") == 3);
  CHECK(limit_of("count-selected(.) < 3.5") == 3);
  CHECK(limit_of("count-selected(.) = 2") == 2);
  CHECK(limit_of("3 >= count-selected(.)") == 3);
  CHECK(limit_of("4 > count-selected(${themes})") == 3);
  CHECK(limit_of("count-selected(.) >= 1 and count-selected(.) <= 3") == 3);
  CHECK(limit_of("count-selected(.) <= 5 and (count-selected(.) <= 3 and not(selected(., 'none')))") == 3);
  CHECK(limit_of("not(count-selected(.) > 3)") == 3);
  CHECK(limit_of("not(4 <= count-selected(.))") == 3);
}

TEST_CASE("no limit is said where there is none, or where it depends on something else") {
  CHECK(limit_of("count-selected(.) >= 2") == 0);
  CHECK(limit_of("count-selected(.) <= ${most}") == 0);
  CHECK(limit_of("count-selected(${others}) <= 3") == 0);
  CHECK(limit_of("count-selected(.) <= 3 or selected(., 'all')") == 0);
  CHECK(limit_of("not(count-selected(.) <= 3)") == 0);
  CHECK(limit_of("not(count-selected(.) = 3)") == 0);
  CHECK(limit_of("count-selected(.) != 3") == 0);
  CHECK(limit_of("count-selected(.) <= 0") == 0);
  CHECK(limit_of("string-length(.) <= 3") == 0);
  CHECK(limit_of("count-selected(.) <= 99999999999999999999") == 0);
}
