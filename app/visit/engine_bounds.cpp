// What a constraint allows of a number, or of how many choices, before it is judged.
#include <cmath>

#include "visit/engine.h"

namespace buurtpeil {

std::optional<double> Engine::bound(int index, Bound::Side side) {
  const bool least = side == Bound::Side::least, whole = row_of(index).type != Type::decimal;
  std::optional<double> found;
  for (const Bound& bound : row_of(index).bounds) {
    if (bound.side != side) continue;
    double number = bound.constant ? *bound.constant : to_number(evaluate(bound.number, index));
    if (std::isnan(number)) continue;  // of something that is not answered
    if (whole && least) number = bound.included ? std::ceil(number) : std::floor(number) + 1;
    if (whole && !least) number = bound.included ? std::floor(number) : std::ceil(number) - 1;
    if (!found || (least ? number > *found : number < *found)) found = number;
  }
  return found;
}

}  // namespace buurtpeil
