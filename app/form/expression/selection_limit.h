// How many choices a constraint lets somebody choose, so that a screen can say so beforehand.
#pragma once

#include <string_view>

#include "form/expression/expression.h"

namespace buurtpeil {

/// The most choices that a constraint of the question `name` allows: 3 of "count-selected(.) <= 3", of
/// "count-selected(${name}) < 4", of "not(count-selected(.) > 3)", also where "and" joins it with something
/// else. 0 where it says none, or none that is a whole number from 1 on.
[[nodiscard]] int selection_limit(const Expression& constraint, std::string_view name);

}  // namespace buurtpeil
