// Texts as JSON writes them, for what is written anew with every answer: a draft. Reading is left to the
// libraries.
#pragma once

#include <string>
#include <string_view>

namespace buurtpeil {

/// Appends the text as a string of JSON, with its quotes. Bytes that are no UTF-8 become U+FFFD.
void add_json_text(std::string& json, std::string_view text);

}  // namespace buurtpeil
