// Views as the kiosk would make them from a real form, with the product's own words, in each of its
// languages: what the tests of the screens draw and touch.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ui/view.h"

namespace buurtpeil {

/// Codes of the languages that the screens are checked in: nl en tr pl uk ar. The samples have de and fr too,
/// which need no letters or directions of their own: a code more here checks one more.
[[nodiscard]] const std::vector<std::string>& sample_languages();

/// Every screen and its variants, by a name for the picture's file: "attract", "question_choices",
/// "question_complaint", ...
[[nodiscard]] std::vector<std::pair<std::string, View>> sample_views(const std::string& language);

/// The one with that name.
[[nodiscard]] View sample_view(const std::string& name, const std::string& language = "nl");

}  // namespace buurtpeil
