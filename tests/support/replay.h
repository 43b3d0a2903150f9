// A stored response given once more, answer by answer, to a new visit of its form: whatever way it came into
// being, the engine must take every answer of it and freeze the same ones.
#pragma once

#include <string>

#include "form/form.h"
#include "form/response.h"

namespace buurtpeil {

/// "" when the form takes the response and freezes it again as it is; else what is wrong. A finished one must
/// come to its end; of an abandoned one the answers must be the same as far as it went. For forms whose
/// calculations do not depend on time or random numbers.
[[nodiscard]] std::string replay(const Form& form, const Response& response);

}  // namespace buurtpeil
