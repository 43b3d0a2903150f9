// The forms that the kiosk asks in its tests: street.md in three languages, and plain.md in one without a
// name, with the words of its author for the pages around the questions.
#pragma once

#include <string>

#include "store/fixture.h"

namespace buurtpeil {

inline const std::string street_form = test::bytes_of(BUURTPEIL_TESTS "/kiosk/street.md");
inline const std::string plain_form = test::bytes_of(BUURTPEIL_TESTS "/kiosk/plain.md");

}  // namespace buurtpeil
