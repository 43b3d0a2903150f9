// Points that are divided (visit/points.h), as a field.
#pragma once

#include <span>

#include "form/form.h"
#include "kiosk/words.h"
#include "ui/view.h"
#include "visit/points.h"

namespace buurtpeil {

/// All of the field but complaints and texts of the group.
void fill_points(PointsField& field, const Form& form, std::span<const Prompt* const> parts,
                 const Wording& say);

}  // namespace buurtpeil
