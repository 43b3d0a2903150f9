// An answer as the visitor reads it: labels of choices, the language's decimal sign and dates.
#pragma once

#include <string>

#include "form/form.h"
#include "kiosk/maps.h"
#include "kiosk/words.h"
#include "visit/visit.h"

namespace buurtpeil {

/// "" where there is none. The choices of a ranking are numbered. `language` is an index in Form::languages.
[[nodiscard]] std::string answer_words(const Form& form, const Prompt& prompt, int language,
                                       const Wording& say, const Maps& maps);
/// The choice of an acknowledgement has no words of its own.
[[nodiscard]] StyledText label_of(const Option& option, const Prompt& prompt, const Wording& say);

}  // namespace buurtpeil
