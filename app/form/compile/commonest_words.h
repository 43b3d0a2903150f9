// Which language words are in, where a form does not say so.
#pragma once

#include <string>
#include <string_view>

namespace buurtpeil {

/// Code of that of the kiosk's own languages (assets/texts/words.csv) which has most of the words among its
/// commonest ones; "" when it is in none of them, or as much in one as in another.
[[nodiscard]] std::string language_of_words(std::string_view text);

}  // namespace buurtpeil
