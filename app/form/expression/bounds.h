// What a constraint says of a number before anybody has answered: that it is at least or at most something. A
// screen can tell that beforehand, and offers no keys for what is never valid.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "form/expression/expression.h"

namespace buurtpeil {

struct Bound {
  enum class Side { least, most };
  Side side = Side::least;
  bool included = true;  ///< that number itself is allowed as well
  Expression number;     ///< evaluated where the constraint is; it does not look at the answer itself
  std::optional<double> constant;  ///< that number, where it is written there
};

enum class Bounded {
  answer,    ///< a number: ". >= 0"
  selected,  ///< how many choices are chosen: "count-selected(.) <= ${most}"
};

/// All bounds that a constraint of the question `name` sets on its own: 3 of "count-selected(.) <= 3", of
/// "not(count-selected(${name}) > 3)", also where "and" joins it with something else. None of those that
/// depend on the answer itself or may be another number each time (random).
[[nodiscard]] std::vector<Bound> bounds_of(const Expression& constraint, std::string_view name, Bounded what);

}  // namespace buurtpeil
