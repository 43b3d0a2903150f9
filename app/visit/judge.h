// Whether an answer meets its question's constraint, where other answers that the constraint reads may be
// missing. A visitor may leave questions out: no constraint may then keep them at another one for ever.
#pragma once

#include "visit/engine.h"

namespace buurtpeil {

/// The rule of visit.h. `item` is the question with the constraint, and has an answer.
[[nodiscard]] bool is_met(const Expression& constraint, Engine& engine, int item);

}  // namespace buurtpeil
