// A range (visit/scale.h) as a slider or as stars.
#pragma once

#include <string>

#include "form/form.h"
#include "kiosk/words.h"
#include "ui/view.h"

namespace buurtpeil {

/// "+10", which reads so in a right-to-left text too: the mark before it is a letter of a left-to-right one.
[[nodiscard]] std::string signed_label(const char* sign, const std::string& number);

/// Fills in all of a range's field but what every field has. By the appearance vertical the line stands, by
/// rating it is stars, where the values are 1 to at most 10; no-ticks takes the marks away. `language` is an
/// index in Form::languages.
void fill_scale(ScaleField& field, const Form& form, const Range& range, const std::string& value,
                int language, const Wording& say);

}  // namespace buurtpeil
