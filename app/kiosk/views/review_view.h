// The look back at all answers, before a visit ends.
#pragma once

#include "form/form.h"
#include "kiosk/maps.h"
#include "kiosk/words.h"
#include "ui/view.h"
#include "visit/visit.h"

namespace buurtpeil {

/// Whether a visit that comes to its end is looked back at: not after up to three questions, not where
/// nothing was answered, and not where the form's kiosk_review is no.
[[nodiscard]] bool is_reviewed(const Form& form, const Visit& visit);

/// All of it but the page, which is the kiosk's. Long questions and answers are cut after some lines.
[[nodiscard]] ReviewView review_view(const Form& form, const Visit& visit, const Wording& say,
                                     const Maps& maps);

}  // namespace buurtpeil
