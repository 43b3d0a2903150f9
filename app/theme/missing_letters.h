// Letters that no font of the kiosk has, so that a visitor would see empty boxes in their place; and the
// Debian package that brings them.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace buurtpeil {

struct MissingLetters {
  std::string letters;  ///< the first of them, each once, UTF-8
  std::size_t count = 0;
  std::string package;
};

/// Of these letters those that none of the fonts of `fonts_conf` (assets/fonts.conf) has, by package. Reads
/// the system's fonts, which takes tens of milliseconds, but only where a letter is not among those that
/// every kiosk has: Latin, Greek, Cyrillic, Hebrew, Arabic.
[[nodiscard]] std::vector<MissingLetters> letters_without_font(const std::filesystem::path& fonts_conf,
                                                               const std::set<char32_t>& letters);

/// "no font on this machine has 우리 (and 2 letters more), which are shown as empty boxes; install the
/// package fonts-noto-cjk".
[[nodiscard]] std::string to_sentence(const MissingLetters& missing);

}  // namespace buurtpeil
