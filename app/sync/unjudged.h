// Constraints that a kiosk cannot always judge, because they read answers that a visitor may leave out.
#pragma once

#include "form/form.h"
#include "form/problem_list.h"

namespace buurtpeil::sync {

/// A warning, which keeps no form from going out, for each question whose constraint reads another one that
/// may be left out or refused: where that is missing the constraint is held to be met (visit/visit.h). None
/// where the form says what holds then: coalesce(${a}, 0), if(${a} = '', ...), ${a} = '' or ..., and
/// functions that have a value for nothing (count-selected() ...); or where the question is asked depending
/// on the other one.
void check_unjudged(const Form& form, ProblemList& problems);

}  // namespace buurtpeil::sync
