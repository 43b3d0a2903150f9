// The answers of a response as one JSON object, the way the store keeps them. No other file of
// app/store knows JSON.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "form/response.h"

namespace buurtpeil {

using Answers = std::vector<std::pair<std::string, Answer>>;

/// {"street/greenery":"yes","idea":{"none":"skipped"}}: the form's order, values as strings exactly as XForms
/// writes them. Bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string to_json(const Answers& answers);

/// Reads what to_json wrote; nothing when it is something else.
[[nodiscard]] std::optional<Answers> answers_from_json(std::string_view json);

}  // namespace buurtpeil
