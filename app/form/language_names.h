// What languages are called: in themselves, for a visitor to choose, and in English, as the headings of a
// form often have them.
#pragma once

#include <string_view>

namespace buurtpeil {

struct LanguageName {
  std::string_view code;     ///< ISO 639: of two letters where there is one, "ne"
  std::string_view own;      ///< "नेपाली"
  std::string_view english;  ///< "Nepali"
};

/// By "ne", "NE", "nep" or, whatever the region and letters, "ne-NP"; nullptr for a code that is not known.
[[nodiscard]] const LanguageName* language_with_code(std::string_view code);
/// By its own or its English name, whatever the case of ASCII letters; nullptr for any other text.
[[nodiscard]] const LanguageName* language_called(std::string_view name);

}  // namespace buurtpeil
