// A visitor with good will: what a valid answer is, and a walk to the end of a form with such answers. Who
// answers well must get to the end.
#pragma once

#include <functional>
#include <string>

#include "form/form.h"
#include "simulation/invariants.h"
#include "simulation/seeded_random.h"
#include "visit/visit.h"

namespace buurtpeil::simulation {

/// What the visitor writes into a text question; each time something else where it is to be found again.
using Words = std::function<std::string(const Prompt&)>;

/// An answer that is well formed and mostly meets the constraints of generated_form.h; "" where there is
/// none.
[[nodiscard]] std::string valid_answer(const Prompt& prompt, SeededRandom& random, const Words& words);

/// How somebody goes through a form: answering everything, only what is required, or refusing that where it
/// may be refused.
enum class Style { answers, skips, refuses };

/// Goes on to the end; Broken when it cannot be reached.
void walk_to_the_end(Visit& visit, const Asked& asked, Style style, SeededRandom& random, Moment now);

/// It is one of the numbers that together have to be a total.
[[nodiscard]] bool divides_points(const Form& form, const Prompt& prompt);

}  // namespace buurtpeil::simulation
